import test from 'ava';
import { etherscanInternal } from '../../src/sources/etherscan-internal.ts';
import { sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, etherscanInternal, 'datasets/samples/etherscan-internal');

const [OUTER, SENDER, PAYEE] = [
	'0x8fBc4A3f394F12997b86af49A8B1A482FCCEEAEC',
	'0xFAE9054F5C898Da82Be6a8178F385555B0446fFD',
	'0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469b',
];
const HEADER =
	'"Txhash","Blockno","UnixTimestamp","DateTime","ParentTxFrom","ParentTxTo","ParentTxETH_Value","From","TxTo","ContractAddress","Value_IN(BNB)","Value_OUT(BNB)","CurrentValue @ $1/BNB","Historical $Price/BNB","Status","ErrCode","Type"';

function row(status: string, error = ''): string {
	const cells = [`0x${'cd'.repeat(32)}`, '1', '1678449600', '3/10/2023 12:00:00 PM', OUTER, SENDER, '5', SENDER];
	return [...cells, PAYEE, '', '2', '0', '0', '300', status, error, 'call'].map((cell) => `"${cell}"`).join();
}

test('what moved is between From and TxTo, not between the sides of the transaction around it, and bears no fee', async (t) => {
	const { records } = await readLines(etherscanInternal, HEADER, [row('0')]);
	t.is(records.length, 1);
	t.like(records[0], {
		from: { account: `bsc:${SENDER}` },
		to: { account: `bsc:${PAYEE}` },
		amount: 2n * 10n ** 18n,
		asset: 'bsc:coin',
	});
});

test('0 is success here, though any status of a normal transaction is a failure', async (t) => {
	const said = await readLines(etherscanInternal, HEADER, [row('0'), row('1'), row('0', 'Reverted'), row('')]);
	t.deepEqual(
		said.records.map(({ state }) => state),
		['done', 'failed', 'failed'],
	);
	t.deepEqual(faults(said), ['value Status']);
});
