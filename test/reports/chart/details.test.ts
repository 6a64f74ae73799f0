import test, { type ExecutionContext } from 'ava';
import type { Findings, FindingsNode } from '../../../src/findings/schema.ts';
import type { Chart } from '../../../src/reports/chart/chart.ts';
import { drawChart } from '../../../src/reports/chart/draw-chart.ts';
import { graphOf } from '../../../src/reports/chart/graph.ts';
import { chartsOf } from '../../../src/reports/chart/list.ts';
import { chain, findings, type GangSize, gang, LARGE_GANG, link, node, SMALL_GANG } from '../fixtures.ts';
import { boxesOf } from '../geometry.ts';
import { checkBoxes, checkLines, checkTexts, checkType } from '../sheet-checks.ts';
import { descendants, readXml } from '../svg-reader.ts';

/** The size that the package must carry: 506 people, 3 core members, 40 groups. */
const WHOLE_GANG: GangSize = { overseas: 3, cores: 3, leaders: 40, inspectors: 44, callers: 419 };

/** A gang whose core members and leaders pay running costs, and whose coins go partly back overseas. */
function busyGang(size: GangSize): Findings {
	const base = gang(size);
	const kinds = ['operating-cost'];
	const cost = (id: string, label: string) => node(id, 5, 'other', { label, party: id });
	const nodes: FindingsNode[] = [...base.flow.nodes, cost('software', '云雀软件工作室')];
	const links = [...base.flow.links];
	for (let i = 0; i < size.cores; i++) {
		links.push(link(`core${i}/yuan`, 'software', BigInt(800_000 + i), { kinds, grade: 'one-ledger' }));
		links.push(
			link(`core${i}/coins`, `overseas/${i}`, 3_000_000n + BigInt(i), { kinds: ['coins-out'], media: ['token'] }),
		);
	}
	for (let i = 0; i < size.leaders; i += 2) {
		nodes.push(cost(`line${i}`, `线路商${i}`));
		links.push(link(`leader${i}/yuan`, `line${i}`, BigInt(60_000 + i), { kinds, grade: 'one-ledger' }));
	}
	return { ...base, flow: { ...base.flow, nodes, links } };
}

async function check(t: ExecutionContext, base: Findings, chart: Chart, edition = ''): Promise<string> {
	const svg = await drawChart(base, chart, edition);
	const root = readXml(svg);
	checkTexts(t, root);
	checkBoxes(t, root);
	checkLines(t, root);
	checkType(t, root);
	return svg;
}

const paper = (svg: string) => /width="(\d+)mm" height="(\d+)mm"/.exec(svg)?.slice(1, 3).join(' x ') ?? '';

test('506 people in 40 groups: every chart is readable on A3 or A4, no two texts, boxes or lines in each other’s way', async (t) => {
	const base = busyGang(WHOLE_GANG);
	const charts = chartsOf(base);
	t.is(charts.length, 1 + 3 + 40 + 1);
	const papers = new Map<string, number>();
	let first = '';
	// All groups are much alike: one in five is drawn.
	for (const chart of charts.filter(({ number }) => !/^3-\d*[^05]$/.test(number))) {
		const svg = await check(t, base, chart);
		first ||= svg;
		papers.set(paper(svg), (papers.get(paper(svg)) ?? 0) + 1);
	}
	t.deepEqual([...papers].sort(), [
		['297 x 210', 8],
		['420 x 297', 5],
	]);
	// The overview: every leader, the team of each, and what it leaves to other charts.
	const boxes = boxesOf(readXml(first)).map(({ what }) => what);
	t.is(boxes.filter((what) => /^质检员\d人、话务员\d+人$/.test(what)).length, 40);
	for (let n = 1; n <= 40; n++) t.is(boxes.filter((what) => `${what} `.includes(` 图3-${n} `)).length, 1, `图3-${n}`);
	t.true(first.includes('折叠：每一付款方的下级并为一框，共40框、代463人'));
	t.true(first.includes('另有运营支出20项（12,003.80元/20笔）计入付款方框内合计而未画线，见图4。'));
});

test('every line of the overview stands on one of the other charts', (t) => {
	for (const base of [busyGang(SMALL_GANG), busyGang(LARGE_GANG), unusual()]) {
		const [, ...others] = chartsOf(base);
		const drawn = new Set(others.flatMap(({ graph }) => graph.links.flatMap(({ numbers }) => numbers)));
		t.deepEqual(
			graphOf(base.flow).links.filter(({ numbers: [number = 0] }) => !drawn.has(number)),
			[],
		);
	}
});

/** Nobody is a leader; somebody pays others all the same, and seeds reach an account of nobody known. */
function unusual(): Findings {
	const nodes = [
		node('overseas/a', 0, 'overseas'),
		node('account/x', 2, 'other'),
		node('c1/yuan', 6, 'person', { role: 'caller', party: 'c1' }),
		node('c2/yuan', 6, 'person', { role: 'caller', party: 'c2' }),
	];
	const links = [link('overseas/a', 'account/x', 9n), link('c1/yuan', 'c2/yuan', 5n)];
	return findings({ flow: { nodes, links, folded: { nodes: 0, links: 0, limit: '' } } });
}

