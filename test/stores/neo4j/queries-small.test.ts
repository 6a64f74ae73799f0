import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCase } from '../../../src/run/run-case.ts';
import { neo4jTest as test } from '../../neo4j/gate.ts';
import { besideCase } from '../../run/beside-case.ts';
import {
	CALLER_CHAT,
	CORE_CARD,
	LEADER_CARD,
	OTHER_CALLER_CHAT,
	OVERSEAS,
	smallCase,
	WALLET,
} from '../../run/small-case.ts';
import { type GraphCase, graphCase, type Row } from './demo-graph.ts';

const CLAIMS = '账号,主体,类别,关系,来源,撤回日期,撤回原因';

/** The small case with a claim that was withdrawn, and an account that two people are said to use. */
function files(): Map<string, string> {
	const made = smallCase();
	const claims = (made.get('accounts.csv') ?? '').trimEnd().split('\n').slice(1);
	const more = [
		`${LEADER_CARD},演示丙,人员,使用,口供,2023-05-01,"他人指认有误"`,
		`${OTHER_CALLER_CHAT},演示丙,人员,使用,手机勘验,,`,
	];
	made.set('accounts.csv', `${[CLAIMS, ...claims.map((line) => `${line},,`), ...more].join('\n')}\n`);
	return made;
}

let made: Promise<GraphCase> | undefined;
function small(): Promise<GraphCase> {
	made ??= graphCase('small', files());
	return made;
}

function only(rows: readonly Row[], ...names: string[]): unknown[][] {
	return rows.map((row) => names.map((name) => row[name]));
}

test('who-pays-whom of the small case, by hand', async (t) => {
	const { ask } = await small();
	t.deepEqual(only(await ask('who-pays-whom'), 'payer', 'payee', 'total', 'transfers'), [
		['bank:6230000000000000911', '演示甲', '700000', '1'],
		['bank:6230000000000000922', '演示甲', '350000', '1'],
		['bank:6230000000000000933', '演示甲', '350000', '1'],
		['演示甲', '演示乙', '300000', '1'],
		['演示乙', '演示丙', '33000', '3'],
		['演示乙', '演示丁', '20000', '1'],
	]);
	t.deepEqual(only(await ask('who-pays-whom', { min: '3000.01' }), 'total'), [['700000'], ['350000'], ['350000']]);
});

test('withdrawn-attributions keeps what no longer holds', async (t) => {
	const { ask } = await small();
	const rows = await ask('withdrawn-attributions');
	t.deepEqual(only(rows, 'account', 'party', 'withdrawn', 'why', 'source', 'transfers'), [
		[LEADER_CARD, '演示丙', '2023-05-01', '他人指认有误', rows[0]?.source, '1'],
	]);
	const claims = await ask('account-holders', { account: LEADER_CARD });
	t.deepEqual(only(claims, 'party', 'withdrawn'), [
		['演示乙', ''],
		['演示丙', '2023-05-01'],
	]);
});

test('shared-accounts names both, the firmer claim first; a withdrawn claim shares nothing', async (t) => {
	const { ask } = await small();
	t.deepEqual(only(await ask('shared-accounts'), 'account', 'party', 'grade', 'other', 'other_grade', 'overlap'), [
		[OTHER_CALLER_CHAT, '演示丁', 'controls', '演示丙', 'uses', true],
	]);
});

test('person-ledger leaves a shared account to the firmer claim', async (t) => {
	const { ask } = await small();
	const rows = await ask('person-ledger', { who: '演示丙' });
	t.deepEqual(only(rows, 'direction', 'account', 'other', 'amount', 'kind', 'certainty'), [
		['in', CALLER_CHAT, '演示乙', '24500', 'wage-and-commission', 'documented'],
		['in', CALLER_CHAT, '演示乙', '2500', 'commission', 'documented'],
		['in', CALLER_CHAT, '演示乙', '6000', 'commission', 'documented'],
	]);
});

test('open-inferred-links has the sales that could be exchanged, and the merge by amount and time', async (t) => {
	const { ask, findings, transfers } = await small();
	const rows = await ask('open-inferred-links');
	const proposed = findings.cashOuts.filter(({ status, why }) => status === 'proposed' && why !== 'leg-taken');
	const merged = transfers.find(({ from, to }) => from === CORE_CARD && to === LEADER_CARD);
	t.is(rows.filter(({ what }) => what === 'cash-out').length, proposed.length);
	t.deepEqual(
		only(
			rows.filter(({ what }) => what === 'merge'),
			'id',
			'amount',
		),
		[[merged?.id, '300000']],
	);
});

test('transfer-rows shows both banks under the merged transfer', async (t) => {
	const { ask, transfers } = await small();
	const merged = transfers.find(({ from, to }) => from === CORE_CARD && to === LEADER_CARD);
	const rows = await ask('transfer-rows', { transfer: merged?.id ?? '' });
	t.deepEqual(only(rows, 'file', 'row'), [
		['core-bank.csv', '5'],
		['leader-bank.csv', '2'],
	]);
});

