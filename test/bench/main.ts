/** `npm run bench`: Markdown for people; `-- --json` for machines; `-- --only tracing` for one bench; `-- --rows N` for a try. */
import { chainsBench } from './chains.ts';
import { frontierBench } from './frontier.ts';
import { inspectBench } from './inspect.ts';
import { neo4jBench } from './neo4j.ts';
import { neo4jModelBench } from './neo4j-model.ts';
import { packageBench } from './package.ts';
import { pageBench } from './page.ts';
import { readingBench } from './reading.ts';
import type { BenchRow } from './row.ts';
import { runBench } from './run.ts';
import { safetyBench } from './safety.ts';
import { sourcesBench } from './sources.ts';
import { tracingBench } from './tracing.ts';

const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
/** Rows of evidence to read and to run. */
const size = Number(option('--rows') ?? 1_000_000);

const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
	tracing: tracingBench,
	frontier: frontierBench,
	reading: () => readingBench(size),
	sources: sourcesBench,
	run: () => runBench(size),
	safety: () => safetyBench(Math.min(size, 200_000)),
	package: packageBench,
	page: pageBench,
	inspect: inspectBench,
	chains: chainsBench,
	neo4j: neo4jBench,
	'neo4j-model': neo4jModelBench,
};

const only = option('--only');
if (only !== undefined && !(only in BENCHES)) {
	process.stderr.write(`no bench "${only}": there are ${Object.keys(BENCHES).join(', ')}\n`);
	process.exit(2);
}
if (!Number.isInteger(size) || size < 1) {
	process.stderr.write('--rows wants a whole number\n');
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
