import test from 'ava';
import { buildGraph } from '../../../src/tracing/graph.ts';
import { pushRank } from './push-rank.ts';

const flow = (id: string, from: string, to: string, amount: bigint) => {
	return { id, from, to, amount, asset: 'usd', instant: Number(id), tied: false };
};

test('what is pushed forward follows later flows by their value, and what cannot go on stays', (t) => {
	const graph = buildGraph([
		flow('1', 'A', 'too-early', 900n),
		flow('2', 'S', 'A', 100n),
		flow('3', 'A', 'B', 30n),
		flow('4', 'A', 'C', 10n),
	]);
	const ranks = pushRank(graph, new Set(['S']));
	const rank = (account: string) => (ranks[graph.accounts.indexOf(account)] as number).toFixed(6);
	// S keeps 0.15, and 0.85 x 0.3 finds no earlier flow; 0.595 goes to A, which keeps as much of it.
	t.is(rank('S'), (0.15 + 0.85 * 0.3).toFixed(6));
	t.is(rank('A'), (0.595 * (0.15 + 0.85 * 0.3)).toFixed(6));
	t.is(rank('B'), (0.595 * 0.595 * 0.75).toFixed(6));
	t.is(rank('C'), (0.595 * 0.595 * 0.25).toFixed(6));
	t.is(rank('too-early'), '0.000000');
});
