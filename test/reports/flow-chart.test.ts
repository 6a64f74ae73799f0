import { readFileSync, writeFileSync } from 'node:fs';
import test from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import { drawFlowChart } from '../../src/reports/flow-chart.ts';
import { chain, findings, gang, LARGE_GANG, link, node, SMALL_GANG } from './fixtures.ts';
import { textsOf } from './geometry.ts';
import { checkBoxes, checkLines, checkTexts, checkType } from './sheet-checks.ts';
import { descendants, readXml } from './svg-reader.ts';

const CASES: readonly (readonly [string, () => Findings])[] = [
	['a small gang', () => gang(SMALL_GANG)],
	['a gang of 90 people', () => gang(LARGE_GANG)],
	['a chain of 60 accounts over 6 hops', () => chain(60, 6)],
	['a chain of 230 accounts over 15 hops', () => chain(230, 15)],
];

for (const [name, make] of CASES) {
	let drawn: Promise<string> | undefined;
	// Laying a large gang out takes seconds: once for all that is asked of it, and once more for the bytes.
	const draw = () => {
		drawn ??= drawFlowChart(make());
		return drawn;
	};

	test(`${name}: no text lies over another, over a box or outside the sheet`, async (t) => {
		const root = readXml(await draw());
		checkTexts(t, root);
		checkBoxes(t, root);
	});

	test(`${name}: no line runs through a box or a text`, async (t) => {
		checkLines(t, readXml(await draw()));
	});

	test(`${name}: prints at 6 points or more on A3, twice the same bytes`, async (t) => {
		const svg = await draw();
		const root = readXml(svg);
		checkType(t, root);
		t.like(root.attributes, { width: '420mm', height: '297mm', viewBox: '0 0 1190.55 841.89' });
		t.is(await drawFlowChart(make()), svg);
	});
}

// Looked at as a picture once. To make it again, delete it, run, and look again.
test('a small gang is drawn as it was looked at', async (t) => {
	const golden = 'test/reports/golden/small-gang.svg';
	const svg = await drawFlowChart(gang(SMALL_GANG));
	if (process.env.UPDATE_GOLDEN) writeFileSync(golden, svg);
	t.is(svg, readFileSync(golden, 'utf8'));
});

test('tells two assets of one symbol apart', async (t) => {
	const base = gang(SMALL_GANG);
	const other = 'eth:0xdAC17F958D2ee523a2206206994597C13D831ec7';
	const links = base.flow.links.map((each, i) => (i === 3 ? { ...each, asset: other } : each));
	const assets = [...base.assets, { id: other, symbol: 'USDT', decimals: 6 }];
	const svg = await drawFlowChart({ ...base, assets, flow: { ...base.flow, links } });
	t.true(svg.includes('57,359.38 USDT-E'));
	t.true(svg.includes('41,029.00 USDT-T'));
	t.true(svg.includes('同名币种按网络区分：USDT-T 波场、USDT-E 以太坊。'));
});

test('says title, period, unit, cut-off, chart number, sources, assumption and folding', async (t) => {
	const svg = await drawFlowChart(gang(LARGE_GANG));
	for (const text of [
		'海风引流案资金流向图',
		'统计期间：2023-03-01至2023-05-31',
		'单位：人民币元；虚拟货币按枚',
		'数据截止：2023-05-31',
		'图号：图1',
		'检材4份、12,000行（财付通交易明细1份、银行交易流水1份、波场代币转账1份、微信支付账单1份）',
		'按“先进先出”推算来源，属推算约定，不表示货币同一',
		'折叠：每一付款方的下级并为一框，共10框、代70人；各人分列于图3各图及附表2。',
		'制图人',
		'复核人',
	])
		t.true(svg.includes(text), text);
});

