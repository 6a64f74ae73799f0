import type { Flow, TraceTerms } from '../../src/tracing/types.ts';
import { seededNumbers, zipf } from './random.ts';

export const TRANSFERS = 1_000_000;
export const ACCOUNTS = 200_000;
const SEEDS = 100;
const SEED_GROUPS = 3;
/** The seeds come one in so many transfers, from the first on. */
const SEED_EVERY = 500;

/**
 * A seeded case in no order: payers and payees by Zipf 1.0 over the same ranks, so that busy accounts both receive and
 * pay; amounts log-uniform over six decades of units of 10^12, to need both limbs; instants in milliseconds, few equal.
 *
 * @param flood the seeds are so large that their value gets into most transfers, instead of being like all others
 */
export function tracingWorld(flood: boolean): { readonly flows: Flow[]; readonly terms: TraceTerms } {
	const next = seededNumbers(20230801);
	const rank = zipf(ACCOUNTS, next);
	const flows: Flow[] = [];
	const seeds = new Map<string, string>();
	for (let k = 0; k < TRANSFERS; k++) {
		const instant = 1_672_531_200_000 + k * 30_000 + Math.floor(next() * 30_000);
		const id = `t${k}`;
		const from = rank();
		let to = rank();
		while (to === from) to = rank();
		const units = BigInt(Math.floor(10 ** (6 * next())));
		const amount = units * 10n ** 12n + BigInt(Math.floor(next() * 1e12));
		const flow = { id, from: `w:${from}`, to: `w:${to}`, asset: 'eth:coin', amount, instant, tied: false };
		if (k % SEED_EVERY !== 0 || seeds.size === SEEDS) {
			flows.push(flow);
			continue;
		}
		const group = seeds.size % SEED_GROUPS;
		seeds.set(id, `overseas ${group}`);
		const payee = `w:${Math.floor(seeds.size / 2)}`;
		flows.push({ ...flow, from: `overseas:${group}`, to: payee, amount: flood ? amount + 2n * 10n ** 21n : amount });
	}
	for (let k = flows.length - 1; k > 0; k--) {
		const other = Math.floor(next() * (k + 1));
		[flows[k], flows[other]] = [flows[other] as Flow, flows[k] as Flow];
	}
	return { flows, terms: { seeds, services: new Set(), conversions: [], openings: new Map() } };
}
