/** The sheet 案外人 of the case's workbook: accounts of people and firms outside the case, so that money with them is told apart. */
import type { Attribution } from '../ledger/attribution.ts';
import { accountIn } from './accounts-table.ts';
import { identified } from './attribution-id.ts';
import { categoryOf, USUAL_CONFIDENCE } from './attribution-words.ts';
import type { CaseTable } from './case-table.ts';
import type { Row } from './row.ts';

type Field = 'party' | 'identity' | 'account' | 'category' | 'source';

export const outsidersTable: CaseTable<Field> = {
	id: 'outsiders-table',
	columns: {
		party: ['案外人'],
		identity: ['证件号码', '身份证号'],
		account: ['账号', '账户'],
		category: ['类别'],
		source: ['来源', '依据'],
	},
	required: ['party', 'account', 'category'],
	read: (row) => ({ attributions: [outsiderOf(row)] }),
};

/** The claim that the outsider uses the account: whose property it is stays open (权属待核). */
function outsiderOf(row: Row<Field>): Attribution {
	const category = categoryOf(row.text('category') || '其他');
	if (category === undefined || category === 'overseas' || category === 'person') throw row.fault('category', 'role');
	return identified({
		account: accountIn(row, 'account'),
		party: row.needed('party'),
		...row.optional('identity'),
		category,
		grade: 'uses',
		source: row.text('source') || row.name(),
		confidence: USUAL_CONFIDENCE.uses,
	});
}
