import type { BenchRow } from '../bench/row.ts';
import type { DemoMeasured } from './demo.ts';
import type { Found, Measured, Share, Sum } from './measure.ts';

/** The figures as a person reads them: Markdown tables. */
export function markdownOf(cases: readonly Measured[], demos: readonly DemoMeasured[]): string {
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
	const demo = table(
		['seed', 'provable commissions found', 'false', 'people exact', 'cash-outs matched', 'false'],
		demos.map(({ seed, commissions, people, cashOuts }) => [
			`${seed}`,
			`${count({ found: commissions.found, of: commissions.provable })} (${grouped(BigInt(commissions.paid))} paid)`,
			`${commissions.false}`,
			`${count({ found: people.exact, of: people.provable })} (${people.total} in all)`,
			count({ found: cashOuts.matched, of: cashOuts.matchable }),
			`${cashOuts.false}`,
		]),
	);
	return [reach, policies, demo].join('\n\n');
}

/** The figures for machines, in the shape of the bench. */
export function rowsOf(cases: readonly Measured[], demos: readonly DemoMeasured[]): BenchRow[] {
	return [
		...cases.flatMap(({ name, reach, policies }) => [
			...foundRows(`laundernet ${name} reach`, reach),
			...policies.flatMap((found) => foundRows(`laundernet ${name} ${found.policy}`, found)),
		]),
		...demos.flatMap(({ seed, commissions, people, cashOuts }) => [
			row(`demo ${seed} commissions found`, commissions.paid, 'commissions', commissions.found, commissions.provable),
			row(`demo ${seed} commissions false`, commissions.paid, 'commissions', commissions.false, 0),
			row(`demo ${seed} people exact`, people.total, 'people', people.exact, people.provable),
			row(`demo ${seed} cash-outs matched`, cashOuts.made, 'cash-outs', cashOuts.matched, cashOuts.matchable),
		]),
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

function row(name: string, size: number, unit: string, value: number, against: number): BenchRow {
	return { name, size, value, unit, against, ratio: against === 0 ? null : value / against };
}

function cells({ edges, value, accounts, terminals }: Found): string[] {
	return [count(edges), dollars(value), count(accounts), count(terminals)];
}

function count({ found, of }: Share): string {
	return `${grouped(BigInt(found))} / ${grouped(BigInt(of))}`;
}

/** Whole dollars, rounded down, and the share in tenths of a percent. */
function dollars({ found, of }: Sum): string {
	const mill = of === 0n ? 0n : (found * 1000n) / of;
	return `${grouped(found / 100n)} / ${grouped(of / 100n)} (${mill / 10n}.${mill % 10n} %)`;
}

function grouped(value: bigint): string {
	return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, head.map(() => '---'), ...rows];
	return lines.map((cellsOfLine) => `| ${cellsOfLine.join(' | ')} |`).join('\n');
}
