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
	/** Name of a person by findings id; the id itself for any other party. */
	name(party: string): string;
}

/** A column: the key of its heading, and the cell it makes of a row. */
export type Column<Row> = readonly [head: keyof Words['columns'], cell: (row: Row, desk: Desk, index: number) => Cell];

/** A schedule (附表): which rows it has, and their columns. */
export interface Ledger<Row> {
	readonly id: string;
	readonly file: Exclude<keyof Words['files'], 'asOf' | 'chart'>;
	rows(input: ReportInput, desk: Desk): Iterable<Row>;
	readonly columns: readonly Column<Row>[];
}

/** The report of a schedule: header first, then a line a row, as they come. */
export function ledgerReport<Row>(ledger: Ledger<Row>): Report {
	return {
		id: ledger.id,
		file: (findings) => fileName(findings, ledger.file, 'csv'),
		*draw(input) {
			const desk = deskOf(input.findings);
			const heads = ledger.columns.map(([head]) => text(desk.words.columns[head]));
			yield BYTE_ORDER_MARK + line(heads);
			let index = 0;
			for (const row of ledger.rows(input, desk)) {
				yield line(ledger.columns.map(([, cell]) => cell(row, desk, index)));
				index += 1;
			}
		},
	};
}

function deskOf(findings: Findings): Desk {
	const assets = new Map(findings.assets.map((asset) => [asset.id, asset]));
	const known = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));
	const names = new Map(findings.people.map((person) => [person.id, person.name]));
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
