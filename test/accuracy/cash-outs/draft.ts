import type { Deal, PoolCoin, PoolYuan, Shape, Side } from './pool.ts';

/** A leg as it truly happened: its id comes when all are put in order, so that no id betrays what belongs together. */
export interface Draft {
	readonly kind: 'coin' | 'yuan';
	readonly side: Side;
	readonly party: string;
	readonly account: string;
	readonly other: string;
	readonly at: number;
	/** Hundredths of a coin, or fen. */
	readonly amount: number;
}

export interface DealDraft {
	readonly side: Side;
	readonly shape: Shape;
	readonly legs: readonly Draft[];
}

/** Names legs in order of the time that the evidence tells. @param slips account -> ms that its file is off */
export function nameLegs(
	deals: readonly DealDraft[],
	decoys: readonly Draft[],
	slips: ReadonlyMap<string, number>,
): { coins: PoolCoin[]; yuan: PoolYuan[]; deals: Deal[] } {
	const told = (leg: Draft) => leg.at + (slips.get(leg.account) ?? 0);
	const all = [...deals.flatMap(({ legs }) => legs), ...decoys].sort(
		(a, b) => told(a) - told(b) || a.amount - b.amount || (a.other < b.other ? -1 : 1),
	);
	const ids = new Map(all.map((leg, k) => [leg, `t${String(k).padStart(6, '0')}`]));
	const idOf = (leg: Draft) => ids.get(leg) as string;
	const common = (leg: Draft) => {
		const { side, party, account, other } = leg;
		return { id: idOf(leg), side, party, account, other, instant: told(leg) };
	};
	const coins = all.filter(({ kind }) => kind === 'coin');
	const yuan = all.filter(({ kind }) => kind === 'yuan');
	return {
		coins: coins.map((leg) => ({ ...common(leg), units: BigInt(leg.amount) * 10_000n })),
		yuan: yuan.map((leg) => ({ ...common(leg), fen: BigInt(leg.amount) })),
		deals: deals.map(({ side, shape, legs }) => ({
			side,
			shape,
			coins: legs
				.filter(({ kind }) => kind === 'coin')
				.map(idOf)
				.sort(),
			yuan: legs
				.filter(({ kind }) => kind === 'yuan')
				.map(idOf)
				.sort(),
		})),
	};
}
