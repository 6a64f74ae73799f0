import test from 'ava';
import * as fc from 'fast-check';
import { KNOWN_ASSETS } from '../../../src/ledger/asset.ts';
import type { Decision } from '../../../src/ledger/decision.ts';
import { mergeRecords } from '../../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import { record, type Said } from '../records.ts';
import { MERGE_PROPERTIES } from './properties.ts';

const assets = new Map(KNOWN_ASSETS.map((a) => [a.id, a]));
const USDT = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

function merge(said: readonly (Said | LedgerRecord)[], decisions: readonly Decision[] = []) {
	const records = said.map((s) => ('id' in s ? (s as LedgerRecord) : record(s as Said)));
	return mergeRecords({ records, assets, decisions });
}

function split(subject: string): Decision {
	return { subject, act: 'split', value: '', by: 'x', why: 'y', at: '', review: '', line: 2 };
}

test("payer's return, payee's return and payee's bill are one transfer with three records", (t) => {
	const { transfers } = merge([
		{ file: 'a', order: '1', own: 'from' },
		{ file: 'b', order: '1', own: 'to', at: 8 },
		{ file: 'c', order: '1', own: 'to', at: 8, from: 'nick:bill:cccccccccccc/老王', to: 'bill:cccccccccccc' },
	]);
	t.is(transfers.length, 1);
	t.is(transfers[0]?.records.length, 3);
	t.deepEqual([transfers[0]?.from, transfers[0]?.to], ['wechat:A', 'wechat:B']);
	t.is(transfers[0]?.amount, 1000n);
	t.is(transfers[0]?.instant, record({}).moment.instant);
	t.is(transfers[0]?.grade, 'one-ledger');
	t.true(transfers[0]?.certain);
});

test('a bill that names no account gets its owner from order numbers, also for its other rows', (t) => {
	const { transfers, owners } = merge([
		{ file: 'a', order: '1' },
		{ file: 'c', row: 1, order: '1', own: 'to', from: 'nick:bill:c/老王', to: 'bill:c' },
		{ file: 'c', row: 2, order: '2', own: 'from', from: 'bill:c', to: 'nick:bill:c/小店', amount: 300n, at: 60 },
	]);
	t.is(owners[0]?.account, 'wechat:B');
	t.deepEqual(
		transfers.map((x) => [x.from, x.to]),
		[
			['wechat:A', 'wechat:B'],
			['wechat:B', 'nick:wechat:B/小店'],
		],
	);
});

test('order numbers that point to two accounts leave the owner of a bill open', (t) => {
	const { owners } = merge([
		{ file: 'a', row: 1, order: '1', to: 'wechat:B' },
		{ file: 'a', row: 2, order: '2', to: 'wechat:C', at: 9 },
		{ file: 'c', row: 1, order: '1', own: 'to', from: 'nick:bill:c/老王', to: 'bill:c' },
		{ file: 'c', row: 2, order: '2', own: 'to', from: 'nick:bill:c/老王', to: 'bill:c', at: 9 },
	]);
	t.is(owners[0]?.account, undefined);
	t.is(owners[0]?.votes.size, 2);
});

test('a nickname that stood for one account is proposed, not applied to other rows', (t) => {
	const { transfers, nicknames } = merge([
		{ file: 'a', order: '1' },
		{ file: 'b', row: 1, order: '1', own: 'to', from: 'nick:wechat:B/老王' },
		{ file: 'b', row: 2, order: '2', own: 'to', from: 'nick:wechat:B/老王', at: 60 },
	]);
	t.deepEqual(nicknames, [{ nick: 'nick:wechat:B/老王', account: 'wechat:A', transfers: 1 }]);
	t.is(transfers[1]?.from, 'nick:wechat:B/老王');
});

test('rows of one file are distinct; overlapping exports give the fullest count, never the sum', (t) => {
	const twice = [1, 2].map((row) => ({
		row,
		institution: 'chain:tron',
		own: 'neither' as const,
		asset: USDT,
		order: 'tx',
		from: 'tron:a',
		to: 'tron:b',
		medium: 'token' as const,
	}));
	t.is(merge(twice.map((s) => ({ ...s, file: 'a' }))).transfers.length, 2);
	t.is(
		merge([...twice.map((s) => ({ ...s, file: 'a' })), ...twice.map((s) => ({ ...s, file: 'b' }))]).transfers.length,
		2,
	);
	t.is(merge([...twice.map((s) => ({ ...s, file: 'a' })), { ...twice[0], file: 'b' }]).transfers.length, 2);
});

