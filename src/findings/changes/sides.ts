import type { Decision } from '../../ledger/decision.ts';
import type { Findings } from '../schema.ts';

/** A file as a manifest lists it. */
export interface Hashed {
	/** In the case folder, with `/`. */
	readonly name: string;
	/** '' where it could not be read. */
	readonly sha256: string;
}

/** A run as far as it is compared. */
export interface Side {
	/** Name of its report folder. */
	readonly run: string;
	readonly findings: Findings;
	/** Every file that it read. */
	readonly inputs: readonly Hashed[];
	/** Lines of decisions.csv; absent where a build wrote the run that kept none. */
	readonly decisions?: readonly Decision[];
}

/** What two lists have by key, in the order of the keys. A key that comes twice in one list: the last one counts. */
export function paired<A, B>(
	before: ReadonlyMap<string, A>,
	after: ReadonlyMap<string, B>,
): { readonly key: string; readonly was: A | undefined; readonly is: B | undefined }[] {
	return [...new Set([...before.keys(), ...after.keys()])]
		.sort()
		.map((key) => ({ key, was: before.get(key), is: after.get(key) }));
}

/** A list by key. */
export function keyed<T>(list: readonly T[], key: (one: T) => string): Map<string, T> {
	return new Map(list.map((one) => [key(one), one]));
}

/** What `now` has that `then` has not, as often as it has it more often; both by their text. */
export function added<T>(then: readonly T[], now: readonly T[], text: (one: T) => string): T[] {
	const left = new Map<string, number>();
	for (const one of then) left.set(text(one), (left.get(text(one)) ?? 0) + 1);
	return now.filter((one) => {
		const count = left.get(text(one)) ?? 0;
		if (count > 0) left.set(text(one), count - 1);
		return count === 0;
	});
}
