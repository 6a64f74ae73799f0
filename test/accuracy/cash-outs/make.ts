import { Chances } from './chances.ts';
import { coinDecoys, yuanDecoys } from './decoys.ts';
import { nameLegs } from './draft.ts';
import { HOUR, makeMarket } from './market.ts';
import type { Pool } from './pool.ts';
import { type Seller, trade } from './trade.ts';

/** Deals of each of the five sellers, the busiest first. */
const DEALS = [90, 70, 50, 30, 20];
/** Share of files whose times were read in the wrong zone. */
const SLIPPED = 0.12;

/**
 * A seeded pool: five core members sell coins over four months. Deals, market and clocks are the same whatever the
 * decoys, so that the figures of two pools differ by the decoys alone.
 *
 * @param decoys yuan legs of other reasons, as a multiple of the true ones
 */
export function makePool(seed: number, decoys: number): Pool {
	const market = makeMarket(new Chances(seed * 7919 + 1));
	const chances = new Chances(seed * 7919 + 2);
	const sellers = DEALS.map((deals, k): Seller => {
		const party = `p${k}`;
		const several = (most: number, name: string) =>
			Array.from({ length: chances.whole(1, most) }, (_, j) => `${party}-${name}${j}`);
		const helper = chances.happens(0.5) ? { party: `${party}-helper`, account: `${party}-helper-card` } : undefined;
		const desks = [chances.pick(market.desks), chances.pick(market.desks)];
		const own = { party, wallets: several(3, 'wallet'), accounts: several(3, 'card'), deals, desks };
		return helper ? { ...own, helper } : own;
	});
	const deals = sellers.flatMap((seller) => trade(chances, market, seller));
	const slips = new Map<string, number>();
	for (const { wallets, accounts, helper } of sellers)
		for (const file of [...wallets, ...accounts, ...(helper ? [helper.account] : [])])
			if (chances.happens(SLIPPED)) slips.set(file, chances.pick([-8, 8]) * HOUR);
	const noise = new Chances(seed * 7919 + 3);
	const others = [...coinDecoys(noise, sellers, deals), ...yuanDecoys(noise, market, sellers, deals, decoys)];
	const helpers = new Map(sellers.flatMap(({ party, helper }) => (helper ? [[helper.party, party] as const] : [])));
	return { seed, bands: market.bands, helpers, ...nameLegs(deals, others, slips) };
}
