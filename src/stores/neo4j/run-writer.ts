import { createHash } from 'node:crypto';
import { Problem } from '../../ledger/problem.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { ConclusionKind, Conclusions } from '../conclusions.ts';
import type { RunWriter } from '../contract.ts';
import { toJson } from '../json.ts';
import { storedText } from '../stored-text.ts';
import { RunTally } from '../tally.ts';
import { transferBody } from '../transfer-body.ts';
import { shownPlace } from './address.ts';
import { conclusionRow } from './conclusion-row.ts';
import type { Graph } from './graph.ts';
import { integer } from './properties.ts';
import { removeOldRuns, removeUnfinishedRun, sweepRun } from './sweep.ts';
import { type TransferWriter, transferWriter } from './transfer-writer.ts';
import type { Writer } from './writer.ts';

const CONCLUSIONS_PER_BATCH = 5_000;
/** A finding may have tens of megabytes: a property has at most this many characters. */
const FINDING_PART = 1_000_000;

/**
 * Writes a run beside the former one. A transfer that is unchanged is left alone; a new one is seen from this run on,
 * a vanished one until it. `commit` moves the case to the new run in one small transaction, then removes what no kept
 * run sees. A run that says what the former one said changes nothing.
 */
export async function beginRun(graph: Graph, writer: Writer): Promise<RunWriter> {
	if (writer.runs > 0) throw new Problem('store', 'store.busy', { path: shownPlace(graph.place) });
	writer.runs += 1;
	const { former, transfers } = await begin(graph, writer).catch((error) => {
		writer.runs -= 1;
		throw error;
	});
	const run = former + 1;
	const findings = new Map<string, string>();
	const tally = new RunTally();
	const said = createHash('sha256');
	let ended = false;
	const end = () => {
		ended = true;
		writer.runs -= 1;
	};
	return {
		async transfers(batch: readonly Transfer[]) {
			tally.transfers(batch.map((transfer) => ({ transfer, body: transferBody(transfer) })));
			await transfers.write(batch);
		},
		async finding(key, value) {
			findings.set(key, value);
			tally.finding(key, value);
		},
		async conclude<K extends ConclusionKind>(kind: K, rows: readonly Conclusions[K][]) {
			await transfers.flush();
			said.update(kind);
			for (let at = 0; at < rows.length; at += CONCLUSIONS_PER_BATCH) {
				const batch = rows.slice(at, at + CONCLUSIONS_PER_BATCH);
				said.update(toJson(batch));
				const parameters = { run: integer(run), rows: batch.map(conclusionRow) };
				await writer.write((send) => send(`write/conclude-${kind}`, parameters));
			}
		},
		async commit() {
			const changed = await transfers.finish();
			for (const [key, value] of findings) said.update(JSON.stringify([key, value]));
			const digest = said.digest('hex');
			const [last] = await graph.read('read/run-digest', { run: integer(former) });
			if (!changed && last?.[0] === digest) {
				await removeUnfinishedRun(writer, former);
				return end();
			}
			for (const [key, value] of findings) await putFinding(writer, run, key, value);
			const numbers = { run: integer(run), former: integer(former), transfers: integer(transfers.count()) };
			const stock = JSON.stringify(tally.stock());
			const moved = await writer.write((send) => send('write/commit-run', { ...numbers, digest, stock }));
			if (moved.length === 0) throw new Problem('store', 'store.busy', { path: shownPlace(graph.place) });
			end();
			await removeOldRuns(writer, run - graph.place.runs + 1);
		},
		async abort() {
			if (ended) return;
			end();
			// What cannot be removed now, the next writer removes; the error that led here is the one to tell.
			await sweepRun(writer).catch(() => undefined);
		},
	};
}

async function begin(graph: Graph, writer: Writer): Promise<{ former: number; transfers: TransferWriter }> {
	const [state] = await writer.write((send) => send('write/begin-run'));
	const former = Number(state?.[0]);
	return { former, transfers: await transferWriter(graph, writer, former + 1) };
}

async function putFinding(writer: Writer, run: number, key: string, value: string): Promise<void> {
	const parts = [];
	for (let at = 0; at === 0 || at < value.length; at += FINDING_PART) {
		parts.push({ part: integer(parts.length), text: storedText(value.slice(at, at + FINDING_PART)) });
	}
	for (const part of parts) {
		await writer.write((send) => send('write/finding', { run: integer(run), key: storedText(key), ...part }));
	}
}
