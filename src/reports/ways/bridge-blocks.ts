import type { Findings } from '../../findings/schema.ts';
import { grouped } from '../../ledger/grouped.ts';
import type { LedgerRow } from '../ledger-row.ts';

type CashOut = Findings['cashOuts'][number];

/** Legs that stand beside one another: a match, or one leg that found no other side. */
export interface Block {
	/** Absent where nothing matches. */
	readonly match?: CashOut;
	readonly coins: readonly LedgerRow[];
	readonly yuan: readonly LedgerRow[];
	/** Of the first leg. */
	readonly instant: number;
}

/** The blocks of one person, in order of time. */
export interface Section {
	/** Person id; '' where nobody is known. */
	readonly party: string;
	readonly blocks: readonly Block[];
}

export interface Bridge {
	readonly sections: readonly Section[];
	/** Other explanations of legs that are drawn already: told as a number only. */
	readonly undrawn: number;
}

/** Every leg of a match and every unmatched one, each once: settled matches first, then what is proposed for the rest. */
export function bridgeOf(findings: Findings, rows: Iterable<LedgerRow>): Bridge {
	const { cashOuts, unmatched, people } = findings;
	const legs = legsOf(findings, rows);
	const drawn = new Set<string>();
	const chosen = [...cashOuts].sort(settledFirst).filter(({ coins, yuan, status }) => {
		const own = [...coins, ...yuan];
		if (status === 'rejected' || own.some((leg) => drawn.has(leg))) return false;
		for (const leg of own) drawn.add(leg);
		return true;
	});
	const told = (ids: readonly string[]) => ids.flatMap((id) => legs.get(id) ?? []);
	const matched = chosen.map((match) => ({
		party: match.party,
		block: blockOf(told(match.coins), told(match.yuan), match),
	}));
	const members = new Set(people.map(({ id }) => id));
	const alone = (ids: readonly string[], side: 'coins' | 'yuan') =>
		told(ids.filter((id) => !drawn.has(id))).map((row) => {
			const [first, second] = side === 'coins' ? [row.payerId, row.payeeId] : [row.payeeId, row.payerId];
			const party = [first, second].find((id) => members.has(id)) ?? '';
			return { party, block: side === 'coins' ? blockOf([row], []) : blockOf([], [row]) };
		});
	const byParty = grouped(
		[...matched, ...alone(unmatched.coins, 'coins'), ...alone(unmatched.yuan, 'yuan')],
		({ party }) => party,
	);
	const order = [...people.map(({ id }) => id), ...[...byParty.keys()].filter((id) => !members.has(id)).sort()];
	return {
		sections: order.flatMap((party) => {
			const blocks = byParty.get(party)?.map(({ block }) => block) ?? [];
			return blocks.length === 0 ? [] : [{ party, blocks: blocks.sort(byTime) }];
		}),
		undrawn: cashOuts.length - chosen.length,
	};
}

function legsOf({ cashOuts, unmatched }: Findings, rows: Iterable<LedgerRow>): ReadonlyMap<string, LedgerRow> {
	const wanted = new Set([
		...cashOuts.flatMap(({ coins, yuan }) => [...coins, ...yuan]),
		...unmatched.coins,
		...unmatched.yuan,
	]);
	const legs = new Map<string, LedgerRow>();
	if (wanted.size === 0) return legs;
	for (const row of rows) if (wanted.has(row.id)) legs.set(row.id, row);
	return legs;
}

function blockOf(coins: readonly LedgerRow[], yuan: readonly LedgerRow[], match?: CashOut): Block {
	const instant = Math.min(...[...coins, ...yuan].map((row) => row.instant));
	return { coins, yuan, instant, ...(match === undefined ? {} : { match }) };
}

function settledFirst(a: CashOut, b: CashOut): number {
	const settled = ({ status }: CashOut) => (status === 'accepted' || status === 'confirmed' ? 0 : 1);
	return settled(a) - settled(b) || b.score - a.score || (a.id < b.id ? -1 : 1);
}

function byTime(a: Block, b: Block): number {
	return a.instant - b.instant || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function keyOf({ match, coins, yuan }: Block): string {
	return match?.id ?? [...coins, ...yuan].map(({ id }) => id).join();
}
