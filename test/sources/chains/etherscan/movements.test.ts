import test from 'ava';
import { decodeRows } from '../../../../src/sources/chains/etherscan/records.ts';

const [account, other] = [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`];
const terms = {
	network: 'evm-10',
	account: `evm-10:${account}`,
	tokens: [],
	assets: new Map(),
	from: 0,
	until: 9,
	provisional: false,
};
const common = {
	blockNumber: '7',
	timeStamp: '1700000000',
	hash: `0x${'ab'.repeat(32)}`,
	transactionIndex: '3',
	from: account,
	value: '500',
	isError: '0',
};

test('what a transaction paid for its place on another chain is part of its fee', (t) => {
	const row = { ...common, to: other, gasUsed: '21000', gasPrice: '10', L1FeesPaid: '1234567' };
	const { records } = decodeRows([row], { ...terms, history: 'coins' });
	t.deepEqual(
		records.map(({ medium, amount }) => [medium, amount]),
		[
			['coin', 500n],
			['fee', 1_444_567n],
		],
	);
});

test('a contract that a transaction made itself is paid once, one that a contract made is its own movement', (t) => {
	const made = { ...common, to: '', contractAddress: other, type: 'create', callType: '' };
	const amounts = (index: string) =>
		decodeRows([{ ...made, index }], { ...terms, history: 'internal' }).records.map(({ amount }) => amount);
	t.deepEqual(amounts('0'), []);
	t.deepEqual(amounts('4'), [500n]);
	const [value] = decodeRows([{ ...made, gasUsed: '1', gasPrice: '1' }], { ...terms, history: 'coins' }).records;
	t.deepEqual([value?.amount, value?.to.account], [500n, `evm-10:${other}`]);
});
