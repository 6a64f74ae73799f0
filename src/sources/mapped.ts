/** Tables of any layout, read by the case's own mappings: one source for each mapping. */
import { hash } from 'node:crypto';
import { Problem } from '../ledger/problem.ts';
import type { Fate } from './batches.ts';
import type { Batch, EvidenceFile, Hints, Source } from './contract.ts';
import { readHeaded } from './headed.ts';
import { headersOf, type MappedContext, mappedHeader, mappedTable } from './mapped-row.ts';
import { mappedAttribution, mappedLead } from './mapped-statements.ts';
import { mappedTransfer } from './mapped-transfers.ts';
import { MAPPED_FIELDS, type MappedField, type Mapping } from './mapping.ts';
import { Row } from './row.ts';
import { rowNumbers } from './row-numbers.ts';
import { sampleOf } from './sample.ts';
import { fateOfRow, optionsFor, skipSheets } from './table-rows.ts';

/**
 * The sources of the case's mappings.
 *
 * @throws Problem `mapping.field`, `mapping.columns`, `mapping.asset` where a mapping cannot work on any file
 */
export function mappedSources(hints: Pick<Hints, 'mappings' | 'assets'>): Source[] {
	return hints.mappings.map((mapping) => {
		checkMapping(mapping, hints);
		return mappedSource(mapping);
	});
}

/** Its version is the mapping's own: a changed mapping reads its files again. */
export function mappedSource(mapping: Mapping): Source {
	return {
		id: `mapped:${mapping.name}`,
		version: Number.parseInt(hash('sha256', JSON.stringify(mapping)).slice(0, 8), 16),
		identify(sample) {
			const header = mappedHeader(sample, mapping);
			if (!header) return undefined;
			return {
				confidence: 85,
				...(header.sheet === '' ? {} : { sheet: header.sheet }),
				headerRow: header.row,
				columns: columnsFor(mapping),
			};
		},
		read: (file, hints) => readMapped(file, hints, mapping),
	};
}

async function* readMapped(file: EvidenceFile, hints: Hints, mapping: Mapping): AsyncIterable<Batch> {
	const sample = await sampleOf(file);
	const header = mappedHeader(sample, mapping) ?? { sheet: sample.sheets[0]?.name ?? '', row: 0, names: [] };
	const table = mappedTable(file, header, mapping);
	const options = optionsFor(sample, header.sheet);
	const time = mapping.yields === 'leads' ? 'day' : 'time';
	const offsetMinutes = mapping.offsetMinutes ?? hints.offsetMinutes;
	const order = await rowNumbers(table, options, header.row, (row) => row.moment(time, offsetMinutes).instant);
	const context: MappedContext = { mapping, hints, file, order };
	const wanted = Object.fromEntries(mapping.when.map((text) => [`when ${text}`, [text]]));
	const needed = essential(mapping);
	const missing = needed.find((field) => table.columns[field] === undefined);
	const lastIsNeeded = needed.some((field) => table.columns[field]?.includes(header.names.length - 1));
	yield* readHeaded(file, options, wanted, Object.keys(wanted), (row) => {
		if (missing !== undefined)
			return { reject: 'columns', column: headersOf(mapping.columns[missing]).join('+'), value: '' };
		// No line end follows: the last cell may have lost digits, and 945646.73 become 9456.
		if (row.open && lastIsNeeded)
			return { reject: 'truncated', column: header.names.at(-1) ?? '', value: row.cells.at(-1) ?? '' };
		return fateOfRow(new Row(table, row), (cells) => statementOf(cells, context));
	});
	yield* skipSheets(file, sample, new Set([header.sheet]));
}

function statementOf(row: Row<MappedField>, context: MappedContext): Fate {
	switch (context.mapping.yields) {
		case 'transfers':
			return { records: [mappedTransfer(row, context)] };
		case 'attributions':
			return { attributions: [mappedAttribution(row, context)] };
		case 'leads':
			return { leads: [mappedLead(row, context)] };
	}
}

/** Columns without which no row can be read. */
function essential(mapping: Mapping): readonly MappedField[] {
	if (mapping.yields === 'attributions') return ['account', 'party'];
	if (mapping.yields === 'leads') return ['caller', 'day', 'count'];
	const { from, to } = mapping.columns;
	return from === undefined && to === undefined ? ['time', 'amount', 'counterparty'] : ['time', 'amount', 'from', 'to'];
}

function checkMapping(mapping: Mapping, { assets }: Pick<Hints, 'assets'>): void {
	const unknown = Object.keys(mapping.columns).find((field) => !(MAPPED_FIELDS as readonly string[]).includes(field));
	if (unknown !== undefined) throw new Problem('config', 'mapping.field', { mapping: mapping.name, field: unknown });
	const missing = essential(mapping).find((field) => headersOf(mapping.columns[field]).length === 0);
	if (missing !== undefined) throw new Problem('config', 'mapping.columns', { mapping: mapping.name, field: missing });
	if (mapping.asset !== undefined && !assets.has(mapping.asset)) {
		throw new Problem('config', 'mapping.asset', { mapping: mapping.name, asset: mapping.asset });
	}
}

function columnsFor(mapping: Mapping): Record<string, string> {
	const entries = Object.entries(mapping.columns) as [MappedField, string | readonly string[]][];
	return Object.fromEntries(entries.map(([field, wanted]) => [field, headersOf(wanted).join(' + ')]));
}
