import test from 'ava';
import { oklinkEth, oklinkTron } from '../../src/sources/oklink-tron.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { faults, readLines, textFile } from './written.ts';

sourceContract(test, oklinkTron, 'datasets/samples/oklink-tron');
sourceContract(test, oklinkEth, 'datasets/samples/oklink-eth');

const HEADER = 'Tx Hash,blockHeight,blockTime(UTC+8),blockTime(UTC),from,to,value,symbol,tokenAddress,isConfirm';
const [PAYER, PAYEE] = ['TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF', 'TF3XQCE4x1KLqUc9FKR6p3BPyhNGG3ysib'];
const [USDT, FAKE] = ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TUEzbmAB7PruxAL48x5oRCGpTEwdeTzA1v'];

function row(
	changed: Partial<Record<'hash' | 'local' | 'utc' | 'value' | 'token' | 'confirmed', string>> = {},
): string {
	const cells = {
		hash: 'ab'.repeat(32),
		local: '2023/03/01 20:00:00',
		utc: '2023/03/01 12:00:00',
		value: '10',
		token: USDT,
		confirmed: 'true',
		...changed,
	};
	const { hash, local, utc, value, token, confirmed } = cells;
	return `${hash},49100100,${local},${utc},${PAYER},${PAYEE},${value},USDT,${token},${confirmed},`;
}

test('a token is its contract, whatever symbol it prints, and an unknown one keeps its exact amount', async (t) => {
	const { records } = await readLines(oklinkTron, HEADER, [
		row({ value: '"1,000.000001"' }),
		row({ token: FAKE, value: '0.5' }),
	]);
	t.deepEqual(
		records.map(({ asset, amount, type }) => [asset, amount, type]),
		[
			[`tron:${USDT}`, 1_000_000_001n, 'USDT'],
			[`tron:${FAKE}`, 500_000_000_000_000_000n, 'USDT'],
		],
	);
	t.false(HINTS.assets.has(`tron:${FAKE}`));
});

test('an amount finer than the token is rejected, never rounded', async (t) => {
	t.deepEqual(faults(await readLines(oklinkTron, HEADER, [row({ value: '0.0000001' })])), ['amount value']);
});

test('the Unix day is that of UTC, and the Chinese time beside it must agree', async (t) => {
	const said = await readLines(oklinkTron, HEADER, [
		row(),
		row({ local: '2023/03/01 12:00:00' }),
		row({ local: '' }),
		row({ utc: '' }),
		row({ utc: '', local: '' }),
		row({ utc: '2023/04/31 12:00:00', local: '' }),
	]);
	t.deepEqual(
		said.records.map(({ moment }) => new Date(moment.instant).toISOString()),
		Array(3).fill('2023-03-01T12:00:00.000Z'),
	);
	t.deepEqual(faults(said), ['time blockTime(UTC+8)', 'time blockTime(UTC)', 'time blockTime(UTC)']);
});

test('a row that is not confirmed stays open, a word nobody knows is rejected', async (t) => {
	const said = await readLines(oklinkTron, HEADER, [
		row({ confirmed: 'false' }),
		row({ confirmed: '' }),
		row({ confirmed: 'perhaps' }),
	]);
	t.deepEqual(
		said.records.map(({ state }) => state),
		['open', 'open'],
	);
	t.deepEqual(faults(said), ['value isConfirm']);
});

test('columns are known by name, in any order, and isConfirm may be missing', async (t) => {
	const header = 'tokenAddress,to,from,blockTime(UTC),value,Tx Hash';
	const { records } = await readLines(oklinkTron, header, [
		`${USDT},${PAYEE},${PAYER},2023/03/01 12:00:00,7,0x${'AB'.repeat(32)}`,
	]);
	t.like(records[0], { from: { account: `tron:${PAYER}` }, amount: 7_000_000n, state: 'done' });
	t.deepEqual(records[0]?.keys, { order: 'ab'.repeat(32) });
});

test('a shortened hash names no transaction', async (t) => {
	t.deepEqual(faults(await readLines(oklinkTron, HEADER, [row({ hash: '0xdedc****77adc9' })])), ['value Tx Hash']);
});

test('of a file that runs newest first, the last row is the first in sequence', async (t) => {
	const times = [3, 2, 2, 1].map((hour) => ({
		local: `2023/03/01 ${hour + 8}:00:00`,
		utc: `2023/03/01 0${hour}:00:00`,
	}));
	const { records } = await readLines(oklinkTron, HEADER, times.map(row));
	const sequences = records.map(({ sequence }) => sequence);
	t.deepEqual(
		sequences,
		[...sequences].sort((a, b) => b - a),
	);
});

test('the language tells nothing of the network: the contracts do', async (t) => {
	const zh = '交易哈希,区块高度,本地时间(UTC+8),UTC时间,发送方,接收方,数量,代币符号,代币地址';
	const claimed = async (...lines: string[]) => {
		const sample = await sampleOf(textFile('a.csv', lines));
		return [oklinkTron, oklinkEth].filter((source) => source.identify(sample, HINTS)).map(({ id }) => id);
	};
	const evm = `0x${'ab'.repeat(32)},1,,2023/03/01 12:00:00,0x1429****7f855c,0xd854****c172b3,1,USDT,0xff7b****1b9f44,`;
	t.deepEqual(await claimed(HEADER, row()), ['oklink-tron']);
	t.deepEqual(await claimed(zh, row()), ['oklink-tron']);
	t.deepEqual(await claimed(HEADER, evm), ['oklink-eth']);
	t.deepEqual(await claimed(zh, evm), ['oklink-eth']);
	t.deepEqual(await claimed(zh), ['oklink-tron']);
	t.deepEqual(await claimed(`${zh},发送方ENS`), ['oklink-eth']);
});
