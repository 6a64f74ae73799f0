import test from 'ava';
import fc from 'fast-check';
import { type FileStanding, readCoverage } from '../../src/ledger/coverage.ts';
import { common, joined, type Span, without } from '../../src/ledger/span.ts';
import { record } from './records.ts';

/** Two own rows of `wechat:A` in a file, a minute apart, with balances. */
const ROWS = [record({ row: 1, balance: 9000n, at: 0 }), record({ row: 2, balance: 8000n, at: 60_000 })];
const [FIRST, LAST] = ROWS.map((row) => row.moment.instant) as [number, number];
const HASH = ROWS[0]?.evidence.kind === 'file' ? ROWS[0].evidence.file : '';

function covered(standing: Partial<FileStanding>, rows = ROWS, gaps: Parameters<typeof readCoverage>[2] = []) {
	const coverage = readCoverage(rows, [{ hash: HASH, whole: true, byHolder: false, ...standing }], gaps, new Map());
	return coverage.get('wechat:A') ?? [];
}

test('a history is whole for the stretch that the register states, else between rows whose balances add up', (t) => {
	t.deepEqual(covered({ from: 5, until: 9 }), [{ from: 5, until: 9 }]);
	t.deepEqual(covered({}), [{ from: FIRST, until: LAST }]);
	t.deepEqual(covered({ from: 5, until: 9, account: 'wechat:A' }, []), [{ from: 5, until: 9 }]);
});

test('a file with rows lost, altered, handed in by the person, or whose balances do not add up, covers nothing', (t) => {
	t.deepEqual(covered({ whole: false, from: 5, until: 9 }), []);
	t.deepEqual(covered({ byHolder: true, from: 5, until: 9 }), []);
	const gap = { account: 'wechat:A', file: HASH, rows: 1, first: 2, differs: 1n } as Parameters<
		typeof readCoverage
	>[2][number];
	t.deepEqual(covered({}, ROWS, [gap]), []);
	t.deepEqual(covered({}, [record({ row: 1 }), ...ROWS.slice(1)]), []);
});

test('spans are sets of instants', (t) => {
	const spans = fc.array(
		fc.tuple(fc.nat(12), fc.nat(4)).map(([from, length]): Span => ({ from, until: from + length })),
		{ maxLength: 4 },
	);
	const has = (list: readonly Span[], at: number) => list.some(({ from, until }) => from <= at && at <= until);
	fc.assert(
		fc.property(spans, spans, (a, b) => {
			for (let at = -1; at < 18; at++) {
				if (has(joined(a), at) !== has(a, at)) return false;
				if (has(without(a, b), at) !== (has(a, at) && !has(b, at))) return false;
				if (has(common(a, b), at) !== (has(a, at) && has(b, at))) return false;
			}
			return joined(a).every(({ from }, index, list) => index === 0 || from > (list[index - 1]?.until ?? 0) + 1);
		}),
		{ numRuns: 100 },
	);
	t.pass();
});
