import test from 'ava';
import { wordsOf } from '../../src/cli/messages/words.ts';
import { printComparison } from '../../src/cli/views/comparison.ts';
import { isWholly, printInspection } from '../../src/cli/views/inspection.ts';
import { printOrigin } from '../../src/cli/views/origin.ts';
import { printPerson } from '../../src/cli/views/person.ts';
import { printSummary, summaryOf } from '../../src/cli/views/summary.ts';
import { printTodo } from '../../src/cli/views/todo.ts';
import { printTrace, traceCsv } from '../../src/cli/views/trace.ts';
import { printWhy } from '../../src/cli/views/why.ts';
import { Problem } from '../../src/ledger/problem.ts';
import { receipt } from '../ledger/receipts.ts';
import { gaps, hop, inspection, personAnswer, record, result, USDT, units, why } from './answers.ts';

const trace = {
	policy: 'fifo' as const,
	rows: [hop, { ...hop, depth: 2, cashOut: 'c0000000000000001' }],
	paths: [[hop]],
	gaps,
	peelChains: [
		{
			asset: 'CNY',
			start: 't0',
			passes: ['t1', 't2', 't3'],
			peels: ['t4'],
			entered: '100000',
			peeled: '20000',
			left: '80000',
		},
	],
	cut: [{ code: 'limit.depth', facts: { depth: 3 } }],
};

const origin = {
	subject: hop.transfer,
	asset: 'CNY',
	amount: 24_500n,
	policies: [
		{
			policy: 'fifo' as const,
			shares: [{ origin: 'tron:TQ', label: '境外上家甲', amount: 20_000n }],
			ways: [
				{ origin: 'tron:TQ', amount: 20_000n, measure: 'exact' as const, grade: hop.grade, weakest: 1, hops: [hop] },
			],
		},
		{ policy: 'lifo' as const, shares: [], ways: [] },
	],
};

const comparison = {
	commissions: { paid: 1000, provable: 950, found: 949, false: 0 },
	people: { total: 80, provable: 70, exact: 70 },
	cashOuts: { made: 24, matchable: 21, matched: 20, false: 1 },
	hierarchy: {
		superiors: { true: 73, proposed: 74, right: 72, f1: 0.979592 },
		roles: { true: 76, proposed: 76, right: 76, f1: 1 },
		differences: [],
	},
	missing: [{ what: '支付宝账单', commissions: 50 }],
	differences: [],
};

