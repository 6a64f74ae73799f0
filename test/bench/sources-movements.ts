import type { Movement } from '../sources/layouts/layout.ts';
import { seededNumbers } from './random.ts';

const START = Date.UTC(2023, 0, 1);

/** So many movements, oldest first, seeded: the same count gives the same list. */
export function movementsOf(count: number): Movement[] {
	const random = seededNumbers(count);
	return Array.from({ length: count }, (_, index) => ({
		instant: START + index * 23_000,
		out: random() < 0.6,
		units: BigInt(1 + Math.floor(random() * 5_000_00)),
		order: `1000${String(index).padStart(24, '0')}`,
		name: `对手${Math.floor(random() * 5000)}`,
		peer: Math.floor(random() * 4),
		style: Math.floor(random() * 3),
	}));
}
