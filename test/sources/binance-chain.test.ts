import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import { binanceDeposits, binanceWithdrawals } from '../../src/sources/binance-chain.ts';
import { hintFor, identify } from '../../src/sources/identify.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { oklinkTron } from '../../src/sources/oklink-tron.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { faults, readLines, textFile } from './written.ts';

sourceContract(test, binanceDeposits, 'datasets/samples/binance-deposits');
sourceContract(test, binanceWithdrawals, 'datasets/samples/binance-withdrawals');

const OWNED = { ...HINTS, owner: 'binance:90000001' };
const DEPOSITS = 'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status';
const WITHDRAWALS = 'Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status';
const OLD = 'Date(UTC),Coin,Network,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status';
const HASH = 'ab'.repeat(32);
const [PAYER, ADDRESS, PAYEE] = [
	'TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF',
	'TF3XQCE4x1KLqUc9FKR6p3BPyhNGG3ysib',
	'TYqu5agoHPTnHfdwLa7hkx9i23xgnLecB9',
];
const EVM = '0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469b';
const USDT = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

function deposit(coin: string, network: string, address: string, amount = '10', hash = HASH): string {
	return `2023-03-10 02:05:00,${coin},${network},${amount},${address},${hash},Completed`;
}

function withdrawal(amount: string, fee: string, status = 'Completed', hash = HASH): string {
	return `2023-03-10 02:05:00,USDT,TRX,${amount},${fee},${PAYEE},${hash},${status}`;
}

test('a deposit is credited to the account of the register, for coins at its address', async (t) => {
	const { records } = await readLines(binanceDeposits, DEPOSITS, [deposit('USDT', 'TRX', ADDRESS)], OWNED);
	t.like(records[0], {
		from: { account: `tron:${ADDRESS}` },
		to: { account: 'binance:90000001' },
		own: 'to',
		institution: 'exchange:binance',
		asset: USDT,
		amount: 10_000_000n,
		medium: 'top-up',
	});
});

test('a holder known by a chat account is no exchange account', async (t) => {
	const hints = { ...HINTS, owner: 'wechat:wxid_sample' };
	const { records } = await readLines(binanceDeposits, DEPOSITS, [deposit('USDT', 'TRX', ADDRESS)], hints);
	t.regex(records[0]?.to.account ?? '', /^bill:/);
});

test('one coin is another token on each network, with its own decimals', async (t) => {
	const { records } = await readLines(
		binanceDeposits,
		DEPOSITS,
		[
			deposit('USDT', 'TRC20', ADDRESS),
			deposit('USDT', 'BSC(BEP20)', EVM),
			deposit('USDT', 'ERC20', EVM),
			deposit('MATIC', 'MATIC', EVM),
			deposit('BNB', 'BEP20', EVM),
		],
		OWNED,
	);
	t.deepEqual(
		records.map(({ asset, amount }) => [asset, amount]),
		[
			[USDT, 10n ** 7n],
			['bsc:0x55d398326f99059fF775485246999027B3197955', 10n ** 19n],
			['eth:0xdAC17F958D2ee523a2206206994597C13D831ec7', 10n ** 7n],
			['polygon:coin', 10n ** 19n],
			['bsc:coin', 10n ** 19n],
		],
	);
	t.true(records.every(({ asset }) => HINTS.assets.has(asset)));
});

test('a coin whose token nobody has stated is kept, and never traced', async (t) => {
	const two = ['0x1111111111111111111111111111111111111111', '0x2222222222222222222222222222222222222222'].map(
		(contract) => ({ id: `eth:${contract}`, symbol: 'USDC', decimals: 6 }),
	);
	const hints = { ...OWNED, assets: new Map([...HINTS.assets, ...two.map((asset) => [asset.id, asset] as const)]) };
	const lines = [deposit('DOGE', 'DOGE', 'DInventedAddress01'), deposit('USDC', 'ETH', EVM)];
	const { records } = await readLines(binanceDeposits, DEPOSITS, lines, hints);
	t.deepEqual(
		records.map(({ asset, amount, keys }) => [asset, amount, keys.order]),
		[
			['binance:DOGE', 10n ** 19n, `deposit ${HASH}`],
			['binance:USDC', 10n ** 19n, `deposit 0x${HASH}`],
		],
	);
	const { transfers } = mergeRecords({ records, assets: hints.assets, decisions: [] });
	t.deepEqual(
		transfers.map(({ exclusion }) => exclusion),
		['look-alike-token', 'look-alike-token'],
	);
	const one = { ...OWNED, assets: new Map([...HINTS.assets, [`${two[0]?.id}`, two[0] as never]]) };
	const { records: stated } = await readLines(binanceDeposits, DEPOSITS, [deposit('USDC', 'ETH', EVM)], one);
	t.like(stated[0], { asset: 'eth:0x1111111111111111111111111111111111111111', amount: 10_000_000n });
});

test('what left is what arrives; the fee is on top and goes to the exchange', async (t) => {
	const { records } = await readLines(binanceWithdrawals, WITHDRAWALS, [withdrawal('99', '1')], OWNED);
	t.deepEqual(
		records.map(({ from, to, amount, medium }) => [from.account, to.account, amount, medium]),
		[
			['binance:90000001', `tron:${PAYEE}`, 99_000_000n, 'withdrawal'],
			['binance:90000001', 'binance:@fee', 1_000_000n, 'fee'],
		],
	);
});

