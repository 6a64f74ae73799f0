import type { Claims, Decided } from './claims.ts';
import { legKeys, rivalsIn } from './legs.ts';
import type { Statement } from './orders.ts';
import { legsPart, rounded } from './rows.ts';
import type { CashOut, Note } from './types.ts';

/**
 * What was made of each statement of orders. One whose legs no other statement asks for is accepted; one that leaves coins
 * over is proposed, and keeps its legs out of every other match all the same.
 */
export function statementRows(
	statements: readonly Statement[],
	decided: Decided,
	confirmed: ReadonlySet<string>,
	claims: Claims,
): CashOut[] {
	const free = new Set(
		statements.filter((one) => !confirmed.has(one.id) && !decided.isRejected(one.id) && claims.isFree(legKeys(one))),
	);
	const asked = new Map<string, number>();
	for (const one of free) for (const leg of legKeys(one)) asked.set(leg, (asked.get(leg) ?? 0) + 1);
	claims.keepOut(asked.keys());
	const verdict = (one: Statement): Pick<CashOut, 'status' | 'why'> => {
		if (confirmed.has(one.id)) return { status: 'confirmed', why: 'confirmed' };
		if (decided.isRejected(one.id)) return { status: 'rejected', why: 'rejected' };
		if (!free.has(one)) return { status: 'proposed', why: 'leg-taken' };
		if (legKeys(one).some((leg) => asked.get(leg) !== 1)) return { status: 'proposed', why: 'rivals' };
		return one.remainder > 0n ? { status: 'proposed', why: 'partly' } : { status: 'accepted', why: 'order' };
	};
	const rivalsOf = rivalsIn(statements, legKeys);
	return statements.map((one) => rowOf(one, verdict(one), [...rivalsOf(one)].sort(byId)));
}

function byId(a: Statement, b: Statement): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function rowOf(one: Statement, verdict: Pick<CashOut, 'status' | 'why'>, rivals: readonly Statement[]): CashOut {
	const score = rounded(1 / (1 + rivals.length));
	const numbers = one.orders.map(({ order }) => order).sort();
	const overturned: Note[] = [{ code: 'overturn-statement', facts: { orders: numbers.join(' ') } }];
	return {
		id: one.id,
		pairing: one.pairing,
		...legsPart(one.coins, one.yuan),
		grade: one.byNumber ? 'both-sides' : 'one-ledger',
		...verdict,
		score,
		rivals: rivals.map(({ id }) => ({ id, score })).slice(0, 5),
		chance: 0,
		overturned,
		orders: numbers,
		...(one.remainder > 0n ? { remainder: one.remainder } : {}),
	};
}
