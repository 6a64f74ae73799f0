import type { LedgerRecord } from '../../ledger/record.ts';
import type { Asking, Piece } from './piece.ts';
import { ChainTrouble, type Transport } from './transport/contract.ts';

/** A piece that two endpoints were asked for. */
export interface CheckedPiece extends Piece {
	/** Who was asked, in this order. */
	readonly endpoints: readonly string[];
	/** What the two answers differ in, one line; '' where they agree. Of a difference, `exchanges` holds both answers. */
	readonly difference: string;
}

/**
 * Asks the first two endpoints of a transport for the same history and compares what their answers say, piece by piece.
 * Bytes may differ: pages, members, order within a block, a log index that only one of them prints. It ends with a
 * difference.
 *
 * @throws ChainTrouble of either; `unable` where there are no two
 */
export async function* crossChecked(
	transport: Transport,
	asking: Asking,
	from: number,
	until: number,
): AsyncIterable<CheckedPiece> {
	const [first, second] = transport.each;
	if (!first || !second) throw new ChainTrouble('unable', 'two endpoints are needed to check one against the other');
	for await (const piece of asking(first, from, until)) {
		const others: Piece[] = [];
		for await (const other of asking(second, piece.from, piece.until)) others.push(other);
		const [one, two] = [endpointOf([piece]), endpointOf(others)];
		const difference = differenceOf([one, piece.records], [two, others.flatMap(({ records }) => records)]);
		// Of two answers that agree one is enough to be read again.
		const exchanges = difference === '' ? piece.exchanges : [piece, ...others].flatMap((each) => each.exchanges);
		yield { ...piece, exchanges, endpoints: [one, two], difference };
		if (difference !== '') return;
	}
}

function endpointOf(pieces: readonly Piece[]): string {
	return [...new Set(pieces.flatMap(({ exchanges }) => exchanges.map(({ endpoint }) => endpoint)))].join(' ');
}

type Said = readonly [endpoint: string, records: readonly LedgerRecord[]];

/** Movements are compared as often as they were told. The earliest that only one of the two tells is named. */
function differenceOf([one, these]: Said, [two, those]: Said): string {
	const placed = [...these, ...those].every(({ keys }) => keys.log !== undefined);
	const rest = new Map<string, LedgerRecord[]>();
	for (const record of those) {
		const what = contentOf(record, placed);
		rest.set(what, [...(rest.get(what) ?? []), record]);
	}
	const alone = these.filter((record) => rest.get(contentOf(record, placed))?.shift() === undefined);
	alone.push(...[...rest.values()].flat());
	alone.sort((a, b) => a.moment.instant - b.moment.instant || (a.id < b.id ? -1 : 1));
	const [earliest] = alone;
	if (earliest === undefined) return '';
	const transaction = earliest.evidence.kind === 'chain' ? earliest.evidence.transaction : '';
	const counts = `${one} tells of ${these.length} movements, ${two} of ${those.length}`;
	return `${counts}; the earliest difference is in transaction ${transaction}`;
}

/** What a record says, without where it stands and how it was printed. */
function contentOf(
	{ evidence, from, to, asset, amount, medium, state, block, moment, keys }: LedgerRecord,
	placed: boolean,
) {
	return JSON.stringify([
		evidence.kind === 'chain' ? evidence.transaction : '',
		from.account,
		to.account,
		asset,
		String(amount),
		medium,
		state,
		block?.number,
		moment.instant,
		placed ? keys.log : undefined,
	]);
}
