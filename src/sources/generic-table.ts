/** How a table of payments that nobody has described would be read. A proposal only: nothing is read by it unconfirmed. */
import { hash } from 'node:crypto';
import { isDamaged } from './cells.ts';
import type { Hints, Sample } from './contract.ts';
import { sidesOf } from './generic-accounts.ts';
import { type GenericTable, genericTable } from './generic-columns.ts';
import { amountOf, isAmount, timeOf, unitOf } from './generic-money.ts';
import { doneWordsIn } from './generic-words.ts';
import type { Mapping } from './mapping.ts';

/** A reading that a person must confirm, by writing the mapping into `case.yaml`. */
export interface Proposal {
	readonly mapping: Mapping;
	/** 0-49, below what claims a file: half the percentage of the first rows whose time and amount can be read. */
	readonly confidence: number;
	/** '' for text. */
	readonly sheet: string;
	/** 1-based. */
	readonly headerRow: number;
	/** How many of the columns are known by their names. */
	readonly score: number;
}

/**
 * A mapping for a table in which time, amount, direction and both sides are found, by what the header calls them and by
 * what stands below it. Undefined where one of them is missing, or could be read in two ways.
 */
export function proposeMapping(sample: Sample, { offsetMinutes }: Pick<Hints, 'offsetMinutes'>): Proposal | undefined {
	const table = genericTable(sample);
	const sides = table && sidesOf(table);
	const time = table && timeOf(table, offsetMinutes);
	const amount = table && sides && amountOf(table, sides.columns.from !== undefined);
	const status = table && statusOf(table);
	if (!table || !sides || !time || !amount || !status) return undefined;
	const { columns: money, share, ...way } = amount;
	const { network } = sides;
	const when = table.names();
	const columns = { time: time.columns, ...money, ...sides.columns, ...status.columns, ...othersOf(table, money) };
	return {
		mapping: {
			name: `table-${hash('sha256', when.join('\n')).slice(0, 8)}`,
			// All headers: fewer might stand in a table of another layout as well.
			when,
			yields: 'transfers',
			columns: columns as Mapping['columns'],
			...(network === undefined ? {} : { network }),
			...way,
			...(status.doneWords === undefined ? {} : { doneWords: status.doneWords }),
		},
		confidence: Math.min(49, Math.round(50 * time.share * share)),
		sheet: table.sheet,
		headerRow: table.headerRow,
		score: table.score,
	};
}

interface StatusColumn {
	readonly columns: { readonly status?: string };
	readonly doneWords?: readonly string[];
}

/** Undefined where there is a status whose words nobody can tell: to pass over it might count what failed. */
function statusOf(table: GenericTable): StatusColumn | undefined {
	const status = table.name('status');
	if (status === undefined || table.values('status').length === 0) return { columns: {} };
	const doneWords = doneWordsIn(table.cells('status'));
	return doneWords && { columns: { status }, doneWords };
}

/** Columns that a table may have besides. Those whose cells cannot all be read would cost the rows they stand in. */
function othersOf(table: GenericTable, money: { readonly amount?: string }): Partial<Mapping['columns']> {
	const amount = money.amount === undefined ? 'inAmount' : 'amount';
	const order = table.values('order').some(isDamaged) ? undefined : table.name('order');
	const isBalance = isAmount(table, 'balance');
	const sound = unitOf(table, 'balance').decimals === unitOf(table, amount).decimals;
	const balance = sound && table.values('balance').every(isBalance) ? table.name('balance') : undefined;
	const memo = [table.name('summary'), table.name('note')].filter((name) => name !== undefined);
	const currency = table.values('currency').length === 0 ? undefined : table.name('currency');
	return {
		...(order === undefined ? {} : { order }),
		...(balance === undefined ? {} : { balance }),
		...(memo.length === 0 ? {} : { memo: memo.length === 1 ? memo[0] : memo }),
		...(currency === undefined ? {} : { asset: currency }),
	};
}
