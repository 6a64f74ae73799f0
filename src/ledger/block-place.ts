/** Places that one transaction may need: logs are numbered through the block. */
const PLACES = 2 ** 24;

/** Places of a transaction before its logs and calls: gas is paid for first, then the value moves. */
export const FEE_PLACE = 0;
export const VALUE_PLACE = 1;
/** Of a movement of which only the transaction's place is printed: after everything else of it, in no order. */
export const UNKNOWN_PLACE = PLACES - 1;

/**
 * Where in its block something happened, as one number by which coins and tokens of a block stand in one order: what a
 * live record gives as `block.index`.
 *
 * @param transaction the transaction's place in the block, from 0
 * @param place within it: `FEE_PLACE`, `VALUE_PLACE`, for a log 2 + its index, for a call 2 + its place
 *   among the calls, or `UNKNOWN_PLACE`
 */
export function blockPlace(transaction: number, place: number): number {
	return transaction * PLACES + place;
}

/** Whether the number tells more than the place of the transaction. */
export function placeKnown(index: number): boolean {
	return index % PLACES !== UNKNOWN_PLACE;
}
