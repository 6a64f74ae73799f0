import { join } from 'node:path';
import type { Decision } from '../../ledger/decision.ts';
import type { Allowance, Clock } from '../../sources/chains/transport/contract.ts';
import { isPresent } from '../../sources/present.ts';
import type { RecordFilter, Store } from '../../stores/contract.ts';
import type { CaseFolder } from '../case-folder.ts';
import { type ChainIntake, NO_CHAINS } from '../chain-intake.ts';
import type { Settings } from '../settings.ts';
import type { Environment } from '../store-place.ts';
import { accountsAsked } from './accounts.ts';
import { type ChainToFetch, fetchChains } from './fetch-chains.ts';
import { KEPT_FOLDER } from './kept-answers.ts';
import { readAsKnown } from './known-tokens.ts';
import { closeAll, openChain, openKept } from './open-chain.ts';
import { type DamagedAnswers, noteNotKept, restore } from './restore.ts';
import { stretchesIn } from './stretches.ts';
import { fatesOf, vanishedTransfers } from './vanished.ts';
import type { FetchStep } from './work.ts';

/** Leave to ask chains. Without it a run reads what was kept, and opens no connection. */
export interface ChainAccess {
	readonly clock: Clock;
	/** Ends the asking; what is committed stays. */
	readonly signal: AbortSignal;
	readonly allowance?: Allowance;
	readonly told?: (step: FetchStep) => void;
	/** Called when the asking begins. @returns what is called when it has ended */
	readonly begin?: () => () => void;
}

/** A case whose chains are to be brought up to date. */
export interface ChainCase {
	readonly folder: Pick<CaseFolder, 'root' | 'evidence'>;
	readonly settings: Settings;
	readonly store: Store;
	readonly env: Environment;
	readonly decisions: readonly Decision[];
	/** Files that say whose accounts are whose. */
	readonly filter: RecordFilter;
}

/** What was taken of chains, and what a person should hear of it at once. */
export interface TakenChains {
	readonly intake: ChainIntake;
	/** Kept answers that are not what they were: alarms. */
	readonly damaged: readonly DamagedAnswers[];
	/** Services and merchants on the networks, whose histories were not asked for. */
	readonly pooled: readonly string[];
}

/**
 * Brings the chains of a case up to date, or, without access, reads what was kept of them.
 *
 * @throws Problem of configuration, and of the store; never for what a chain answers
 */
export async function takeChains(one: ChainCase, access: ChainAccess | undefined): Promise<TakenChains> {
	const { folder, settings, store, filter, decisions } = one;
	if (settings.chains.length === 0 && !isPresent(join(folder.root, KEPT_FOLDER))) {
		await readAsKnown(store, settings.assets);
		return { intake: await chainIntake(store), damaged: [], pooled: [] };
	}
	const damaged = await restoreKept(one);
	const { byNetwork, pooled } = await accountsAsked(store, filter, settings, decisions);
	const accountsOn = (network: string) => byNetwork.get(network) ?? [];
	if (access) await fetchAccounts(one, accountsOn, access);
	else
		await noteNotKept(
			settings.chains.map((chain) => ({ settings: chain, accounts: accountsOn(chain.network) })),
			one,
		);
	return { intake: await chainIntake(store), damaged, pooled };
}

/** Brings kept answers back that the store lacks. @returns those that are damaged */
export async function restoreKept({ folder, settings, store }: ChainCase): Promise<DamagedAnswers[]> {
	const { assets } = settings;
	await readAsKnown(store, assets);
	return await restore({ root: folder.root, store, assets }, (receipt, kind) => openKept(receipt, kind, { assets }));
}

/** Brings accounts up to their chains. @throws Problem of configuration: keys, addresses */
export async function fetchAccounts(
	{ folder, settings, store, env }: ChainCase,
	accountsOn: (network: string) => readonly string[],
	{ clock, signal, allowance, told = () => {}, begin }: ChainAccess,
): Promise<number> {
	const { assets } = settings;
	const chains: ChainToFetch[] = [];
	const end = begin?.();
	try {
		for (const chain of settings.chains) {
			const accounts = accountsOn(chain.network);
			if (accounts.length === 0) continue;
			const place = { folder, assets, env, clock, ...(allowance ? { allowance } : {}) };
			chains.push({ settings: chain, opened: await openChain(chain, place), accounts });
		}
		await fetchChains(chains, assets, { root: folder.root, store, clock, signal, told });
		return chains.flatMap(({ opened }) => opened).reduce((sum, { reader }) => sum + reader.sent, 0);
	} finally {
		end?.();
		for (const { opened } of chains) await closeAll(opened);
	}
}

async function chainIntake(store: Store): Promise<ChainIntake> {
	const stretches = await stretchesIn(store);
	if (stretches.live.length === 0 && stretches.dropped.length === 0) return NO_CHAINS;
	return {
		hashes: new Set(stretches.live.map(({ id }) => id)),
		vanished: vanishedTransfers(await fatesOf(store, stretches)),
	};
}
