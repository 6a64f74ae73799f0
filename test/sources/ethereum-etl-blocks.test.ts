import test from 'ava';
import { addBlockTimes, ethereumEtlBlocks } from '../../src/sources/ethereum-etl-blocks.ts';
import { sourceContract } from './contract.ts';
import { textFile } from './written.ts';

sourceContract(test, ethereumEtlBlocks, 'datasets/samples/ethereum-etl-blocks');

const HEADER = 'number,hash,parent_hash,timestamp,transaction_count';

test('block times are gathered, in seconds or as printed in UTC, and broken rows add none', async (t) => {
	const times = new Map<number, number>();
	const rows = [
		'1,0xa,0xb,1678924811,1',
		'2,0xa,0xb,2023-03-16 00:00:23 UTC,1',
		'3,0xa,0xb,167892481,1',
		'x,0xa,0xb,1,1',
	];
	await addBlockTimes(textFile('blocks.csv', [HEADER, ...rows]), times);
	t.deepEqual(
		[...times],
		[
			[1, 1_678_924_811],
			[2, 1_678_924_823],
		],
	);
});

test('a block for which two files disagree has no known time', async (t) => {
	const times = new Map<number, number>();
	for (const seconds of [1_678_924_811, 1_678_924_811, 1_678_924_999, 1_678_924_811]) {
		await addBlockTimes(textFile('blocks.csv', [HEADER, `1,0xa,0xb,${seconds},1`]), times);
	}
	t.deepEqual([...times], [[1, Number.NaN]]);
});

test('other files add nothing', async (t) => {
	const times = new Map<number, number>();
	await addBlockTimes(textFile('a.csv', ['number,timestamp', '1,1678924811']), times);
	await addBlockTimes(textFile('b.csv', ['a note about parent_hash and timestamp', '1,1678924811']), times);
	t.is(times.size, 0);
});