for (const language of ['zh', 'en'] as const) {
	const words = wordsOf(language);
	const views: Readonly<Record<string, string>> = {
		summary: printSummary(summaryOf(result), words),
		inspection: printInspection(inspection, words),
		person: printPerson(personAnswer, units, words),
		trace: printTrace(trace, units, words),
		origin: printOrigin(origin, units, words),
		why: printWhy(why, units, words),
		comparison: printComparison(comparison, words),
		todo: printTodo(result.findings.todo, units, words),
	};
	for (const [name, text] of Object.entries(views)) {
		test(`${name} in ${language} has a word for everything`, (t) => {
			t.notRegex(text, /\[[a-z][a-z.-]+\]|undefined|NaN|\[object/);
			// The only gap allowed is the escape of a steering character.
			t.notRegex(text.replaceAll(/‹U\+[0-9A-F]+›/g, ''), /‹/);
			t.notRegex(text, /\p{Cf}/u);
		});
	}
}

const english = wordsOf('en');

test('the summary adds up what was found and says that there are gaps', (t) => {
	const summary = summaryOf(result);
	t.deepEqual(summary.commissions, { count: 1, fen: '4500' });
	t.deepEqual(summary.cashOuts, { accepted: 1, proposed: 1 });
	t.is(summary.merging.excluded, 2);
	t.is(summary.evidence.unread, 1);
	t.is(summary.evidence.hashAlarms, 1);
	const text = printSummary(summary, english);
	t.regex(text, /12 = 9 read \+ 2 skipped on purpose \+ 1 unreadable/);
	t.regex(text, /Chains +1 histories complete, 0 empty, 1 incomplete/);
	t.regex(text, /1 documented, 45\.00 yuan/);
	t.regex(text, /inflow 6,900\.00 = kept 6,000\.00/);
	t.regex(text, /Reports +my-case\/reports\/2023-run\n +chart\.svg\n/);
	t.notRegex(text, /figures\.jsonl/);
	t.regex(text, /Done with gaps/);
});

test('a case that does not balance says so', (t) => {
	const summary = summaryOf(result);
	const text = printSummary({ ...summary, reconciliation: { ...summary.reconciliation, balances: false } }, english);
	t.regex(text, /DOES NOT BALANCE/);
});

test('an inspection shows rows, an amount that is not printed as such, and rejected rows', (t) => {
	const text = printInspection(inspection, english);
	t.regex(text, /12 = 9 read/);
	t.regex(text, /245\.00 CNY/);
	t.regex(text, /not shown/);
	t.regex(text, /12a +the amount is no number/);
	t.regex(text, /工资‹U\+202E›/);
	t.false(isWholly(inspection));
	t.true(isWholly({ ...inspection, rows: { ...inspection.rows, rejected: 0 } }));
	t.false(isWholly({ ...inspection, source: '', rows: { ...inspection.rows, rejected: 0 } }));
});

test('a file nobody knows is listed with what to do', (t) => {
	const unknown = { ...inspection, source: '', records: [], rejects: [], columns: {} };
	const problem = new Problem('evidence', 'evidence.unknown', { file: unknown.path });
	t.regex(
		printInspection({ ...unknown, problem }, english),
		/no format this version reads[\s\S]*mapping in case\.yaml/,
	);
});

test('a person is shown with negative kept, withdrawn accounts and pay split in wage and commission', (t) => {
	const text = printPerson(personAnswer, units, english);
	t.regex(text, /kept +-5\.00/);
	t.regex(text, /any seed +200\.00 CNY \(81\.6 %\) +189\.00 CNY \(77\.1 %\)/);
	t.regex(text, /qq:10001 +withdrawn/);
	t.regex(text, /2023-03-05 20:00:00 +王组长 +245\.00 .* 200\.00 +45\.00 +9/);
	t.regex(text, /9 paid, 11 reported/);
});

test('leads stand against pay: over all days, by day, with the rate over time and what was to be expected', (t) => {
	const text = printPerson(personAnswer, units, english);
	t.regex(text, /11 reported, 10 by join records, 9 paid, 2 inferred/);
	t.regex(text, /1 more reported than joined, 2 more reported than paid, 0 more paid/);
	t.regex(text, /350\.00-510\.00 = 1\.50-2\.00 days \(by calls\) at 200\.00 \+ 10-11 leads at 5\.00-10\.00/);
	t.regex(text, /2023-03-31\s+7\.00 \/ 8\.00\s+estimated from payments\s+3/);
	t.regex(text, /2023-03-01\s+11 \/ 9\s+9\s+9\s+52\s+200\.00\s+45\.00\s+5\s+joins\s+1\/1/);
});

test('why shows the leads behind a commission and what the whole history leaves', (t) => {
	const text = printWhy(why, units, english);
	t.regex(text, /2023-03-01 {2}9 {2}reported by others {2}tenpay\/TenpayTrades\.txt, sheet 日报, row 7/);
	t.regex(text, /wage 200\.00 \+ 4 x 7\.00 {2}fits best/);
	t.regex(text, /no pay rule explains it {2}1 more: payments no rule explains/);
	t.regex(printWhy({ ...why, leads: [] }, units, english), /none found/);
});

test('a trace says which limits cut it and where value crossed a cash-out', (t) => {
	const text = printTrace(trace, units, english);
	t.regex(text, /2 transfers carry the value/);
	t.regex(text, /<- c0000000000000001/);
	t.regex(text, /Cut by a limit: paths end after 3 transfers/);
});

test('a trace as CSV has plain decimals and no formula', (t) => {
	const evil = {
		...hop,
		fromName: '=HYPERLINK("http://x")',
		toName: '+86',
		asset: USDT,
		amount: 1_500_000n,
		traced: 1n,
	};
	const [head, first, second] = traceCsv({ ...trace, rows: [hop, evil] }, units).split('\r\n');
	t.is(head?.split(',').length, 12);
	t.is(
		first,
		`1,2023-03-05 20:00:00,wechat:wxid_a,王组长,wechat:wxid_b,,CNY,245.00,200.00,one-ledger,${hop.transfer},`,
	);
	t.true(second?.includes(`"'=HYPERLINK(""http://x"")"`));
	t.true(second?.includes(`,'+86,`));
	t.true(second?.includes(',1.500000,0.000001,'));
});

test('why names file, row and hash, and the row as it stands', (t) => {
	const text = printWhy(why, units, english);
	t.regex(text, /tenpay\/TenpayTrades\.txt, row 18/);
	t.regex(text, /SHA-256 (?:ab){32}/);
	t.regex(text, /wxid_a \| 1000039801202303050001 \| 出 \| 24500/);
	t.regex(text, /would also fit:\n {2}c0000000000000002/);
	const chain = { kind: 'chain', chain: 'tron', transaction: 'f0', position: 'log 3', receipt: 'x' } as const;
	const onChain = printWhy({ ...why, records: [{ ...record, evidence: chain }] }, units, english);
	t.regex(onChain, /tron, transaction f0, log 3/);
	const asked = receipt({ id: 'x', query: 'eth_getLogs \u202e', answers: ['0a', '0b', '0c', '0d'] });
	const told = printWhy({ ...why, records: [{ ...record, evidence: chain }], receipts: [asked] }, units, english);
	t.regex(told, /receipt x: eth_getLogs ‹U\+202E›, answered by https:\/\/node\.example\/v3/);
	t.regex(
		told,
		/asked 2023-03-01 13:00:00, blocks 100 to 199, 4 answers\n {2}SHA-256 0a\n {2}SHA-256 0b\n {2}SHA-256 0c\n/,
	);
});

test('a trace and a person name the histories that a chain did not show, ten of them', (t) => {
	for (const text of [printTrace(trace, units, english), printPerson(personAnswer, units, english)]) {
		t.regex(
			text,
			/Not wholly seen on the chain:\n {2}tron:TQ: token transfers from 2023-03-10 to .*too many requests \(429\)/,
		);
		t.is(text.match(/too many requests/g)?.length, 10);
		t.true(text.includes('  and 2 more: see todo'));
		t.notRegex(printTrace({ ...trace, gaps: [] }, units, english), /Not wholly/);
	}
});

test('an origin that is not traced says so', (t) => {
	const text = printOrigin(origin, units, english);
	t.regex(text, /境外上家甲 \(tron:TQ\) +200\.00 CNY/);
	t.regex(text, /nothing of it is traced/);
});

test('the comparison names what is missing', (t) => {
	const text = printComparison(comparison, english);
	t.regex(text, /949 of 950 provable \(1000 were paid\)/);
	t.regex(text, /支付宝账单: 50 commissions/);
});

test('nothing to do is said in words', (t) => {
	t.is(printTodo([], { assets: new Map() }, english), 'Nothing is left to do.');
});

test('coins at stake of a token that nobody knows are told in smallest units', (t) => {
	const point = {
		id: 'q0000000000000001',
		code: 'unlabelled-payer',
		subject: 'tron:TQ',
		facts: { asset: 'tron:TX', amount: '1200', count: 1 },
		stake: '0',
		quantity: { asset: 'tron:TX', amount: '1200' },
	};
	t.regex(printTodo([point], { assets: new Map() }, english), / 1200 × tron:TX {2}/);
});
