import type { Graph } from './graph.ts';
import { integer } from './properties.ts';
import type { Writer } from './writer.ts';

type InParts = Pick<Writer, 'write' | 'writeInParts'>;

/** Finishes what a killed process left: readings that were never committed, or no longer hold, and half a run. */
export async function sweep(graph: Graph, writer: InParts): Promise<void> {
	for (const [hash, token] of await graph.read('read/pending-readings')) {
		await removeReading(writer, String(hash), Number(token));
	}
	await sweepRun(writer);
}

/**
 * Takes back a run that was begun and does not hold. Which one holds is asked, for an answer may have been lost; as a
 * writer, so that one who lost the case to another takes nothing of theirs away.
 */
export async function sweepRun(writer: InParts): Promise<void> {
	const [state] = await writer.write((send) => send('read/case'));
	const [run, pending] = [Number(state?.[1]), state?.[2]];
	if (pending !== null && pending !== undefined) await removeUnfinishedRun(writer, run);
}

/** Removes all that one reading of a file said; the file too where no reading of it is left. */
export async function removeReading(writer: InParts, hash: string, reading: number): Promise<void> {
	await writer.writeInParts('write/remove-reading', { hash, reading: integer(reading) });
	await writer.write((send) => send('write/forget-reading', { hash, reading: integer(reading) }));
}

/** Takes back what was written of a run after run `run`; with run 0 everything derived goes. */
export async function removeUnfinishedRun(writer: InParts, run: number): Promise<void> {
	const after = { run: integer(run) };
	await writer.writeInParts('write/remove-new-transfers', after);
	await writer.writeInParts('write/restore-transfers', after);
	await writer.writeInParts('write/remove-runs-after', after);
	await writer.writeInParts('write/remove-lone-accounts');
	await writer.write((send) => send('write/end-run'));
}

/** Removes runs before `oldest`, and the transfers that only they saw. */
export async function removeOldRuns(writer: InParts, oldest: number): Promise<void> {
	const before = { oldest: integer(oldest) };
	await writer.writeInParts('write/remove-old-transfers', before);
	await writer.writeInParts('write/remove-runs-before', before);
	await writer.writeInParts('write/remove-lone-accounts');
}
