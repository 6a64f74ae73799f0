import test from 'ava';
import type { Cover, PackageInput } from '../../src/reports/package/part.ts';
import { choose, partsBy } from '../../src/reports/part/choose.ts';
import { partInput } from '../../src/reports/part/part-input.ts';
import { reconciles, reconciliation, sumsOf } from '../../src/reports/part/reconcile.ts';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { POLICIES } from '../../src/tracing/types.ts';
import { numbers } from './fixtures.ts';
import { GROUPS, randomCase } from './part-case.ts';

const COVER: Cover = { level: 'court', names: 'full', run: 'run-1' };

/** What a trace over the rows of a package says of each transfer to somebody. */
function traced(input: PackageInput, people: ReadonlySet<string>): unknown {
	const flows = [...input.rows]
		.filter((row) => row.exclusion === '')
		.map(({ id, payerAccount, payerCard, payeeAccount, asset, amount, instant, tied }) => {
			return { id, from: payerCard || payerAccount, to: payeeAccount, asset, amount, instant, tied };
		});
	const { origins, seeds, services, conversions, openings } = input.terms;
	const terms = {
		seeds: new Map(seeds.map(([id, origin]) => [id, origins[origin] as string])),
		services: new Set(services),
		conversions,
		openings: new Map(openings.map(({ account, asset, amount }) => [`${account}|${asset}`, amount])),
	};
	const graph = buildGraph(flows);
	return POLICIES.map((policy) => {
		const settled = settle(graph, terms, policy);
		return [...input.rows]
			.filter(({ payeeId, exclusion }) => people.has(payeeId) && exclusion === '')
			.map(({ id }) => [id, settled.sharesAt(graph.index.find(id))]);
	});
}

test('a trace over the rows of a part says of its people what a trace of the whole case says', (t) => {
	let left = 0;
	for (let seed = 0; seed < 25; seed++) {
		const whole: PackageInput = { ...randomCase(numbers(seed)), cover: COVER };
		for (const part of partsBy(whole.findings, 'group')) {
			const input = partInput(whole, part);
			t.deepEqual(traced(input, part.people), traced(whole, part.people), `seed ${seed}, ${part.title}`);
			left += [...whole.rows].length - [...input.rows].length;
		}
	}
	t.true(left > 600);
});

test('parts are the whole case together, to the fen, and every figure has its transfers', (t) => {
	const whole: PackageInput = { ...randomCase(numbers(7)), cover: COVER };
	for (const by of ['group', 'batch', 'office', 'province'] as const) {
		const parts = partsBy(whole.findings, by).map((part) => ({ ...part, input: partInput(whole, part) }));
		for (const { input } of parts) {
			const rows = new Set([...input.rows].map(({ id }) => id));
			for (const { transfer } of input.figureTransfers) t.true(rows.has(transfer));
		}
		const sums = parts.map(({ title, input }) => ({ title, sums: sumsOf(input) }));
		t.true(
			reconciles(
				sums.map((part) => part.sums),
				sumsOf(whole),
			),
		);
		t.false(
			reconciles(
				sums.slice(1).map((part) => part.sums),
				sumsOf(whole),
			),
		);
		const lines = [...reconciliation(whole.findings, sums, sumsOf(whole))];
		t.is(lines.length, parts.length + 4);
		t.regex(lines.at(-1) as string, /^"差额",0(,0\.00)+,0\r\n$/);
	}
});

test('people are chosen by what people.csv says of them last, and by what names one alone', (t) => {
	const { findings } = randomCase(numbers(1));
	t.deepEqual(
		[...choose(findings, { group: [GROUPS[0]] }).people].sort(),
		[...(partsBy(findings, 'group')[0]?.people ?? [])].sort(),
	);
	t.deepEqual(choose(findings, { people: ['成员3'] }).title, '成员3');
	t.throws(() => choose(findings, { people: ['无此人'] }), { message: /part\.unknown/ });
	t.throws(() => choose(findings, { people: ['同名'] }), { message: /part\.ambiguous/ });
	t.throws(() => choose(findings, { group: ['第9组'] }), { message: /part\.unknown/ });
	t.throws(() => choose(findings, { people: ['成员3'], group: ['第2组'], batch: ['无'] }), { message: /part\./ });
});
