import type { Findings } from '../../findings/schema.ts';
import { KNOWN_ASSETS, UNKNOWN_TOKEN_DECIMALS } from '../../ledger/asset.ts';
import { assetNames } from '../asset-names.ts';
import { type Cell, text } from '../cell.ts';
import { BYTE_ORDER_MARK, line } from '../csv.ts';
import { fileName } from '../file-name.ts';
import type { Report, ReportInput } from '../report.ts';
import { type Words, word, wordsOf } from '../words.ts';

/** What cells are made with. */
export interface Desk {
	readonly findings: Findings;
	readonly words: Words;
	readonly offsetMinutes: number;
	decimals(asset: string): number;
	/** Symbol, with the network where two assets share it. */
	symbol(asset: string): string;
	/** Name of a party by findings id, as far as the findings call it anything; else the id. */
	name(party: string): string;
}

/** A column: the key of its heading, and the cell it makes of a row. */
export type Column<Row> = readonly [head: keyof Words['columns'], cell: (row: Row, desk: Desk, index: number) => Cell];

type Head = keyof Words['columns'];

/** Which columns of money or counts are added up: over all rows, or apart by what stands in other columns. */
export interface Totals {
	readonly columns: readonly Head[];
	/** Coins and yuan are never added, nor what is counted and what is only possible. */
	readonly by?: readonly Head[];
}

/** A schedule (附表): which rows it has, and their columns. */
export interface Ledger<Row, Input extends ReportInput = ReportInput> {
	readonly id: string;
	readonly file: Exclude<keyof Words['files'], 'asOf' | 'chart' | 'workbook'>;
	/** Worked out once where it is an array, else anew at each reading. */
	rows(input: Input, desk: Desk): Iterable<Row>;
	readonly columns: readonly Column<Row>[];
	readonly totals?: Totals;
}

/** A schedule as a table of cells, for whoever writes it. */
export interface Table {
	/** Words of its file name: `附表3_逐笔明细`. */
	readonly title: string;
	readonly columns: readonly { readonly key: Head; readonly head: string }[];
	/** Made anew at each reading; of some columns only where they are named, the cells of the others stay empty. */
	rows(wanted?: ReadonlySet<number>): Iterable<readonly Cell[]>;
	readonly totals?: Totals;
}

/** A schedule as a report: a CSV file by itself, a table for a workbook. */
export interface Schedule<Input extends ReportInput = ReportInput> extends Report {
	draw(input: Input): Iterable<string>;
	table(input: Input): Table;
}

const EMPTY: Cell = { is: 'empty' };
const blank = (): Cell => EMPTY;

/** The report of a schedule: header first, then a line a row, as they come. */
export function ledgerReport<Row, Input extends ReportInput = ReportInput>(
	ledger: Ledger<Row, Input>,
): Schedule<Input> {
	const table = (input: Input): Table => {
		const desk = deskOf(input.findings);
		let listed: Iterable<Row> | undefined;
		return {
			title: desk.words.files[ledger.file],
			columns: ledger.columns.map(([key]) => ({ key, head: desk.words.columns[key] })),
			*rows(wanted) {
				const made = ledger.columns.map(([, cell], column) => (wanted?.has(column) === false ? blank : cell));
				let index = 0;
				if (!Array.isArray(listed)) listed = ledger.rows(input, desk);
				for (const row of listed) {
					yield made.map((cell) => cell(row, desk, index));
					index += 1;
				}
			},
			...(ledger.totals && { totals: ledger.totals }),
		};
	};
	return {
		id: ledger.id,
		file: (findings) => fileName(findings, ledger.file, 'csv'),
		*draw(input) {
			const { columns, rows } = table(input);
			yield BYTE_ORDER_MARK + line(columns.map(({ head }) => text(head)));
			for (const cells of rows()) yield line(cells);
		},
		table,
	};
}

function deskOf(findings: Findings): Desk {
	const assets = new Map(findings.assets.map((asset) => [asset.id, asset]));
	const known = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));
	// Of a part of the case others are known by what payments show alone.
	const shown = findings.hierarchy.units.map(({ party, label }) => [party, label] as const);
	const names = new Map([...shown, ...findings.people.map((person) => [person.id, person.name] as const)]);
	names.delete('');
	const words = wordsOf(findings.case.language);
	const symbols = assetNames(findings.assets, (symbol, network) =>
		words.withRole(symbol, word(words.networks, network)),
	);
	return {
		findings,
		words,
		offsetMinutes: findings.case.offsetMinutes,
		decimals: (id) => (assets.get(id) ?? known.get(id))?.decimals ?? UNKNOWN_TOKEN_DECIMALS,
		symbol: (id) => symbols.get(id) ?? id,
		name: (party) => names.get(party) ?? party,
	};
}
