import { grouped } from '../ledger/grouped.ts';
import type { CoinLeg, YuanLeg } from './types.ts';

interface Legs {
	readonly coins: readonly CoinLeg[];
	readonly yuan: readonly YuanLeg[];
}

/** Its transfers, told apart by side: a transfer is either coins or yuan. */
export function legKeys({ coins, yuan }: Legs): string[] {
	return [...coins, ...yuan].map((leg) => leg.transfer);
}

export function withLegs(one: Legs & { readonly id: string }) {
	return { id: one.id, legs: legKeys(one) };
}

/** For one, all the others of a list that use one of its legs. */
export function rivalsIn<T>(list: readonly T[], legsOf: (one: T) => readonly string[]): (one: T) => Set<T> {
	const byLeg = grouped(
		list.flatMap((one) => legsOf(one).map((leg) => ({ leg, one }))),
		({ leg }) => leg,
	);
	return (one) => {
		const rivals = new Set(legsOf(one).flatMap((leg) => (byLeg.get(leg) ?? []).map((other) => other.one)));
		rivals.delete(one);
		return rivals;
	};
}
