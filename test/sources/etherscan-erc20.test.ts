import test from 'ava';
import { networkOf } from '../../src/ledger/account.ts';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import { etherscanErc20 } from '../../src/sources/etherscan-erc20.ts';
import { hintFor, identify } from '../../src/sources/identify.ts';
import { SOURCES, sourcesFor } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { mapping } from './mappings.ts';
import { faults, readLines, textFile } from './written.ts';

sourceContract(test, etherscanErc20, 'datasets/samples/etherscan-erc20');

const HEADER =
	'"Txhash","Blockno","UnixTimestamp","DateTime","From","To","Value","ContractAddress","TokenName","TokenSymbol"';
const [PAYER, PAYEE] = ['0x8fBc4A3f394F12997b86af49A8B1A482FCCEEAEC', '0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469b'];

function row(unix: number, time: string, token = '0xdAC17F958D2ee523a2206206994597C13D831ec7'): string {
	const cells = [`0x${'cd'.repeat(32)}`, 1, unix, time, PAYER, PAYEE, '1', token, 'Tether USD', 'USDT'];
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
		PAGE_HEADER,
		`"0x${'cd'.repeat(32)}","1","1678449600","2023-03-10 12:00:00","${PAYER}","${PAYEE}","1","Transfer"`,
	]);
	const sample = await sampleOf(file);
	t.is(identify('export.csv', sample, HINTS, SOURCES), undefined);
	t.is(hintFor(sample, HINTS, SOURCES), 'hint.token-not-named');
});

const PAGE_HEADER = '"Transaction Hash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","Quantity","Method"';
const USDT = '0xdAC17F958D2ee523a2206206994597C13D831ec7';

test('a mapping that names the token reads the page of one token, and its rows are those of the export', async (t) => {
	const page = mapping(
		'usdt-page',
		['Transaction Hash', 'UnixTimestamp', 'Quantity'],
		{
			time: 'DateTime (UTC)',
			block: 'Blockno',
			order: 'Transaction Hash',
			from: 'From',
			to: 'To',
			amount: 'Quantity',
		},
		{ network: 'eth', asset: `eth:${USDT}`, institution: 'chain:eth', offsetMinutes: 0 },
	);
	const hints = { ...HINTS, mappings: [page] };
	const file = textFile('page.csv', [
		PAGE_HEADER,
		`"0x${'cd'.repeat(32)}","1","1678449600","2023-03-10 12:00:00","${PAYER}","${PAYEE}","1","Transfer"`,
	]);
	const found = identify('page.csv', await sampleOf(file), hints, sourcesFor(hints));
	t.is(found?.source.id, 'mapped:usdt-page');
	const paged = found ? (await gather(found.source.read(file, hints))).records : [];
	const { records } = await readLines(etherscanErc20, HEADER, [row(1_678_449_600, '2023-03-10 12:00:00')]);
	const { transfers } = mergeRecords({ records: [...paged, ...records], assets: HINTS.assets, decisions: [] });
	t.deepEqual(
		transfers.map(({ records: rows, amount, exclusion }) => [rows.length, amount, exclusion]),
		[[2, 1_000_000n, undefined]],
	);
});

test('a contract that is known on another network alone tells that network; any other row is read as of Ethereum', async (t) => {
	const [BSC_USDT, OTHER] = [
		'0x55d398326f99059ff775485246999027b3197955',
		'0xc86e912dbde600fda5531c7d887f162bdabecee3',
	];
	const { records } = await readLines(etherscanErc20, HEADER, [
		row(1_678_449_600, '2023-03-10 12:00:00', BSC_USDT),
		row(1_678_449_600, '2023-03-10 12:00:00', OTHER),
		row(1_678_449_600, '2023-03-10 12:00:00'),
	]);
	t.deepEqual(
		records.map(({ institution, amount, from, block }) => [institution, amount, networkOf(from.account), block]),
		[
			['chain:bsc', 10n ** 18n, 'bsc', { number: 1 }],
			// Whose block it is, nobody knows: it must not put Ethereum's out of order.
			['chain:eth', 10n ** 18n, 'eth', undefined],
			['chain:eth', 10n ** 6n, 'eth', { number: 1 }],
		],
	);
});

test('a row that a comma without quotes moved says nothing; a comma at the end of every row moves none', async (t) => {
	const noon = Date.UTC(2023, 2, 10, 12) / 1000;
	const good = row(noon, '2023-03-10 12:00:00');
	const moved = good.replace('"1",', '1,200.50,');
	const said = await readLines(etherscanErc20, HEADER, [good, moved, good]);
	t.deepEqual([said.records.length, faults(said)], [2, ['columns ']]);
	const trailing = await readLines(etherscanErc20, HEADER, [`${good},`, `${good},`]);
	t.deepEqual([trailing.records.length, faults(trailing)], [2, []]);
});
