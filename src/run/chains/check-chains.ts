import { Problem } from '../../ledger/problem.ts';
import { HISTORY_KINDS, type HistoryKind } from '../../ledger/receipt.ts';
import type { Head } from '../../sources/chains/contract.ts';
import { addressOf } from '../../sources/chains/transport/address.ts';
import { ChainTrouble, type Clock } from '../../sources/chains/transport/contract.ts';
import type { CaseFolder } from '../case-folder.ts';
import type { Settings } from '../settings.ts';
import type { Environment } from '../store-place.ts';
import { endpointOf } from './endpoints.ts';
import { closeAll, openChain, shownBy } from './open-chain.ts';
import type { ChainSettings } from './settings.ts';

/** What one endpoint of a case is good for. */
export interface EndpointCheck {
	readonly network: string;
	/** Address without key. */
	readonly endpoint: string;
	/** How far its chain has come, and what it shows of an account; undefined where it does not say. */
	readonly found?: {
		readonly head: Head;
		readonly shown: readonly HistoryKind[];
		readonly hidden: readonly HistoryKind[];
	};
	/** What is wrong: a problem of ours, or what stands in the way. */
	readonly problem?: Problem;
	readonly reason?: string;
}

/** Somebody waits at a terminal. */
const PATIENCE_MS = 20_000;

/** Asks every endpoint of a case, each by itself, how far its chain has come: one behind another would never be seen failing. */
export async function* checkChains(
	folder: Pick<CaseFolder, 'root' | 'evidence'>,
	{ chains, assets }: Pick<Settings, 'chains' | 'assets'>,
	env: Environment,
	clock: Clock,
): AsyncGenerator<EndpointCheck> {
	for (const chain of chains)
		for (const endpoint of chain.endpoints) {
			const { network } = chain;
			let label = '';
			try {
				label = addressOf({ ...(await endpointOf(folder, endpoint, env)), keyParameter: 'key' }).label;
				const one: ChainSettings = { ...chain, endpoints: [endpoint], crossCheck: false };
				yield { network, endpoint: label, found: await ask(one, { folder, assets, env, clock }) };
			} catch (cause) {
				if (cause instanceof Problem) yield { network, endpoint: label, problem: cause };
				else if (cause instanceof ChainTrouble) yield { network, endpoint: label, reason: reasonOf(cause) };
				else throw cause;
			}
		}
}

async function ask(settings: ChainSettings, place: Parameters<typeof openChain>[1]) {
	const opened = await openChain(settings, place);
	try {
		const [first] = opened;
		if (!first) throw new Error('no interface was opened');
		const head = await first.reader.head(AbortSignal.timeout(PATIENCE_MS));
		const shown = HISTORY_KINDS.filter((history) => shownBy(opened, history).by !== undefined);
		return { head, shown, hidden: HISTORY_KINDS.filter((history) => !shown.includes(history)) };
	} finally {
		await closeAll(opened);
	}
}

function reasonOf({ kind, detail }: ChainTrouble): string {
	return kind === 'aborted' ? `no answer within ${PATIENCE_MS / 1000} s` : detail;
}