test('path-up leads from a wage across the accepted cash-out to the overseas wallet', async (t) => {
	const { ask, transfers } = await small();
	const wage = transfers.find(({ amount, to }) => amount === 24_500n && to === CALLER_CHAT);
	// The leader's chat account got nothing in the evidence: the way ends there, and no path is made up.
	t.deepEqual(await ask('path-up', { transfer: wage?.id ?? '' }), []);
	const funding = transfers.find(({ from, to }) => from === CORE_CARD && to === LEADER_CARD);
	const rows = await ask('path-up', { transfer: funding?.id ?? '' });
	const first = rows.filter(({ path }) => path === '1');
	t.deepEqual(only(first, 'payer_account', 'payee_account').slice(0, 1), [[OVERSEAS, WALLET]]);
	t.is(first.at(-1)?.transfer as string, funding?.id ?? '');
});

test('an answer has one run only, however many are kept', async (t) => {
	const graph = await graphCase('two-runs', files());
	const path = join(graph.folder, 'case.yaml');
	await writeFile(path, (await readFile(path, 'utf8')).replace('neo4j: {', 'neo4j: { keep_runs: 3,'));
	const chat = join(graph.folder, 'evidence/chat.csv');
	await writeFile(chat, (await readFile(chat, 'utf8')).replace(/.*W2.*\n/, ''));
	const { env, folder } = graph;
	await runCase(folder, { program: 'liuxiang test', dryRun: false, env, onProgress: () => {} });
	const paid = (await graph.ask('who-pays-whom')).filter(({ payee }) => payee === '演示丙');
	t.deepEqual(only(paid, 'total', 'transfers'), [['30500', '2']]);
	t.is((await graph.ask('case-totals')).length, 1);
	t.deepEqual(only(await graph.ask('commissions-by-day'), 'day', 'total'), [
		['2023-03-07', '4500'],
		['2023-03-09', '6000'],
	]);
});

let beside: Promise<GraphCase> | undefined;
function besideGraph(): Promise<GraphCase> {
	beside ??= graphCase('beside', besideCase());
	return beside;
}

test('work-of-people has the calls and hours of who sat at the seat', async (t) => {
	const { ask } = await besideGraph();
	const rows = await ask('work-of-people', { min_calls: '1' });
	t.deepEqual(only(rows, 'person', 'calls', 'answered', 'numbers', 'days', 'short_days', 'checked'), [
		['演示丙', '3', '2', '2', '1', '0', '1'],
		['演示丁', '2', '2', '2', '1', '1', '0'],
	]);
});

test('yardsticks has every threshold of a person, with how surely it is reached', async (t) => {
	const { ask, findings } = await besideGraph();
	const rows = await ask('yardsticks', { who: '演示丁' });
	const person = findings.people.find(({ name }) => name === '演示丁')?.id;
	const own = findings.yardsticks.people.find((one) => one.person === person)?.answers ?? [];
	t.is(rows.length, own.length);
	const calls = await ask('yardsticks', { who: '演示丁', rule: 'telecom-2016-calls', reached: 'open' });
	t.true(calls.some(({ shown }) => shown === '500；2；2；'));
	t.is(
		(await ask('yardsticks', { who: '演示丁', reached: 'documented' })).length,
		own.filter((one) => one.reached === 'documented').length,
	);
});

test('testimony has what people said, of strangers too', async (t) => {
	const { ask } = await besideGraph();
	t.deepEqual(only(await ask('testimony'), 'person', 'document', 'claim', 'amount', 'disputes'), [
		['演示丁', '讯问二', '那笔是还我的', '6000', true],
		['演示丙', '讯问一', '每天二百', '20000', false],
		['路人', '询问一', '不认识', null, false],
	]);
	t.is((await ask('testimony', { who: '演示丁' })).length, 1);
});

test('measures has what was frozen and handed in, with the holder of a frozen account', async (t) => {
	const { ask } = await besideGraph();
	t.deepEqual(only(await ask('measures'), 'kind', 'person', 'account', 'amount', 'document'), [
		['freeze', '演示乙', LEADER_CARD, '200000', '冻一'],
		['surrender', '演示丙', '', '30000', '退一'],
	]);
});

test('groups have the leads that came into them', async (t) => {
	const { ask } = await besideGraph();
	t.deepEqual(only(await ask('groups'), 'group', 'purpose', 'leads', 'other_joins'), [
		['90001@chatroom', 'lead', '5', '2'],
		['90002@chatroom', 'work', '0', '1'],
		['90003@chatroom', 'unknown', '0', '1'],
	]);
	const leads = await ask('leads-against-pay');
	t.deepEqual(only(leads, 'person', 'joined'), [
		['演示丁', '2'],
		['演示丙', '3'],
	]);
});

test('chain-histories says how far each history of an address was answered; a chain never asked is incomplete', async (t) => {
	const files = smallCase();
	const chain = '{ network: tron, endpoints: [{ url: "https://node.example", interface: trongrid }] }';
	files.set('case.yaml', `${files.get('case.yaml')}chains: [${chain}]\n`);
	// Without leave to ask a chain a run reads what was kept of it, and nothing was.
	const { ask, findings } = await graphCase('unasked chain', files);
	const rows = await ask('chain-histories', { account: WALLET });
	t.deepEqual(only(rows, 'history', 'state', 'outcomes', 'records'), [
		['coins', 'incomplete', 'not-kept', '0'],
		['internal', 'incomplete', 'not-kept', '0'],
		['tokens', 'incomplete', 'not-kept', '0'],
	]);
	t.is((await ask('chain-histories')).length, findings.chains.histories.length);
	const told = (await ask('incomplete-histories')).filter(({ what }) => what === 'chain-not-kept');
	t.is(told.filter(({ subject }) => subject === WALLET).length, 3);
});
