import { readFile } from 'node:fs/promises';
import test from 'ava';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { icbcDebit } from '../../src/sources/icbc-debit.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';

sourceContract(test, icbcDebit, 'datasets/samples/icbc-debit');

const sample = async () => memoryFile('a', await readFile('datasets/samples/icbc-debit/工行.csv'));

test('a masked card is no account: neither the holder’s nor the other side’s', async (t) => {
	const { records } = await gather(icbcDebit.read(await sample(), HINTS));
	const accounts = records.flatMap(({ from, to }) => [from.account, to.account]);
	t.true(accounts.every((account) => !account.includes('*')));
	t.true(accounts.some((account) => account.startsWith('bill:')));
});

test('the register names the holder of a file whose card is masked', async (t) => {
	const { records } = await gather(icbcDebit.read(await sample(), { ...HINTS, owner: 'bank:6222020000000000011' }));
	t.is(records[0]?.from.account, 'bank:6222020000000000011');
});

test('the sums below the rows are no movement', async (t) => {
	const { skipped, records } = await gather(icbcDebit.read(await sample(), HINTS));
	t.is(skipped.footer, 1);
	t.true(records.every(({ amount }) => amount !== 123_654n && amount !== 52_240n));
});
