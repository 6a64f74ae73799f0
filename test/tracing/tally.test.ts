import test from 'ava';
import { writeAmount } from '../../src/tracing/amount.ts';
import { buildGraph } from '../../src/tracing/graph.ts';
import { conservation, Sums, Tally } from '../../src/tracing/tally.ts';
import { draw } from './draw.ts';

test('a unit that is lost or made is an error with the figures', (t) => {
	const graph = buildGraph(draw('x A>B 1'));
	const tally = new Tally(1, 1);
	const held = new Sums(1, 1);
	const cells = new Float64Array(2);
	writeAmount(cells, 0, 10n ** 25n);
	tally.seeded.add(0, 0, cells, 0);
	writeAmount(cells, 0, 10n ** 25n - 1n);
	held.add(0, 0, cells, 0);
	t.throws(() => conservation(graph, ['north'], tally, held), {
		message:
			'CNY of north is not conserved: 10000000000000000000000000 seeded + 0 converted in, but ' +
			'9999999999999999999999999 held + 0 delivered + 0 converted out + 0 reseeded',
	});
	writeAmount(cells, 0, 1n);
	tally.reseeded.add(0, 0, cells, 0);
	t.is(conservation(graph, ['north'], tally, held).length, 1);
});
