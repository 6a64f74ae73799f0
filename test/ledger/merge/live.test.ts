import test from 'ava';
import * as fc from 'fast-check';
import { KNOWN_ASSETS } from '../../../src/ledger/asset.ts';
import { blockPlace, UNKNOWN_PLACE } from '../../../src/ledger/block-place.ts';
import { mergeRecords } from '../../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import { live, type SaidLive, TX, USDT_ETH } from '../live.ts';
import { record, type Said } from '../records.ts';
import { LIVE_PROPERTIES } from './live-properties.ts';

const assets = new Map(KNOWN_ASSETS.map((a) => [a.id, a]));
const merge = (...records: LedgerRecord[]) => mergeRecords({ records, assets, decisions: [] }).transfers;

/** A row of an explorer's export about the same transaction. */
const row = (said: Said = {}) =>
	record({
		institution: 'chain:eth',
		own: 'neither',
		source: 'etherscan-erc20',
		from: 'eth:0xa',
		to: 'eth:0xb',
		asset: USDT_ETH,
		medium: 'token',
		order: TX,
		...said,
	});
const coin = { asset: 'eth:coin', medium: 'coin' as const };
const value = (said: SaidLive = {}) => live({ ...coin, position: 'value', ...said });
const call = (said: SaidLive = {}) => live({ ...coin, position: 'call 0.1', ...said });
const fee = { asset: 'eth:coin', medium: 'fee' as const, to: 'eth:@fee' };

test('a live record and an export’s row of it are one transfer; the id printed from either resolves', (t) => {
	const [alone] = merge(row());
	const [chain] = merge(live());
	const [both, ...others] = merge(row(), live());
	t.deepEqual(others, []);
	t.like(both, { rule: 'chain', certain: true, grade: 'both-sides', amount: 1000n, id: chain?.id });
	t.is(both?.records.length, 2);
	const names = [both?.id, ...(both?.aliases ?? [])];
	for (const id of [alone?.id, ...(alone?.aliases ?? []), chain?.id, ...(chain?.aliases ?? [])])
		t.true(names.includes(id), id);
	t.true([chain?.id, ...(chain?.aliases ?? [])].includes(alone?.id), 'also where the export is taken out of the case');
});

test('equal logs of one transaction are as many movements as the fullest place shows', (t) => {
	const logs = [live({ log: 3 }), live({ log: 5 })];
	t.is(merge(...logs).length, 2);
	t.is(merge(...logs, row()).length, 2);
	t.is(merge(...logs, row({ row: 1 }), row({ row: 2 })).length, 2);
	t.is(merge(...logs, row({ row: 1 }), row({ row: 2 }), row({ row: 3 })).length, 3, 'the export shows one more');
	t.is(merge(live({ log: 3 }), row({ row: 1 }), row({ row: 2 })).length, 2);
});

test('rows that print the log join the live record of that log alone', (t) => {
	const transfers = merge(live({ log: 3 }), live({ log: 5 }), row({ log: 5 }), row({ row: 2, log: 7 }));
	t.deepEqual(transfers.map(({ records }) => records.length).sort(), [1, 1, 2]);
	t.is(merge(row({ file: 'a', log: 3 }), row({ file: 'b', log: 5 })).length, 2, 'two exports too');
});

test('another amount, side, asset or transaction is another transfer', (t) => {
	for (const other of [{ amount: 999n }, { to: 'eth:0xc' }, { asset: 'eth:coin' }, { order: `0x${'cd'.repeat(32)}` }])
		t.is(merge(live(), row(other)).length, 2);
});

test('value, fee and internal call of one transaction stay apart, however alike', (t) => {
	const world = [value(), call(), call({ position: 'call 0.2' }), live({ ...fee, position: 'fee' })];
	t.is(merge(...world).length, 4);
	const normal = row({ ...coin, source: 'etherscan-transactions', file: 'n' });
	const paid = row({ ...fee, source: 'etherscan-transactions', file: 'n', part: 1 });
	const internal = row({ ...coin, source: 'etherscan-internal', file: 'i' });
	t.is(merge(...world, normal, paid, internal).length, 4);
	t.is(merge(value(), internal).length, 2, 'an internal call is not the value');
	t.is(merge(call(), normal).length, 2);
	t.is(merge(normal, internal).length, 2, 'nor in two exports');
	t.is(merge(value({ amount: 5n }), live({ ...fee, amount: 5n, to: 'eth:0xb', position: 'fee' })).length, 2);
});

