import type { AccountId } from '../../ledger/account.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import { storedText } from '../stored-text.ts';
import type { Graph } from './graph.ts';
import { readText } from './properties.ts';
import { readTransfer } from './transfer-node.ts';

/** Accounts whose histories are asked for at once. */
const ACCOUNTS_A_QUESTION = 1_000;

/** The transfers of the last committed run, in their total order. */
export function streamTransfers(graph: Graph): AsyncGenerator<Transfer[]> {
	return graph.stream('read/transfers', 'read/transfers-count', {}, readTransfer);
}

/** The transfers of each account, one without any with an empty list. */
export async function readHistories(graph: Graph, accounts: readonly AccountId[]): Promise<Map<AccountId, Transfer[]>> {
	const histories = new Map<AccountId, Transfer[]>(accounts.map((account) => [account, []]));
	const wanted = [...histories.keys()];
	for (let at = 0; at < wanted.length; at += ACCOUNTS_A_QUESTION) {
		const some = wanted.slice(at, at + ACCOUNTS_A_QUESTION);
		const rows = await graph.read('read/histories', { accounts: some.map(storedText) });
		for (const row of rows) histories.get(readText(row.at(-1)))?.push(readTransfer(row));
	}
	return histories;
}

/** The transfer with this id; else that which has the record; else that which has or may have been printed so. */
export async function transferById(graph: Graph, id: string): Promise<Transfer | undefined> {
	const [own] = await graph.read('read/transfer-by-id', { id });
	if (own) return readTransfer(own);
	const named = (await graph.read('read/transfer-by-name', { id })).map(readTransfer);
	return named.find((transfer) => transfer.records.includes(id)) ?? named[0];
}

/** The value last put under a key by the last committed run. */
export async function readFinding(graph: Graph, key: string): Promise<string | undefined> {
	const parts = await graph.read('read/finding', { key: storedText(key) });
	return parts.length === 0 ? undefined : parts.map(([part]) => readText(part)).join('');
}

/** Keys of the last committed run's findings, sorted by code unit. */
export async function readFindingKeys(graph: Graph): Promise<string[]> {
	return (await graph.read('read/finding-keys')).map(([key]) => readText(key)).sort();
}
