import { join } from 'node:path';
import test from 'ava';
import { makeDemo } from '../../../datasets/demo/generate.ts';
import type { PackageInput } from '../../../src/reports/package/part.ts';
import type { PersonWay } from '../../../src/reports/person-way.ts';
import { daySums, type Measure } from '../../../src/reports/ways/day-sums.ts';
import { readRun } from '../../../src/run/package/read-run.ts';
import { waysOf } from '../../../src/run/package/ways.ts';
import { type CaseView, openView } from '../../../src/run/questions/case-view.ts';
import { run, sharedFolder, writeFiles } from '../folders.ts';
import { OVERSEAS, smallCase } from '../small-case.ts';

const root = await sharedFolder(test);
const views: CaseView[] = [];

/** The ways of a case under each policy, from one run. */
async function opened(name: string, files: ReadonlyMap<string, string | Uint8Array>) {
	await writeFiles(join(root, name), files);
	await run(join(root, name));
	const view = await openView(join(root, name), {});
	views.push(view);
	const told = await readRun(view);
	const under = (policy: string): readonly PersonWay[] => {
		const parameters = { ...view.findings.parameters, 'trace.policy': policy };
		const findings = { ...view.findings, parameters };
		return waysOf({ ...view, findings }, told.rows, told.figureTransfers);
	};
	return { told, under };
}

let small: Awaited<ReturnType<typeof opened>>;
let demo: Awaited<ReturnType<typeof opened>>;

test.before(async () => {
	small = await opened('small', smallCase());
	demo = await opened('demo', (await makeDemo({ seed: 3, scale: 0.17 })).files);
});

test.after.always(async () => {
	for (const view of views) await view.close();
});

test('the way to the caller of the small case, by hand', (t) => {
	const ways = [...small.told.ways];
	const names = new Map(small.told.findings.people.map(({ id, name }) => [id, name]));
	t.deepEqual(
		ways.map(({ person, payment, amount }) => [names.get(person), payment.amount, amount]),
		[
			['演示甲', 700_000n, 700_000n],
			['演示乙', 300_000n, 300_000n],
			['演示丁', 20_000n, 0n],
			['演示丙', 24_500n, 0n],
		],
	);
	const leader = ways[1] as PersonWay;
	t.is(leader.origin, OVERSEAS);
	// 1,000 of the 2,000 coins became 7,000 yuan, of which 3,000 went on: 3,000 / 7,000 of 1,000 coins.
	t.deepEqual(
		leader.steps.map(({ row, amount, across }) => [row.asset === 'CNY', amount, across !== '']),
		[
			[false, 428_571_428n, false],
			[false, 428_571_428n, false],
			[true, 300_000n, true],
			[true, 300_000n, false],
		],
	);
	t.deepEqual(leader.others, { count: 0, amount: 0n });
	// The leader paid by chat from money that no row shows coming: nothing is invented.
	t.deepEqual(ways[2]?.steps, []);
	t.deepEqual(
		ways[2]?.shares.filter(({ policy }) => policy === 'fifo').map(({ origin, amount }) => [origin, amount]),
		[['?unknown', 20_000n]],
	);
});

for (const policy of ['fifo', 'lifo', 'haircut', 'poison']) {
	test(`under ${policy} each way is a chain from a seed to the payment, and what is not on it is told`, (t) => {
		const ways = demo.under(policy);
		const seeds = new Set(demo.told.findings.seeds.map(({ origin }) => origin));
		t.true(ways.length > 10);
		for (const way of ways) {
			const { payment, steps, shares, others } = way;
			t.is(way.policy, policy === 'poison' ? 'fifo' : (policy as PersonWay['policy']));
			checkShares(t, way);
			if (way.origin === '') continue;
			t.true(seeds.has(way.origin));
			t.is(steps[0]?.row.payerAccount, way.origin);
			t.is(steps.at(-1)?.row, payment);
			t.is(steps.at(-1)?.amount, way.amount);
			for (const [index, step] of steps.entries()) {
				t.true(step.amount > 0n && step.amount <= step.row.amount);
				const before = steps[index - 1]?.row;
				const payer = step.row.payerCard === '' ? step.row.payerAccount : step.row.payerCard;
				if (before !== undefined && step.across === '') t.is(before.payeeAccount, payer);
			}
			const unknown = shares.find((share) => share.policy === way.policy && share.origin === '?unknown');
			const all = way.amount + others.amount + (unknown?.amount ?? 0n);
			if (policy === 'haircut') t.true(all <= payment.amount && others.count === undefined);
			else t.is(all, payment.amount);
		}
		t.true(ways.filter(({ origin }) => origin !== '').length > 10);
	});
}

function checkShares(t: { is(a: unknown, b: unknown): void }, { payment, shares }: PersonWay): void {
	for (const policy of ['fifo', 'lifo', 'haircut']) {
		const own = shares.filter((share) => share.policy === policy);
		t.is(
			own.reduce((sum, { amount }) => sum + amount, 0n),
			payment.amount,
		);
	}
}

test('every way rests on rows of the evidence', (t) => {
	const input: Pick<PackageInput, 'ways'> = demo.told;
	for (const { steps, payment } of input.ways) {
		for (const { row } of [...steps, { row: payment }]) t.true(row.evidence.length > 0);
	}
});

test('what the timeline adds up by day are the sums of the findings', (t) => {
	const { findings } = demo.told;
	const sums = daySums(demo.told);
	const sum = (measure: Measure) => sums.get(measure)?.sum ?? 0n;
	t.is(sum('inflow'), BigInt(findings.reconciliation.inflow));
	t.is(sum('operating'), BigInt(findings.reconciliation.operating));
	for (const name of ['wages', 'commissions', 'bonuses', 'rounding', 'consistent'] as const) {
		const values = findings.people.map(({ figures }) => BigInt(figures[name]?.value ?? '0'));
		t.is(
			sum(name),
			values.reduce((a, b) => a + b, 0n),
			name,
		);
	}
	for (const asset of new Set(findings.seeds.map((seed) => seed.asset))) {
		const seeded = findings.seeds.filter((seed) => seed.asset === asset && asset !== 'CNY');
		t.is(
			sum(`coins ${asset}`),
			seeded.reduce((total, { amount }) => total + BigInt(amount), 0n),
			asset,
		);
	}
	t.is(sum('paid'), BigInt(findings.people.reduce((total, { leads }) => total + leads.paid, 0)));
});
