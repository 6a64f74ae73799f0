import type { Flow } from '../../src/tracing/types.ts';
import { seededNumbers, zipf } from './random.ts';

export const TRANSFERS = 1_000_000;
const ACCOUNTS = 200_000;
/** The busiest accounts are exchanges: known services. */
const SERVICES = 200;
const START = 'w:start';
/** How many accounts each tier below the start has. */
const TIERS = [20, 200, 1_000, 1_600];
const DAY = 86_400_000;

export interface Chain {
	/** In order. */
	readonly flows: readonly Flow[];
	readonly services: ReadonlySet<string>;
	readonly start: string;
}

/**
 * A chain of a million transfers over a year, most between strangers (Zipf: the busiest have tens of thousands). Value
 * leaves one wallet and goes down four tiers; whoever gets some passes it on in parts within two days, among payments of
 * their own, at the end to exchanges and one time in ten to a stranger, who spends it as everybody does.
 */
export function chainWorld(): Chain {
	const next = seededNumbers(20230811);
	const rank = zipf(ACCOUNTS, next);
	const pick = (count: number): number => Math.floor(next() * count);
	const moves: Omit<Flow, 'id'>[] = [];
	const move = (from: string, to: string, amount: number, instant: number): void => {
		if (from !== to) moves.push({ from, to, asset: 'tron:usdt', amount: BigInt(amount), instant, tied: false });
	};
	const member = (tier: number): string => `g:${tier}:${pick(TIERS[tier] as number)}`;
	const service = (): string => `w:${pick(SERVICES)}`;
	const stranger = (): string => `w:${SERVICES + pick(ACCOUNTS - SERVICES)}`;
	const pass = (from: string, tier: number, amount: number, instant: number): void => {
		for (let parts = 1 + pick(3), left = amount; parts > 0; parts--) {
			const part = parts === 1 ? left : Math.floor(left / parts);
			left -= part;
			const later = instant + 60_000 + pick(2 * DAY);
			const out = tier === TIERS.length;
			const to = out ? (next() < 0.1 ? stranger() : service()) : member(tier);
			move(from, to, part, later);
			if (!out) pass(to, tier + 1, part, later);
		}
	};
	for (let k = 0; k < 220; k++) pass(START, 0, 10_000_000_000 + pick(90_000_000_000), (100 + k) * DAY);
	for (const [tier, count] of TIERS.entries())
		for (let k = 0; k < 3 * count; k++) move(stranger(), member(tier), 1_000_000 + pick(500_000_000), pick(365) * DAY);
	while (moves.length < TRANSFERS)
		move(`w:${rank()}`, `w:${rank()}`, Math.floor(10 ** (5 + 5 * next())), pick(365 * DAY));
	moves.sort((a, b) => a.instant - b.instant);
	const services = new Set(Array.from({ length: SERVICES }, (_, k) => `w:${k}`));
	return { flows: moves.map((flow, k) => ({ id: `t${k}`, ...flow })), services, start: START };
}
