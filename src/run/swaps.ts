import type { CoinLeg } from '../cashouts/types.ts';
import type { Parties } from '../ledger/parties.ts';
import { findSwaps, type Swaps } from '../tracing/swaps.ts';
import type { Flow } from '../tracing/types.ts';

/** Swaps inside transactions of the case. Whoever has a role, or is labelled as a person, is a person. */
export function caseSwaps(flows: readonly Flow[], parties: Parties, services: ReadonlySet<string>): Swaps {
	const isPerson = (account: string, instant: number): boolean => {
		const party = parties.holder(account, instant)?.party;
		return party !== undefined && (party.spells.length > 0 || party.category === 'person');
	};
	return findSwaps(flows, { isPerson, services });
}

/** Legs that may have been cashed out: what was swapped brought another token, not yuan. */
export function notSwapped<Legs extends { readonly coins: readonly CoinLeg[] }>(legs: Legs, { swaps }: Swaps): Legs {
	if (swaps.length === 0) return legs;
	const swapped = new Set(swaps.flatMap(({ gives, gets }) => [...gives, ...gets]));
	return { ...legs, coins: legs.coins.filter(({ transfer }) => !swapped.has(transfer)) };
}
