import test from 'ava';
import { ethereumEtl } from '../../src/sources/ethereum-etl.ts';
import { hintFor, identify } from '../../src/sources/identify.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults, readLines, textFile } from './written.ts';

/** Two of the three blocks: the third is in no file of the case. */
const BLOCK_TIMES = new Map([
	[16_850_000, 1_678_924_811],
	[16_850_001, 1_678_924_823],
]);
const TIMED = { ...HINTS, blockTimes: BLOCK_TIMES };

sourceContract(test, ethereumEtl, 'datasets/samples/ethereum-etl');
sourceContract(test, ethereumEtl, 'datasets/samples/ethereum-etl-joined', { hints: TIMED });

const HEADER = 'token_address,from_address,to_address,value,transaction_hash,log_index,block_number';
const [USDT, PAYER, PAYEE] = [
	'0xdac17f958d2ee523a2206206994597c13d831ec7',
	'0x8fbc4a3f394f12997b86af49a8b1a482fcceeaec',
	'0x37a9a6c0fb83fb1f83f68db96a0b6db5886f469b',
];

function row(value: string, log = '0', block = '16850000'): string {
	return `${USDT},${PAYER},${PAYEE},${value},0x${'cd'.repeat(32)},${log},${block}`;
}

test('amounts are raw units whatever decimals the token has, and no fraction is one', async (t) => {
	const said = await readLines(ethereumEtl, HEADER, [row('100000'), row('1.5'), row('1E+18'), row('')], TIMED);
	t.deepEqual(
		said.records.map(({ amount }) => amount),
		[100_000n],
	);
	t.deepEqual(faults(said), ['amount value', 'amount-damaged value', 'amount value']);
});

test('the time is that of the block; a block of unknown time is a reject that names it, never another time', async (t) => {
	const disputed = new Map([...BLOCK_TIMES, [16_850_003, Number.NaN]]);
	const said = await readLines(
		ethereumEtl,
		HEADER,
		['16850001', '16850002', '16850003'].map((block) => row('1', '0', block)),
		{ ...HINTS, blockTimes: disputed },
	);
	t.deepEqual(
		said.records.map(({ moment }) => new Date(moment.instant).toISOString()),
		['2023-03-16T00:00:23.000Z'],
	);
	t.deepEqual(faults(said), ['time block_number', 'time block_number']);
});

test('the log names the movement within its block, and orders those of one block', async (t) => {
	const { records } = await readLines(ethereumEtl, HEADER, [row('1', '7'), row('1', '8')], TIMED);
	t.deepEqual(
		records.map(({ keys, block }) => [keys.log, block]),
		[
			[7, { number: 16_850_000, index: 7 }],
			[8, { number: 16_850_000, index: 8 }],
		],
	);
});

test('without any block time the file is not claimed, and the hint says what is missing', async (t) => {
	const sample = await sampleOf(textFile('token_transfers.csv', [HEADER, row('1')]));
	t.is(identify('token_transfers.csv', sample, HINTS, SOURCES), undefined);
	t.is(hintFor(sample, HINTS, SOURCES), 'hint.block-times-missing');
	t.is(identify('token_transfers.csv', sample, TIMED, SOURCES)?.source.id, 'ethereum-etl');
});

test('a last number without line end may lack digits: it names no block', async (t) => {
	const file = textFile('token_transfers.csv', [HEADER, row('1'), row('2')]);
	const bytes = Buffer.from(`${HEADER}\n${row('1')}\n${row('2')}`);
	const cut = { ...file, size: bytes.length, bytes: () => [bytes][Symbol.iterator]() as never };
	t.deepEqual(faults(await gather(ethereumEtl.read(cut, TIMED))), ['truncated block_number']);
});
