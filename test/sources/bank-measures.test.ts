import test from 'ava';
import type { Measure } from '../../src/ledger/statement.ts';
import { bankMeasures } from '../../src/sources/bank-measures.ts';
import { sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, bankMeasures, 'datasets/samples/bank-measures');

const HEADER = '银行名称,账号,冻结措施类型,冻结金额,冻结机关,冻结开始日期,冻结截止日期,文书号';
const read = (row: string) => readLines(bankMeasures, HEADER, [row]);

test('an amount that is not printed is unknown, not nothing', async (t) => {
	const { others } = await read('某银行,6222020000000000011,全额冻结,,某局,2023-04-01,2023-09-30,某冻字1号');
	const [measure] = (others.measures ?? []) as Measure[];
	t.is(measure?.amount, undefined);
	t.is(measure?.document, '某冻字1号');
	t.is(measure?.until, Date.parse('2023-10-01T00:00:00+08:00') - 1);
});

test('the end of a freeze is none, and a stop of payment is not taken for one', async (t) => {
	t.deepEqual((await read('某银行,6222020000000000011,解冻,5.00,某局,2023-04-01,,')).skipped['not-a-transfer'], 1);
	t.deepEqual(faults(await read('某银行,6222020000000000011,止付,5.00,某局,2023-04-01,,')), ['value 冻结措施类型']);
});