test('a row printed twice under its full identifier is one, and a second payment with another number is two', (t) => {
	t.is(
		merge([
			{ row: 1, order: '1' },
			{ row: 2, order: '1' },
		]).transfers.length,
		1,
	);
	t.is(
		merge([
			{ row: 1, order: '1' },
			{ row: 2, order: '2' },
		]).transfers.length,
		2,
	);
	t.is(merge([{ row: 1 }, { row: 2 }]).transfers.length, 2, 'without identifier every row counts');
});

test('a packet that only its payee tells of may be a share of a group packet, unless its row says otherwise', (t) => {
	const packet = { to: 'wechat:C', medium: 'red-packet' as const };
	const media = (...rows: Parameters<typeof merge>[0]) => merge(rows).transfers.map((x) => x.medium);
	t.deepEqual(media({ ...packet, order: 'p', own: 'to' }), ['received-packet']);
	t.deepEqual(media({ ...packet, order: 'p', own: 'to', type: '转账/微信红包（单发）' }), ['red-packet']);
	t.deepEqual(media({ ...packet, order: 'p', own: 'to' }, { ...packet, file: 'b', order: 'p' }), ['red-packet']);
});

test('each recipient of a group packet got the share; the whole in the sender’s bill is no payment', (t) => {
	const share = { file: 'a', order: 'p', medium: 'group-packet' as const, packet: 1000n };
	const { transfers } = merge([
		{ ...share, row: 1, to: 'wechat:B', amount: 400n },
		{ ...share, row: 2, to: 'wechat:C', amount: 600n },
		{ file: 'c', order: 'p', medium: 'group-packet', packet: 1000n, to: 'unknown:x-to', amount: 1000n },
		{ file: 'd', order: 'p', own: 'to', to: 'wechat:C', amount: 600n, medium: 'red-packet', at: 5 },
	]);
	t.deepEqual(
		transfers.filter((x) => !x.exclusion).map((x) => [x.to, x.amount, x.medium]),
		[
			['wechat:B', 400n, 'group-packet'],
			['wechat:C', 600n, 'group-packet'],
		],
	);
	t.deepEqual(
		transfers.filter((x) => x.exclusion).map((x) => x.exclusion),
		['packet-total'],
	);
});

test('two equal shares and a bill that names neither payee: the bill’s row stays alone', (t) => {
	const share = { file: 'a', order: 'p', medium: 'group-packet' as const, packet: 1000n, amount: 500n };
	const { transfers } = merge([
		{ ...share, row: 1, to: 'wechat:B' },
		{ ...share, row: 2, to: 'wechat:C' },
		{ file: 'd', order: 'p', own: 'to', from: 'nick:bill:d/老王', to: 'bill:d', amount: 500n, medium: 'red-packet' },
	]);
	t.is(transfers.length, 3);
});

test('a refund reduces what was paid, once, and both rows stay', (t) => {
	const { transfers } = merge([
		{ row: 1, order: '1', merchant: 'm', refunded: 300n },
		{
			row: 2,
			order: '9',
			merchant: 'm',
			own: 'to',
			from: 'wechat:B',
			to: 'wechat:A',
			amount: 300n,
			medium: 'refund',
			at: 90,
		},
	]);
	t.deepEqual(
		transfers.map((x) => [x.amount, x.refunded, x.exclusion]),
		[
			[700n, 300n, undefined],
			[300n, 0n, 'refund-of-another'],
		],
	);
});

test('a fully refunded payment and failed, closed, zero and unknown amounts stand apart with the reason', (t) => {
	const { transfers } = merge([
		{ row: 1, order: '1', refunded: 1000n },
		{ row: 2, order: '2', state: 'failed', at: 1 },
		{ row: 3, order: '3', state: 'closed', at: 2 },
		{ row: 4, order: '4', amount: 0n, at: 3 },
		{ row: 5, order: '5', amount: undefined, at: 4 },
		{ row: 6, order: '6', asset: 'tron:fake', medium: 'token', at: 5 },
		{ row: 7, order: '7', state: 'open', at: 6 },
	]);
	t.deepEqual(
		transfers.map((x) => x.exclusion),
		['fully-refunded', 'failed', 'closed', 'zero', 'unknown-amount', 'look-alike-token', 'unconfirmed'],
	);
});

