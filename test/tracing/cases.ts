import * as fc from 'fast-check';
import type { Conversion, Flow, TraceTerms } from '../../src/tracing/types.ts';

export interface Case {
	readonly flows: readonly Flow[];
	readonly terms: TraceTerms;
}

const ACCOUNTS = ['A', 'B', 'C', 'D', 'E'];
const SEED_ORIGINS = ['north', 'south'];

/** Random questions of up to 30 transfers: two assets, ties, services, openings,
 * conversions, transactions of several transfers, amounts of 1 to 25 digits. */
export const cases: fc.Arbitrary<Case> = fc
	.record({
		steps: fc.array(
			fc.record({
				from: fc.constantFrom(...ACCOUNTS),
				to: fc.constantFrom(...ACCOUNTS),
				asset: fc.constantFrom('CNY', 'CNY', 'USDT'),
				amount: fc.oneof({ weight: 4, arbitrary: fc.bigInt(1n, 12n) }, fc.bigInt(1n, 10n ** 25n)),
				later: fc.integer({ min: 0, max: 1 }),
				tied: fc.boolean(),
				seed: fc.option(fc.constantFrom(...SEED_ORIGINS), { freq: 4 }),
				leg: fc.integer({ min: 0, max: 3 }),
				transaction: fc.option(fc.constantFrom('x', 'y'), { freq: 2 }),
			}),
			{ minLength: 1, maxLength: 30 },
		),
		services: fc.subarray(ACCOUNTS, { maxLength: 1 }),
		sides: fc.array(
			fc.record({ coins: fc.integer({ min: 1, max: 3 }), yuan: fc.integer({ min: 1, max: 3 }), bought: fc.boolean() }),
			{ minLength: 1, maxLength: 8 },
		),
		openings: fc.dictionary(fc.constantFrom('A|CNY', 'B|CNY', 'A|USDT'), fc.bigInt(1n, 20n)),
	})
	.map(({ steps, services, openings, sides }) => {
		let instant = 0;
		const flows = steps.map(({ from, to, asset, amount, later, tied, transaction }, k): Flow => {
			instant += later;
			// Ids out of step with the order, so that ties by id are seen to be by id.
			const flow = { id: `t${(k * 7) % 31}`, from, to, asset, amount, instant, tied };
			return transaction === null ? flow : { ...flow, transaction: `${instant}${transaction}` };
		});
		const seeds = new Map(
			steps.flatMap(({ seed }, k) => (seed === null ? [] : ([[flows[k]?.id ?? '', seed]] as const))),
		);
		const legs = flows.filter((_, k) => steps[k]?.leg === 0);
		const coins = legs.filter((flow) => flow.asset === 'USDT').map((flow) => flow.id);
		const yuan = legs.filter((flow) => flow.asset === 'CNY').map((flow) => flow.id);
		const conversions = conversionsOf(coins, yuan, sides);
		return {
			flows,
			terms: { seeds, services: new Set(services), conversions, openings: new Map(Object.entries(openings)) },
		};
	});

/** Legs put together as conversions of up to three on either side, coins sold or bought. */
function conversionsOf(
	coins: readonly string[],
	yuan: readonly string[],
	sides: readonly { readonly coins: number; readonly yuan: number; readonly bought: boolean }[],
): Conversion[] {
	const [leftCoins, leftYuan] = [[...coins], [...yuan]];
	return sides.flatMap((side, k) => {
		const [some, other] = [leftCoins.splice(0, side.coins), leftYuan.splice(0, side.yuan)];
		if (some.length === 0 || other.length === 0) return [];
		return [{ id: `c${k}`, gives: side.bought ? other : some, gets: side.bought ? some : other }];
	});
}
