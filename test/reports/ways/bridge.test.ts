import test from 'ava';
import type { Findings } from '../../../src/findings/schema.ts';
import type { LedgerRow } from '../../../src/reports/ledger-row.ts';
import { bridgeSheets } from '../../../src/reports/ways/bridge.ts';
import { START, USDT } from '../fixtures.ts';
import { textsOf } from '../geometry.ts';
import { classOf, descendants, readXml } from '../svg-reader.ts';
import { transferRows, wholeCase } from '../whole-case.ts';
import { checkGolden, checkSheet } from './sheet-checks.ts';

const HOUR_MS = 3_600_000;
const TERMS = { origins: [], seeds: [], services: [], conversions: [], openings: [] };
const HOSTILE = `<img onerror=x>‮=cmd|😀${'长'.repeat(10_000)}`;

type CashOut = Findings['cashOuts'][number];

/** Matches of so many coin and yuan legs, by status; every tenth number stands alone on a side. */
function made(count: number, legs: number, hostile = HOSTILE) {
	const base = wholeCase();
	const [like] = transferRows();
	const [match] = base.cashOuts;
	if (like === undefined || match === undefined) throw new Error('the fixture has lost its rows');
	const rows: LedgerRow[] = [];
	const leg = (id: string, asset: string, at: number): string => {
		const name = at % 5 === 0 ? hostile : '某人';
		const accounts = {
			payerAccount: `eth:0x${'a'.repeat(40)}`,
			payeeAccount: at % 5 === 0 ? `wechat:${hostile}` : 'wechat:wxid_some',
		};
		const amount = asset === 'CNY' ? 123_456_789_012n : 999_999_999_123_456n;
		rows.push({
			...like,
			id,
			asset,
			amount,
			instant: START + at * HOUR_MS,
			payer: name,
			payee: name,
			payerId: 'p1',
			payeeId: 'p1',
			...accounts,
		});
		return id;
	};
	const cashOuts = Array.from(
		{ length: count },
		(_, i): CashOut => ({
			...match,
			id: `c${i}`,
			party: 'p1',
			side: i % 4 === 3 ? 'bought' : 'sold',
			status: i % 6 === 5 ? 'proposed' : 'accepted',
			asset: USDT,
			coins: Array.from({ length: legs }, (_, k) => leg(`k${i}-${k}`, USDT, i)),
			yuan: Array.from({ length: i % 3 === 0 ? 1 : legs }, (_, k) => leg(`y${i}-${k}`, 'CNY', i + 2)),
			pairing: 'one',
		}),
	);
	// A rival of the first match takes its legs: it is not drawn beside it.
	const rival: CashOut = { ...(cashOuts[0] as CashOut), id: 'rival', status: 'proposed', score: 1 };
	const unmatched = { coins: [leg('alone-coins', USDT, 7)], yuan: [leg('alone-yuan', 'CNY', 9)] };
	const findings = { ...base, cashOuts: [rival, ...cashOuts], unmatched };
	return { input: { findings, rows, terms: TERMS }, legs: rows.map(({ id }) => id) };
}

for (const [count, legs] of [
	[1, 1],
	[40, 2],
	[2, 60],
] as const) {
	test(`${count} matches of ${legs} legs: every leg once, on A4, nothing over another`, (t) => {
		const { input, legs: ids } = made(count, legs);
		const sheets = bridgeSheets(input);
		t.deepEqual(bridgeSheets({ ...input, rows: input.rows.toReversed() }), sheets, 'whatever order the rows came in');
		const drawn = sheets.flatMap((svg) => {
			checkSheet(t, svg);
			t.false(svg.includes('<img') || svg.includes('‮'));
			const boxes = [...descendants(readXml(svg))].filter((each) => classOf(each) === 'node');
			return boxes.flatMap((box) => (box.children.find(({ name }) => name === 'title')?.text ?? '').split(' '));
		});
		t.deepEqual(drawn.toSorted(), ids.toSorted());
		const texts = sheets.flatMap((svg) => textsOf(readXml(svg)).map(({ what }) => what));
		t.is(texts.filter((text) => text === '未对应').length, 2);
		t.true(texts.includes('1,234,567,890.12元'));
		t.true(texts.some((text) => text.includes('竞合或已否定的对应1项')));
	});
}

test('a case without coins has no bridge', (t) => {
	const findings = { ...wholeCase(), cashOuts: [], unmatched: { coins: [], yuan: [] } };
	t.deepEqual(bridgeSheets({ findings, rows: [], terms: TERMS }), []);
});

test('cash-outs are drawn as they were looked at', (t) => {
	checkGolden(t, 'bridge', bridgeSheets(made(5, 2, '某人').input)[0]);
});
