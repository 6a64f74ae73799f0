import { join } from 'node:path';
import type { BenchRow } from '../../bench/row.ts';
import type { Section } from '../section.ts';
import { count, dollars, row, table } from '../tables.ts';
import { type Found, type Measured, measure } from './measure.ts';
import { LAUNDERNET_CASES, readLaundering } from './read.ts';

/** The published cases alone: what time allows, and what each policy carries. */
export const laundernet: Section = {
	name: 'laundernet',
	needs: LAUNDERNET_CASES.map((name) => join('laundernet', name)),
	async run({ benchmarks = '' }) {
		const cases = [];
		for (const name of LAUNDERNET_CASES)
			cases.push(measure(await readLaundering(join(benchmarks, 'laundernet', name), name)));
		return { markdown: markdownOf(cases), rows: cases.flatMap(rowsOf) };
	},
};

function markdownOf(cases: readonly Measured[]): string {
	const reach = table(
		['case', 'edges reached', 'value of them, US$', 'accounts', 'terminals'],
		cases.map(({ name, reach: found }) => [name, ...cells(found)]),
	);
	const policies = table(
		[
			'case',
			'policy',
			'edges carrying traced value',
			'value traced, US$',
			'accounts',
			'terminals',
			'of the seeds, held by terminals',
		],
		cases.flatMap(({ name, policies: all }) =>
			all.map((found) => [name, found.policy, ...cells(found), found.settled ? dollars(found.settled) : '-']),
		),
	);
	return `${reach}\n\n${policies}`;
}

function rowsOf({ name, reach, policies }: Measured): BenchRow[] {
	return [
		...foundRows(`laundernet ${name} reach`, reach),
		...policies.flatMap((found) => foundRows(`laundernet ${name} ${found.policy}`, found)),
	];
}

function foundRows(name: string, { edges, value, accounts, terminals }: Found): BenchRow[] {
	return [
		row(`${name} edges`, edges.of, 'edges', edges.found, edges.of),
		row(`${name} value`, edges.of, 'US cents', Number(value.found), Number(value.of)),
		row(`${name} accounts`, edges.of, 'accounts', accounts.found, accounts.of),
		row(`${name} terminals`, edges.of, 'accounts', terminals.found, terminals.of),
	];
}

function cells({ edges, value, accounts, terminals }: Found): string[] {
	return [count(edges), dollars(value), count(accounts), count(terminals)];
}
