import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TestFn } from 'ava';
import { KNOWN_ASSETS } from '../../src/ledger/asset.ts';
import type { EvidenceFile, Hints, Source } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { identify } from '../../src/sources/identify.ts';
import { sourcesFor } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { countRows, readOrProblem } from './borne.ts';
import { garbage, inPieces, sameStatements, variants } from './files.ts';
import { gather, golden } from './gathered.ts';
import { borneBy, trials } from './trials.ts';

export const HINTS: Hints = {
	offsetMinutes: 480,
	mappings: [],
	assets: new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset])),
};

export interface SourceCase {
	/** What the case knows; default Chinese time, no mappings, the known assets. */
	readonly hints?: Hints;
	/** Every line or sheet row is a row of the source; default yes. Documents (YAML) count their own. */
	readonly tabular?: boolean;
}

/** What `npm run torture` sets; the tests alone try little. */
const { MUTATION_SEED = '1', MUTATION_ROUNDS = '50' } = process.env;
/** Changed files a round and source, spread over its samples. */
const A_ROUND = { byte: 1, cell: 2, several: 0.2 } as const;

/**
 * What every source must do, tried on each file of a sample folder. Beside `x.csv` stands `x.csv.expected.json`: what
 * the file says, made once with `UPDATE_GOLDEN=1` and checked by eye.
 *
 * @param folder of samples, relative to the project's root
 */
export function sourceContract(
	test: TestFn,
	source: Source,
	folder: string,
	{ hints = HINTS, tabular = true }: SourceCase = {},
): void {
	const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
	const all = sourcesFor(hints);
	for (const name of names) {
		const title = (says: string) => `${source.id}, ${name}: ${says}`;
		const open = async () => memoryFile(name, await readFile(join(folder, name)));
		const read = async (file: EvidenceFile) => gather(source.read(file, hints));

		test(title('it claims the file, and no other source does'), async (t) => {
			const found = identify(name, await sampleOf(await open()), hints, all);
			t.is(found?.source.id, source.id);
		});

		test(title('it says what the golden file says'), async (t) => {
			const path = join(folder, `${name}.expected.json`);
			const said = golden(await read(await open()));
			if (process.env.UPDATE_GOLDEN) await writeFile(path, `${JSON.stringify(said, null, '\t')}\n`);
			t.deepEqual(said, JSON.parse(await readFile(path, 'utf8')));
		});

		test(title('every row has one fate'), async (t) => {
			const file = await open();
			const { rows, read: readRows, skipped, rejected } = await read(file);
			const skippedRows = Object.values(skipped).reduce((sum, count) => sum + count, 0);
			t.is(rows, readRows + skippedRows + rejected.length);
			if (tabular) t.is(rows, await countRows(file));
		});

		test(title('reading it again says the same, and every record has its own id'), async (t) => {
			const file = await open();
			const [first, second] = [await read(file), await read(await open())];
			t.deepEqual(first, second);
			t.is(new Set(first.records.map((record) => record.id)).size, first.records.length);
		});

		test(title('it makes no difference in what pieces the bytes come'), async (t) => {
			const file = await open();
			for (const size of [7, 997]) t.deepEqual(await read(inPieces(file, size)), await read(file));
		});

		test(title('byte order mark and line ends make no difference'), async (t) => {
			const file = await open();
			t.pass();
			for (const variant of await variants(file)) t.true(sameStatements(await read(file), await read(variant)));
		});

		test(title('a file cut short says nothing that the whole file does not'), async (t) => {
			const file = await open();
			const whole = await read(file);
			t.true(whole.rows > 0);
			for (let tenth = 1; tenth < 10; tenth++) {
				const said = await readOrProblem(source, cutAt(await readFile(join(folder, name)), tenth, file), hints);
				for (const record of said?.records ?? []) {
					const same = whole.records.find(({ id }) => id === record.id);
					// What a row leaves open, and its neighbours decide, may be lost with them.
					if (same && same.amount === undefined) continue;
					t.deepEqual(
						[record.amount, record.moment, record.from, record.to],
						same && [same.amount, same.moment, same.from, same.to],
					);
				}
			}
		});

		test(title('garbage is rejected, and never throws'), async (t) => {
			const bytes = await readFile(join(folder, name));
			for (const broken of garbage(bytes)) {
				const file = memoryFile(name, broken);
				await t.notThrowsAsync(async () => {
					const said = await readOrProblem(source, file, hints);
					if (said && tabular) t.is(said.rows, await countRows(file));
				});
			}
		});

		for (const { says, kind, property, cost } of trials(source, join(folder, name), { hints, tabular })) {
			const runs = (A_ROUND[kind] * Number(MUTATION_ROUNDS)) / (names.length * cost);
			// Serial: what a case costs is measured.
			test.serial(title(says), async (t) => {
				await t.notThrowsAsync(borneBy(property, Number(MUTATION_SEED), runs));
			});
		}
	}
}

/** The first tenths of the bytes, under the hash of the whole: ids can be compared. */
function cutAt(bytes: Uint8Array, tenths: number, whole: EvidenceFile): EvidenceFile {
	const cut = bytes.subarray(0, Math.floor((bytes.length * tenths) / 10));
	return { ...memoryFile(basename(whole.path), cut), hash: whole.hash };
}
