import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../ledger/problem.ts';
import { shownPlace } from './address.ts';
import { statement } from './cypher.ts';
import type { Graph, Send } from './graph.ts';
import { sweep } from './sweep.ts';
import { serverTrouble } from './trouble.ts';

/** How long to wait for another process that is about to end, or for a server that has just started. */
const WAIT_MS = 10_000;
/** A server may end transactions that are open for long: this one says how long it is meant to be. */
const HOLD_MS = 7 * 24 * 3_600_000;

/** The right to write a case: one process at a time has it. */
export interface Writer {
	/** As `graph.write`; throws `store.busy` where another process took the case over meanwhile. */
	write<T>(work: (send: Send, attempt: number) => Promise<T>): Promise<T>;
	writeInParts: Graph['writeInParts'];
	/** Runs that are being written: one at a time. */
	runs: number;
	release(): Promise<void>;
}

/**
 * Takes the right to write and removes what a killed process left unfinished.
 *
 * An open transaction holds a lock on the case's `Lock` node: the server lets go of it the moment the process dies, so
 * no stale lock can remain. A token guards the one gap: a server that restarts forgets its locks, and another process
 * may have taken the case before this one is connected again.
 *
 * @throws Problem `store.locked` {path, pid, holder}
 */
export async function takeWriter(graph: Graph): Promise<Writer> {
	const hold = await takeLock(graph);
	const token = randomUUID();
	const guarded: Writer['write'] = (work) =>
		graph.write(async (send, attempt) => {
			const mine = send('write/assert-writer', { token });
			const [asserted, answer] = await Promise.all([mine, work(send, attempt)]);
			if (asserted.length === 0) throw new Problem('store', 'store.busy', { path: shownPlace(graph.place) });
			return answer;
		});
	const writer: Writer = {
		write: guarded,
		writeInParts: graph.writeInParts,
		runs: 0,
		release: hold.release,
	};
	try {
		await graph.write((send) => send('write/set-writer', { token }));
		await sweep(graph, writer);
	} catch (error) {
		await hold.release();
		throw error;
	}
	return writer;
}

async function takeLock(graph: Graph): Promise<{ release(): Promise<void> }> {
	const session = graph.session();
	const release = async () => {
		await session.close().catch(() => undefined);
	};
	try {
		const transaction = await session.beginTransaction({ timeout: HOLD_MS });
		const locked = transaction.run(statement('write/lock'), { case: graph.place.case });
		const late = new AbortController();
		const first = await Promise.race([locked.then(() => true), wait(WAIT_MS, false, { signal: late.signal })]);
		late.abort();
		if (!first) throw new Problem('store', 'store.locked', { path: shownPlace(graph.place), pid: '', holder: '' });
		return { release };
	} catch (error) {
		await release();
		throw serverTrouble(error, graph.place);
	}
}
