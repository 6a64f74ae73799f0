import type { BenchRow } from '../../bench/row.ts';
import { type Section, seedsFor } from '../section.ts';
import { count, grouped, row, table } from '../tables.ts';
import { type DemoMeasured, measureDemo } from './measure.ts';

const SEEDS = 5;

/** The invented gang with all of its evidence. */
export const demo: Section = {
	name: 'demo',
	needs: [],
	async run({ purpose }) {
		const measured: DemoMeasured[] = [];
		for (const seed of seedsFor(purpose, SEEDS)) measured.push(await measureDemo(seed));
		return { markdown: markdownOf(measured), rows: measured.flatMap(rowsOf) };
	},
};

function markdownOf(demos: readonly DemoMeasured[]): string {
	return table(
		[
			'seed',
			'provable commissions found',
			'false',
			'people exact',
			'cash-outs matched',
			'false',
			'superiors F1',
			'roles right',
		],
		demos.map(({ seed, commissions, people, cashOuts, hierarchy }) => [
			`${seed}`,
			`${count({ found: commissions.found, of: commissions.provable })} (${grouped(commissions.paid)} paid)`,
			`${commissions.false}`,
			`${count({ found: people.exact, of: people.provable })} (${people.total} in all)`,
			count({ found: cashOuts.matched, of: cashOuts.matchable }),
			`${cashOuts.false}`,
			hierarchy.superiors.f1.toFixed(4),
			`${count({ found: hierarchy.roles.right, of: hierarchy.roles.true })} (${hierarchy.roles.proposed} proposed)`,
		]),
	);
}

function rowsOf({ seed, commissions, people, cashOuts, hierarchy }: DemoMeasured): BenchRow[] {
	return [
		row(`demo ${seed} commissions found`, commissions.paid, 'commissions', commissions.found, commissions.provable),
		row(`demo ${seed} commissions false`, commissions.paid, 'commissions', commissions.false, 0),
		row(`demo ${seed} people exact`, people.total, 'people', people.exact, people.provable),
		row(`demo ${seed} superiors F1`, hierarchy.superiors.true, 'F1', hierarchy.superiors.f1, 1),
		row(`demo ${seed} roles right`, people.total, 'roles', hierarchy.roles.right, hierarchy.roles.true),
		row(`demo ${seed} cash-outs matched`, cashOuts.made, 'cash-outs', cashOuts.matched, cashOuts.matchable),
	];
}
