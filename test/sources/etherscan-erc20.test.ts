import test from 'ava';
import { etherscanErc20 } from '../../src/sources/etherscan-erc20.ts';
import { hintFor, identify } from '../../src/sources/identify.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { faults, readLines, textFile } from './written.ts';

sourceContract(test, etherscanErc20, 'datasets/samples/etherscan-erc20');

const HEADER =
	'"Txhash","Blockno","UnixTimestamp","DateTime","From","To","Value","ContractAddress","TokenName","TokenSymbol"';
const [PAYER, PAYEE] = ['0x8fBc4A3f394F12997b86af49A8B1A482FCCEEAEC', '0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469b'];

function row(unix: number, time: string): string {
	const cells = [
		`0x${'cd'.repeat(32)}`,
		1,
		unix,
		time,
		PAYER,
		PAYEE,
		'1',
		'0xdAC17F958D2ee523a2206206994597C13D831ec7',
		'Tether USD',
		'USDT',
	];
	return cells.map((cell) => `"${cell}"`).join(',');
}

test('the printed time must be the second of the Unix time, in both spellings', async (t) => {
	const noon = Date.UTC(2023, 2, 10, 12) / 1000;
	const said = await readLines(etherscanErc20, HEADER, [
		row(noon, '2023-03-10 12:00:00'),
		row(noon, '3/10/2023 12:00:00 PM'),
		row(noon, '3/10/2023 12:00:00 AM'),
		row(noon, '3/10/2023 13:00:00 PM'),
		row(noon, '2023-02-30 12:00:00'),
		row(noon + 1, '2023-03-10 12:00:00'),
	]);
	t.deepEqual(
		said.records.map(({ moment }) => moment.instant),
		[noon * 1000, noon * 1000],
	);
	t.deepEqual(faults(said), ['time UnixTimestamp', 'time DateTime', 'time DateTime', 'time UnixTimestamp']);
});

test('the page of one token is not claimed, and the hint says what it lacks', async (t) => {
	const file = textFile('export.csv', [
		'"Transaction Hash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","Quantity","Method"',
		`"0x${'cd'.repeat(32)}","1","1678449600","2023-03-10 12:00:00","${PAYER}","${PAYEE}","1","Transfer"`,
	]);
	const sample = await sampleOf(file);
	t.is(identify('export.csv', sample, HINTS, SOURCES), undefined);
	t.is(hintFor(sample, HINTS, SOURCES), 'hint.token-not-named');
});

test('the export of coins, which names a contract too, is not claimed', async (t) => {
	const file = textFile('export.csv', [
		'"Txhash","Blockno","UnixTimestamp","DateTime","From","To","ContractAddress","Value_IN(ETH)","Value_OUT(ETH)","CurrentValue @ $1/Eth","TxnFee(ETH)","TxnFee(USD)","Historical $Price/Eth","Status","ErrCode","Method"',
	]);
	t.is(identify('export.csv', await sampleOf(file), HINTS, SOURCES), undefined);
});