test('words that say it did not happen are no movement, and an unknown one is a reject', async (t) => {
	const words = ['Completed', 'Failed', 'Rejected', 'Cancelled', 'Processing', 'Resting', ''];
	const said = await readLines(
		binanceWithdrawals,
		WITHDRAWALS,
		words.map((word) => withdrawal('1', '0', word)),
		OWNED,
	);
	t.deepEqual(
		said.records.map(({ state }) => state),
		['done', 'failed', 'failed', 'closed', 'open'],
	);
	t.deepEqual(faults(said), ['value Status', 'value Status']);
});

test('the zone stands in the header, and the year may have two digits', async (t) => {
	const line = deposit('USDT', 'TRX', ADDRESS);
	for (const [header, printed, iso] of [
		['Date(UTC)', line, '2023-03-10T02:05:00.000Z'],
		['Date(UTC+8)', line, '2023-03-09T18:05:00.000Z'],
		['Date(UTC-5:30)', line, '2023-03-10T07:35:00.000Z'],
		['Date(UTC+0)', line.slice(2), '2023-03-10T02:05:00.000Z'],
	] as const) {
		const { records } = await readLines(binanceDeposits, DEPOSITS.replace(/^[^,]+/, header), [printed], OWNED);
		t.is(new Date(records[0]?.moment.instant ?? 0).toISOString(), iso, header);
	}
	const sample = await sampleOf(textFile('a.csv', [DEPOSITS.replace(/^[^,]+/, 'Date'), line]));
	t.is(identify('a.csv', sample, HINTS, SOURCES), undefined);
});

test('the old header is that of deposits and withdrawals alike: only a fee tells, never the file’s name', async (t) => {
	const row = (fee: string) => `2020-06-01 01:00:00,USDT,TRX,5,${fee},${PAYEE},${HASH},,,Completed`;
	const paid = await sampleOf(textFile('deposit.csv', [OLD, row('0'), row('1.5')]));
	t.is(identify('deposit.csv', paid, HINTS, SOURCES)?.source.id, 'binance-withdrawals');
	const free = await sampleOf(textFile('withdraw.csv', [OLD, row('0'), row('0.00')]));
	t.is(identify('withdraw.csv', free, HINTS, SOURCES), undefined);
	t.is(hintFor(free, HINTS, SOURCES), 'hint.deposit-or-withdrawal');
});

test('without a network only a TRON address tells its own', async (t) => {
	const header = OLD.replace('Network,', '');
	const row = (address: string) => `2020-06-01 01:00:00,USDT,5,1,${address},${HASH},,,Completed`;
	const { records } = await readLines(binanceWithdrawals, header, [row(PAYEE), row(EVM)], OWNED);
	t.deepEqual(
		records.filter(({ evidence }) => evidence.kind === 'file' && evidence.part === 0).map(({ asset }) => asset),
		[USDT, 'binance:USDT'],
	);
	t.regex(records.at(-2)?.to.account ?? '', /^unknown:/);
});

test('what the chain brings to the address goes on into the account, each once', async (t) => {
	const header = 'Tx Hash,blockTime(UTC),from,to,value,tokenAddress';
	const onChain = await readLines(oklinkTron, header, [
		`${HASH},2023/03/10 02:00:00,${PAYER},${ADDRESS},10,${USDT.slice(5)}`,
	]);
	const booked = await readLines(binanceDeposits, DEPOSITS, [deposit('USDT', 'TRX', ADDRESS)], OWNED);
	const records = [...onChain.records, ...booked.records];
	const { transfers } = mergeRecords({ records, assets: HINTS.assets, decisions: [] });
	t.deepEqual(
		transfers.map(({ from, to, exclusion }) => [from, to, exclusion]),
		[
			[`tron:${PAYER}`, `tron:${ADDRESS}`, undefined],
			[`tron:${ADDRESS}`, 'binance:90000001', undefined],
		],
	);
});

test('a withdrawal to another user of the exchange and its deposit are two bookings, also where no file names its owner', async (t) => {
	const number = 'Internal transfer 90000000001';
	const paid = await readLines(binanceWithdrawals, WITHDRAWALS, [
		withdrawal('10', '0', 'Completed', number).replace(PAYEE, ADDRESS),
	]);
	const got = await readLines(binanceDeposits, DEPOSITS, [deposit('USDT', 'TRX', ADDRESS, '10', number)]);
	const { transfers, owners } = mergeRecords({
		records: [...paid.records, ...got.records],
		assets: HINTS.assets,
		decisions: [],
	});
	t.is(transfers.length, 2);
	t.deepEqual(owners, []);
});

test('the old and the new export of one account tell of one withdrawal', async (t) => {
	const [first, second] = await Promise.all([
		readLines(binanceWithdrawals, WITHDRAWALS, [withdrawal('99', '1')], OWNED),
		readLines(
			binanceWithdrawals,
			OLD,
			[`2023-03-10 02:05:00,USDT,TRX,99,1,${PAYEE},${HASH.toUpperCase()},,,Completed`],
			OWNED,
		),
	]);
	const records = [...first.records, ...second.records];
	const { transfers } = mergeRecords({ records, assets: HINTS.assets, decisions: [] });
	t.deepEqual(transfers.map(({ amount }) => amount).sort(), [1_000_000n, 99_000_000n]);
});
