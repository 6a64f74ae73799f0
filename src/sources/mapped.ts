/** Tables of any layout, read by the case's own mappings: one source for each mapping. */
import { hash } from 'node:crypto';
import { Problem } from '../ledger/problem.ts';
import type { Fate } from './batches.ts';
import type { Batch, EvidenceFile, Hints, Source } from './contract.ts';
import { overflows, readHeaded } from './headed.ts';
import { mappedJoin, mappedMember } from './mapped-groups.ts';
import { mappedOrder } from './mapped-orders.ts';
import { mappedAttribution, mappedSeat, mappedSpell } from './mapped-people.ts';
import { headersOf, type MappedContext, type MappedHeader, mappedHeaders, mappedTable } from './mapped-row.ts';
import { mappedMeasure, mappedTestimony, mappedVictim } from './mapped-stated.ts';
import { mappedTransfer } from './mapped-transfers.ts';
import { mappedAttendance, mappedCall, mappedCheck, mappedLead } from './mapped-work.ts';
import { essential, foreignField, type MappedField, type MappedYield, type Mapping, required } from './mapping.ts';
import { Row } from './row.ts';
import { rowNumbers } from './row-numbers.ts';
import { sampleOf } from './sample.ts';
import { fateOfRow, optionsFor, skipSheets } from './table-rows.ts';
import type { TableOptions } from './tables.ts';

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

/** Raised whenever one mapping would read the same bytes differently. */
const READING = 3;

/** Its version is the mapping's own: a changed mapping reads its files again. */
export function mappedSource(mapping: Mapping): Source {
	return {
		id: `mapped:${mapping.name}`,
		version: Number.parseInt(hash('sha256', JSON.stringify([READING, mapping])).slice(0, 8), 16),
		isChosen: true,
		identify(sample) {
			const [header] = mappedHeaders(sample, mapping);
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

/** Every sheet with the mapping's header: a workbook often has one for each account or month. */
async function* readMapped(file: EvidenceFile, hints: Hints, mapping: Mapping): AsyncIterable<Batch> {
	const sample = await sampleOf(file);
	const found = mappedHeaders(sample, mapping);
	const none = { sheet: sample.sheets[0]?.name ?? '', row: 0, names: [] };
	const headers = found.length > 0 ? found : [none];
	for (const header of headers) yield* readTableBelow(file, header, optionsFor(sample, header.sheet), hints, mapping);
	yield* skipSheets(file, sample, new Set(headers.map(({ sheet }) => sheet)));
}

async function* readTableBelow(
	file: EvidenceFile,
	header: MappedHeader,
	options: TableOptions,
	hints: Hints,
	mapping: Mapping,
): AsyncIterable<Batch> {
	const table = mappedTable(file, header, mapping);
	const offsetMinutes = mapping.offsetMinutes ?? hints.offsetMinutes;
	const time = (row: Row<MappedField>) => row.moment('time', offsetMinutes).instant;
	const order = await rowNumbers(table, options, header.row, time);
	const context: MappedContext = { mapping, hints, file, offsetMinutes, order };
	const read = READERS[mapping.yields];
	const wanted = Object.fromEntries(mapping.when.map((text) => [`when ${text}`, [text]]));
	const needed = required(mapping);
	const missing = needed.find((field) => table.columns[field] === undefined);
	const lastIsNeeded = needed.some((field) => table.columns[field]?.includes(header.names.length - 1));
	yield* readHeaded(file, options, wanted, Object.keys(wanted), (row, found) => {
		if (missing !== undefined)
			return { reject: 'columns', column: headersOf(mapping.columns[missing]).join('+'), value: '' };
		if (overflows(row, found)) return { reject: 'columns', column: '', value: '' };
		// No line end follows: the last cell may have lost digits, and 945646.73 become 9456.
		if (row.open && lastIsNeeded)
			return { reject: 'truncated', column: header.names.at(-1) ?? '', value: row.cells.at(-1) ?? '' };
		return fateOfRow(new Row(table, row), (cells) => read(cells, context));
	});
}

/** How a row of each kind of table is read. */
const READERS: Readonly<Record<MappedYield, (row: Row<MappedField>, context: MappedContext) => Fate>> = {
	transfers: (row, context) => ({ records: mappedTransfer(row, context) }),
	orders: (row, context) => ({ orders: [mappedOrder(row, context)] }),
	attributions: (row, context) => ({ attributions: [mappedAttribution(row, context)] }),
	people: (row, context) => ({ spells: [mappedSpell(row, context)] }),
	leads: (row, context) => ({ leads: [mappedLead(row, context)] }),
	calls: (row, context) => ({ calls: [mappedCall(row, context)] }),
	attendance: (row, context) => ({ attendance: [mappedAttendance(row, context)] }),
	checks: (row, context) => ({ checks: [mappedCheck(row, context)] }),
	seats: (row, context) => ({ attributions: [mappedSeat(row, context)] }),
	members: (row, context) => ({ members: [mappedMember(row, context)] }),
	joins: (row, context) => ({ joins: [mappedJoin(row, context)] }),
	testimony: (row, context) => ({ testimony: [mappedTestimony(row, context)] }),
	measures: mappedMeasure,
	victims: (row, context) => ({ victims: [mappedVictim(row, context)] }),
};

function checkMapping(mapping: Mapping, { assets }: Pick<Hints, 'assets'>): void {
	const unknown = foreignField(mapping);
	const { name, yields } = mapping;
	if (unknown !== undefined) throw new Problem('config', 'mapping.field', { mapping: name, yields, field: unknown });
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
