import type { Findings } from '../../findings/schema.ts';
import { wordsOf } from '../words.ts';
import type { Chart } from './chart.ts';
import { costsBesidePayees, joinedLevels } from './columns.ts';
import type { Attempt } from './fit.ts';
import type { FoldPlan } from './fold.ts';
import { type ChartGraph, graphOf } from './graph.ts';
import { isChainOnly } from './levels.ts';
import { notesOf } from './notes.ts';
import { A3, LARGE_SHEETS } from './sheet.ts';

const FOLD_ABOVE_DEFAULT = 8;
/** Lines to one hop of a chain at most, where all of them do not fit. */
const LINKS_PER_LEVEL = 9;
const LINKS_PER_LEVEL_MIN = 6;

/**
 * 图1: the whole case, overseas payers on the left. `chart.fold_above` of the findings' parameters says how many boxes a
 * payer may have for each role before a team becomes one box.
 *
 * @param see node -> number of the chart that shows its dealings one by one
 */
export function overview(findings: Findings, see: Chart['see']): Chart {
	const graph = joinedLevels(costsBesidePayees(graphOf(findings.flow)));
	const foldAbove = Number(findings.parameters['chart.fold_above'] ?? FOLD_ABOVE_DEFAULT);
	const plans = plansOf(graph, foldAbove);
	const { title, files } = wordsOf(findings.case.language);
	return {
		number: '1',
		name: files.chart,
		title: title(findings.case.name),
		graph,
		attempts: [A3, ...LARGE_SHEETS].flatMap((sheet) => plans.map((plan): Attempt => ({ sheet, plan }))),
		see,
		beside: () => new Map(),
		notes: (of, fitted, pen) => notesOf(of, fitted, foldAbove, pen),
	};
}

/**
 * From the widest chart to the tightest. People are folded by payer first: everybody, then a box for each team and role,
 * then one for each team, then fewer heads. Accounts of a chain are folded by hop, and where a sheet has no room for so
 * many hops, the last of them stand together.
 */
function plansOf(graph: ChartGraph, foldAbove: number): FoldPlan[] {
	const perLevel = [24, 19, 15, 12, 10, 8, 6, 5, 4].map((limit): FoldPlan => ({ by: 'level', limit }));
	const tight = [3, 2].map((limit): FoldPlan => ({ by: 'level', limit }));
	if (isChainOnly(graph.nodes)) return [...perLevel, ...thinnedPlans(graph, perLevel, tight)];
	const heads = [40, 30, 24, 18, 14, 11, 9, 7, 6, 5, 4, 3, 2].map((limit): FoldPlan => {
		return { by: 'parent', limit, teams: 'whole', dense: 'short' };
	});
	const all = Number.POSITIVE_INFINITY;
	return [
		{ by: 'parent', limit: foldAbove },
		{ by: 'parent', limit: all, teams: 'by-role' },
		{ by: 'parent', limit: all, teams: 'whole' },
		{ by: 'parent', limit: all, teams: 'whole', dense: 'full' },
		{ by: 'parent', limit: all, teams: 'whole', dense: 'short' },
		...heads,
		...perLevel,
		...tight,
	];
}

/** Fewer lines, then fewer hops, then fewer boxes: what a sheet cannot hold of a chain. */
function thinnedPlans(graph: ChartGraph, wide: readonly FoldPlan[], tight: readonly FoldPlan[]): FoldPlan[] {
	const longest = Math.max(...graph.nodes.map((node) => node.level));
	const hops = [undefined, ...[14, 13, 12, 11, 10, 9, 8].filter((each) => each < longest)];
	const within = (plans: readonly FoldPlan[], linksPerLevel: number) =>
		hops.flatMap((lastLevel) =>
			plans.map((plan) => ({ ...plan, linksPerLevel, ...(lastLevel === undefined ? {} : { lastLevel }) })),
		);
	return [...within(wide, LINKS_PER_LEVEL), ...within(tight, LINKS_PER_LEVEL), ...within(tight, LINKS_PER_LEVEL_MIN)];
}
