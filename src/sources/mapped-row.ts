/** What all kinds of mapped tables share: the header by exact text, and cells that are accounts, names or days. */
import { type AccountFault, type AccountId, type AccountReading, readAccount } from '../ledger/account.ts';
import { formatDay } from '../ledger/time.ts';
import { namesNetwork, writtenAccount } from './attribution-words.ts';
import { cleanCell, isDamaged } from './cells.ts';
import type { EvidenceFile, Hints, Sample } from './contract.ts';
import { HEADER_ROWS } from './header.ts';
import type { MappedField, Mapping } from './mapping.ts';
import type { Row, RowTable } from './row.ts';
import type { RowFault } from './row-fault.ts';
import type { RowNumbers } from './row-numbers.ts';

/** All that a row of a mapped table is read with. */
export interface MappedContext {
	readonly mapping: Mapping;
	readonly hints: Hints;
	readonly file: EvidenceFile;
	/** Zone of times that name none, minutes east of UTC. */
	readonly offsetMinutes: number;
	readonly order: RowNumbers;
}

/** Where a mapping's header was found. */
export interface MappedHeader {
	readonly sheet: string;
	/** 1-based. */
	readonly row: number;
	readonly names: readonly string[];
}

/**
 * The first row among the first 40 of each sheet in which all of the mapping's `when` stand. Whole texts only: `金额` is
 * not `金额(分)`, which would be a hundred times as much.
 */
export function mappedHeaders(sample: Sample, mapping: Mapping): MappedHeader[] {
	return sample.sheets.flatMap(({ name, rows }) => {
		const index = rows.slice(0, HEADER_ROWS).findIndex((row) => {
			const texts = new Set(row.map(cleanCell));
			return mapping.when.every((text) => texts.has(cleanCell(text)));
		});
		return index < 0 ? [] : [{ sheet: name, row: index + 1, names: (rows[index] ?? []).map(cleanCell) }];
	});
}

/** The table under the header: each mapped field with its columns; fields that lack one of theirs have none. */
export function mappedTable(file: EvidenceFile, header: MappedHeader, mapping: Mapping): RowTable<MappedField> {
	const columns: Partial<Record<MappedField, readonly number[]>> = Object.create(null);
	for (const [field, wanted] of Object.entries(mapping.columns) as [MappedField, string | readonly string[]][]) {
		const places = headersOf(wanted).map((text) => header.names.indexOf(text));
		if (places.every((place) => place >= 0)) columns[field] = places;
	}
	return { file, sheet: header.sheet, names: header.names, columns };
}

/** The header texts of a mapped field. */
export function headersOf(wanted: string | readonly string[] | undefined): readonly string[] {
	if (wanted === undefined) return [];
	return (typeof wanted === 'string' ? [wanted] : wanted).map(cleanCell);
}

/** The account in a cell: on the network that it names itself, else on the mapping's, or as people write accounts. One that was masked is none on any network. */
export function mappedAccount(row: Row<MappedField>, field: MappedField, network: string | undefined): AccountReading {
	const text = row.text(field);
	if (/[*＊]/.test(text)) return { ok: false, fault: 'masked' };
	if (isDamaged(text)) return { ok: false, fault: 'malformed' };
	return network === undefined || namesNetwork(text) ? writtenAccount(text) : readAccount(network, text);
}

/** @throws RowFault `missing`, `account`, `account-checksum` */
export function neededAccount(row: Row<MappedField>, field: MappedField, network: string | undefined): AccountId {
	row.needed(field);
	const reading = mappedAccount(row, field, network);
	if (!reading.ok) throw accountFault(row, field, reading.fault);
	return reading.account;
}

export function accountFault(row: Row<MappedField>, field: MappedField, fault: AccountFault): RowFault {
	return row.fault(field, fault === 'checksum' ? 'account-checksum' : 'account');
}

/** An account where the mapping names a network or the cell does; else a party's name, as written. @throws RowFault */
export function whoIn(row: Row<MappedField>, field: MappedField, network: string | undefined): string {
	const text = row.needed(field);
	if (isDamaged(text)) throw row.fault(field, 'account');
	if (network === undefined && !/[:：]/.test(text)) return text;
	return neededAccount(row, field, /[:：]/.test(text) ? undefined : network);
}

/** A number or name that stands for something. @throws RowFault `missing`; `value` where a spreadsheet rounded it */
export function handleIn(row: Row<MappedField>, field: MappedField): string {
	const text = row.needed(field);
	if (isDamaged(text)) throw row.fault(field, 'value');
	return text;
}

/** The day in the cell as `YYYY-MM-DD`. @throws RowFault `time` */
export function dayIn(row: Row<MappedField>, field: MappedField, offsetMinutes: number): string {
	return formatDay(row.moment(field, offsetMinutes).instant, offsetMinutes);
}
