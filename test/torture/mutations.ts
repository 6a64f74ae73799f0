import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Problem } from '../../src/ledger/problem.ts';
import type { Hints, Source } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { identify } from '../../src/sources/identify.ts';
import { sourcesFor } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { countRows, readOrProblem } from '../sources/contract.ts';
import { daily, flows, hintsWith, labels, own } from '../sources/mappings.ts';
import type { Torture } from './torture.ts';

const SAMPLES = 'datasets/samples';
const HINTS = hintsWith(flows, own, daily, labels);

/** Texts that stand where a number, a time, a name or an account should. */
const NASTY = [
	'',
	' ',
	'-1',
	'1e5',
	'1O0',
	'9'.repeat(60),
	'0.001',
	'2023-02-30 25:61:00',
	'0000-00-00',
	'__proto__',
	'constructor',
	'=1+1',
	'"',
	'""',
	'\u0000',
	'\ufeff',
	'\u202e',
	'🌊',
	'\ud83c',
	'null',
	'x'.repeat(5_000),
];

const place = fc.nat({ max: 1_000_000 });
const mutation = fc.oneof(
	fc.record({ kind: fc.constant('set' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }),
	fc.record({ kind: fc.constant('insert' as const), at: place, byte: fc.integer({ min: 0, max: 255 }) }),
	fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 300 }) }),
	fc.record({ kind: fc.constant('double' as const), at: place, length: fc.integer({ min: 1, max: 300 }) }),
	fc.record({ kind: fc.constant('end' as const), at: place }),
	fc.record({ kind: fc.constant('cell' as const), at: place, text: fc.constantFrom(...NASTY) }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/**
 * Sample files of every source, changed here and there: no reader may crash, every row has one fate, every record its
 * own id. Only a workbook may be refused as a whole.
 */
export const mutations: Torture = {
	name: 'mutations',
	rounds: 200,
	async run(seed, rounds) {
		const names = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.includes('.') && !name.endsWith('.expected.json'))
			.sort();
		for (const name of names) {
			const bytes = await readFile(join(SAMPLES, name));
			const source = identify(name, await sampleOf(memoryFile(name, bytes)), HINTS, sourcesFor(HINTS))?.source;
			if (!source) throw new Error(`${name} is read by nobody`);
			const property = fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (changes) => {
				await readMutant(name, changes.reduce(mutated, bytes), source, HINTS);
			});
			try {
				await fc.assert(property, { seed, numRuns: rounds });
			} catch (cause) {
				throw new Error(`a change of ${name} is not borne`, { cause });
			}
		}
	},
};

async function readMutant(name: string, bytes: Buffer, source: Source, hints: Hints): Promise<void> {
	const file = memoryFile(name, bytes);
	try {
		identify(name, await sampleOf(file), hints, sourcesFor(hints));
	} catch (error) {
		if (error instanceof Problem && error.kind === 'evidence') return;
		throw error;
	}
	const said = await readOrProblem(source, file, hints);
	if (!said) return;
	const ids = new Set(said.records.map((record) => record.id));
	if (ids.size !== said.records.length) throw new Error('two records have one id');
	// A document counts its own rows.
	if (source.id === 'tagpack') return;
	const rows = await countRows(file);
	if (said.rows !== rows) throw new Error(`${rows} rows, but ${said.rows} fates`);
}

function mutated(bytes: Buffer, change: Mutation): Buffer {
	const at = bytes.length === 0 ? 0 : change.at % bytes.length;
	const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
	switch (change.kind) {
		case 'set':
			return Buffer.concat([before, Buffer.of(change.byte), after.subarray(1)]);
		case 'insert':
			return Buffer.concat([before, Buffer.of(change.byte), after]);
		case 'cut':
			return Buffer.concat([before, after.subarray(change.length)]);
		case 'double':
			return Buffer.concat([before, after.subarray(0, change.length), after]);
		case 'end':
			return Buffer.from(before);
		case 'cell':
			return withCell(before, after, change.text);
	}
}

/** The cell at a place, from delimiter to delimiter, replaced. */
function withCell(before: Buffer, after: Buffer, text: string): Buffer {
	const isDelimiter = (byte: number) => byte === 0x09 || byte === 0x0a || byte === 0x2c;
	const end = after.findIndex(isDelimiter);
	return Buffer.concat([
		before.subarray(0, before.findLastIndex(isDelimiter) + 1),
		Buffer.from(text),
		end < 0 ? Buffer.alloc(0) : after.subarray(end),
	]);
}
