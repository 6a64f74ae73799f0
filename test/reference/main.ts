/** Reads the reference samples of a folder and compares with what was counted by hand: `npm run reference -- <folder>`. */
import { deepEqual } from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatAmount } from '../../src/ledger/money.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { diskFile } from '../../src/sources/evidence-file.ts';
import { identify } from '../../src/sources/identify.ts';
import { sourcesFor } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS } from '../sources/contract.ts';
import { gather } from '../sources/gathered.ts';
import { EXPECTED, type Expectation } from './expected.ts';

/** A token that nobody has stated decimals for. */
const UNKNOWN_DECIMALS = 18;
/** What stands beside the samples and is none. */
const PAPERS = /(?:^|\/)(?:README\.md|LICENSE)$/;

const folder = process.argv[2] ?? '';
if (folder === '' || !existsSync(folder)) {
	console.error(`no folder of reference samples: ${folder || 'none was named'}`);
	process.exit(2);
}
const found = readdirSync(folder, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
	.filter((path) => !PAPERS.test(path));
let different = 0;
for (const path of [...new Set([...Object.keys(EXPECTED), ...found])].sort()) {
	const expected = EXPECTED[path];
	const said = found.includes(path) ? await readingOf(join(folder, path), path) : undefined;
	const equal = isEqual(said, expected);
	if (!equal) different += 1;
	console.log(`${equal ? 'same     ' : 'DIFFERENT'} ${path}: ${line(said)}`);
	if (!equal) console.log(`          expected: ${line(expected)}`);
}
console.log(`${found.length} files, ${different} different`);
process.exitCode = different === 0 ? 0 : 1;

async function readingOf(absolute: string, path: string): Promise<Expectation> {
	const file = await diskFile(absolute, path);
	const source = identify(path, await sampleOf(file), HINTS, sourcesFor(HINTS))?.source;
	if (!source) return { source: undefined, read: 0, rejected: 0, records: 0, sums: {} };
	const { read, skipped, rejected, records } = await gather(source.read(file, HINTS));
	return {
		source: source.id,
		read,
		skipped: Object.values(skipped).reduce((sum, count) => sum + count, 0),
		rejected: rejected.length,
		records: records.length,
		sums: sumsOf(records),
	};
}

function sumsOf(records: readonly LedgerRecord[]): Record<string, string> {
	const sums = new Map<string, bigint>();
	for (const record of records) {
		if (record.amount === undefined || record.amount === 0n) continue;
		const key = `${wayOf(record)} ${record.asset}`;
		sums.set(key, (sums.get(key) ?? 0n) + record.amount);
	}
	return Object.fromEntries(
		[...sums].map(([key, sum]) => {
			const decimals = HINTS.assets.get(key.slice(key.indexOf(' ') + 1))?.decimals ?? UNKNOWN_DECIMALS;
			return [key, formatAmount(sum, decimals)];
		}),
	);
}

function wayOf({ own, from, to }: LedgerRecord): string {
	if (from.account === to.account) return 'within';
	return own === 'neither' ? 'moved' : own === 'from' ? 'out' : 'in';
}

/** What the table leaves open is not compared. */
function isEqual(said: Expectation | undefined, expected: Expectation | undefined): boolean {
	if (!said || !expected) return false;
	const { skipped: _skipped, ...rest } = said;
	try {
		deepEqual('skipped' in expected ? said : rest, expected);
		return true;
	} catch {
		return false;
	}
}

function line(reading: Expectation | undefined): string {
	if (!reading) return 'not there';
	const { source, read, skipped, rejected, records, sums } = reading;
	const counts = `read ${read}, skipped ${skipped ?? 'any'}, rejected ${rejected}, records ${records}`;
	const amounts = Object.entries(sums)
		.sort()
		.map(([key, sum]) => `${key} ${sum}`);
	return [source ?? 'nobody', counts, ...amounts].join('; ');
}
