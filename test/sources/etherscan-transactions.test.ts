import test from 'ava';
import { etherscanTransactions } from '../../src/sources/etherscan-transactions.ts';
import { identify } from '../../src/sources/identify.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { faults, readLines, textFile } from './written.ts';

sourceContract(test, etherscanTransactions, 'datasets/samples/etherscan-transactions');

const [PAYER, PAYEE] = ['0x8fBc4A3f394F12997b86af49A8B1A482FCCEEAEC', '0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469b'];

function header(value: string, fee = value): string {
	return `"Transaction Hash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","ContractAddress","Value_IN(${value})","Value_OUT(${value})","CurrentValue @ $1/${value}","TxnFee(${fee})","TxnFee(USD)","Historical $Price/${value}","Status","ErrCode","Method"`;
}

function row(
	changed: Partial<Record<'to' | 'created' | 'into' | 'out' | 'fee' | 'status' | 'error', string>> = {},
): string {
	const { to, created, into, out, fee, status, error } = {
		to: PAYEE,
		created: '',
		into: '0',
		out: '1',
		fee: '0.001',
		status: '',
		error: '',
		...changed,
	};
	const cells = [`0x${'cd'.repeat(32)}`, '1', '1678449600', '2023-03-10 12:00:00', PAYER, to, created, into, out];
	return [...cells, '0', fee, '3.5', '1600', status, error, 'Transfer'].map((cell) => `"${cell}"`).join();
}

test('the fee is a movement of its own, paid by the sender also where the call failed', async (t) => {
	const { records } = await readLines(etherscanTransactions, header('ETH'), [
		row(),
		row({ status: 'Error(0)', error: 'out of gas' }),
		row({ error: 'execution reverted' }),
	]);
	t.deepEqual(
		records.map(({ to, amount, medium, state }) => [to.account, amount, medium, state]),
		[true, false, false].flatMap((done) => [
			[`eth:${PAYEE}`, 10n ** 18n, 'coin', done ? 'done' : 'failed'],
			['eth:@fee', 10n ** 15n, 'fee', 'done'],
		]),
	);
	t.true(records.every(({ from }) => from.account === `eth:${PAYER}`));
});

test('the fee is that in coins, never the dollars beside it', async (t) => {
	const { records } = await readLines(etherscanTransactions, header('BNB'), [row({ fee: '' }), row({ fee: '0' })]);
	t.deepEqual(
		records.map(({ asset, medium }) => [asset, medium]),
		[
			['bsc:coin', 'coin'],
			['bsc:coin', 'coin'],
		],
	);
});

test('the coin in the header tells the network, and an unknown one is not claimed', async (t) => {
	const claimed = async (...coins: [string, string?]) => {
		const sample = await sampleOf(textFile('export-0x.csv', [header(...coins), row()]));
		return identify('export-0x.csv', sample, HINTS, SOURCES)?.source.id;
	};
	for (const [coin, network] of [
		['ETH', 'eth'],
		['BNB', 'bsc'],
		['MATIC', 'polygon'],
		['POL', 'polygon'],
	] as const) {
		t.is(await claimed(coin), 'etherscan-transactions');
		const { records } = await readLines(etherscanTransactions, header(coin), [row()]);
		t.is(records[0]?.institution, `chain:${network}`);
		t.true(HINTS.assets.has(`${records[0]?.asset}`));
	}
	t.is(await claimed('FTM'), undefined);
});

test('one of the two columns holds the amount; two different ones, or none, are no amount', async (t) => {
	const said = await readLines(etherscanTransactions, header('ETH'), [
		row({ into: '2', out: '0' }),
		row({ into: '', out: '1,000' }),
		row({ into: '3', out: '3' }),
		row({ into: '3', out: '2' }),
		row({ into: '', out: '' }),
		row({ into: '0', out: '-1' }),
	]);
	t.deepEqual(
		said.records.filter(({ medium }) => medium === 'coin').map(({ amount }) => amount),
		[2n, 1000n, 3n].map((coins) => coins * 10n ** 18n),
	);
	t.deepEqual(faults(said), ['amount Value_OUT(ETH)', 'amount Value_IN(ETH)', 'amount Value_OUT(ETH)']);
});

test('what is sent while a contract is made goes to the contract', async (t) => {
	const said = await readLines(etherscanTransactions, header('ETH'), [
		row({ to: '', created: PAYEE }),
		row({ to: '', created: '' }),
	]);
	t.is(said.records[0]?.to.account, `eth:${PAYEE}`);
	t.deepEqual(faults(said), ['missing To']);
});
