import type { Asset } from '../../ledger/asset.ts';
import { covers, HISTORY_KINDS, type Receipt } from '../../ledger/receipt.ts';
import { fetchHistory } from './fetch-history.ts';
import { type HeadAnswer, headOf } from './heads.ts';
import { removeHalves } from './kept-answers.ts';
import { type OpenInterface, shownBy } from './open-chain.ts';
import { failedAlike, finalOnes } from './plan.ts';
import { type ChainSettings, tokensWanted } from './settings.ts';
import { ByHistory, gapsIn, type Stretches, stretchesIn } from './stretches.ts';
import { fatesOf } from './vanished.ts';
import {
	commit,
	type Failure,
	type FetchTerms,
	failedReceipt,
	forget,
	instantsIn,
	type KeepingTerms,
	type Work,
} from './work.ts';

/** A network to be brought up to date, and the accounts on it, sorted. */
export interface ChainToFetch {
	readonly settings: ChainSettings;
	readonly opened: readonly OpenInterface[];
	readonly accounts: readonly string[];
}

/**
 * Brings the histories of accounts up to their chains, one after the other and always in the same order: networks,
 * accounts, histories. What fails leaves a receipt that says why, and the rest goes on. Nothing is thrown for what a chain
 * answers, only for the store and for bugs.
 */
export async function fetchChains(
	chains: readonly ChainToFetch[],
	assets: ReadonlyMap<string, Asset>,
	terms: FetchTerms,
): Promise<void> {
	await removeHalves(terms.root);
	const before = await stretchesIn(terms.store);
	let accountsLeft = chains.reduce((sum, { accounts }) => sum + accounts.length, 0);
	for (const { accounts, ...chain } of chains) {
		const fetch = new ChainFetch(chain, before, assets, terms);
		for (const account of accounts) {
			await fetch.account(account, accountsLeft);
			accountsLeft -= 1;
		}
	}
	await forgetReturned(terms, await stretchesIn(terms.store));
}

/** One network while accounts on it are brought up to date: how far it has come is asked once for all of them. */
export class ChainFetch {
	readonly settings: ChainSettings;
	readonly opened: readonly OpenInterface[];
	readonly terms: KeepingTerms;
	/** What lay in the store at the beginning. */
	readonly held: ByHistory;
	private readonly live: readonly Receipt[];
	private readonly assets: ReadonlyMap<string, Asset>;
	private heads: ReadonlyMap<OpenInterface, HeadAnswer> | undefined;
	private readonly hashes = new Map<OpenInterface, Map<number, Promise<string | undefined>>>();
	private readonly instants: Map<number, number>;

	constructor(
		{ settings, opened }: Pick<ChainToFetch, 'settings' | 'opened'>,
		before: Stretches,
		assets: ReadonlyMap<string, Asset>,
		terms: FetchTerms,
	) {
		this.settings = settings;
		this.opened = opened;
		this.terms = { ...terms, assets };
		this.live = before.live.filter(({ chain }) => chain === settings.network);
		this.held = new ByHistory(this.live);
		this.assets = assets;
		this.instants = instantsIn(this.live);
	}

	/** Brings the histories of one account up to the chain; each account once. */
	async account(account: string, accountsLeft: number): Promise<void> {
		const { terms, settings, opened, hashes, assets, instants } = this;
		const heads = await this.headsOnce();
		for (const history of HISTORY_KINDS) {
			const own = this.held.of({ account, history });
			const one = { terms, settings, account, history, accountsLeft };
			await fetchOne({ one, own, opened, heads, hashes, assets, instants });
		}
	}

	private async headsOnce(): Promise<ReadonlyMap<OpenInterface, HeadAnswer>> {
		if (this.heads) return this.heads;
		const heads = new Map<OpenInterface, HeadAnswer>();
		for (const by of this.opened) heads.set(by, await headOf(by, this.live, this.terms));
		this.heads = heads;
		return heads;
	}
}

interface One {
	readonly one: Pick<Work, 'terms' | 'settings' | 'account' | 'history' | 'accountsLeft'>;
	readonly own: readonly Receipt[];
	readonly opened: readonly OpenInterface[];
	readonly heads: ReadonlyMap<OpenInterface, HeadAnswer>;
	readonly hashes: Map<OpenInterface, Map<number, Promise<string | undefined>>>;
	readonly assets: ReadonlyMap<string, Asset>;
	/** Times of marks of the network; grows with what is brought. */
	readonly instants: Map<number, number>;
}

async function fetchOne({ one, own, opened, heads, hashes, assets, instants }: One): Promise<void> {
	const { settings, history, terms } = one;
	const shown = shownBy(opened, history);
	const [first] = opened;
	if (!first) throw new Error(`${settings.network} has no interface`);
	const by = shown.by ?? first;
	const answer = heads.get(by);
	const failed = own.filter((receipt) => !covers(receipt));
	if (!shown.by || !answer?.head) {
		const outcome = shown.by === undefined ? 'not-visible' : answer?.head === undefined ? answer?.outcome : undefined;
		const reason = shown.by === undefined ? shown.reason : answer?.head === undefined ? answer?.reason : '';
		await noteFailure(one, own, by, {
			instants,
			head: answer?.head,
			outcome: outcome ?? 'unreachable',
			reason: reason ?? '',
		});
		return;
	}
	const known = hashes.get(by) ?? new Map<number, Promise<string | undefined>>();
	hashes.set(by, known);
	const work: Work = {
		...one,
		by,
		head: answer.head,
		held: own.filter(covers),
		former: failed,
		instants,
		compared: false,
		blockHash: (mark) => {
			const asked = known.get(mark) ?? by.reader.blockHash(mark, terms.signal);
			known.set(mark, asked);
			return asked;
		},
	};
	await fetchHistory(work, assets);
	instantsIn(work.held, instants);
}

/** A history that nothing could be asked of: what is missing of it, and why. What it failed of before is replaced. */
async function noteFailure(
	{ terms, settings, account, history }: One['one'],
	own: readonly Receipt[],
	by: OpenInterface,
	{ head, ...why }: Pick<Failure, 'outcome' | 'reason' | 'instants'> & { head: Work['head'] | undefined },
): Promise<void> {
	const from = settings.from ?? by.reader.first;
	const covering = finalOnes(own, settings.tokens);
	const reach = covering.reduce((max, { until }) => Math.max(max, until), from - 1);
	const [gap = { from: reach + 1, until: reach + 1 }] = gapsIn(covering, from, head?.final ?? reach + 1);
	const receipt = failedReceipt({
		account,
		history,
		chain: settings.network,
		tokens: tokensWanted(settings, history),
		unit: by.reader.unit,
		...gap,
		...(head ? { head } : {}),
		...why,
		askedAt: terms.clock.now(),
	});
	const former = own.filter((one) => !covers(one) && one.outcome !== 'balance-differs');
	const same = former.find((one) => failedAlike(one, receipt));
	if (!same) await commit(terms, { receipt, records: [], exchanges: [] }, by.kind, settings.keepAnswers);
	for (const one of former) if (one !== same) await forget(terms, one);
}

/** Dropped stretches all of whose records came again say nothing any more. */
async function forgetReturned(terms: FetchTerms, stretches: Stretches): Promise<void> {
	for (const { receipt, vanished, waiting } of await fatesOf(terms.store, stretches))
		if (vanished.length === 0 && waiting === 0) await forget(terms, receipt);
}
