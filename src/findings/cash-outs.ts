import { CNY } from '../ledger/asset.ts';
import { displayAmount } from '../ledger/money.ts';
import { formatTime } from '../ledger/time.ts';
import type { Derived } from './input.ts';
import type { Findings } from './schema.ts';

/** Cash-outs as the findings print them. */
export function cashOutRows(derived: Derived): Findings['cashOuts'] {
	const instantOf = (id: string | undefined) => (id === undefined ? 0 : (derived.byId.get(id)?.instant ?? 0));
	return derived.cashOuts.cashOuts.map((c) => ({
		id: c.id,
		side: c.side,
		pairing: c.pairing,
		party: c.party,
		...(c.payee === undefined ? {} : { payee: c.payee }),
		coins: [...c.coins],
		yuan: [...c.yuan],
		asset: c.asset,
		quantity: c.quantity.toString(),
		fen: c.fen.toString(),
		rate: c.rate,
		coinInstant: instantOf(c.coins[0]),
		coinLast: instantOf(c.coins.at(-1)),
		yuanInstant: instantOf(c.yuan[0]),
		yuanLast: instantOf(c.yuan.at(-1)),
		grade: c.grade,
		status: c.status,
		score: c.score,
		rivals: c.rivals.map(({ id, score }) => ({ id, score })),
		chance: c.chance,
		why: c.why,
		...(c.band === undefined ? {} : { band: { ...c.band } }),
		...(c.short === undefined ? {} : { short: c.short.toString() }),
		...(c.orders === undefined ? {} : { orders: [...c.orders] }),
		...(c.remainder === undefined ? {} : { remainder: c.remainder.toString() }),
		overturned: c.overturned.map(({ code, facts }) => ({ code, facts: readable(facts, derived) })),
	}));
}

/** Fen as yuan and instants in the zone of the case: the sentences quote facts as they are. */
function readable(facts: Readonly<Record<string, string | number>>, derived: Derived): Record<string, string | number> {
	const told = Object.entries(facts).map(([name, value]) => {
		if (name === 'low' || name === 'high') return [name, displayAmount(BigInt(value), CNY)];
		if (typeof value === 'number' && (name === 'from' || name === 'until'))
			return [name, formatTime(value, derived.case.offsetMinutes)];
		return [name, value];
	});
	return Object.fromEntries(told);
}
