import { namesOf, type Transfer } from '../../ledger/transfer.ts';
import type { RunWriter } from '../contract.ts';
import { storedText } from '../stored-text.ts';
import { RunTally } from '../tally.ts';
import { transferBody } from '../transfer-body.ts';
import { integerColumn, textColumn } from './cells.ts';
import type { Database } from './database.ts';
import type { Session } from './session.ts';
import { putRunStock } from './stock.ts';
import { type TableWriter, writeTable } from './table-writer.ts';
import { type PlacedTransfer, TRANSFER_COLUMNS } from './transfer-row.ts';

/** Taken first: of two runs written at once, the second one's claim is a conflict and it is refused at once. */
const CLAIM = 'UPDATE runs SET number = number + 1';
const CLEAR = ['transfers', 'touches', 'names', 'findings', 'run_stock'].map((table) => `DELETE FROM ${table}`);
const MAKE_NEW_NAMES = 'CREATE TEMP TABLE new_names(name VARCHAR NOT NULL, position INTEGER NOT NULL)';
const DROP_NEW_NAMES = 'DROP TABLE temp.new_names';
/** In order of the key, so that a look-up opens one row group. */
const FILL_NAMES =
	'INSERT INTO names SELECT md5_number_lower(name) AS key, position FROM temp.new_names ORDER BY key, position';
const FILL_TOUCHES = `INSERT INTO touches SELECT key, position FROM (
	SELECT md5_number_lower(from_account) AS key, position FROM transfers
	UNION ALL
	SELECT md5_number_lower(to_account), position FROM transfers WHERE to_account <> from_account
) ORDER BY key, position`;
const FORGET_FINDING = 'DELETE FROM findings WHERE key = $1';
const PUT_FINDING = 'INSERT INTO findings VALUES ($1, $2)';

interface NewName {
	readonly name: string;
	readonly position: number;
}

/** Writes a run's derived part in one transaction: readers see the former run until it is committed. */
export async function beginRun(database: Database): Promise<RunWriter> {
	const session = await database.begin();
	let writers: { transfers: TableWriter<PlacedTransfer>; names: TableWriter<NewName> };
	try {
		await clearRun(session);
		await session.rows(MAKE_NEW_NAMES);
		writers = {
			transfers: await writeTable(session, database.path, 'transfers', TRANSFER_COLUMNS),
			names: await writeTable<NewName>(
				session,
				database.path,
				'new_names',
				[textColumn(({ name }) => name), integerColumn(({ position }) => position)],
				'temp',
			),
		};
	} catch (error) {
		await session.end();
		throw error;
	}
	const tally = new RunTally();
	let next = 0;
	return {
		async transfers(batch) {
			const placed = batch.map((transfer) => ({ transfer, position: next++, body: transferBody(transfer) }));
			tally.transfers(placed);
			writers.transfers.write(placed);
			writers.names.write(placed.flatMap(newNames));
		},
		async finding(key, value) {
			tally.finding(key, value);
			await session.rows(FORGET_FINDING, { values: [storedText(key)] });
			await session.rows(PUT_FINDING, { values: [storedText(key), storedText(value)] });
		},
		async commit() {
			writers.transfers.finish();
			writers.names.finish();
			for (const sql of [FILL_NAMES, DROP_NEW_NAMES, FILL_TOUCHES]) await session.rows(sql);
			await putRunStock(session, tally.stock());
			await session.commit();
		},
		async abort() {
			await session.end();
		},
	};
}

/** Empties the derived part within a transaction. */
export async function clearRun(session: Session): Promise<void> {
	for (const sql of [CLAIM, ...CLEAR]) await session.rows(sql);
}

/** Every id under which the transfer is found. */
function newNames({ transfer, position }: { transfer: Transfer; position: number }): NewName[] {
	return [...new Set(namesOf(transfer))].map((name) => ({ name, position }));
}