test('draws the grade of a link as its line: solid, dashed, dotted', async (t) => {
	const grades = ['both-sides', 'one-ledger', 'inferred', 'stated'] as const;
	const nodes = [node('a', 0, 'person'), ...grades.map((grade, i) => node(`b${i}`, 1, 'person', { label: grade }))];
	const links = grades.map((grade, i) => link('a', `b${i}`, 100n, { grade }));
	const root = readXml(
		await drawFlowChart(findings({ flow: { nodes, links, folded: { nodes: 0, links: 0, limit: '' } } })),
	);
	const lines = [...descendants(root)].filter(
		(each) => each.name === 'path' && each.parent?.attributes.class === 'lines',
	);
	t.deepEqual(
		lines.map((line) => line.attributes['stroke-dasharray']),
		[undefined, '6 3', '1.2 2.6', '1.2 2.6'],
	);
});

test('prints what a line stands for: number in schedule 2, sum, count, days, means, yuan and rate of a cash-out', async (t) => {
	const svg = await drawFlowChart(gang(SMALL_GANG));
	for (const text of [
		'#1 10笔',
		'41,029.00 USDT',
		'2023-03-13至03-29',
		'转账、银行',
		'292,126.48元',
		'链上代币 均价7.2078',
		'转账（相符未定）',
		'←#17 1笔',
	])
		t.true(svg.includes(`>${text}<`), text);
});

test('masks accounts in the boxes', async (t) => {
	const root = readXml(await drawFlowChart(gang(SMALL_GANG)));
	const texts = textsOf(root).map((each) => each.what);
	t.true(texts.includes('银行卡 6222…8910'));
	t.false(texts.some((text) => text.includes('62220012345678910')));
});

test('shows hostile names as text: no markup, no script, no turned reading order', async (t) => {
	const names = [
		'<script>alert(1)</script>',
		'"/><image href="http://x.example/">',
		'ab\u202Edc\u200b',
		"O'&Co",
		'\u0000\ud800x',
	];
	const nodes = [
		node('a', 0, 'overseas'),
		...names.map((label, i) => node(`n${i}`, 1, 'person', { label, note: `wechat:${label}` })),
	];
	const links = names.map((_, i) => link('a', `n${i}`, 100n));
	const svg = await drawFlowChart(findings({ flow: { nodes, links, folded: { nodes: 0, links: 0, limit: '' } } }));
	const root = readXml(svg);
	const used = new Set([...descendants(root)].map((each) => each.name));
	t.deepEqual([...used].sort(), ['defs', 'g', 'line', 'marker', 'path', 'pattern', 'polygon', 'rect', 'text', 'title']);
	for (const character of ['\u202e', '\u200b', '\u0000']) t.false(svg.includes(character));
	t.true(svg.isWellFormed());
	t.true(svg.includes('ab‹U+202E›'));
	const keys = [...descendants(root)].flatMap((each) => Object.keys(each.attributes));
	t.deepEqual(
		keys.filter((key) => /^on|href/.test(key)),
		[],
	);
	const urls = svg.match(/url\([^)]*\)|https?:[^"<]*/g)?.filter((url) => !url.startsWith('url(#')) ?? [];
	t.deepEqual(
		[...new Set(urls)].filter((url) => !url.includes('x.example')),
		['http://www.w3.org/2000/svg'],
	);
});

test('a case without flow is a sheet that says so', async (t) => {
	const svg = await drawFlowChart(findings());
	readXml(svg);
	t.true(svg.includes('检材中没有可画的资金往来。'));
});

test('speaks English where the case does', async (t) => {
	const base = gang(SMALL_GANG);
	const svg = await drawFlowChart({ ...base, case: { ...base.case, name: 'Sea Wind', language: 'en' } });
	const root = readXml(svg);
	checkTexts(t, root);
	t.true(svg.includes('Flow of funds: Sea Wind'));
	t.true(svg.includes('Assumption: where money mixes'));
});

test('a link to a node that is not there is a bug of the findings', async (t) => {
	const flow = {
		nodes: [node('a', 0, 'person')],
		links: [link('a', 'b', 1n)],
		folded: { nodes: 0, links: 0, limit: '' },
	};
	await t.throwsAsync(drawFlowChart(findings({ flow })), { instanceOf: RangeError });
});
