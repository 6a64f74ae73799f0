/** Prints how well the program finds known truth: `npm run accuracy -- --benchmarks <folder> [--json]`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureDemos } from './demo.ts';
import { LAUNDERNET_CASES, readLaundering } from './laundernet.ts';
import { measure } from './measure.ts';
import { markdownOf, rowsOf } from './print.ts';

const DEMO_SEEDS = [1, 2, 3, 4, 5];

const { values } = parseArgs({
	options: { benchmarks: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const folder = values.benchmarks === undefined ? undefined : join(values.benchmarks, 'laundernet');
if (folder === undefined || !existsSync(folder)) {
	console.error('--benchmarks <folder>: a folder that holds laundernet/Atomic, laundernet/LIFI and laundernet/TxPhish');
	process.exit(2);
}
const cases = [];
for (const name of LAUNDERNET_CASES) cases.push(measure(await readLaundering(join(folder, name), name)));
const demos = await measureDemos(DEMO_SEEDS);
console.log(values.json ? JSON.stringify(rowsOf(cases, demos), null, '\t') : markdownOf(cases, demos));