test('what one row leaves open another settles, and a person may: then it counts, by its records’ grade', (t) => {
	const sent = { row: 1, order: '7', state: 'open' as const };
	t.is(merge([sent, { file: 'b', order: '7', own: 'to', at: 9 }]).transfers[0]?.exclusion, undefined);
	const [open] = merge([sent]).transfers;
	const confirm = { act: 'confirm' as const, value: '', by: '', why: '', at: '', review: '', line: 2 };
	const ids = [open?.id ?? '', open?.records[0] ?? ''];
	for (const subject of ids) {
		const [counted] = merge([sent], [{ ...confirm, subject }]).transfers;
		t.is(counted?.exclusion, undefined);
		t.is(counted?.grade, 'one-ledger');
	}
});

test('a return that holds the rows of payer and payee tells of one payment twice, and of three payments six times', (t) => {
	const payer = { file: 'a', own: 'from' as const };
	const payee = { file: 'a', own: 'to' as const };
	const { transfers } = merge([
		{ ...payer, row: 1, order: '1' },
		{ ...payee, row: 2, order: '1' },
		...[3, 4, 5].map((row) => ({ ...payer, row, order: '2', at: row, amount: 500n })),
		...[6, 7, 8].map((row) => ({ ...payee, row, order: '2', at: row - 3, amount: 500n })),
	]);
	t.deepEqual(
		transfers.map((x) => [x.amount, x.records.length]),
		[
			[1000n, 2],
			[500n, 2],
			[500n, 2],
			[500n, 2],
		],
	);
});

test('rows of one account in one file stay apart, whatever number and sides they share', (t) => {
	const rows = [
		{ row: 1, order: '1', to: 'nick:wechat:A/x' },
		{ row: 2, order: '1', to: 'nick:wechat:A/x', at: 1 },
		{ row: 3, order: '1', own: 'to' as const, from: 'unknown:z-from', to: 'wechat:A', at: 2 },
	];
	t.is(merge(rows).transfers.length, 3);
});

test('a row that states the second gives the time, before one that knows the day alone', (t) => {
	const day = { file: 'b', order: '1', own: 'to' as const, at: -40_000, precision: 'day' as const };
	t.is(merge([{ order: '1', at: 9 }, day]).transfers[0]?.timeText, '+9s');
});

test('which sources tell of how many transfers together, and by which key', (t) => {
	const { tellings } = merge([
		{ file: 'a', order: '1', source: 'tenpay-trades' },
		{ file: 'b', order: '1', source: 'wechat-bill', own: 'to' },
		{ file: 'a', row: 2, order: '2', source: 'tenpay-trades', at: 60 },
	]);
	t.deepEqual(tellings, [
		{ sources: ['tenpay-trades'], rule: 'single', transfers: 1 },
		{ sources: ['tenpay-trades', 'wechat-bill'], rule: 'order', transfers: 1 },
	]);
});

test("the bank's mirror row of a payment through a card is the same money, seen from both sides", (t) => {
	const { transfers } = merge([
		{ file: 'a', order: '1', card: 'bank:6222' },
		{
			file: 'k',
			institution: 'bank:622200',
			order: 'f',
			from: 'bank:6222',
			to: 'tenpay:@clearing',
			medium: 'bank',
			at: 20,
		},
		{
			file: 'k',
			row: 2,
			institution: 'bank:622200',
			order: 'g',
			from: 'bank:6222',
			to: 'tenpay:@clearing',
			medium: 'bank',
			at: 600,
		},
	]);
	t.is(transfers.length, 2);
	t.deepEqual(
		[
			transfers[0]?.from,
			transfers[0]?.to,
			transfers[0]?.grade,
			transfers[0]?.rule,
			transfers[0]?.certain,
			transfers[0]?.card,
		],
		['wechat:A', 'wechat:B', 'both-sides', 'amount-time', false, 'bank:6222'],
	);
});

