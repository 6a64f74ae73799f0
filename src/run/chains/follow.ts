import { accountOf, networkOf } from '../../ledger/account.ts';
import type { Decision } from '../../ledger/decision.ts';
import { gatherParties, type Parties } from '../../ledger/parties.ts';
import { Problem } from '../../ledger/problem.ts';
import { HISTORY_KINDS } from '../../ledger/receipt.ts';
import type { Store } from '../../stores/contract.ts';
import { openStore } from '../../stores/open.ts';
import { followOut } from '../../tracing/frontier.ts';
import type { FrontierLimits } from '../../tracing/frontier-types.ts';
import type { Ends, Policy } from '../../tracing/types.ts';
import { withAdopted } from '../adopted.ts';
import { statementsIn } from '../beside.ts';
import { type CaseFolder, openCase } from '../case-folder.ts';
import { type Progress, takeIn } from '../evidence-intake.ts';
import { loadPasswords } from '../load-passwords.ts';
import { loadDecisions, loadSettings } from '../load-settings.ts';
import { instantOf, leastOf } from '../questions/limits.ts';
import { defined, type Settings } from '../settings.ts';
import { type Environment, storePlace } from '../store-place.ts';
import { withoutRejected } from '../withdrawn.ts';
import { ChainFetch } from './fetch-chains.ts';
import { type FollowAnswer, findingsOf } from './follow-answer.ts';
import { CaseOpener } from './follow-opener.ts';
import { closeAll, openChain, shownBy } from './open-chain.ts';
import type { DamagedAnswers } from './restore.ts';
import type { ChainSettings } from './settings.ts';
import { Spending, shareForOne } from './spending.ts';
import { stretchesIn } from './stretches.ts';
import { type ChainAccess, restoreKept } from './take-chains.ts';

/** What a person asks to be followed, and what it may cost. */
export interface FollowRequest {
	/** Account, person, or a transfer or transaction that the store has. */
	readonly what: string;
	readonly chain: string;
	/** Requests at most. */
	readonly budget: number;
	/** Histories at most. */
	readonly accounts?: number;
	readonly depth?: number;
	readonly until?: string;
	/** Whole units. */
	readonly min?: string;
	readonly minutes?: number;
	readonly policy?: Policy;
}

/** The case's surroundings. */
export interface FollowPlace {
	readonly env: Environment;
	readonly access: Pick<ChainAccess, 'clock' | 'signal' | 'begin'>;
	readonly onProgress: Progress;
}

/**
 * Follows value on a live chain, opening only histories that it reaches. What is fetched stays in the case's store, so that
 * asking again asks for the rest alone.
 *
 * @throws Problem of configuration, evidence, store; never for what a chain answers
 */
export async function followOnChain(root: string, request: FollowRequest, place: FollowPlace): Promise<FollowAnswer> {
	const folder = await openCase(root);
	const settings = await loadSettings(folder);
	const chain = chainNamed(settings, request.chain);
	const store = await openStore(await storePlace(folder, place.env));
	try {
		return await followIn({ folder, settings, chain, store, request, place });
	} finally {
		await store.close();
	}
}

interface FollowCase {
	readonly folder: CaseFolder;
	readonly settings: Settings;
	readonly chain: ChainSettings;
	readonly store: Store;
	readonly request: FollowRequest;
	readonly place: FollowPlace;
}

