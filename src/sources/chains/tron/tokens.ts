/** TRC-20 transfers out of TronGrid's token history. */
import type { AssetId } from '../../../ledger/asset.ts';
import { RowFault } from '../../row-fault.ts';
import type { JsonRow } from '../../token-json.ts';
import { tronAccount } from '../../token-json-record.ts';
import { trongridFate } from '../../trongrid.ts';
import { UnplacedPositions } from '../position.ts';
import { damageOf } from './damage.ts';
import { type Move, type Notes, onlyToken, type Subject, wanted } from './subject.ts';

const CONTRACT = 'token_info.address';
const DECIMALS = 'token_info.decimals';

export interface TokenMoves {
	readonly moves: readonly Move[];
	/** As the rows state them, of the tokens of the moves. */
	readonly decimals: ReadonlyMap<AssetId, number>;
}

/**
 * The transfers of the rows, in the form of saved answers (`trongrid.ts`), so that both are one transfer.
 *
 * A row of a token that nobody asked for is passed over. One that cannot be read is damage where the case knows the
 * token; of a token nobody knows, which may be made to break readers, it is counted.
 *
 * @throws Damage
 */
export function tokenMoves(rows: readonly JsonRow[], subject: Subject, notes: Notes): TokenMoves {
	const positions = new UnplacedPositions();
	const decimals = new Map<AssetId, number>();
	const moves = rows.flatMap((row) => {
		try {
			if (row.text(CONTRACT) !== '' && !wanted(subject, tronAccount(row, [CONTRACT]))) return [];
			return moveOf(row, subject, positions, decimals);
		} catch (error) {
			if (!(error instanceof RowFault) || isKnown(row, subject)) throw damageOf(error, row.text('transaction_id'));
			notes.add(`row of an unknown token that cannot be read (${error.column}: ${error.reason})`);
			return [];
		}
	});
	return { moves, decimals };
}

function moveOf(
	row: JsonRow,
	{ assets }: Subject,
	positions: UnplacedPositions,
	decimals: Map<AssetId, number>,
): readonly Move[] {
	const fate = trongridFate(row, { assets });
	const [read] = 'records' in fate ? (fate.records ?? []) : [];
	if (read === undefined) return [];
	const { id: _id, evidence: _evidence, source: _source, sequence: _sequence, ...record } = read;
	const transaction = record.keys.order as string;
	const { asset, from, to } = record;
	// The position has the number as the chain states it, whatever decimals it is brought to.
	const value = row.needed('value');
	// Saved answers may have been through a spreadsheet, and say `1,000`; no chain does.
	if (!/^\d{1,78}$/.test(value)) throw row.fault(['value'], 'amount');
	const amount = BigInt(value);
	const stated = row.text(DECIMALS);
	if (stated !== '') decimals.set(asset, Number(stated));
	const position = positions.next({ transaction, asset, from: from.account, to: to.account, amount });
	return [{ transaction, position, record }];
}

function isKnown(row: JsonRow, subject: Subject): boolean {
	if (onlyToken(subject) !== undefined) return true;
	try {
		return subject.assets.has(tronAccount(row, [CONTRACT]));
	} catch {
		return false;
	}
}
