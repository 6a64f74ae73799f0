import type { Decision } from '../ledger/decision.ts';
import { bandsOfOrders, exactBand } from './band.ts';
import { Claims, confirm, Decided } from './claims.ts';
import { type Explanation, explanations, type Kin } from './explanations.ts';
import { legKeys, withLegs } from './legs.ts';
import { statedByOrders } from './orders.ts';
import { rowsOf } from './rows.ts';
import { statementRows } from './statements.ts';
import {
	type CashOut,
	type CashOutResult,
	type CashOutRules,
	type CoinLeg,
	isSettled,
	type PartyOrder,
	type YuanLeg,
} from './types.ts';
import { weigh } from './weigh.ts';

/**
 * Matches coins that left to yuan that came in, and coins bought to yuan paid: one to one, or in small groups, over all
 * candidates at once.
 *
 * Completed orders of an exchange decide where they are present. Everything else is weighed: how much more often a match
 * like this comes about than its legs do by themselves, against every other explanation of them. A match is accepted only
 * where it is unique and chance would hardly give it; legs that could be exchanged for one another match as a group, the
 * pairing left open. A person's decisions win: a confirmed match takes its legs, a rejected one frees them.
 *
 * @param decisions of the case; the last line on a match holds
 * @param orders of the parties' own exchange accounts; all but completed ones decide nothing
 * @throws Problem `case.rate` where a rate band cannot be read
 */
export function matchCashOuts(
	coins: readonly CoinLeg[],
	yuan: readonly YuanLeg[],
	rules: CashOutRules,
	decisions: readonly Decision[],
	orders: readonly PartyOrder[],
): CashOutResult {
	const decimals = new Map(coins.map((leg) => [leg.asset, leg.decimals]));
	const traded = orders.filter((order) => decimals.has(order.asset));
	const bands = [
		...rules.rates.map((band) => exactBand(band)),
		...bandsOfOrders(traded, (asset) => decimals.get(asset) ?? 0),
	];
	const decided = new Decided(decisions);
	const search = (kin?: Kin) => explanations(coins, yuan, bands, rules, decided.ids, kin);
	const { found, leftOut, limits } = search();
	const { statements, pinned } = statedByOrders(coins, yuan, traded, rules);
	const stated = new Set(statements.map((one) => one.id));
	const isOther = (one: Explanation) => !stated.has(one.id);
	const fits = found.filter(isOther);
	const known = new Set(found.map((one) => one.id));
	const ofKin = (kin: Kin) => search(kin).found.filter((one) => isOther(one) && !known.has(one.id) && isOpen(one));

	const claims = new Claims();
	const confirmed = confirm([...statements, ...fits].map(withLegs), decided, claims);
	const rows = statementRows(statements, decided, confirmed, claims);
	// Where orders speak of a leg, nothing is weighed.
	const freed = new Set(statements.filter((one) => decided.isRejected(one.id)).flatMap(legKeys));
	const spoken = new Set([...statements.flatMap(legKeys), ...pinned].filter((leg) => !freed.has(leg)));
	const isOpen = (one: Explanation) => decided.ids.has(one.id) || !legKeys(one).some((leg) => spoken.has(leg));
	claims.keepOut(spoken);
	const judged = weigh({ fits: fits.filter(isOpen), coins, yuan, rules, leftOut, ofKin }, decided, confirmed, claims);
	const cashOuts = [...rows, ...rowsOf(judged.rows, rules)].sort((a, b) => (a.id < b.id ? -1 : 1));
	const large = judged.large === 0 ? [] : [{ code: 'cash-outs-component', facts: { count: judged.large } }];
	return { cashOuts, ...unmatched(cashOuts, coins, yuan), limits: [...limits, ...large] };
}

function unmatched(cashOuts: readonly CashOut[], coins: readonly CoinLeg[], yuan: readonly YuanLeg[]) {
	const used = new Set(cashOuts.filter(isSettled).flatMap((c) => [...c.coins, ...c.yuan]));
	// What was paid or came in for other reasons is no side of a purchase that failed to match.
	const open = (legs: readonly (CoinLeg | YuanLeg)[]) =>
		legs
			.filter((leg) => leg.side === 'sold' && !('own' in leg && leg.own))
			.map((leg) => leg.transfer)
			.filter((id) => !used.has(id))
			.sort();
	return { unmatchedCoins: open(coins), unmatchedYuan: open(yuan) };
}
