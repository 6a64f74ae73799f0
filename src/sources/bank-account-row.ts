/** A row of 账户信息. */
import { type AccountId, readAccount } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import type { Alias } from '../ledger/statement.ts';
import { identified } from './attribution-id.ts';
import { isQueryFailure } from './bank-words.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';
import type { TableLayout } from './table-rows.ts';

type Field =
	| 'holder'
	| 'identity'
	| 'identityType'
	| 'card'
	| 'account'
	| 'opened'
	| 'closed'
	| 'status'
	| 'phone'
	| 'contact'
	| 'result';

export const ACCOUNT_LAYOUT: TableLayout<Field> = {
	columns: {
		holder: ['账户开户名称', '开户人姓名', '户名', '账户名称'],
		identity: ['开户人证件号码', '证件号码'],
		identityType: ['开户人证件类型', '证件类型'],
		card: ['交易卡号', '卡号'],
		account: ['交易账号', '交易帐号', '账号'],
		opened: ['账号开户时间', '账户开户时间', '开户时间', '开户日期'],
		closed: ['销户日期', '销户时间', '账户销户时间'],
		status: ['账户状态'],
		phone: ['联系电话'],
		contact: ['开户联系方式', '联系方式'],
		result: ['查询反馈结果原因', '反馈结果', '备注'],
	},
	required: ['holder', 'opened', 'status', 'account'],
};

/** A bank checks the identity card when it opens an account. */
const CONFIDENCE = 95;
/** Papers of a firm or body, not of a person. */
const OF_BODY = /统一社会信用|营业执照|组织机构|工商|税务登记|事业单位|社会团体/;
/** Days that systems print for "none". */
const NO_DAY = /^(?:0{4,}|0001|1899|1900|2999|9999)/;

/**
 * Card and account of the row as its holder's. The balance beside them is of the day of the answer and no movement.
 *
 * @throws RowFault `missing`, `account`, `time`
 */
export function accountFate(row: Row<Field>, offsetMinutes: number): Fate {
	const accounts = accountsIn(row);
	if (row.text('holder') === '' && isQueryFailure(row.text('result'))) return { skip: 'query-failed' };
	if (accounts.length === 0) throw row.fault(row.text('card') === '' ? 'account' : 'card', 'account');
	const { file, sheet, row: number } = row.evidence();
	const claim: Omit<Attribution, 'id' | 'account'> = {
		party: row.needed('holder'),
		...row.optional('identity'),
		category: OF_BODY.test(row.text('identityType')) ? 'other' : 'person',
		grade: 'registered',
		source: `账户信息 ${file.slice(0, 12)}:${sheet === '' ? '' : `${sheet}!`}${number}`,
		confidence: CONFIDENCE,
		...span(row, offsetMinutes),
	};
	const aliases = accounts.flatMap((account) => phonesOf(row, account));
	return {
		attributions: accounts.map((account) => identified({ ...claim, account })),
		...(aliases.length === 0 ? {} : { aliases }),
	};
}

/** The card and the account behind it. One that is masked or damaged is left out where the other is whole. */
function accountsIn(row: Row<Field>): AccountId[] {
	const readings = (['card', 'account'] as const).map((field) => readAccount('bank', row.text(field)));
	return [...new Set(readings.flatMap((reading) => (reading.ok ? [reading.account] : [])))];
}

/** From the opening to the end of the day of closing. */
function span(row: Row<Field>, offsetMinutes: number): { readonly from?: number; readonly until?: number } {
	const from = dayIn(row, 'opened', offsetMinutes);
	const closed = dayIn(row, 'closed', offsetMinutes);
	if (closed === undefined) return from === undefined ? {} : { from: from.instant };
	const until = closed.instant + (closed.precision === 'day' ? 86_400_000 - 1 : 0);
	if (from !== undefined && until < from.instant) throw row.fault('closed', 'time');
	return from === undefined ? { until } : { from: from.instant, until };
}

function dayIn(row: Row<Field>, field: 'opened' | 'closed', offsetMinutes: number) {
	const text = row.text(field);
	return text === '' || NO_DAY.test(text) ? undefined : row.moment(field, offsetMinutes);
}

/** Numbers that the holder gave. They name nobody by themselves. */
function phonesOf(row: Row<Field>, account: AccountId): Alias[] {
	const numbers = [row.text('phone'), row.text('contact')].filter((text) => /^\+?[\d-]{7,20}$/.test(text));
	return [...new Set(numbers)].map((name) => ({ account, name, kind: 'phone', evidence: row.place() }));
}
