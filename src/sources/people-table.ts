/** people.csv, or the sheet 人员: who belongs to the gang, one spell of one role a row. */
import { ROLE_WORDS, type Spell } from '../ledger/person.ts';
import { type CaseTable, caseTableSource, validity } from './case-table.ts';
import type { Hints } from './contract.ts';
import type { Row } from './row.ts';

type Field =
	| 'person'
	| 'identity'
	| 'nicknames'
	| 'role'
	| 'group'
	| 'superior'
	| 'introducer'
	| 'province'
	| 'office'
	| 'batch'
	| 'from'
	| 'until'
	| 'source';

export const peopleTable: CaseTable<Field> = {
	id: 'people-table',
	columns: {
		person: ['姓名', '人员姓名'],
		identity: ['证件号码', '身份证号', '身份证号码', '证件'],
		nicknames: ['绰号', '昵称', '化名'],
		role: ['角色', '身份'],
		group: ['组别', '组', '小组'],
		superior: ['上级', '上线'],
		introducer: ['介绍人'],
		province: ['省市', '省份'],
		office: ['办案单位'],
		batch: ['批次'],
		from: ['参与起', '参与起始', '加入时间'],
		until: ['参与止', '参与截止', '退出时间'],
		source: ['来源', '依据'],
	},
	required: ['person', 'role'],
	read: (row, hints) => ({ spells: [spellOf(row, hints)] }),
};

export const peopleTableSource = caseTableSource(peopleTable);

/** @throws RowFault `missing`, `role`, `time` */
export function spellOf(row: Row<Field>, hints: Pick<Hints, 'offsetMinutes'>): Spell {
	const person = row.needed('person');
	const roleText = row.needed('role');
	const role = Object.hasOwn(ROLE_WORDS, roleText) ? ROLE_WORDS[roleText] : undefined;
	if (role === undefined) throw row.fault('role', 'role');
	return {
		person,
		nicknames: row
			.text('nicknames')
			.split(/[、，,;；]/)
			.map((name) => name.trim())
			.filter((name) => name !== ''),
		role,
		roleText,
		source: row.text('source') || row.name(),
		...row.optional('identity', 'group', 'superior', 'introducer', 'province', 'office', 'batch'),
		...validity(row, 'from', 'until', hints.offsetMinutes),
	};
}
