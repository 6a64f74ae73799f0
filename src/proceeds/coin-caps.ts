import { exactBand } from '../cashouts/band.ts';
import { isWithin } from '../ledger/span.ts';
import type { BoundPerson, BoundQuestion } from './bounds-types.ts';
import { highest } from './highest.ts';

/** What a person's coins can have brought in yuan, in fen; or what would have to be known to say so. */
export type CoinCap = { readonly most: bigint; readonly transfers: number } | { readonly lacks: string };

/**
 * The most yuan that coins can have become: every coin that left the person's wallets for no member, at the highest rate
 * that the case states for any day on which the yuan may have come.
 *
 * It stands only where all wallets are known, the history of each lies in the case for the whole period, and a rate is
 * stated for each coin.
 */
export function coinCap(person: BoundPerson, question: BoundQuestion): CoinCap {
	const { caps, coverage, lag } = question;
	if (!caps.accountsKnown.has(person.party)) return { lacks: 'bounds.accounts_known' };
	if (question.crossed.has(person.party)) return { lacks: 'coins-of-others' };
	const { period } = caps;
	if (!period) return { lacks: 'period' };
	if (!person.wallets.every((wallet) => isWithin(period, coverage.get(wallet) ?? [])))
		return { lacks: 'wallet-history' };
	const bands = question.rates.map((band) => exactBand(band));
	let most = 0n;
	const legs = question.coins.filter((leg) => leg.party === person.party);
	for (const { asset, quantity, decimals, instant } of legs) {
		const [first, last] = [instant - lag.beforeMs, instant + lag.afterMs];
		const inForce = bands.filter((band) => band.from <= last && first <= band.until);
		if (inForce.length === 0 || !question.priced(asset)) return { lacks: 'cash_outs.rates' };
		const unit = 10n ** BigInt(decimals);
		most += highest(inForce.map(({ max, scale }) => ceiling(quantity * max * 100n, unit * scale)));
	}
	return { most, transfers: legs.length };
}

function ceiling(numerator: bigint, denominator: bigint): bigint {
	return (numerator + denominator - 1n) / denominator;
}
