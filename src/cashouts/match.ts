import type { Decision } from '../ledger/decision.ts';
import type { ExchangeOrder } from '../ledger/statement.ts';
import { rateOf } from './band.ts';
import { type Candidate, candidates } from './candidates.ts';
import { type CashOut, type CashOutResult, type CashOutRules, type CoinLeg, isSettled, type YuanLeg } from './types.ts';

type Status = Pick<CashOut, 'status' | 'why'>;

/**
 * Matches coins that left to yuan that came in, one to one.
 *
 * A pair is accepted only where neither leg fits anything else and chance would hardly give it; legs that could be
 * exchanged for one another stay proposed, whatever their order in time. Decisions win: a confirmed pair takes its legs,
 * a rejected one frees them. Whatever is accepted stays inferred.
 *
 * @param decisions of the case; the last line on a pair holds
 * @throws Problem `case.rate` where a rate band cannot be read
 */
export function matchCashOuts(
	coins: readonly CoinLeg[],
	yuan: readonly YuanLeg[],
	rules: CashOutRules,
	decisions: readonly Decision[],
	_orders: readonly ExchangeOrder[],
): CashOutResult {
	const pairs = candidates(coins, yuan, rules);
	const decided = lastDecisions(decisions);
	const fitting = pairs.filter((pair) => decided.get(pair.id)?.act !== 'reject');
	const confirmed = confirmedPairs(fitting, decided);
	const taken = new Set([...confirmed].flatMap((pair) => [coinKey(pair), yuanKey(pair)]));
	const free = fitting.filter((pair) => !taken.has(coinKey(pair)) && !taken.has(yuanKey(pair)));
	const freeByLeg = byLegs(free);
	const statusOf = (pair: Candidate): Status => {
		if (decided.get(pair.id)?.act === 'reject') return { status: 'rejected', why: 'rejected' };
		if (confirmed.has(pair)) return { status: 'confirmed', why: 'confirmed' };
		if (taken.has(coinKey(pair)) || taken.has(yuanKey(pair))) return { status: 'proposed', why: 'leg-taken' };
		if (rivalsOf(pair, freeByLeg).length > 0) return { status: 'proposed', why: 'rivals' };
		if (pair.chance > rules.chanceMax) return { status: 'proposed', why: 'chance' };
		return { status: 'accepted', why: 'unique' };
	};
	const fittingByLeg = byLegs(fitting);
	const cashOuts = pairs.map((pair) => cashOutOf(pair, statusOf(pair), rivalsOf(pair, fittingByLeg)));
	return { cashOuts, ...unmatched(cashOuts, coins, yuan) };
}

function cashOutOf({ id, coin, yuan, chance }: Candidate, status: Status, rivals: readonly Candidate[]): CashOut {
	return {
		id,
		side: coin.side,
		pairing: 'one',
		party: coin.party,
		coins: [coin.transfer],
		yuan: [yuan.transfer],
		asset: coin.asset,
		quantity: coin.quantity,
		fen: yuan.fen,
		rate: rateOf(coin, yuan.fen),
		grade: 'inferred',
		...status,
		lagMs: coin.instant - yuan.instant,
		score: 1 / (1 + rivals.length + chance),
		rivals: rivals.map((rival) => ({ id: rival.id, score: 0 })),
		chance,
		overturned: [],
	};
}

/** The last act on each pair; a withdrawn decision is none. */
function lastDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
	const last = new Map<string, Decision>();
	for (const decision of [...decisions].sort((a, b) => a.line - b.line)) {
		if (decision.act === 'confirm' || decision.act === 'reject') last.set(decision.subject, decision);
		else if (decision.act === 'withdraw') last.delete(decision.subject);
	}
	return last;
}

/** Confirmed pairs, the later line first: no leg is used twice. */
function confirmedPairs(pairs: readonly Candidate[], decided: ReadonlyMap<string, Decision>): ReadonlySet<Candidate> {
	const line = (pair: Candidate) => decided.get(pair.id)?.line ?? 0;
	const taken = new Set<string>();
	const confirmed = new Set<Candidate>();
	for (const pair of pairs.filter((p) => decided.has(p.id)).sort((a, b) => line(b) - line(a))) {
		if (taken.has(coinKey(pair)) || taken.has(yuanKey(pair))) continue;
		taken.add(coinKey(pair)).add(yuanKey(pair));
		confirmed.add(pair);
	}
	return confirmed;
}

/** Other pairs that use one of its legs, nearest in time first. */
function rivalsOf(pair: Candidate, byLeg: ReadonlyMap<string, readonly Candidate[]>): Candidate[] {
	const lag = ({ coin, yuan }: Candidate) => Math.abs(coin.instant - yuan.instant);
	return [...(byLeg.get(coinKey(pair)) ?? []), ...(byLeg.get(yuanKey(pair)) ?? [])]
		.filter((other) => other !== pair)
		.sort((a, b) => lag(a) - lag(b) || (a.id < b.id ? -1 : 1));
}

function byLegs(pairs: readonly Candidate[]): Map<string, Candidate[]> {
	const legs = new Map<string, Candidate[]>();
	for (const pair of pairs) {
		for (const key of [coinKey(pair), yuanKey(pair)]) {
			const list = legs.get(key);
			if (list) list.push(pair);
			else legs.set(key, [pair]);
		}
	}
	return legs;
}

function unmatched(cashOuts: readonly CashOut[], coins: readonly CoinLeg[], yuan: readonly YuanLeg[]) {
	const used = new Set(cashOuts.filter(isSettled).flatMap((c) => [...c.coins, ...c.yuan]));
	const open = (legs: readonly { transfer: string }[]) =>
		legs
			.map((leg) => leg.transfer)
			.filter((id) => !used.has(id))
			.sort();
	return { unmatchedCoins: open(coins), unmatchedYuan: open(yuan) };
}

function coinKey({ coin }: Candidate): string {
	return `coin|${coin.transfer}`;
}

function yuanKey({ yuan }: Candidate): string {
	return `yuan|${yuan.transfer}`;
}
