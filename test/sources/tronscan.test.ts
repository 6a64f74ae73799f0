import test from 'ava';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { tronscan } from '../../src/sources/tronscan.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults } from './written.ts';

sourceContract(test, tronscan, 'datasets/samples/tronscan', { tabular: false });

const [PAYER, PAYEE] = ['TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF', 'TF3XQCE4x1KLqUc9FKR6p3BPyhNGG3ysib'];
const USDT = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
type Members = Readonly<Record<string, unknown>>;

const old = (changed: Members = {}) => ({
	transactionHash: 'ab'.repeat(32),
	timestamp: 1_678_410_000_000,
	block: 49_400_100,
	transferFromAddress: PAYER,
	transferToAddress: PAYEE,
	amount: 2_500_000,
	decimals: 6,
	tokenName: '_',
	...changed,
});
const recent = (changed: Members = {}) => ({
	hash: 'ab'.repeat(32),
	block_timestamp: 1_678_410_000_000,
	block: 49_400_100,
	from: PAYER,
	to: PAYEE,
	amount: '2500000',
	contract_address: USDT,
	decimals: 6,
	symbol: 'USDT',
	event_type: 'Transfer',
	confirmed: 1,
	contract_ret: 'SUCCESS',
	final_result: 'SUCCESS',
	...changed,
});
const said = (...rows: Members[]) =>
	gather(tronscan.read(memoryFile('a.json', Buffer.from(JSON.stringify({ data: rows }))), HINTS));

test('the coin, a TRC-10 token by its number, and no token by its name alone', async (t) => {
	const given = await said(
		old(),
		old({ tokenName: 'TRX' }),
		old({ tokenName: '1000777' }),
		old({ tokenName: 'USDT' }),
		recent({ contract_address: '', symbol: 'USDT' }),
	);
	t.deepEqual(
		given.records.map(({ asset, amount, medium }) => [asset, amount, medium]),
		[
			['tron:coin', 2_500_000n, 'coin'],
			['tron:coin', 2_500_000n, 'coin'],
			['tron:trc10-1000777', 2_500_000_000_000_000_000n, 'token'],
		],
	);
	t.deepEqual(faults(given), ['value tokenName', 'value tokenName']);
});

test('a contract counts before any name, also before that of the coin', async (t) => {
	const { records } = await said(recent({ symbol: 'TRX', tokenName: 'TRX' }));
	t.is(records[0]?.asset, `tron:${USDT}`);
});

test('a call that failed or was reverted moved nothing, one not confirmed is open', async (t) => {
	const { records } = await said(
		recent(),
		recent({ contract_ret: 'REVERT' }),
		recent({ final_result: 'FAILED' }),
		recent({ revert: 1 }),
		recent({ confirmed: 0 }),
	);
	t.deepEqual(
		records.map(({ state }) => state),
		['done', 'failed', 'failed', 'failed', 'open'],
	);
});

test('an amount that is not a whole number of the smallest unit is rejected', async (t) => {
	const given = await said(recent({ amount: '2.5' }), recent({ amount: '1e6' }), recent({ amount: -1 }));
	t.deepEqual(faults(given), ['amount amount', 'amount-damaged amount', 'amount amount']);
});

test('the transfers of one transaction are its parts, and leave to take tokens is none of them', async (t) => {
	const part = (type: string, amount_str: string) => ({
		from_address: PAYER,
		to_address: PAYEE,
		contract_address: USDT,
		amount_str,
		decimals: 6,
		symbol: 'USDT',
		type,
	});
	const whole = { hash: 'ab'.repeat(32), timestamp: 1_678_410_000_000, contractRet: 'SUCCESS' };
	const given = await said(
		{ ...whole, trc20TransferInfo: [part('Transfer', '1'), part('Approval', '9'), part('Transfer', '2')] },
		{ ...whole, trc20TransferInfo: [] },
	);
	t.deepEqual(
		given.records.map(({ amount, evidence }) => [amount, evidence.kind === 'file' && evidence.part]),
		[
			[1n, 0],
			[2n, 1],
		],
	);
	t.is(given.skipped['not-a-transfer'], 1);
});
