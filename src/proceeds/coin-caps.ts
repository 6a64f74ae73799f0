import { exactBand } from '../cashouts/band.ts';
import { grouped } from '../ledger/grouped.ts';
import { isWithin } from '../ledger/span.ts';
import type { BoundPerson, BoundQuestion } from './bounds-types.ts';
import { highest } from './highest.ts';

/** What a person's coins can have brought in yuan, in fen; or what would have to be known to say so. */
export type CoinCap = { readonly most: bigint } | { readonly lacks: string };

/**
 * The most yuan that coins can have become: every coin that left the person's wallets for no member, at the highest rate
 * that the case states for any day on which the yuan may have come.
 *
 * It stands only where all wallets are known, the history of each lies in the case for the whole period, and a rate is
 * stated for each coin.
 */
export function coinCaps(question: BoundQuestion): (person: BoundPerson) => CoinCap {
	const { caps, coverage, lag, priced } = question;
	const bands = question.rates.map((band) => exactBand(band));
	const legsOf = grouped(question.coins, ({ party }) => party);
	return ({ party, wallets }) => {
		if (!caps.accountsKnown.has(party)) return { lacks: 'bounds.accounts_known' };
		if (question.crossed.has(party)) return { lacks: 'coins-of-others' };
		const { period } = caps;
		if (!period) return { lacks: 'period' };
		if (!wallets.every((wallet) => isWithin(period, coverage.get(wallet) ?? []))) return { lacks: 'wallet-history' };
		let most = 0n;
		for (const { asset, quantity, decimals, instant } of legsOf.get(party) ?? []) {
			const [first, last] = [instant - lag.beforeMs, instant + lag.afterMs];
			const inForce = bands.filter((band) => band.from <= last && first <= band.until);
			if (inForce.length === 0 || !priced(asset)) return { lacks: 'cash_outs.rates' };
			const unit = 10n ** BigInt(decimals);
			most += highest(inForce.map(({ max, scale }) => ceiling(quantity * max * 100n, unit * scale)));
		}
		return { most };
	};
}

function ceiling(numerator: bigint, denominator: bigint): bigint {
	return (numerator + denominator - 1n) / denominator;
}