async function followIn(one: FollowCase): Promise<FollowAnswer> {
	const { folder, settings, chain, store, request, place } = one;
	const { clock, signal } = place.access;
	const limits = limitsOf(settings, request);
	const { parties, decisions, damaged } = await knownOf(one);
	const { budget, minutes } = request;
	const deadline = minutes === undefined ? undefined : clock.now() + minutes * 60_000;
	const spending = new Spending({ requests: budget, forOne: shareForOne(budget), deadline }, clock);
	const { assets } = settings;
	const opened = await openChain(chain, { folder, assets, env: place.env, clock, allowance: spending });
	const ended = place.access.begin?.();
	try {
		const terms = { root: folder.root, store, clock, signal, told: () => {} };
		const fetch = new ChainFetch({ settings: chain, opened }, await stretchesIn(store), assets, terms);
		const told = () => place.onProgress('follow', spending.used, budget);
		const opener = new CaseOpener({ settings, decisions, parties, fetch, spending, until: limits.until, told });
		await opener.open([]);
		const from = startOf(request.what, chain.network, parties, opener);
		const policy = request.policy ?? settings.trace.policy;
		const out = await followOut(opener, { from, policy, limits });
		const asked = [...(from.accounts ?? []), ...out.unopened.map(({ account }) => account)];
		return {
			...findingsOf(out, opener, parties),
			chain: chain.network,
			policy,
			requests: spending.used,
			budget,
			forOne: shareForOne(budget),
			unseen: HISTORY_KINDS.flatMap((history) => {
				const shown = shownBy(opened, history);
				return shown.by ? [] : [{ history, reason: shown.reason }];
			}),
			damaged,
			assets,
			offsetMinutes: settings.offsetMinutes,
			...(out.opened.length > 0
				? {}
				: defined('unanswered', asked.map((account) => opener.gaps.get(account)).find(Boolean))),
		};
	} finally {
		await closeAll(opened);
		ended?.();
	}
}

/** @throws Problem `follow.chain` */
function chainNamed({ chains }: Settings, network: string): ChainSettings {
	const found = chains.find((chain) => chain.network === network);
	if (found) return found;
	const known = chains.map((chain) => chain.network).join(', ');
	throw new Problem('usage', 'follow.chain', { network, known });
}

/** @throws Problem usage.time, usage.amount */
function limitsOf({ assets, offsetMinutes }: Settings, request: FollowRequest): FrontierLimits {
	const { accounts, depth, until, min } = request;
	return {
		...defined('accounts', accounts),
		...defined('depth', depth),
		...defined('until', until === undefined ? undefined : instantOf(until, offsetMinutes, true)),
		...defined('min', min === undefined ? undefined : leastOf(assets, min)),
	};
}

/** Who is who by the case's evidence, and what was kept of its chains. */
async function knownOf({ folder, settings, store, place }: FollowCase): Promise<{
	readonly parties: Parties;
	readonly decisions: readonly Decision[];
	readonly damaged: readonly DamagedAnswers[];
}> {
	const { env, onProgress } = place;
	const passwords = await loadPasswords(folder, env);
	const { hashes } = await takeIn(folder, settings, store, { onProgress }, passwords);
	const decisions = await loadDecisions(folder);
	const filter = { hashes };
	const damaged = await restoreKept({ folder, settings, store, env, decisions, filter });
	const claims = withAdopted(await statementsIn(store, filter), decisions, settings.offsetMinutes);
	const parties = gatherParties(claims.spells, withoutRejected(claims.attributions, decisions));
	return { parties, decisions, damaged };
}

/**
 * A transfer or transaction that is known, a person by their accounts on the network, or an account of it.
 *
 * @throws Problem account.ambiguous, follow.start
 */
function startOf(text: string, network: string, parties: Parties, opener: CaseOpener): Ends {
	const typed = text.trim();
	const named = opener.named(typed);
	if (named.length > 0) return { transfers: named.map(({ id }) => id) };
	const known = parties.all.get(typed);
	const people = known ? [known] : parties.named(typed);
	if (people.length > 1) {
		const choices = people.map(({ id, name, identity }) => `${id} (${name} ${identity})`).join(', ');
		throw new Problem('usage', 'account.ambiguous', { text, choices });
	}
	const [party] = people;
	if (!party) {
		const account = accountOf(network, typed.startsWith(`${network}:`) ? typed.slice(network.length + 1) : typed);
		if (account === undefined) throw new Problem('usage', 'follow.start', { text, network });
		return { accounts: [account] };
	}
	const held = party.attributions.filter(({ withdrawn }) => !withdrawn).map(({ account }) => account);
	const accounts = [...new Set(held)].filter((account) => networkOf(account) === network);
	if (accounts.length === 0) throw new Problem('usage', 'follow.start', { text, network });
	return { accounts };
}
