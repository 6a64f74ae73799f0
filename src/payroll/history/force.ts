/** What may be in force at a step, of rates or of wages, as numbers from 1; 0 is: not known. */
export interface Allowed {
	has(value: number): boolean;
}

/** What may be in force after a payment, and whether that takes a change that no rule states. */
interface InForce {
	readonly values: readonly number[];
	readonly changed: boolean;
}

/**
 * What is in force once something was paid at `paid`. What the rules no longer allow is forgotten, and what they allow anew
 * costs nothing; else it is a single payment at another one, or a change from now on: the same price.
 *
 * @param paid 0: nothing that has a rate
 */
export function inForce(now: number, paid: number, allowed: Allowed, before: Allowed | undefined): InForce {
	const standing = now !== 0 && allowed.has(now) ? now : 0;
	if (paid === 0 || paid === standing) return { values: [standing], changed: false };
	if (standing === 0 || (before && !before.has(paid))) return { values: [paid], changed: false };
	return { values: [standing, paid], changed: true };
}

/** The values of a history as numbers from 1, ascending. */
export function numbered(values: Iterable<bigint>): {
	readonly list: readonly bigint[];
	numberOf(value: bigint): number;
} {
	const list = [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	const numbers = new Map(list.map((value, index) => [value, index + 1]));
	return { list, numberOf: (value) => numbers.get(value) ?? 0 };
}
