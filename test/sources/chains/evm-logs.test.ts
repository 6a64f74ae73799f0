import test from 'ava';
import { getAddress, Interface, toBeHex, zeroPadValue } from 'ethers';
import fc from 'fast-check';
import { decodeLog, logCheck, type RawLog, TRANSFER } from '../../../src/sources/chains/evm/logs.ts';

const erc20 = new Interface(['event Transfer(address indexed from, address indexed to, uint256 value)']);
const address = fc.bigInt({ min: 0n, max: 2n ** 160n - 1n }).map((value) => toBeHex(value, 20));
const rawLog = fc.record({
	address,
	from: address,
	to: address,
	amount: fc.oneof(
		fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
		fc.constantFrom(0n, 1n, 2n ** 53n + 1n, 2n ** 256n - 1n),
	),
	block: fc.nat(),
	log: fc.nat(),
});

function logOf(each: {
	address: string;
	from: string;
	to: string;
	amount: bigint;
	block: number;
	log: number;
}): RawLog {
	const hash = `0x${'ab'.repeat(32)}`;
	return {
		address: each.address,
		topics: [TRANSFER, zeroPadValue(each.from, 32), zeroPadValue(each.to, 32)],
		data: toBeHex(each.amount, 32),
		blockNumber: toBeHex(each.block),
		blockHash: hash,
		transactionHash: hash,
		transactionIndex: '0x0',
		logIndex: toBeHex(each.log),
	};
}

test('logs are read as ethers reads them', (t) => {
	t.is(erc20.getEvent('Transfer')?.topicHash, TRANSFER);
	fc.assert(
		fc.property(rawLog, (each) => {
			const raw = logOf(each);
			const ours = decodeLog(raw);
			const theirs = erc20.parseLog({ topics: [...raw.topics], data: raw.data });
			t.deepEqual(
				[getAddress(ours?.from ?? ''), getAddress(ours?.to ?? ''), ours?.amount, ours?.block, ours?.log],
				[theirs?.args.from, theirs?.args.to, theirs?.args.value, each.block, each.log],
			);
		}),
		{ numRuns: 100 },
	);
});

test('an answer with a log that was not asked for, or with one twice, is no answer', (t) => {
	const each = {
		address: `0x${'1'.repeat(40)}`,
		from: `0x${'2'.repeat(40)}`,
		to: `0x${'3'.repeat(40)}`,
		amount: 5n,
		block: 7,
		log: 1,
	};
	const log = logOf(each);
	const check = logCheck({ account: each.from, side: 'from', tokens: [each.address], from: 5, until: 9 });
	t.is(check([log, logOf({ ...each, log: 2 })]), undefined);
	t.is(check([{ ...log, removed: true }, log]), undefined);
	for (const [wrong, words] of [
		[logOf({ ...each, block: 10 }), /block 10/],
		[logOf({ ...each, from: each.to }), /another account/],
		[logOf({ ...each, address: each.to }), /another token/],
		[{ ...log, topics: [`0x${'e'.repeat(64)}`, ...log.topics.slice(1)] }, /another event/],
		[{ ...log, blockNumber: 'latest' }, /block NaN/],
		[log, /twice/],
		[null, /no log/],
		[{ ...log, topics: ['0x12'] }, /no log/],
		[{ ...log, data: `${log.data.slice(0, -8)}***` }, /no log/],
	] as const)
		t.regex(String(check([log, wrong])), words);
	t.regex(String(check({})), /no list/);
	t.is(decodeLog({ ...log, topics: [...log.topics, log.blockHash] }), undefined);
	t.is(decodeLog({ ...log, data: '0x' }), undefined);
});
