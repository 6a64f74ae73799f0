import test from 'ava';
import { drawFlowChart } from '../../src/reports/flow-chart.ts';
import { sayIncomplete } from '../../src/reports/words.ts';
import { live } from '../ledger/live.ts';
import { receipt } from '../ledger/receipts.ts';
import { deriveLive } from './live-case.ts';

const hop = (from: string, to: string, log: number) =>
	live({
		from: `eth:0x${from}`,
		to: `eth:0x${to}`,
		log,
		at: log,
		transaction: `0x${String(log).repeat(64)}`,
		receipt: 'xr',
	});
const RECORDS = [hop('a', 'b', 1), hop('b', 'c', 2), hop('c', 'd', 3)];
const OUTCOMES = [
	receipt({ account: 'eth:0xa', id: 'xa' }),
	receipt({ account: 'eth:0xb', outcome: 'rate-limited', reason: '429', id: 'xb' }),
	receipt({ account: 'eth:0xb', history: 'coins', outcome: 'cut', reason: 'budget', id: 'xbc' }),
	receipt({ account: 'eth:0xc', outcome: 'range-refused', reason: 'limit 1', id: 'xc' }),
	receipt({ account: 'eth:0xd', outcome: 'empty', id: 'xd' }),
	receipt({ account: 'eth:0xd', history: 'internal', outcome: 'not-visible', reason: 'no traces', id: 'xdi' }),
];

test('each way in which a history stays open is told apart, in the findings, in words and in what to do', async (t) => {
	const { findings } = await deriveLive(RECORDS, { receipts: OUTCOMES });
	t.deepEqual(
		findings.chains.histories.map(({ account, history, state, open }) => [account, history, state, open[0]?.outcome]),
		[
			['eth:0xa', 'tokens', 'complete', undefined],
			['eth:0xb', 'tokens', 'incomplete', 'rate-limited'],
			['eth:0xb', 'coins', 'incomplete', 'cut'],
			['eth:0xc', 'tokens', 'incomplete', 'range-refused'],
			['eth:0xd', 'tokens', 'empty', undefined],
			['eth:0xd', 'internal', 'incomplete', 'not-visible'],
		],
	);
	t.deepEqual(
		findings.incomplete.map(({ code }) => code),
		['chain-rate-limited', 'chain-cut', 'chain-range-refused', 'chain-not-visible'],
	);
	for (const language of ['zh', 'en'] as const)
		for (const each of findings.incomplete) {
			const sentence = sayIncomplete(language, each);
			t.true(sentence.startsWith(String(each.facts.account)), sentence);
			t.notRegex(sentence, /[{[]/);
		}
	const asked = findings.todo.filter(({ code }) => code.startsWith('chain-'));
	t.deepEqual(asked.map(({ code, subject, quantity }) => [code, subject, quantity?.amount]).sort(), [
		['chain-cut', 'eth:0xb', '1000'],
		['chain-not-visible', 'eth:0xd', '1000'],
		['chain-range-refused', 'eth:0xc', '1000'],
		['chain-rate-limited', 'eth:0xb', '1000'],
	]);
	t.deepEqual(
		findings.flow.nodes.map(({ id, gaps = [] }) => [id, ...gaps]),
		[['eth:0xa'], ['eth:0xb', 'cut', 'rate-limited'], ['eth:0xc', 'range-refused'], ['eth:0xd', 'not-visible']],
	);
});

test('a case whose histories are all whole is complete', async (t) => {
	const { findings } = await deriveLive(RECORDS, {
		receipts: [receipt(), receipt({ account: 'eth:0xb', outcome: 'empty' })],
	});
	t.deepEqual(findings.incomplete, []);
	t.deepEqual(
		findings.flow.nodes.flatMap(({ gaps = [] }) => gaps),
		[],
	);
});

test('answers that contradict one another leave both histories incomplete; what vanished is told and in no figure', async (t) => {
	const receipts = [receipt({ id: 'x1' }), receipt({ id: 'x2', account: 'eth:0xb' })];
	const disagreements = [
		{ chain: 'eth', transaction: '0xt', position: 'log 1', receipts: ['x1', 'x2'] as const },
		{ chain: 'eth', transaction: '0xu', position: 'log 2', receipts: ['x2', 'x1'] as const },
	];
	const gone = {
		...{ record: 'r1', chain: 'eth', transaction: '0xv', position: 'log 9', block: 390, history: 'tokens' as const },
		...{
			account: 'eth:0xb',
			from: 'eth:0xa',
			to: 'eth:0xb',
			asset: 'eth:coin',
			amount: 5n,
			instant: 7,
			receipt: 'xold',
			seenAt: 6,
		},
	};
	const { findings } = await deriveLive(RECORDS, { receipts, disagreements, vanished: [gone] });
	t.deepEqual(
		findings.incomplete.map(({ code, facts }) => [code, facts.account, facts.count]),
		[
			['chain-contradiction', 'eth:0xa', 2],
			['chain-contradiction', 'eth:0xb', 2],
		],
	);
	t.like(findings.chains.vanished[0], { transaction: '0xv', amount: '5', receipt: 'xold' });
	t.is(findings.merging.transfers, 3);
});

test('the chart marks each account whose history is not whole, in the words of why, also on an empty sheet', async (t) => {
	const { findings } = await deriveLive(RECORDS, { receipts: OUTCOMES });
	const chart = await drawFlowChart(findings);
	for (const mark of ['▲被截断、查询受限', '▲区间被拒', '▲部分往来不可见']) t.true(chart.includes(`>${mark}<`), mark);
	t.is(chart.match(/▲/g)?.length, 4 + 3, 'three boxes with their tooltips, and the legend');
	const text = chart.replaceAll(/<[^>]*>/g, '');
	t.true(
		text.includes('完整 1、无记录 1、被截断 1、不可见 1、区间被拒 1、查询受限 1'),
		'empty is whole, and no refusal',
	);
	t.true(text.includes('（429）'));
	const empty = await drawFlowChart({ ...findings, flow: { ...findings.flow, nodes: [], links: [] } });
	t.true(empty.includes('查询受限 1'));
	const whole = await drawFlowChart((await deriveLive(RECORDS, {})).findings);
	t.false(whole.includes('▲') || whole.includes('附表20'));
});
