import test from 'ava';
import type { FindingsPerson } from '../../../src/findings/schema.ts';
import type { LedgerRow } from '../../../src/reports/ledger-row.ts';
import type { PersonWay, WayStep } from '../../../src/reports/person-way.ts';
import { type Pen, penOf } from '../../../src/reports/ways/pen.ts';
import { personSheets } from '../../../src/reports/ways/person-sheets.ts';
import { findings, START, USDT } from '../fixtures.ts';
import { textsOf } from '../geometry.ts';
import { wholeCase } from '../whole-case.ts';
import { checkGolden, checkSheet } from './sheet-checks.ts';

const SEED = `tron:T${'Seed'.padEnd(33, 'x')}`;
const HOSTILE = `<img onerror=x>‮=cmd|😀${'长'.repeat(10_000)}`;
const NO_TERMS = { origins: [SEED], seeds: [], services: ['tron:desk'], conversions: [], openings: [] };

function row(id: string, more: Partial<LedgerRow> = {}): LedgerRow {
	return {
		id,
		instant: START,
		payer: '',
		payerId: '',
		payerAccount: 'bank:6230000000000000911',
		payerCard: '',
		payee: '赵伟',
		payeeId: 'p1',
		payeeAccount: 'wechat:wxid_zhao',
		amount: 7_000_00n,
		asset: 'CNY',
		medium: 'bank',
		order: 'A1',
		transaction: '',
		tied: true,
		memo: '',
		kind: 'wage',
		certainty: 'documented',
		exclusion: '',
		grade: 'one-ledger',
		rule: 'single',
		evidence: [
			{ path: '银行/交易明细.xlsx', sheet: 'Sheet1', row: '12', hash: 'a'.repeat(64) },
			{ path: `${'很长的文件夹/'.repeat(12)}TenpayTrades.txt`, sheet: '', row: '7', hash: 'b'.repeat(64) },
			{ path: '银行/另一份.xlsx', sheet: '', row: '3', hash: 'c'.repeat(64) },
		],
		...more,
	};
}

/** Coins, a cash-out, then as many payments as are wanted. */
function way(payments: number, more: Partial<LedgerRow> = {}): PersonWay {
	const coins = row('t0', {
		payerAccount: SEED,
		payeeAccount: 'tron:desk',
		amount: 1_000_000_000n,
		asset: USDT,
		...more,
	});
	const step = (each: LedgerRow, amount: bigint, across = ''): WayStep => {
		return { row: each, amount, across, grade: across === '' ? 'one-ledger' : 'inferred', weakest: 'holder' };
	};
	const rows = Array.from({ length: payments }, (_, i) => row(`t${i + 1}`, more));
	const steps = [step(coins, 428_571_428n), ...rows.map((each, i) => step(each, 3_000_00n, i === 0 ? 'c1' : ''))];
	return {
		person: 'p1',
		payment: rows.at(-1) ?? coins,
		policy: 'fifo',
		origin: SEED,
		amount: 3_000_00n,
		measure: 'exact',
		steps,
		shares: ['fifo', 'lifo', 'haircut', 'poison'].flatMap((policy) => [
			{ policy, origin: SEED, amount: policy === 'poison' ? 7_000_00n : 3_000_00n },
			...(policy === 'poison' ? [] : [{ policy, origin: '?unknown', amount: 4_000_00n }]),
		]),
		others: { count: 2, amount: 1_000_00n },
	};
}

function penFor(name: string, language: 'zh' | 'en' = 'zh'): Pen {
	const person = { ...wholeCase().people[0], id: 'p1', name, role: 'caller', group: '一组' } as FindingsPerson;
	const base = findings({ people: [person] });
	return penOf({ findings: { ...base, case: { ...base.case, language } }, terms: NO_TERMS });
}

for (const language of ['zh', 'en'] as const) {
	for (const payments of [1, 4, 9, 23]) {
		test(`${language}: a way of ${payments + 1} steps is drawn whole, on A4, with nothing over another`, (t) => {
			const made = () => personSheets(way(payments), '5-1', penFor('赵伟', language));
			const sheets = made();
			t.deepEqual(made(), sheets);
			const texts = sheets.map((svg) => textsOf(checkSheet(t, svg)).map(({ what }) => what));
			const steps = new Set(texts.flat().filter((text) => /^(第\d+步|Step \d+)$/.test(text)));
			t.is(steps.size, payments + 1);
			t.true(texts.flat().some((text) => /先后无据|tie group/.test(text)));
			t.true(
				texts.every((page) => page.some((text) => /不表示货币同一|does not say that the money is the same/.test(text))),
			);
			t.true(
				texts.at(-1)?.some((text) => text.includes('1,000.00')),
				'what the other ways come to',
			);
		});
	}
}

test('hostile names, orders and paths stay text in their places', (t) => {
	const evidence = [{ path: HOSTILE, sheet: HOSTILE, row: HOSTILE, hash: '' }];
	const hostile = { payer: HOSTILE, payee: HOSTILE, payeeId: '', order: HOSTILE, medium: HOSTILE, evidence };
	for (const svg of personSheets(way(4, { ...hostile, payerAccount: `wechat:${HOSTILE}` }), '5-1', penFor(HOSTILE))) {
		checkSheet(t, svg);
		t.false(svg.includes('<img') || svg.includes('‮'));
	}
});

test('a payment that nothing is traced of is drawn alone, and says so', (t) => {
	const untraced = { ...way(1), steps: [], origin: '', amount: 0n, others: { count: 0, amount: 0n } };
	const [svg = '', more] = personSheets(untraced, '5-1', penFor('赵伟'));
	t.is(more, undefined);
	const texts = textsOf(checkSheet(t, svg)).map(({ what }) => what);
	t.true(texts.some((text) => text.includes('未能溯及任何境外起点')));
	t.is(texts.filter((text) => /^第\d+步$/.test(text)).length, 1);
	t.false(svg.includes('不表示货币同一'));
});

test('a way is drawn as it was looked at', (t) => {
	checkGolden(t, 'way', personSheets(way(2), '5-1', penFor('赵伟'))[0]);
});
