/** Member lists of chat groups, and lists of who came into them. */
import type { AccountId } from '../ledger/account.ts';
import type { GroupJoin, GroupMember } from '../ledger/statement.ts';
import { writtenAccount } from './attribution-words.ts';
import { validity } from './case-table.ts';
import { memberRole } from './group-members-table.ts';
import { groupNick } from './group-nick.ts';
import { accountFault, handleIn, type MappedContext, mappedAccount } from './mapped-row.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';

type MappedRow = Row<MappedField>;

interface Somebody {
	readonly account: AccountId;
	/** '' where only the account is printed. */
	readonly name: string;
}

/** Somebody's place in a group. @throws RowFault */
export function mappedMember(row: MappedRow, { mapping, offsetMinutes }: MappedContext): GroupMember {
	const group = handleIn(row, 'group');
	const { account, name } = memberIn(row, group, mapping.network);
	return {
		group,
		member: account,
		name,
		role: memberRole(row, 'role'),
		...validity(row, 'from', 'until', offsetMinutes),
		evidence: row.place(),
	};
}

/** Somebody came into a group. @throws RowFault */
export function mappedJoin(row: MappedRow, { mapping, offsetMinutes }: MappedContext): GroupJoin {
	const group = handleIn(row, 'group');
	const { account, name } = memberIn(row, group, mapping.network);
	const inviter = row.text('inviter') === '' ? undefined : somebodyIn(row, 'inviter', group, mapping.network);
	return {
		id: row.statementId('j'),
		group,
		groupName: row.text('groupName'),
		member: account,
		name,
		...(inviter === undefined ? {} : { inviter: inviter.account }),
		...(inviter === undefined || inviter.name === '' ? {} : { inviterName: inviter.name }),
		moment: row.moment('time', offsetMinutes),
		evidence: row.place(),
		raw: row.raw,
	};
}

/** Who the row is about: the account, with the name beside it; somebody known by name alone is known in this group only. */
function memberIn(row: MappedRow, group: string, network: string | undefined): Somebody {
	const name = row.text('name');
	if (row.text('member') !== '') {
		const { account, name: written } = somebodyIn(row, 'member', group, network);
		return { account, name: name || written };
	}
	if (name === '') throw row.fault(row.has('member') ? 'member' : 'name', 'missing');
	return { account: groupNick(group, name), name };
}

/** An account, or without a network also a mere name. @throws RowFault `account`, `account-checksum` */
function somebodyIn(row: MappedRow, field: 'member' | 'inviter', group: string, network: string | undefined): Somebody {
	const text = handleIn(row, field);
	const reading = mappedAccount(row, field, network);
	if (reading.ok) return { account: reading.account, name: '' };
	const isName = network === undefined && !/[:：]/.test(text) && isNoAccount(text);
	if (!isName) throw accountFault(row, field, reading.fault);
	return { account: groupNick(group, text), name: text };
}

/** A nickname may hold anything, asterisks too; an address with a wrong checksum is none. */
function isNoAccount(text: string): boolean {
	const reading = writtenAccount(text);
	return !reading.ok && reading.fault === 'malformed';
}
