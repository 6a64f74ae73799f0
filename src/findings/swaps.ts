import type { Derived } from './input.ts';
import type { Findings } from './schema.ts';

export function swapsOf({ swaps, parties }: Derived): Findings['swaps'] {
	return {
		made: swaps.swaps.map((swap) => ({
			id: swap.id,
			transaction: swap.transaction,
			account: swap.account,
			party: parties.holder(swap.account, swap.instant)?.party.id ?? '',
			instant: swap.instant,
			gives: [...swap.gives],
			gets: [...swap.gets],
			gaveAsset: swap.gaveAsset,
			gave: swap.gave.toString(),
			gotAsset: swap.gotAsset,
			got: swap.got.toString(),
		})),
		unclear: swaps.unclear.map((one) => ({ ...one, accounts: [...one.accounts] })),
	};
}
