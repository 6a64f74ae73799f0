/** `npm run bench`: Markdown for people; `-- --json` for machines; `-- --only tracing` for one bench. */
import { readingBench } from './reading.ts';
import type { BenchRow } from './row.ts';
import { runBench } from './run.ts';
import { tracingBench } from './tracing.ts';

const ROWS = 1_000_000;

const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
	tracing: tracingBench,
	reading: () => readingBench(ROWS),
	run: () => runBench(ROWS),
};

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
if (only !== undefined && !(only in BENCHES)) {
	process.stderr.write(`no bench "${only}": there are ${Object.keys(BENCHES).join(', ')}\n`);
	process.exit(2);
}
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
	if (only === undefined || only === name) rows.push(...(await bench()));
}
process.stdout.write(args.includes('--json') ? `${JSON.stringify(rows)}\n` : markdown(rows));

function markdown(list: readonly BenchRow[]): string {
	const lines = list.map(({ name, size, value, unit, against, ratio }) => {
		const cells = [name, figure(size), `${figure(value)} ${unit}`, figure(against), figure(ratio)];
		return `| ${cells.join(' | ')} |`;
	});
	return ['| what | size | value | against | ratio |', '|---|---:|---:|---:|---:|', ...lines, ''].join('\n');
}

function figure(value: number | null): string {
	if (value === null) return '';
	return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
