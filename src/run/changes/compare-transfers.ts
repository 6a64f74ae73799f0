import {
	contentOf,
	evidenceOf,
	type TransferDifference,
	type TransferRow,
	TransferTally,
} from '../../findings/changes/transfers.ts';
import type { TransferChanges } from '../../findings/changes/transfers-schema.ts';
import { digestOf, IdTable, Numbers } from './id-table.ts';
import type { Lines } from './lines.ts';
import { differences, type Now, rowAt, SEEN, type Then } from './transfer-differences.ts';

/** Tables of transfers of two runs. */
export interface TwoTables {
	readonly before: Lines;
	readonly after: Lines;
	/** Is given the bytes of the table before, once and in order. */
	readonly onBefore?: (bytes: Uint8Array) => void;
	/** Told every difference: those that changed, new ones, vanished ones, renamed ones, each in order of time. */
	readonly onDifference?: (difference: TransferDifference) => void;
	readonly signal?: AbortSignal;
}

export interface ComparedTransfers {
	readonly changes: TransferChanges;
	/** Id under which a transfer of the run before is known now; itself where it is gone. */
	readonly nameNow: (transfer: string) => string;
}

/**
 * Compares the transfers of two runs by id. An id that is gone and that a transfer of now still answers to is *renamed*;
 * so is one whose movement is read from other rows now, equal in everything. What is kept of a transfer is some numbers:
 * a million take about a hundred megabytes, however long the tables are.
 */
export async function compareTransfers(tables: TwoTables): Promise<ComparedTransfers> {
	const then = await readBefore(tables);
	const now = await readAfter(tables, then);
	if (now.fresh.ids.length > 0) await readParents(tables, then, now);
	const tally = new TransferTally();
	for (const difference of differences(tables, then, now)) {
		tally.add(difference);
		tables.onDifference?.(difference);
	}
	return {
		changes: tally.result({ before: then.ids.length, after: now.count, evidenced: now.evidenced }),
		nameNow: (id) => {
			const number = then.ids.find(id);
			if (number < 0 || then.state.at(number) === SEEN || then.heir.at(number) === 0) return id;
			return rowAt(tables.after, then.heir.at(number) - 1).id;
		},
	};
}

async function readBefore({ before, onBefore, signal }: TwoTables): Promise<Then> {
	const then: Then = {
		ids: new IdTable(),
		...{
			content: new Numbers(),
			evidence: new Numbers(),
			at: new Numbers(),
			state: new Numbers(),
			heir: new Numbers(),
		},
	};
	await eachRow(
		before,
		signal,
		(row, at) => {
			then.ids.add(row.id);
			then.content.push(digestOf(contentOf(row)));
			then.evidence.push(digestOf(evidenceOf(row)));
			then.at.push(at);
			then.state.push(0);
			then.heir.push(0);
		},
		onBefore,
	);
	return then;
}

async function readAfter({ after, signal }: TwoTables, then: Then): Promise<Now> {
	const now: Now = {
		...{ count: 0, evidenced: 0, changed: { number: new Numbers(), at: new Numbers() } },
		fresh: { ids: new IdTable(), at: new Numbers(), parent: new Numbers(), taken: new Numbers() },
		renamed: { number: new Numbers(), at: new Numbers(), by: new Numbers() },
	};
	await eachRow(after, signal, (row, at) => {
		now.count++;
		const number = then.ids.find(row.id);
		if (number < 0) {
			now.fresh.ids.add(row.id);
			now.fresh.at.push(at);
			now.fresh.parent.push(0);
			now.fresh.taken.push(0);
		} else {
			then.state.set(number, SEEN);
			if (then.content.at(number) !== digestOf(contentOf(row))) {
				now.changed.number.push(number);
				now.changed.at.push(at);
			} else if (then.evidence.at(number) !== digestOf(evidenceOf(row))) now.evidenced++;
		}
		for (const alias of row.aliases) {
			const other = alias === row.id ? -1 : then.ids.find(alias);
			if (other >= 0 && then.heir.at(other) === 0) then.heir.set(other, at + 1);
		}
	});
	return now;
}

/** Which new ids a transfer before answered to. */
async function readParents({ before, signal }: TwoTables, then: Then, { fresh }: Now): Promise<void> {
	await eachRow(before, signal, (row) => {
		for (const alias of row.aliases) {
			const child = alias === row.id ? -1 : fresh.ids.find(alias);
			if (child >= 0 && fresh.parent.at(child) === 0) fresh.parent.set(child, then.ids.find(row.id) + 1);
		}
	});
}

/** Between two batches the event loop gets a turn, so that a signal is heard. */
async function eachRow(
	lines: Lines,
	signal: AbortSignal | undefined,
	take: (row: TransferRow, at: number) => void,
	onBytes?: (bytes: Uint8Array) => void,
): Promise<void> {
	for (const batch of lines.batches(onBytes)) {
		for (const { at, text } of batch) take(JSON.parse(text) as TransferRow, at);
		await new Promise((resolve) => setImmediate(resolve));
		signal?.throwIfAborted();
	}
}
