import type { AssetId } from '../../../ledger/asset.ts';
import { blockPlace } from '../../../ledger/block-place.ts';
import { type ChainEvidence, recordId } from '../../../ledger/evidence.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';
import { UnplacedPositions } from '../position.ts';
import { DamagedAnswer, type EtherscanRow } from './answer.ts';
import {
	type DecodingTerms,
	internalMovements,
	type Movement,
	tokenMovements,
	transactionMovements,
	type Work,
} from './movements.ts';
import { blockOf, checkRows, hashIn, indexOf, momentIn, rawOf, textOf } from './rows.ts';

const SOURCE = 'etherscan-api';
/**
 * Explorers of one interface that print log indexes, and those that print none, say of one transfer two places: they are
 * two sources, whose records merging pairs.
 */
const SOURCE_WITH_LOGS = 'etherscan-api-logs';

export interface Decoded {
	/** In the order of the rows; the receipt that their evidence names is still ''. */
	readonly records: readonly LedgerRecord[];
	/** Of the tokens that were met. */
	readonly decimals: Readonly<Record<AssetId, number>>;
}

/**
 * The records of whole blocks.
 *
 * @throws DamagedAnswer for a row that cannot be read, or that is none of what was asked
 */
export function decodeRows(rows: readonly EtherscanRow[], terms: DecodingTerms): Decoded {
	const token = terms.history === 'tokens';
	checkRows(rows, terms, token ? ['from', 'to'] : ['from', 'to', 'contractAddress']);
	const positions = new UnplacedPositions(terms.history === 'internal' ? 'call' : 'transfer');
	const work: Work = { terms, positions, decimals: {} };
	const read = { tokens: tokenMovements, coins: transactionMovements, internal: internalMovements }[terms.history];
	const records: LedgerRecord[] = [];
	const places = new Set<string>();
	for (const row of rows)
		for (const movement of read(row, work)) {
			const record = recordOf(row, movement, terms, records.length);
			if (places.has(record.id)) throw new DamagedAnswer(`${movement.position} of ${hashIn(row)} comes twice`);
			places.add(record.id);
			records.push(record);
		}
	return { records, decimals: work.decimals };
}

function recordOf(row: EtherscanRow, movement: Movement, terms: DecodingTerms, sequence: number): LedgerRecord {
	const transaction = hashIn(row);
	const { position, from, to, place, log, state, ...rest } = movement;
	const evidence: ChainEvidence = { kind: 'chain', chain: terms.network, transaction, position, receipt: '' };
	return {
		id: recordId(evidence),
		evidence,
		source: log === undefined ? SOURCE : SOURCE_WITH_LOGS,
		institution: `chain:${terms.network}`,
		own: 'neither',
		from: { account: from },
		to: { account: to },
		...rest,
		state: terms.provisional && state === 'done' ? 'open' : state,
		moment: momentIn(row),
		block: { number: blockOf(row), ...indexIn(row, place) },
		sequence,
		keys: { order: transaction, ...(log === undefined ? {} : { log }) },
		memo: '',
		raw: rawOf(row),
	};
}

/** Internal transactions alone print no place of their transaction. */
function indexIn(row: EtherscanRow, place: number | undefined): { readonly index?: number } {
	if (place === undefined || textOf(row, 'transactionIndex') === '') return {};
	return { index: blockPlace(indexOf(row, 'transactionIndex'), place) };
}
