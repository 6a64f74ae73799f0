import type { BenchRow } from '../../bench/row.ts';
import { average, grouped, meanAndWorst, row, type Share, sum, table } from '../tables.ts';
import type { DemoMeasured } from './measure.ts';

/** Demo cases of one kind, by seed. */
export interface Family {
	readonly name: string;
	readonly measured: readonly DemoMeasured[];
}

/** Commissions, false ones, people, cash-outs and hierarchy, a line a family: mean and worst over its seeds. */
export function familyTable(families: readonly Family[]): string {
	return table(
		[
			'demo',
			'seeds',
			'provable commissions found',
			'provable of all paid',
			'false',
			'people exact',
			'documented above the truth',
			'truth outside the bounds',
			'of them printed as certain',
			'cash-outs matched',
			'false',
			'superiors F1',
			'roles F1',
			'seconds a run',
		],
		families.map(({ name, measured }) => {
			const beyond = measured.flatMap((one) => one.beyond);
			const of = (what: string) => beyond.filter((one) => one.what === what);
			return [
				name,
				`${measured.length}`,
				meanAndWorst(measured.map(found)),
				meanAndWorst(measured.map(({ commissions: c }) => ({ found: c.provable, of: c.paid }))),
				mostOf(measured.map(({ commissions }) => commissions.false)),
				meanAndWorst(measured.map(exact)),
				mostOf(measured.map((one) => one.beyond.filter(({ what }) => what === 'documented').length)),
				mostOf(measured.map((one) => one.beyond.filter(({ what }) => what === 'bounds').length)),
				`${of('bounds').filter(({ certain }) => certain).length}`,
				meanAndWorst(measured.map(({ cashOuts: c }) => ({ found: c.matched, of: c.matchable }))),
				mostOf(measured.map(({ cashOuts }) => cashOuts.false)),
				meanAndLeast(measured.map(({ hierarchy }) => hierarchy.superiors.f1)),
				meanAndLeast(measured.map(({ hierarchy }) => hierarchy.roles.f1)),
				grouped(Math.round(average(measured.map(({ seconds }) => seconds)))),
			];
		}),
	);
}

export function familyRows({ name, measured }: Family): BenchRow[] {
	const total = (list: readonly Share[], what: string, unit: string) => {
		const { found: value, of } = sum(list);
		return row(`${name} ${what}`, of, unit, value, of);
	};
	const people = sum(measured.map(exact)).of;
	const counted = (what: string, unit: string, values: readonly number[]) =>
		row(
			`${name} ${what}`,
			people,
			unit,
			values.reduce((a, b) => a + b, 0),
			0,
		);
	return [
		total(measured.map(found), 'commissions found', 'commissions'),
		counted(
			'commissions false',
			'commissions',
			measured.map(({ commissions }) => commissions.false),
		),
		total(measured.map(exact), 'people exact', 'people'),
		counted(
			'figures beyond the truth',
			'figures',
			measured.map(({ beyond }) => beyond.length),
		),
		total(
			measured.map(({ cashOuts: c }) => ({ found: c.matched, of: c.matchable })),
			'cash-outs matched',
			'cash-outs',
		),
		counted(
			'cash-outs false',
			'cash-outs',
			measured.map(({ cashOuts }) => cashOuts.false),
		),
		row(`${name} superiors F1`, people, 'F1', average(measured.map(({ hierarchy }) => hierarchy.superiors.f1)), 0.98),
		row(`${name} roles F1`, people, 'F1', average(measured.map(({ hierarchy }) => hierarchy.roles.f1)), 0.98),
	];
}

function found({ commissions }: DemoMeasured): Share {
	return { found: commissions.found, of: commissions.provable };
}

function exact({ people }: DemoMeasured): Share {
	return { found: people.exact, of: people.provable };
}

/** Of all seeds together, and of the worst. */
function mostOf(values: readonly number[]): string {
	const all = values.reduce((a, b) => a + b, 0);
	return all === 0 ? '0' : `${all}, worst ${Math.max(...values)}`;
}

function meanAndLeast(values: readonly number[]): string {
	return `${average(values).toFixed(4)}, worst ${Math.min(...values).toFixed(4)}`;
}
