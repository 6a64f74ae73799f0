/** The sheet 计酬规则 of the case's workbook: wages by role, commissions by group, and when each was in force. */
import { ROLE_WORDS, type Role } from '../ledger/person.ts';
import { validity } from './case-table.ts';
import type { Row } from './row.ts';
import type { TableLayout } from './table-rows.ts';

export type PayField = 'kind' | 'role' | 'group' | 'amount' | 'min' | 'max' | 'from' | 'until';

export const payRulesTable: TableLayout<PayField> = {
	columns: {
		kind: ['类型'],
		role: ['角色'],
		group: ['组别'],
		amount: ['金额(元)', '金额'],
		min: ['最低(元)', '最低'],
		max: ['最高(元)', '最高'],
		from: ['起'],
		until: ['止'],
	},
	required: ['kind', 'role', 'amount'],
};

/** 工资: fen a day for a role, between two instants. */
export interface WageRow {
	readonly kind: 'wage';
	readonly role: Role;
	readonly fenPerDay: bigint;
	readonly from?: number;
	readonly until?: number;
}

/** 提成: fen a lead, given or within a band, for one group or for all. */
export interface CommissionRow {
	readonly kind: 'commission';
	readonly minFen: bigint;
	readonly maxFen: bigint;
	readonly group?: string;
	readonly from?: number;
	readonly until?: number;
}

/** @throws RowFault naming the cell that cannot be read */
export function payRuleOf(row: Row<PayField>, offsetMinutes: number): WageRow | CommissionRow {
	const span = validity(row, 'from', 'until', offsetMinutes);
	switch (row.needed('kind')) {
		case '工资': {
			const text = row.needed('role');
			const role = Object.hasOwn(ROLE_WORDS, text) ? ROLE_WORDS[text] : undefined;
			if (role === undefined) throw row.fault('role', 'role');
			return { kind: 'wage', role, fenPerDay: row.amount('amount', 2), ...span };
		}
		case '提成':
			return { kind: 'commission', ...bandOf(row), ...row.optional('group'), ...span };
		default:
			throw row.fault('kind', 'value');
	}
}

/** One amount, or a lowest and a highest; never both. */
function bandOf(row: Row<PayField>): { readonly minFen: bigint; readonly maxFen: bigint } {
	if (row.text('amount') !== '') {
		if (row.text('min') !== '') throw row.fault('min', 'value');
		if (row.text('max') !== '') throw row.fault('max', 'value');
		const fen = row.amount('amount', 2);
		return { minFen: fen, maxFen: fen };
	}
	const minFen = row.amount('min', 2);
	const maxFen = row.amount('max', 2);
	if (maxFen < minFen) throw row.fault('max', 'value');
	return { minFen, maxFen };
}
