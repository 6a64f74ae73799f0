/** group-members.csv, or the sheet 群成员: who was in which chat group, as what, when. */
import type { GroupMember } from '../ledger/statement.ts';
import { writtenAccount } from './attribution-words.ts';
import { type CaseTable, caseTableSource, validity } from './case-table.ts';
import { isDamaged } from './cells.ts';
import type { Hints } from './contract.ts';
import { groupNick } from './group-nick.ts';
import type { Row } from './row.ts';

type Field = 'group' | 'member' | 'name' | 'role' | 'from' | 'until' | 'source';

/** How a group's place for somebody is written; 托 plays a customer for the gang. */
const MEMBER_ROLES: ReadonlyMap<string, GroupMember['role']> = new Map([
	['', 'member'],
	['成员', 'member'],
	['群成员', 'member'],
	['普通成员', 'member'],
	['member', 'member'],
	['管理员', 'admin'],
	['群管理员', 'admin'],
	['群管理', 'admin'],
	['管理', 'admin'],
	['admin', 'admin'],
	['群主', 'owner'],
	['owner', 'owner'],
	['托', 'shill'],
	['群托', 'shill'],
	['shill', 'shill'],
]);

export const groupMembersTable: CaseTable<Field> = {
	id: 'group-members-table',
	columns: {
		group: ['群号', '群ID', '群聊ID'],
		member: ['成员', '群成员', '成员账号'],
		name: ['群昵称', '群名片'],
		role: ['身份', '群身份'],
		from: ['起', '进群时间'],
		until: ['止', '退群时间'],
		source: ['来源', '依据'],
	},
	required: ['group', 'member', 'role'],
	read: (row, hints) => ({ members: [memberOf(row, hints)] }),
};

export const groupMembersTableSource = caseTableSource(groupMembersTable);

function memberOf(row: Row<Field>, { offsetMinutes }: Hints): GroupMember {
	const group = row.needed('group');
	if (isDamaged(group)) throw row.fault('group', 'value');
	const text = row.needed('member');
	const reading = writtenAccount(text);
	// What is written as an account and is none must not pass for somebody's name.
	if (!reading.ok && (reading.fault !== 'malformed' || isDamaged(text) || /[:：]/.test(text)))
		throw row.fault('member', reading.fault === 'checksum' ? 'account-checksum' : 'account');
	return {
		group,
		member: reading.ok ? reading.account : groupNick(group, text),
		name: row.text('name') || (reading.ok ? '' : text),
		role: memberRole(row, 'role'),
		...validity(row, 'from', 'until', offsetMinutes),
		evidence: row.place(),
	};
}

/** Somebody's place in a group, a member where nothing is said. @throws RowFault `role` */
export function memberRole<F extends string>(row: Row<F>, field: F): GroupMember['role'] {
	const role = MEMBER_ROLES.get(row.text(field).toLowerCase());
	if (role === undefined) throw row.fault(field, 'role');
	return role;
}
