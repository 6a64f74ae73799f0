import test from 'ava';
import fc from 'fast-check';
import { type FoldPlan, fold } from '../../../src/reports/chart/fold.ts';
import { type ChartGraph, decimalsOf, graphOf } from '../../../src/reports/chart/graph.ts';
import { thin } from '../../../src/reports/chart/thin.ts';
import { chain, findings, gang, LARGE_GANG, link, node } from '../fixtures.ts';

const DECIMALS = decimalsOf(findings());

/** One leader who pays callers the amounts given. */
function team(amounts: readonly bigint[]): ChartGraph {
	const nodes = [node('leader', 0, 'person', { role: 'leader' })];
	const callers = amounts.map((_, i) => node(`caller${i}`, 1, 'person', { role: 'caller' }));
	const links = amounts.map((amount, i) => link('leader', `caller${i}`, amount, { count: 2 }));
	return graphOf({ nodes: [...nodes, ...callers], links, folded: { nodes: 0, links: 0, limit: '' } });
}

test('folds nothing up to the limit', (t) => {
	const graph = team([1n, 2n, 3n]);
	const result = fold(graph, { by: 'parent', limit: 3 }, DECIMALS);
	t.deepEqual(result.graph, graph);
	t.is(result.boxes, 0);
});

test('keeps the largest and folds the rest of one payer and role into one box', (t) => {
	const { graph, boxes, hiddenNodes } = fold(team([5n, 9n, 1n, 7n]), { by: 'parent', limit: 3 }, DECIMALS);
	t.deepEqual(
		graph.nodes.map((each) => [each.folded ? 'others' : each.id, each.members]),
		[
			['leader', 1],
			['caller1', 1],
			['caller3', 1],
			['others', 2],
		],
	);
	const others = graph.links.find((each) => each.to === graph.nodes.find((one) => one.folded)?.id);
	t.like(others, { amount: 6n, count: 4, numbers: [1, 3] });
	t.deepEqual([boxes, hiddenNodes], [1, 2]);
});

test('folds payers of different roles apart, and the children of folded payers as one family', (t) => {
	const nodes = [node('core', 0, 'person', { role: 'core' })];
	const links = [];
	for (let i = 0; i < 4; i++) {
		nodes.push(node(`leader${i}`, 1, 'person', { role: 'leader' }));
		links.push(link('core', `leader${i}`, BigInt(100 - i)));
		nodes.push(
			node(`caller${i}`, 2, 'person', { role: 'caller' }),
			node(`inspector${i}`, 2, 'person', { role: 'inspector' }),
		);
		links.push(link(`leader${i}`, `caller${i}`, 10n), link(`leader${i}`, `inspector${i}`, 20n));
	}
	const flow = { nodes, links, folded: { nodes: 0, links: 0, limit: '' } };
	const { graph } = fold(graphOf(flow), { by: 'parent', limit: 2 }, DECIMALS);
	const folded = graph.nodes.filter((each) => each.folded).map((each) => [each.role, each.members]);
	t.deepEqual(folded, [
		['leader', 3],
		['caller', 2],
		['inspector', 2],
	]);
});

test('a folded link has the weakest grade, the whole span and no single rate', (t) => {
	const nodes = [node('a', 0, 'wallet'), node('b', 1, 'service'), node('c', 1, 'service')];
	const links = [
		link('a', 'b', 10n, { yuan: '71', rate: '7.1', first: 5, last: 9, media: ['token'] }),
		link('a', 'c', 20n, { yuan: '140', rate: '7.0', first: 2, last: 6, grade: 'inferred', media: ['bank'] }),
	];
	const { graph } = fold(
		graphOf({ nodes, links, folded: { nodes: 0, links: 0, limit: '' } }),
		{ by: 'parent', limit: 1 },
		DECIMALS,
	);
	const [merged] = graph.links;
	t.like(merged, { amount: 30n, yuan: 211n, grade: 'inferred', first: 2, last: 9, media: ['token', 'bank'] });
	t.is(merged?.rate, undefined);
});

test('never sums what is documented with what is only proposed, nor two assets', (t) => {
	const nodes = [node('a', 0, 'person'), node('b', 1, 'person'), node('c', 1, 'person'), node('d', 1, 'person')];
	const links = [link('a', 'b', 1n), link('a', 'c', 2n, { status: 'proposed' }), link('a', 'd', 4n, { asset: 'USD' })];
	const { graph } = fold(
		graphOf({ nodes, links, folded: { nodes: 0, links: 0, limit: '' } }),
		{ by: 'parent', limit: 1 },
		DECIMALS,
	);
	t.deepEqual(
		graph.links.map((each) => each.amount),
		[1n, 2n, 4n],
	);
});

