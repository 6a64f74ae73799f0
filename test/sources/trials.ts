/** A sample file changed here and there: what every source must bear. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as fc from 'fast-check';
import type { Hints, Source } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { readBorne } from './borne.ts';
import { type Gathered, gather } from './gathered.ts';
import { blockChange, byteChange, type Change, cellChange, changed } from './mutations.ts';
import { Watchdog } from './watchdog.ts';

export interface Trial {
	readonly says: string;
	readonly property: fc.IAsyncProperty<[readonly Change[]]>;
	readonly kind: 'byte' | 'cell' | 'several';
	/** Cases that one of a text file stands for. */
	readonly cost: number;
}

interface Reading {
	readonly hints: Hints;
	readonly tabular: boolean;
}

/** Workbooks, new and old, and PDFs are parsed whole. */
const WHOLE = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF'];
const WHOLE_COST = 25;

/** In long trials alone. */
const watchdog = process.env.MUTATION_COUNTED ? new Watchdog(process.env.MUTATION_COUNTED) : undefined;

/** Three ways to change a file: single bytes, single cells, several things at once. */
export function trials(source: Source, path: string, reading: Reading): Trial[] {
	const bytes = readFileSync(path);
	const whole = gatherOnce(source, path, bytes, reading.hints);
	const bear = async (changes: readonly Change[]) => {
		const file = memoryFile(basename(path), changes.reduce(changed, bytes));
		const read = () => readBorne(source, file, reading.hints, reading.tabular);
		const borne = await (watchdog ? watchdog.over(`${path} ${JSON.stringify(changes)}`, read) : read());
		const [only] = changes;
		if (borne?.claimed && only && changes.length === 1 && reading.tabular)
			refuseSilence(borne.said, await whole(), only);
	};
	const one = (change: fc.Arbitrary<Change>) => change.map((only) => [only]);
	const several = fc.array<Change>(fc.oneof(byteChange, cellChange, blockChange), { minLength: 2, maxLength: 4 });
	const cost = WHOLE.includes(bytes.subarray(0, 4).toString('latin1')) ? WHOLE_COST : 1;
	return [
		{ says: 'a changed byte is borne', kind: 'byte', property: fc.asyncProperty(one(byteChange), bear), cost },
		{ says: 'a changed cell is borne', kind: 'cell', property: fc.asyncProperty(one(cellChange), bear), cost },
		{ says: 'several changes are borne', kind: 'several', property: fc.asyncProperty(several, bear), cost },
	];
}

/** @throws Error with the failing case, its seed and what was not so */
export async function borneBy(property: Trial['property'], seed: number, runs: number): Promise<void> {
	await fc.assert(property, { seed, numRuns: Math.ceil(runs), includeErrorInReport: true });
}

function gatherOnce(source: Source, path: string, bytes: Buffer, hints: Hints): () => Promise<Gathered> {
	let whole: Promise<Gathered> | undefined;
	return () => {
		whole ??= gather(source.read(memoryFile(basename(path), bytes), hints));
		return whole;
	};
}

/** A single change may cost its own row, which is then passed over; rows beside it are read or rejected as before. */
function refuseSilence(said: Gathered, whole: Gathered, change: Change): void {
	const lost = skippedRows(said) - skippedRows(whole);
	if (lost > 2) throw new Error(`${lost} more rows are passed over after ${JSON.stringify(change)}`);
}

function skippedRows({ skipped }: Gathered): number {
	return Object.values(skipped).reduce((sum, count) => sum + count, 0);
}
