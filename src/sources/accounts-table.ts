/** accounts.csv, or the sheet 账号: which party holds which account, who says so, and how sure that is. */
import type { AccountId } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import { identified } from './attribution-id.ts';
import { categoryOf, relationOf, USUAL_CONFIDENCE, writtenAccount } from './attribution-words.ts';
import { type CaseTable, caseTableSource, validity } from './case-table.ts';
import type { Hints } from './contract.ts';
import type { Row } from './row.ts';

type Field =
	| 'account'
	| 'party'
	| 'identity'
	| 'category'
	| 'relation'
	| 'source'
	| 'confidence'
	| 'from'
	| 'until'
	| 'withdrawnOn'
	| 'withdrawnWhy';

export const accountsTable: CaseTable<Field> = {
	id: 'accounts-table',
	columns: {
		account: ['账号', '账户'],
		party: ['主体', '持有人', '使用人'],
		identity: ['证件号码', '身份证号', '身份证号码', '证件'],
		category: ['类别', '主体类别'],
		relation: ['关系'],
		source: ['来源', '依据'],
		confidence: ['置信度'],
		from: ['起', '起始'],
		until: ['止', '截止'],
		withdrawnOn: ['撤回日期'],
		withdrawnWhy: ['撤回原因'],
	},
	required: ['account', 'party', 'relation'],
	read: (row, hints) => ({ attributions: [attributionOf(row, hints)] }),
};

export const accountsTableSource = caseTableSource(accountsTable);

function attributionOf(row: Row<Field>, hints: Hints): Attribution {
	const account = accountIn(row, 'account');
	const category = categoryOf(row.text('category') || '人员');
	if (category === undefined) throw row.fault('category', 'role');
	const grade = relationOf(row.needed('relation'));
	if (grade === undefined) throw row.fault('relation', 'role');
	return identified({
		account,
		party: row.needed('party'),
		...row.optional('identity'),
		category,
		grade,
		source: row.text('source') || row.name(),
		confidence: row.text('confidence') === '' ? USUAL_CONFIDENCE[grade] : confidenceIn(row, 'confidence'),
		...validity(row, 'from', 'until', hints.offsetMinutes),
		...withdrawalIn(row, 'withdrawnOn', 'withdrawnWhy'),
	});
}

/** The account in a cell, as people write it. @throws RowFault `missing`, `account`, `account-checksum` */
export function accountIn<F extends string>(row: Row<F>, field: F): AccountId {
	const reading = writtenAccount(row.needed(field));
	if (reading.ok) return reading.account;
	throw row.fault(field, reading.fault === 'checksum' ? 'account-checksum' : 'account');
}

/** A confidence of 0-100, also written with a percent sign. @throws RowFault `value` */
export function confidenceIn<F extends string>(row: Row<F>, field: F): number {
	const match = /^(\d{1,3})\s*[%％]?$/.exec(row.text(field));
	const confidence = Number(match?.[1]);
	if (!match || confidence > 100) throw row.fault(field, 'value');
	return confidence;
}

/** That the claim no longer holds: since when, and why. @throws RowFault `missing`, `time` */
export function withdrawalIn<F extends string>(row: Row<F>, on: F, why: F): Pick<Attribution, 'withdrawn'> {
	if (row.text(on) === '') {
		if (row.text(why) !== '') throw row.fault(on, 'missing');
		return {};
	}
	// Read only to refuse what is no date: what is kept is the date as written.
	row.moment(on, 0);
	return { withdrawn: { on: row.text(on), why: row.text(why) } };
}