test('a leader of 163 people gets four sheets with nobody folded, and each line of the group on one of them', async (t) => {
	const base = gang({ overseas: 1, cores: 1, leaders: 2, inspectors: 6, callers: 320 });
	const sheets = chartsOf(base).filter(({ number }) => number.startsWith('3-1'));
	t.deepEqual(
		sheets.map(({ number }) => number),
		['3-1-1', '3-1-2', '3-1-3', '3-1-4'],
	);
	const people = new Set<string>();
	for (const sheet of sheets) {
		const svg = await check(t, base, sheet);
		t.true(svg.includes('折叠：未折叠，每人一框。'));
		for (const [, id = ''] of svg.matchAll(/data-id="(caller\d+|inspector\d+)\/yuan"/g)) people.add(id);
	}
	t.is(people.size, 163);
	const drawn = new Set(sheets.flatMap(({ graph }) => graph.links.flatMap(({ numbers }) => numbers)));
	const inGroup = base.flow.links.filter(({ from, to }) => [from, to].includes('leader0/yuan'));
	for (const each of inGroup) t.true(drawn.has(base.flow.links.indexOf(each) + 1), each.id);
});

test('hostile and endless names neither leave the sheet nor shrink its type', async (t) => {
	const names = [
		'<img onerror=alert(1)>',
		'长'.repeat(10_000),
		'ab\u202Edc\u200b',
		'=cmd|calc',
		'👨‍👩‍👧👾'.repeat(40),
		'W'.repeat(300),
	];
	const base = busyGang(SMALL_GANG);
	const nodes = base.flow.nodes.map((each, i) => ({
		...each,
		label: names[i % names.length] as string,
		note: `wechat:${names[(i + 1) % names.length]}`,
	}));
	const hostile = { ...base, flow: { ...base.flow, nodes } };
	for (const chart of chartsOf(hostile, new Map([['software', names.join('、')]]))) {
		const svg = await check(t, hostile, chart, `检法版（${names[1]}）`);
		t.true(svg.includes('版本：检法版'));
		t.false(/[\u202e\u200b]|<img/.test(svg));
	}
});

test('what one chart leaves out of a person’s dealings is told in the box, and sums to the whole', async (t) => {
	const nodes = [
		node('core/yuan', 3, 'person', { role: 'core', party: 'core' }),
		node('l1/yuan', 4, 'person', { role: 'leader', party: 'l1' }),
		node('l2/yuan', 4, 'person', { role: 'leader', party: 'l2' }),
		node('c/yuan', 6, 'person', { label: 'c', role: 'caller', party: 'c' }),
	];
	const links = [
		link('core/yuan', 'l1/yuan', 50_000n),
		link('core/yuan', 'l2/yuan', 60_000n),
		link('l1/yuan', 'c/yuan', 1_000n, { count: 3 }),
		link('l2/yuan', 'c/yuan', 700n, { count: 2 }),
	];
	const base = findings({ flow: { nodes, links, folded: { nodes: 0, links: 0, limit: '' } } });
	const group = chartsOf(base).find(({ number }) => number === '3-1') as Chart;
	const svg = await check(t, base, group);
	const box = boxesOf(readXml(svg)).find(({ what }) => what.startsWith('c（'));
	t.deepEqual(
		box?.texts.map(({ what }) => what),
		['c（话务员）', '入10.00元/3笔', '图外另入7.00元/2笔'],
	);
	t.true(svg.includes('>见图2-1<'));
	t.false(svg.includes('>见图3-1<'));
	t.true(svg.includes('图号：图3-1'));
});

test('running costs: who paid whom for what, and what went back up', async (t) => {
	const base = busyGang(SMALL_GANG);
	const costs = chartsOf(base, new Map([['software', '外呼系统‮租金']])).find(({ number }) => number === '4') as Chart;
	const svg = await check(t, base, costs);
	t.true(svg.includes('>摘要：外呼系统‹U+202E›租金<'));
	const kinds = new Set(costs.graph.links.flatMap((each) => each.kinds));
	t.deepEqual([...kinds].sort(), ['coins-out', 'operating-cost', 'return-by-payee']);
	const back = [...descendants(readXml(svg))].filter(({ name, text }) => name === 'text' && text.startsWith('←#'));
	t.is(back.length, 3);
});

test('charts speak English where the case does, and are the same bytes twice', async (t) => {
	const base = busyGang(SMALL_GANG);
	const english: Findings = { ...base, case: { ...base.case, name: 'Sea Wind', language: 'en' } };
	for (const chart of chartsOf(english)) {
		const svg = await check(t, english, chart);
		t.notRegex(svg.replaceAll(/<title>[^<]*<\/title>|data-id="[^"]*"/g, ''), /[：。、图附]/);
		t.is(await drawChart(english, chart), svg);
	}
});

test('a case without people has the overview alone', (t) => {
	t.is(chartsOf(chain(40, 4)).length, 1);
});
