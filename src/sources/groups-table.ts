/** groups.csv, or the sheet 群组: chat groups and what each was for. */
import type { Group } from '../ledger/statement.ts';
import { type CaseTable, caseTableSource } from './case-table.ts';
import type { Row } from './row.ts';

type Field = 'group' | 'name' | 'purpose' | 'source';

const PURPOSES: ReadonlyMap<string, Group['purpose']> = new Map([
	['工作群', 'work'],
	['工作', 'work'],
	['引流群', 'lead'],
	['引流', 'lead'],
	['未知', 'unknown'],
	['不详', 'unknown'],
	['其他', 'unknown'],
	['', 'unknown'],
]);

export const groupsTable: CaseTable<Field> = {
	id: 'groups-table',
	columns: {
		group: ['群号', '群ID', '群id', '群聊ID'],
		name: ['群名', '群名称', '群昵称'],
		purpose: ['用途', '群用途'],
		source: ['来源', '依据'],
	},
	required: ['group', 'purpose'],
	read: (row) => ({ groups: [groupOf(row)] }),
};

export const groupsTableSource = caseTableSource(groupsTable);

function groupOf(row: Row<Field>): Group {
	const purpose = PURPOSES.get(row.text('purpose'));
	if (purpose === undefined) throw row.fault('purpose', 'value');
	return {
		group: row.needed('group'),
		name: row.text('name'),
		purpose,
		source: row.text('source') || row.name(),
	};
}