test('what two interfaces say of one chain pairs one to one, however each writes the place', (t) => {
	const api = (nth: number) => live({ source: 'etherscan-api', position: `row ${nth}`, receipt: 'x2' });
	t.is(merge(live({ log: 3 }), live({ log: 5 }), api(0), api(1)).length, 2);
	t.is(merge(live({ log: 3 }), api(0), api(1)).length, 2);
});

test('the chain says whether it took place: a failed one counts nowhere, a provisional one is unconfirmed', (t) => {
	t.is(merge(value({ state: 'failed' }))[0]?.exclusion, 'failed');
	t.is(merge(value({ state: 'failed' }), row({ ...coin, source: 'etherscan-transactions' }))[0]?.exclusion, 'failed');
	t.is(merge(live({ state: 'open' }))[0]?.exclusion, 'unconfirmed');
	t.is(merge(live({ state: 'open' }), row())[0]?.exclusion, undefined, 'the export calls it done');
	t.is(merge(live(), row({ state: 'open' }))[0]?.exclusion, undefined);
	t.is(merge(live({ asset: 'eth:0xfake' }))[0]?.exclusion, 'look-alike-token');
	t.is(merge(live({ amount: 0n }))[0]?.exclusion, 'zero');
});

test('a send that failed and was tried again is told from the second one, in every source', (t) => {
	const internal = (file: string, n: number, state: 'done' | 'failed') =>
		row({ ...coin, source: 'etherscan-internal', file, row: n, state });
	for (let n = 0; n < 8; n++) {
		const payers = [internal('a', n, 'failed'), internal('a', n + 9, 'done')];
		const payees = [internal('b', n, 'done'), internal('b', n + 9, 'failed')];
		for (const records of [
			[call(), ...payers],
			[...payers, ...payees],
			[call(), ...payees, ...payers],
		])
			t.deepEqual(
				merge(...records)
					.map(({ exclusion }) => exclusion ?? '')
					.sort(),
				['', 'failed'],
			);
	}
	t.deepEqual(
		merge(call(), internal('a', 1, 'failed')).map(({ exclusion }) => exclusion),
		[undefined],
		'alone it is the chain’s own',
	);
});

test('transfers of one transaction are known as such, fees as of none', (t) => {
	const transfers = merge(live(), value({ amount: 5n }), live({ ...fee, position: 'fee' }), row());
	t.deepEqual(transfers.map(({ medium, transaction }) => [medium, transaction]).sort(), [
		['coin', TX],
		['fee', undefined],
		['token', TX],
	]);
	t.is(merge(live(), live({ ...fee, position: 'fee' }))[0]?.transaction, undefined);
});

test('a block’s order is that of its transactions, coins and tokens alike, and what knows its place leads', (t) => {
	const at = (transaction: number, place: number) => ({ block: { number: 7, index: blockPlace(transaction, place) } });
	const tx = (n: number) => ({ transaction: `0x${String(n).repeat(64)}` });
	// 1: tokens to A by log 40. 2: A swaps them; its coin has no place of its own. 3: A pays on.
	const transfers = merge(
		live({ ...tx(3), ...at(3, 52), log: 50, from: 'eth:0xa', to: 'eth:0xd' }),
		live({ ...tx(2), ...coin, position: 'call 0', block: { number: 7 }, from: 'eth:0xp', to: 'eth:0xa' }),
		live({ ...tx(2), ...at(2, 47), log: 45, from: 'eth:0xa', to: 'eth:0xp' }),
		live({ ...tx(1), ...at(1, 42), log: 40, from: 'eth:0xz', to: 'eth:0xa' }),
		row({ order: tx(1).transaction, from: 'eth:0xz', to: 'eth:0xa', block: { number: 7 } }),
	);
	t.deepEqual(
		transfers.map(({ to, asset }) => `${asset === USDT_ETH ? 'token' : 'coin'} to ${to}`),
		['token to eth:0xa', 'coin to eth:0xa', 'token to eth:0xp', 'token to eth:0xd'],
	);
	t.true(transfers.every(({ tied }) => !tied));
	t.is(transfers[0]?.block?.index, blockPlace(1, 42));
});

