/** Sources of exchanges' exports: tables in which a row changes what the exchange owes to the owner of an account. */
import type { AccountId } from '../ledger/account.ts';
import type { Moment } from '../ledger/time.ts';
import { type Exchange, exchangeRecords, type Movement } from './coin-exchange.ts';
import type { EvidenceFile, Hints, Sample, Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn, type FoundTable, findTables } from './table-rows.ts';
import { type ExportLayout, readExportTable } from './token-table.ts';

export interface ExchangeExport<F extends string> extends ExportLayout<F> {
	readonly id: string;
	readonly exchange: Exchange;
	/** What the file says for all of its rows. */
	open(file: EvidenceFile, hints: Hints, found: FoundTable<F>, sample: Sample): ExchangeFile<F>;
}

export interface ExchangeFile<F extends string> {
	/** @throws RowFault `time` */
	moment(row: Row<F>): Moment;
	/** @throws RowFault naming the cell that cannot be read */
	changes(row: Row<F>): ExchangeChanges;
}

/** What one row says. */
export interface ExchangeChanges {
	readonly owner: AccountId;
	readonly type: string;
	/** '' where there is none. */
	readonly memo: string;
	/** The row's own number at the exchange, '' where none is printed. */
	readonly order: string;
	/** Of coins as the exchange owes them; the first is part 0. */
	readonly movements: readonly Movement[];
}

/** The source of such an export, which lists only what was booked. */
export function exchangeSource<F extends string>(table: ExchangeExport<F>): Source {
	const { id, exchange } = table;
	return {
		id,
		version: 1,
		identify(sample) {
			const [found] = findTables(sample, table);
			return found && claimOn(found, 95);
		},
		read: (file, hints) =>
			readExportTable(file, table, (found, sample) => {
				const { moment, changes } = table.open(file, hints, found, sample);
				return {
					moment,
					fate(row, at, sequence) {
						const { owner, type, memo, order, movements } = changes(row);
						const keys = order === '' ? {} : { order };
						const shared = {
							source: id,
							exchange,
							owner,
							assets: hints.assets,
							moment: at,
							sequence,
							type,
							memo,
							keys,
						};
						return { records: exchangeRecords(row, { ...shared, state: 'done' }, movements) };
					},
				};
			}),
	};
}
