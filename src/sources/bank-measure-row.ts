/** A row of 银行强制措施. */
import { readAccount } from '../ledger/account.ts';
import type { Measure } from '../ledger/statement.ts';
import { currencyIn, joined } from './bank-booking.ts';
import { isQueryFailure } from './bank-words.ts';
import type { Fate } from './batches.ts';
import { validity } from './case-table.ts';
import type { Row } from './row.ts';
import type { TableLayout } from './table-rows.ts';

type Field =
	| 'bank'
	| 'card'
	| 'account'
	| 'holder'
	| 'type'
	| 'amount'
	| 'currency'
	| 'authority'
	| 'from'
	| 'until'
	| 'document'
	| 'result';

export const MEASURE_LAYOUT: TableLayout<Field> = {
	columns: {
		bank: ['银行名称', '账号开户银行', '开户银行'],
		card: ['卡号', '交易卡号', '账卡号'],
		account: ['账号', '交易账号', '帐号', '账户'],
		holder: ['账户开户名称', '户名', '姓名'],
		type: ['冻结措施类型', '措施类型', '冻结类型'],
		amount: ['冻结金额', '措施金额'],
		currency: ['币种', '冻结币种'],
		authority: ['冻结机关', '冻结机关名称', '执行机关'],
		from: ['冻结开始日期', '冻结起始日期', '冻结开始日', '冻结开始时间'],
		until: ['冻结截止日期', '冻结截止日', '冻结结束日期', '冻结到期日', '冻结截止时间'],
		document: ['冻结文书号', '法律文书号', '文书号', '冻结文号', '通知书号', '任务流水号'],
		result: ['查询反馈结果原因', '反馈结果', '备注'],
	},
	required: ['account', 'type', 'amount', 'from', 'until'],
};

/**
 * What a bank holds back on an account. An end of a freeze is none (`not-a-transfer`), and a stop of payment (止付), which
 * ends by itself within days, is not taken for one.
 *
 * @throws RowFault `missing`, `account`, `value`, `amount`, `amount-damaged`, `time`
 */
export function measureFate(row: Row<Field>, offsetMinutes: number): Fate {
	const type = row.text('type');
	if (type === '' && isQueryFailure(row.text('result'))) return { skip: 'query-failed' };
	if (/解冻|解除/.test(type)) return { skip: 'not-a-transfer' };
	if (row.needed('type').includes('止付')) throw row.fault('type', 'value');
	const field = row.text('account') === '' ? 'card' : 'account';
	const reading = readAccount('bank', row.text(field));
	if (!reading.ok) throw row.fault(field, reading.fault === 'empty' ? 'missing' : 'account');
	const measure: Measure = {
		id: row.statementId('m'),
		kind: 'freeze',
		person: row.text('holder'),
		account: reading.account,
		asset: currencyIn(row, 'currency'),
		...(row.text('amount') === '' ? {} : { amount: row.amount('amount', 2) }),
		document: row.text('document') || joined(row.text('bank'), type),
		...row.optional('authority'),
		...validity(row, 'from', 'until', offsetMinutes),
		evidence: row.place(),
		raw: row.raw,
	};
	return { measures: [measure] };
}
