import test from 'ava';
import type { LeadDayRow } from '../../../src/findings/lead-pay.ts';
import type { FigureTransfer, PackageInput } from '../../../src/reports/package/part.ts';
import { calendarOf } from '../../../src/reports/ways/days.ts';
import { timelineSheets } from '../../../src/reports/ways/timeline.ts';
import { findings, START, USDT } from '../fixtures.ts';
import { textsOf } from '../geometry.ts';
import { transferRows, wholeCase } from '../whole-case.ts';
import { checkGolden, checkSheet } from './sheet-checks.ts';

const DAY_MS = 86_400_000;

test('a bar stands for a day, a week from Monday or a month, as many as can be seen', (t) => {
	const days = calendarOf(['2023-03-03', '2023-03-01']);
	t.deepEqual([days.size, days.bins.length, days.indexOf('2023-03-02'), days.indexOf('2023-03-04')], ['day', 3, 1, -1]);
	const weeks = calendarOf(['2022-01-01', '2024-02-29']);
	t.is(weeks.size, 'week');
	// 1 January 2022 was a Saturday: its week began on 27 December.
	t.deepEqual(
		weeks.bins.slice(0, 2).map(({ first }) => first),
		['2021-12-27', '2022-01-03'],
	);
	t.is(weeks.indexOf('2022-01-02'), 0);
	t.is(weeks.indexOf('2022-01-03'), 1);
	const months = calendarOf(['2010-05-17', '2023-01-02']);
	t.deepEqual([months.size, months.bins[0]?.first, months.bins.length], ['month', '2010-05-01', 153]);
	t.is(months.indexOf('2022-12-31'), 151);
	t.deepEqual(calendarOf([]).bins, []);
});

function input(
	days: number,
	assets: number,
): Pick<PackageInput, 'findings' | 'rows' | 'figureTransfers' | 'leadDays' | 'terms'> {
	const [like] = transferRows();
	if (like === undefined) throw new Error('no row');
	const coins = Array.from({ length: assets }, (_, i) => ({
		id: i === 0 ? USDT : `eth:0x${i}`,
		symbol: `币${i}`,
		decimals: 6,
	}));
	const rows = Array.from({ length: days }, (_, i) => ({
		...like,
		id: `t${i}`,
		instant: START + i * DAY_MS,
		asset: 'CNY',
	}));
	const arrivals = coins.map(({ id }, i) => ({ ...like, id: `s${i}`, instant: START, asset: id, amount: 1_500_000n }));
	const figures = rows.flatMap(({ id }, i): FigureTransfer[] => [
		{ figure: 'case/inflow', transfer: id, amount: 1_000_00n, sign: 1 },
		{ figure: 'p1/wages', transfer: id, amount: 200_00n, sign: 1 },
		{ figure: 'p1/commissions', transfer: id, amount: BigInt(i % 7) * 5_00n, sign: 1 },
		{ figure: 'p1/consistent', transfer: id, amount: 7_00n, sign: 1 },
		{ figure: 'p1/kept', transfer: id, amount: 99_00n, sign: -1 },
		{ figure: 'case/operating', transfer: id, amount: 1n, sign: 1 },
	]);
	const lead = { day: '2023-03-01', reportedByCaller: 4, reportedByOther: 6, joined: 3, paid: 5 } as LeadDayRow;
	return {
		findings: findings({ people: wholeCase().people, assets: [{ id: 'CNY', symbol: 'CNY', decimals: 2 }, ...coins] }),
		rows: [...rows, ...arrivals],
		figureTransfers: figures,
		leadDays: [lead, lead],
		terms: { origins: ['o'], seeds: arrivals.map(({ id }) => [id, 0]), services: [], conversions: [], openings: [] },
	};
}

for (const [days, assets] of [
	[1, 1],
	[92, 1],
	[2_000, 1],
	[92, 9],
] as const) {
	test(`${days} days and ${assets} assets are drawn with their sums, nothing over another`, (t) => {
		const sheets = timelineSheets(input(days, assets));
		t.deepEqual(timelineSheets(input(days, assets)), sheets);
		const texts = sheets.flatMap((svg) => textsOf(checkSheet(t, svg)).map(({ what }) => what));
		const sum = (fen: number) => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
		t.true(texts.includes(`合计 ${sum(days * 1_000_00)}元`));
		const commissions = Array.from({ length: days }, (_, i) => (i % 7) * 5_00).reduce((a, b) => a + b, 0);
		// What is only consistent is drawn and not added.
		t.true(texts.includes(`合计 ${sum(days * 200_00 + commissions)}元`));
		t.true(texts.includes('日报所载 12　入群记录 6　已付提成对应 10'));
		for (let i = 0; i < assets; i++) t.true(texts.includes(`合计 1.5 币${i}`));
	});
}

test('a case of wallets alone has no panel of work', (t) => {
	const wallets = { ...input(0, 1), leadDays: [] };
	const findingsAlone = { ...wallets.findings, people: [] };
	const [svg = ''] = timelineSheets({ ...wallets, findings: findingsAlone });
	const texts = textsOf(checkSheet(t, svg)).map(({ what }) => what);
	t.deepEqual(
		texts.filter((text) => /^(境外转入|发放报酬|运营支出|引流人数)/.test(text)),
		['境外转入（币0）'],
	);
});

test('a case without money and leads says so in each panel', (t) => {
	const nothing = { ...input(0, 1), rows: [], figureTransfers: [], leadDays: [] };
	const [svg = ''] = timelineSheets(nothing);
	const texts = textsOf(checkSheet(t, svg)).map(({ what }) => what);
	t.is(texts.filter((text) => text === '本期间无此类记录').length, 4);
});

test('days are drawn as they were looked at', (t) => {
	checkGolden(t, 'timeline', timelineSheets(input(9, 2))[0]);
});
