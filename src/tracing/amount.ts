/**
 * Exact amounts in two columns: `high * 10^15 + low`, both exact integers in doubles.
 *
 * No rounding can occur: `low` is always below 10^15 and `high` is refused from 2^53 on, so every sum and difference of
 * two limbs stays below 2^53, where doubles are the integers. BigInt stands only at the doors: it costs 10x per step.
 */
const LIMB = 1e15;

const LIMB_BIG = 10n ** 15n;
const SAFE_BIG = BigInt(Number.MAX_SAFE_INTEGER);

/** Amounts from here on do not fit: 10^30 smallest units. */
export const AMOUNT_END = 10n ** 30n;

/** All that ever existed of one asset must stay below this, because a balance can become that large. */
export const TOTAL_END = SAFE_BIG * LIMB_BIG;

export function highLimb(amount: bigint): number {
	return amount <= SAFE_BIG ? Math.floor(Number(amount) / LIMB) : Number(amount / LIMB_BIG);
}

export function lowLimb(amount: bigint): number {
	return amount <= SAFE_BIG ? Number(amount) % LIMB : Number(amount % LIMB_BIG);
}

export function joinLimbs(high: number, low: number): bigint {
	return high === 0 ? BigInt(low) : BigInt(high) * LIMB_BIG + BigInt(low);
}

// Below, an amount is two neighbouring cells of an array, high limb first, and is handed on as array and index: a double
// passed to a function that is not inlined is put on the heap, which cost more than all the rest.

export function readAmount(cells: Float64Array, at: number): bigint {
	return joinLimbs(cells[at] as number, cells[at + 1] as number);
}

export function writeAmount(cells: Float64Array, at: number, amount: bigint): void {
	cells[at] = highLimb(amount);
	cells[at + 1] = lowLimb(amount);
}

export function isZero(cells: Float64Array, at: number): boolean {
	return cells[at] === 0 && cells[at + 1] === 0;
}

/** Whether the amount in `a` is above that in `b`. */
export function exceeds(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
	const high = (a[i] as number) - (b[j] as number);
	return high > 0 || (high === 0 && (a[i + 1] as number) > (b[j + 1] as number));
}

export function addTo(sum: Float64Array, at: number, cells: Float64Array, k: number): void {
	const low = (sum[at + 1] as number) + (cells[k + 1] as number);
	const carry = Math.floor(low / LIMB);
	sum[at + 1] = low - carry * LIMB;
	sum[at] = (sum[at] as number) + (cells[k] as number) + carry;
}

/** Takes away no more than there is. */
export function subtractFrom(sum: Float64Array, at: number, cells: Float64Array, k: number): void {
	const low = (sum[at + 1] as number) - (cells[k + 1] as number);
	const carry = Math.floor(low / LIMB);
	sum[at + 1] = low - carry * LIMB;
	sum[at] = (sum[at] as number) - (cells[k] as number) + carry;
}

/**
 * Divides `total` in proportion to `parts` by largest remainder: every part gets the floor of its share, the units left
 * over go one each to the largest remainders; equal remainders in the order of `parts`.
 *
 * @param parts above 0, at least one
 * @returns as many shares as parts, summing to `total`
 */
export function apportion(total: bigint, parts: readonly bigint[]): bigint[] {
	const whole = parts.reduce((sum, part) => sum + part, 0n);
	const shares = parts.map((part) => (total * part) / whole);
	const remainders = parts.map((part) => (total * part) % whole);
	const left = Number(total - shares.reduce((sum, share) => sum + share, 0n));
	const byRemainder = parts.map((_, index) => index);
	byRemainder.sort((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b);
	for (const index of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0n) + 1n;
	return shares;
}

function compare(a: bigint, b: bigint): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