test('what an explorer lists without a log index is in order by its transaction, and is one with the log of a node', (t) => {
	const at = (transaction: number, place: number) => ({ block: { number: 7, index: blockPlace(transaction, place) } });
	const tx = (n: number) => ({ transaction: `0x${String(n).repeat(64)}` });
	const listed = (n: number, from: string, to: string) => {
		const { keys, ...rest } = live({
			...tx(n),
			...at(n, UNKNOWN_PLACE),
			position: `transfer ${from} ${to} #1`,
			source: 'etherscan-api',
			from,
			to,
		});
		return { ...rest, keys: { order: tx(n).transaction } };
	};
	const apart = merge(listed(2, 'eth:0xa', 'eth:0xc'), listed(1, 'eth:0xz', 'eth:0xa'));
	t.deepEqual(
		apart.map(({ to, tied }) => [to, tied]),
		[
			['eth:0xa', false],
			['eth:0xc', false],
		],
	);
	const [one, two] = merge(listed(1, 'eth:0xz', 'eth:0xa'), listed(1, 'eth:0xa', 'eth:0xc'));
	t.deepEqual([one?.tied, two?.tied], [true, true], 'within a transaction nothing tells');
	const both = merge(
		listed(1, 'eth:0xz', 'eth:0xa'),
		live({ ...tx(1), ...at(1, 42), log: 40, from: 'eth:0xz', to: 'eth:0xa' }),
	);
	t.is(both.length, 1);
});

test('of two interfaces the one that knows the place within the transaction gives it, whatever their ids', (t) => {
	const way = (from: string, to: string, log: number) => [
		live({ log, position: `log ${log}`, block: { number: 7, index: blockPlace(1, 2 + log) }, from, to }),
		live({
			source: 'etherscan-api',
			position: `transfer ${from} ${to} #1`,
			block: { number: 7, index: blockPlace(1, UNKNOWN_PLACE) },
			from,
			to,
		}),
	];
	for (let log = 1; log < 9; log++) {
		const transfers = merge(...way('eth:0xz', 'eth:0xa', log), ...way('eth:0xa', 'eth:0xc', log + 1));
		t.deepEqual(
			transfers.map(({ to, tied }) => [to, tied]),
			[
				['eth:0xa', false],
				['eth:0xc', false],
			],
		);
	}
});

test('rows that an interface answered without any place are tied where they meet, whatever order it gave them in', (t) => {
	const tron = { chain: 'tron', source: 'trongrid-api' };
	const transfers = merge(
		live({ ...tron, transaction: '1'.repeat(64), position: 'transfer #1', to: 'tron:b', sequence: 0 }),
		live({ ...tron, transaction: '2'.repeat(64), position: 'transfer #1', from: 'tron:b', to: 'tron:c', sequence: 1 }),
	);
	t.deepEqual(
		transfers.map(({ tied }) => tied),
		[true, true],
	);
});

test('a row with a block and no place beside live ones is tied where they meet', (t) => {
	const transfers = merge(
		live({ to: 'eth:0xb', block: { number: 7, index: blockPlace(1, 2) } }),
		row({ order: `0x${'cd'.repeat(32)}`, from: 'eth:0xb', to: 'eth:0xc', block: { number: 7 } }),
		row({
			file: 'e',
			order: `0x${'ef'.repeat(32)}`,
			from: 'eth:0xb',
			to: 'eth:0xd',
			block: { number: 7, index: 9 },
			log: 9,
		}),
	);
	t.deepEqual(
		transfers.map(({ tied }) => tied),
		[true, true, true],
		'files and readers number places differently',
	);
});

for (const { says, property } of LIVE_PROPERTIES) {
	test(says, (t) => {
		fc.assert<unknown[]>(property, { numRuns: 100 });
		t.pass();
	});
}
