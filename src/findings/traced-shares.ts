import { percent } from '../ledger/money.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Derived, Traced } from './input.ts';
import type { FindingsPerson } from './schema.ts';
import { tracedAmount } from './traced.ts';

/** Of what a person received: how much came from which origin, and how much from any seed, under each policy. */
export function tracedShares(
	received: readonly Transfer[],
	derived: Derived,
): Pick<FindingsPerson, 'traced' | 'tracedTotals'> {
	const whole = sumsBy(received, (t) => [[t.asset, t.amount]]);
	const ofAsset = (asset: string): bigint => whole.get(asset) as bigint;
	const parts = derived.traced.flatMap((traced) => {
		const sums = sumsBy(received, (t) =>
			sharesOf(traced, t).map(({ origin, amount }) => [`${t.asset}\n${origin}`, amount] as const),
		);
		return [...sums].map(([key, value]) => {
			const [asset, origin] = key.split('\n') as [string, string];
			return { policy: traced.policy, asset, origin, value };
		});
	});
	const written = (asset: string, value: bigint) => ({
		value: value.toString(),
		percent: percent(value, ofAsset(asset)),
	});
	return {
		traced: parts.map(({ value, ...part }) => ({ ...part, ...written(part.asset, value) })),
		tracedTotals: derived.traced.flatMap(({ policy }) =>
			[...whole].map(([asset, of]) => {
				const seeded = parts.filter(
					(part) => part.policy === policy && part.asset === asset && !part.origin.startsWith('?'),
				);
				const value = seeded.reduce((sum, part) => sum + part.value, 0n);
				return { policy, asset, of: of.toString(), ...written(asset, value) };
			}),
		),
	};
}

function sumsBy(
	received: readonly Transfer[],
	parts: (transfer: Transfer) => readonly (readonly [key: string, amount: bigint])[],
): ReadonlyMap<string, bigint> {
	const sums = new Map<string, bigint>();
	for (const t of received) for (const [key, amount] of parts(t)) sums.set(key, (sums.get(key) ?? 0n) + amount);
	return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Poison marks the whole for each origin and divides nothing: summed over origins the same yuan would count again. */
function sharesOf(traced: Traced, transfer: Transfer): readonly { origin: string; amount: bigint }[] {
	if (traced.policy !== 'poison') return traced.shares(transfer.id);
	const amount = tracedAmount(traced, transfer.id);
	return amount === 0n ? [] : [{ origin: ANY_SEED, amount }];
}

/** Stands for all seed groups together, where a policy cannot tell them apart. */
const ANY_SEED = '*';
