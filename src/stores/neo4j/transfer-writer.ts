import type { Transfer } from '../../ledger/transfer.ts';
import type { Graph } from './graph.ts';
import { integer } from './properties.ts';
import { accountNode, digestOf, orderKeys, type TransferNode, transferNode } from './transfer-node.ts';
import type { Writer } from './writer.ts';

/** Rows in one transaction: larger ones gain nothing and cost the server memory. */
const BATCH_ROWS = 10_000;

/** Writes the transfers of a run: of those the former run has, only the ones that differ. */
export interface TransferWriter {
	write(batch: readonly Transfer[]): Promise<void>;
	/** How many the run has so far. */
	count(): number;
	/** Writes what waits. */
	flush(): Promise<void>;
	/** Marks what vanished and ties transfers to their rows. @returns whether anything differs from the former run */
	finish(): Promise<boolean>;
}

export async function transferWriter(graph: Graph, writer: Writer, run: number): Promise<TransferWriter> {
	const bound = { run: integer(run) };
	const former = await digestsOf(graph);
	const keyOf = orderKeys();
	/** Accounts that are there: they go only when a run is committed. */
	const known = new Set<string>();
	let waiting: TransferNode[] = [];
	let changed = false;
	let count = 0;

	const flush = async () => {
		if (waiting.length === 0) return;
		const rows = waiting;
		waiting = [];
		changed = true;
		const cards = rows.flatMap(({ id, card }) => (card === null ? [] : [[id, card] as const]));
		const touched = [...rows.flatMap((row) => [row.from, row.to]), ...cards.map(([, card]) => card)];
		const accounts = [...new Set(touched)].filter((id) => !known.has(id));
		const superseded = rows.filter((row) => former.delete(row.id)).map((row) => row.id);
		const links = rows.flatMap(({ id, records }) => records.map((record) => [id, record]));
		await writer.write(async (send, attempt) => {
			// Of a transaction whose answer was lost nobody knows whether it holds: then what is there is passed over.
			const again = attempt > 1 ? '-again' : '';
			// Sent without waiting for one another's answers: the server works them off in this order.
			const sent = [];
			if (accounts.length > 0) sent.push(send('write/accounts', { rows: accounts.map(accountNode) }));
			if (superseded.length > 0) sent.push(send('write/supersede', { ...bound, ids: superseded }));
			sent.push(send(`write/transfers${again}`, { ...bound, rows: rows.map((row) => row.cells) }));
			if (cards.length > 0) sent.push(send('write/cards', { ...bound, cards }));
			sent.push(send(`write/shows${again}`, { ...bound, links }));
			await Promise.all(sent);
		});
		for (const account of accounts) known.add(account);
	};
	return {
		async write(batch) {
			count += batch.length;
			for (const transfer of batch) {
				const key = keyOf(transfer.instant);
				const digest = digestOf(transfer, key);
				if (former.get(transfer.id) === digest) {
					former.delete(transfer.id);
					continue;
				}
				waiting.push(transferNode(transfer, key, digest));
				if (waiting.length >= BATCH_ROWS) await flush();
			}
		},
		count: () => count,
		flush,
		async finish() {
			await flush();
			const vanished = [...former.keys()];
			for (let at = 0; at < vanished.length; at += BATCH_ROWS) {
				const ids = vanished.slice(at, at + BATCH_ROWS);
				await writer.write((send) => send('write/supersede', { ...bound, ids }));
			}
			// A file that was read anew has new rows: they take the place of the old ones.
			await writer.writeInParts('write/tie-again', bound);
			return changed || vanished.length > 0;
		},
	};
}

/** Id and digest of every transfer of the last committed run. */
async function digestsOf(graph: Graph): Promise<Map<string, string>> {
	const digests = new Map<string, string>();
	const rows = graph.stream('read/transfer-digests', 'read/transfers-count', {}, ([id, digest]) => [id, digest]);
	for await (const batch of rows) for (const [id, digest] of batch) digests.set(id as string, digest as string);
	return digests;
}
