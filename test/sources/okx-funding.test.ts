import test from 'ava';
import { okxFunding } from '../../src/sources/okx-funding.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults, readLines, textFile } from './written.ts';

sourceContract(test, okxFunding, 'datasets/samples/okx-funding');

const HEADER = 'id,Time,Type,Amount,Before Balance,After Balance,Fee,Symbol';

test('the line above the header names account and zone; without it the register and the case do', async (t) => {
	const row = '1,2023-03-10 09:00:00,Deposit,5,0,5,0,USDT';
	const read = (...lines: string[]) => gather(okxFunding.read(textFile('a.csv', lines), HINTS));
	const [named, bare] = [
		await read('UID:650000000000000001,Account Type:Main,Time Zone:UTC+3', HEADER, row),
		await read(HEADER, row),
	];
	t.is(named.records[0]?.to.account, 'okx:650000000000000001');
	t.is(new Date(named.records[0]?.moment.instant ?? 0).toISOString(), '2023-03-10T06:00:00.000Z');
	t.regex(bare.records[0]?.to.account ?? '', /^bill:/);
	t.is(new Date(bare.records[0]?.moment.instant ?? 0).toISOString(), '2023-03-10T01:00:00.000Z');
});

test('the balances tell the direction where a withdrawal has no sign, and must not contradict one', async (t) => {
	const said = await readLines(
		okxFunding,
		HEADER,
		[
			'1,2023-03-10 09:00:00,Withdrawal,2,5,2.9,0.1,USDT',
			'2,2023-03-10 09:00:00,Withdrawal,-2,5,3,0,USDT',
			'3,2023-03-10 09:00:00,Withdrawal,-2,3,5,0,USDT',
		],
		{ ...HINTS, owner: 'okx:1001' },
	);
	t.deepEqual(
		said.records.map(({ from, to, amount }) => [from.account, to.account.split(':')[0], amount]),
		[
			['okx:1001', 'unknown', 2n * 10n ** 18n],
			['okx:1001', 'okx', 10n ** 17n],
			['okx:1001', 'unknown', 2n * 10n ** 18n],
		],
	);
	t.deepEqual(faults(said), ['direction Amount']);
});

test('moves between the account’s own parts stay its own', async (t) => {
	const types = [
		'Transfer in',
		'To unified trading account',
		'From unified trading account',
		'Stake',
		'Redeem staking',
		'Savings subscription',
		'Staking yield',
		'Fee rebate',
	];
	const rows = types.map((type, index) => `${index},2023-03-10 09:00:00,${type},1,0,1,0,USDT`);
	const { records } = await readLines(okxFunding, HEADER, rows, { ...HINTS, owner: 'okx:1001' });
	t.deepEqual(
		records.map(({ from, to }) => from.account === to.account),
		[true, true, true, true, true, true, false, false],
	);
});

test('a fee that was taken out of the amount is not taken twice', async (t) => {
	const said = await readLines(
		okxFunding,
		HEADER,
		['1,2023-03-10 09:00:00,Withdrawal,-2,5,3,0.1,USDT', '2,2023-03-10 09:00:00,Withdrawal,-2,5,2.9,-0.1,USDT'],
		{ ...HINTS, owner: 'okx:1001' },
	);
	const tenth = 10n ** 17n;
	t.deepEqual(
		said.records.map(({ amount, to }) => [amount, to.account.split(':')[0]]),
		[
			[19n * tenth, 'unknown'],
			[tenth, 'okx'],
			[20n * tenth, 'unknown'],
			[tenth, 'okx'],
		],
	);
});