test('a join by amount and time comes apart by a split decision on any of its ids', (t) => {
	const said: Said[] = [
		{ file: 'a', order: '1', institution: 'bank:1', from: 'bank:1111', to: 'bank:2222', medium: 'bank' },
		{
			file: 'b',
			order: '7',
			institution: 'bank:2',
			from: 'bank:1111',
			to: 'bank:2222',
			own: 'to',
			medium: 'bank',
			at: 30,
		},
	];
	const [joined] = merge(said).transfers;
	t.is(merge(said).transfers.length, 1);
	for (const id of [joined?.id ?? '', ...(joined?.aliases ?? [])]) t.is(merge(said, [split(id)]).transfers.length, 2);
});

test('different clearing numbers forbid a join where the two institutions share a numbering, and only there', (t) => {
	const pair = (at: number, x: string, y: string): Said[] => [
		{ file: 'a', row: at + 1, institution: 'bank:1', from: 'bank:1111', to: 'bank:2222', clearing: x, at },
		{ file: 'b', row: at + 1, institution: 'bank:2', from: 'bank:1111', to: 'bank:2222', clearing: y, own: 'to', at },
	];
	t.is(merge(pair(0, 'x', 'y')).transfers.length, 1, "two banks' own serials say nothing");
	t.is(merge([...pair(0, 'x', 'y'), ...pair(900, 'z', 'z')]).transfers.length, 3);
});

test('a refund is tied by the parent number too', (t) => {
	const { transfers } = merge([
		{ row: 1, order: '1', parent: 'p' },
		{ row: 2, order: '9', parent: 'p', own: 'to', from: 'wechat:B', to: 'wechat:A', medium: 'refund', at: 90 },
	]);
	t.deepEqual(
		transfers.map((x) => x.exclusion),
		['fully-refunded', 'refund-of-another'],
	);
});

test('a withdrawal that one file prints whole and another with its fee apart counts once', (t) => {
	const out = { order: '1', to: 'bank:1111', medium: 'withdrawal' as const };
	const { transfers } = merge([
		{ ...out, file: 'a', amount: 1010n },
		{ ...out, file: 'b', amount: 1000n },
		{ ...out, file: 'b', part: 1, to: 'tenpay:@fee', amount: 10n, medium: 'fee' },
	]);
	t.deepEqual(transfers.map((x) => [x.to, x.amount]).sort(), [
		['bank:1111', 1000n],
		['tenpay:@fee', 10n],
	]);
});

test('an id once printed still resolves after a stronger file came', (t) => {
	const bill = { file: 'c', order: '1', own: 'to' as const, from: 'nick:wechat:B/老王', at: 3 };
	const before = merge([bill]).transfers[0];
	const after = merge([bill, { file: 'a', order: '1' }]).transfers[0];
	t.true([after?.id, ...(after?.aliases ?? [])].includes(before?.id));
});

test('rows of one instant are tied only where nothing says which came first', (t) => {
	const hop = { institution: 'mapped:x', own: 'neither' as const };
	const chain: Said[] = [
		{ ...hop, file: 'a', order: '1', from: 'wechat:A', to: 'wechat:B' },
		{ ...hop, file: 'b', order: '2', from: 'wechat:B', to: 'wechat:C' },
	];
	t.deepEqual(
		merge(chain).transfers.map((x) => x.tied),
		[true, true],
	);
	t.deepEqual(
		merge(chain.map((s, row) => ({ ...s, file: 'a', row }))).transfers.map((x) => x.tied),
		[false, false],
	);
});

test('a later block never comes before an earlier one, whatever times are printed', (t) => {
	const on = { institution: 'chain:eth', own: 'neither' as const, medium: 'other' as const };
	const { transfers } = merge([
		{ ...on, row: 1, order: 'x', from: 'eth:b', to: 'eth:c', block: { number: 8 }, at: 0 },
		{ ...on, row: 2, order: 'y', from: 'eth:a', to: 'eth:b', block: { number: 7 }, at: 50 },
	]);
	t.deepEqual(
		transfers.map((x) => x.block?.number),
		[7, 8],
	);
});

for (const { says, property } of MERGE_PROPERTIES) {
	test(says, (t) => {
		fc.assert<unknown[]>(property, { numRuns: 100 });
		t.pass();
	});
}