test('hops beyond the last level stand in one box', (t) => {
	const { graph } = fold(graphOf(chain(80, 12).flow), { by: 'level', limit: 4, lastLevel: 5 }, DECIMALS);
	t.is(Math.max(...graph.nodes.map((each) => each.level)), 5);
	t.is(graph.nodes.filter((each) => each.level === 5).length, 1);
});

const plans = fc.record({ by: fc.constantFrom('parent', 'level'), limit: fc.integer({ min: 1, max: 12 }) });

test('whatever is folded, amounts, counts and members add up to what was there', (t) => {
	const cases = [gang(LARGE_GANG), chain(120, 8)].map((each) => graphOf(each.flow));
	fc.assert(
		fc.property(
			fc.constantFrom(...cases),
			plans,
			fc.option(fc.integer({ min: 1, max: 6 })),
			(graph, plan, lastLevel) => {
				const full: FoldPlan = { ...(plan as FoldPlan), ...(lastLevel === null ? {} : { lastLevel }) };
				const result = fold(graph, full, DECIMALS);
				const total = (links: readonly { asset: string; amount: bigint; count: number }[], asset: string) =>
					links
						.filter((each) => each.asset === asset)
						.reduce((sum, each) => sum + each.amount * 1_000_000n + BigInt(each.count), 0n);
				for (const asset of new Set(graph.links.map((each) => each.asset))) {
					t.is(total(result.graph.links, asset) + total(result.inner.sums, asset), total(graph.links, asset));
				}
				const members = (nodes: ChartGraph['nodes']) => nodes.reduce((sum, each) => sum + each.members, 0);
				t.is(members(result.graph.nodes), members(graph.nodes));
				t.is(result.graph.nodes.length - result.boxes + result.hiddenNodes, graph.nodes.length);
				const numbers = result.graph.links.flatMap((each) => each.numbers).length + result.inner.links;
				t.is(numbers, graph.links.length);
			},
		),
		{ numRuns: 60 },
	);
});

test('thinning keeps every box in touch and accounts for each line it leaves out', (t) => {
	const { graph } = fold(graphOf(chain(200, 6).flow), { by: 'level', limit: 5 }, DECIMALS);
	const { drawn, left } = thin(graph, { by: 'level', limit: 5, linksPerLevel: 6 }, DECIMALS);
	t.true(left.links > 0);
	t.is(drawn.length + left.links, graph.links.length);
	const sum = (links: readonly { amount: bigint }[]) => links.reduce((total, each) => total + each.amount, 0n);
	t.is(sum(drawn) + sum(left.sums), sum(graph.links));
	const reached = new Set(drawn.map((each) => each.to));
	t.deepEqual(
		[...new Set(graph.links.map((each) => each.to))].filter((id) => !reached.has(id)),
		[],
	);
});

test('people paid by many heads make no tangle: each team keeps the line of its main payer, the rest is summed', (t) => {
	const base = gang({ overseas: 1, cores: 1, leaders: 12, inspectors: 0, callers: 60 });
	const moved = Array.from({ length: 20 }, (_, i) => link(`leader${(i + 5) % 12}/yuan`, `caller${i}/yuan`, 100n));
	const flow = { ...base.flow, links: [...base.flow.links, ...moved] };
	const plan: FoldPlan = { by: 'parent', limit: 100, teams: 'whole' };
	const { graph } = fold(graphOf(flow), plan, DECIMALS);
	const { drawn, across } = thin(graph, plan, DECIMALS);
	const teams = graph.nodes.filter(({ crew }) => crew).map(({ id }) => id);
	t.is(teams.length, 12);
	for (const team of teams) t.is(drawn.filter(({ to }) => to === team).length, 1);
	const sum = (links: readonly { amount: bigint }[]) => links.reduce((total, each) => total + each.amount, 0n);
	t.is(
		sum(drawn.filter(({ asset }) => asset === 'CNY')) + sum(across.sums),
		sum(graph.links.filter(({ asset }) => asset === 'CNY')),
	);
	// Twenty payments of 1.00 by other heads, and the 50.00 that a caller sent back.
	t.is(across.sums[0]?.amount, 7_000n);
});
