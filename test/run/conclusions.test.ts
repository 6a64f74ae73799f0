import { join } from 'node:path';
import test from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import { conclusionsIn } from '../../src/run/conclusions/last-run.ts';
import { runCase } from '../../src/run/run-case.ts';
import type { AllConclusions } from '../../src/stores/conclusions.ts';
import { openStore } from '../../src/stores/open.ts';
import { run, sharedFolder, writeFiles } from './folders.ts';
import { CORE_CARD, LEADER_CARD, OTHER_CALLER_CHAT, OVERSEAS, smallCase } from './small-case.ts';

const root = await sharedFolder(test);
const folder = join(root, 'case');
let findings: Findings;
let concluded: AllConclusions;

test.before(async () => {
	const files = smallCase();
	const claims = (files.get('accounts.csv') ?? '').trimEnd().split('\n');
	const [head, ...rows] = claims.map((line, index) => `${line}${index === 0 ? ',撤回日期,撤回原因' : ',,'}`);
	const more = [
		`${LEADER_CARD},演示丙,人员,使用,口供,2023-05-01,他人指认有误`,
		`${OTHER_CALLER_CHAT},演示丙,人员,使用,手机勘验,,`,
	];
	files.set('accounts.csv', `${[head, ...rows, ...more].join('\n')}\n`);
	await writeFiles(folder, files);
	({ findings } = await run(folder));
	concluded = await lastConclusions(folder);
});

async function lastConclusions(of: string): Promise<AllConclusions> {
	const store = await openStore(join(of, 'store.duckdb'));
	try {
		return (await conclusionsIn(store)) as AllConclusions;
	} finally {
		await store.close();
	}
}

test('every figure, payout, cash-out, seed and open item of the findings stands in the conclusions', (t) => {
	const figures = findings.people.flatMap((person) =>
		Object.values(person.figures).map(({ id, value }) => [id, value]),
	);
	const coins = findings.people.flatMap((person) => person.coins.map(({ received }) => received));
	const yuan = concluded.figure.filter(({ name }) => name !== 'coins' && !name.startsWith('traced-'));
	t.deepEqual(
		yuan.map(({ id, value }) => [id, value.toString()]),
		figures,
	);
	t.deepEqual(
		concluded.figure
			.filter(({ name }) => name.startsWith('traced-'))
			.map(({ name, value }) => [name, value.toString()]),
		findings.people.flatMap(({ tracedTotals }) => tracedTotals.map(({ policy, value }) => [`traced-${policy}`, value])),
	);
	t.deepEqual(
		concluded.figure.filter(({ name }) => name === 'coins').map(({ value }) => value.toString()),
		coins,
	);
	t.deepEqual(
		concluded.payout.map(({ id, amount, kind }) => [id, amount.toString(), kind]),
		findings.payouts.map(({ id, amount, kind }) => [id, amount, kind]),
	);
	t.deepEqual(
		concluded['cash-out'].map(({ id, amount, quantity }) => [id, amount.toString(), quantity.toString()]),
		findings.cashOuts.map(({ id, fen, quantity }) => [id, fen, quantity]),
	);
	t.deepEqual(
		concluded.seed.map(({ origin, amount }) => [origin, amount]),
		[[OVERSEAS, 2_000_000_000n]],
	);
	t.deepEqual(
		concluded.todo.map(({ code, subject, stake }) => [code, subject, stake.toString()]),
		findings.todo.map(({ code, subject, stake }) => [code, subject, stake]),
	);
	t.is(concluded.gap.length, findings.incomplete.length);
});

test('parts of a payout sum to its amount', (t) => {
	const whole = concluded.payout.filter(({ certainty }) => certainty === 'documented');
	t.true(whole.length > 0);
	for (const { amount, wage, commission, bonus, rounding, kind } of whole)
		t.is(kind === 'funding' ? amount : wage + commission + bonus + rounding, amount);
});

test('roles are those of the day, and people of every role have a node', (t) => {
	const parties = new Map(concluded.party.map((one) => [one.name, one]));
	t.like(parties.get('演示乙'), { role: 'leader', group: '一组', member: true, caption: '演示乙（组长）' });
	t.like(parties.get('样例币商'), { role: '', member: false, category: 'service', caption: '样例币商' });
	for (const payout of concluded.payout.filter(({ kind }) => kind === 'commission'))
		t.deepEqual([payout.payerRole, payout.payeeRole], ['leader', 'caller']);
});

test('a withdrawn claim stays, without a rank; standing claims are ranked by firmness', (t) => {
	const claims = (account: string) =>
		concluded.holding
			.filter((one) => one.account === account)
			.map(({ grade, rank, withdrawn, withdrawnWhy }) => ({ grade, rank, withdrawn, withdrawnWhy }));
	const open = { withdrawn: undefined, withdrawnWhy: undefined };
	t.deepEqual(
		claims(LEADER_CARD).sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9)),
		[
			{ grade: 'controls', rank: 0, ...open },
			{ grade: 'uses', rank: undefined, withdrawn: '2023-05-01', withdrawnWhy: '他人指认有误' },
		],
	);
	t.deepEqual(
		claims(OTHER_CALLER_CHAT).sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9)),
		[
			{ grade: 'controls', rank: 0, ...open },
			{ grade: 'uses', rank: 1, ...open },
		],
	);
	t.deepEqual(claims(CORE_CARD), [{ grade: 'controls', rank: 0, ...open }]);
});

test('the summary carries the zone of the case and the sums that must agree', (t) => {
	const [summary] = concluded.summary;
	t.is(concluded.summary.length, 1);
	t.is(summary?.timezone, '+08:00');
	if (summary) t.is(summary.inflow, summary.kept + summary.operating + summary.unresolved);
});

test('captions are Chinese, whatever the language of the reports', async (t) => {
	const english = join(root, 'english');
	const files = smallCase();
	files.set('case.yaml', (files.get('case.yaml') ?? '').replace('version: 1\n', 'version: 1\nlanguage: en\n'));
	await writeFiles(english, files);
	await runCase(english, { program: 'liuxiang test', dryRun: false, onProgress: () => {} });
	const rows = Object.entries(await lastConclusions(english)).filter(
		([kind]) => kind !== 'asset' && kind !== 'holding',
	);
	for (const [kind, list] of rows) {
		for (const row of list as readonly { readonly caption: string }[]) {
			t.regex(row.caption, /\p{Script=Han}/u, kind);
			t.notRegex(row.caption, /undefined|NaN|\[\w|[{}]/, kind);
		}
	}
});

test('the same store gives the same rows, each id once in its kind', async (t) => {
	t.deepEqual(await lastConclusions(folder), concluded);
	for (const [kind, rows] of Object.entries(concluded)) {
		const ids = rows.map(({ id }) => id);
		t.is(new Set(ids).size, ids.length, kind);
	}
});

test('a store without a run concludes nothing', async (t) => {
	const store = await openStore(join(root, 'empty.duckdb'));
	t.is(await conclusionsIn(store), undefined);
	await store.close();
});
