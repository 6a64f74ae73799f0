/** What the three kinds of mapped tables share: the header by exact text, and cells that are accounts. */
import { type AccountReading, readAccount } from '../ledger/account.ts';
import { writtenAccount } from './attribution-words.ts';
import { cleanCell } from './cells.ts';
import type { EvidenceFile, Hints, Sample } from './contract.ts';
import { HEADER_ROWS } from './header.ts';
import type { MappedField, Mapping } from './mapping.ts';
import type { Row, RowTable } from './row.ts';
import type { RowNumbers } from './row-numbers.ts';

/** All that a row of a mapped table is read with. */
export interface MappedContext {
	readonly mapping: Mapping;
	readonly hints: Hints;
	readonly file: EvidenceFile;
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
 * The first row among the first 40 of a sheet in which all of the mapping's `when` stand. Whole texts only: `金额` is not
 * `金额(分)`, which would be a hundred times as much.
 */
export function mappedHeader(sample: Sample, mapping: Mapping): MappedHeader | undefined {
	for (const { name, rows } of sample.sheets) {
		const index = rows.slice(0, HEADER_ROWS).findIndex((row) => {
			const texts = new Set(row.map(cleanCell));
			return mapping.when.every((text) => texts.has(cleanCell(text)));
		});
		if (index >= 0) return { sheet: name, row: index + 1, names: (rows[index] ?? []).map(cleanCell) };
	}
	return undefined;
}

/** The table under the header: each mapped field with its columns; fields that lack one of theirs have none. */
export function mappedTable(file: EvidenceFile, header: MappedHeader, mapping: Mapping): RowTable<MappedField> {
	const columns: Partial<Record<MappedField, readonly number[]>> = {};
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

/** The account in a cell: on the mapping's network, or as people write accounts. */
export function mappedAccount(row: Row<MappedField>, field: MappedField, mapping: Mapping): AccountReading {
	const text = row.text(field);
	const { network } = mapping;
	if (network === undefined) return writtenAccount(text);
	return readAccount(network, text.startsWith(`${network}:`) ? text.slice(network.length + 1) : text);
}
