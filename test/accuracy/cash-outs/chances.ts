import { seededNumbers } from '../../bench/random.ts';

/** Seeded choices of an invented world. Floats are fine here: amounts are rounded to whole units where they are made. */
export class Chances {
	private readonly next: () => number;

	constructor(seed: number) {
		this.next = seededNumbers(seed);
	}

	between(low: number, high: number): number {
		return low + this.next() * (high - low);
	}

	/** A whole number, both ends included. */
	whole(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	happens(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.next() * list.length)] as T;
	}

	/** By weight, which need not add up to 1. */
	weighted<T>(list: readonly (readonly [number, T])[]): T {
		let left = this.next() * list.reduce((sum, [weight]) => sum + weight, 0);
		for (const [weight, value] of list) {
			left -= weight;
			if (left < 0) return value;
		}
		return (list.at(-1) as readonly [number, T])[1];
	}

	/** Standard normal (Box and Muller 1958). */
	normal(): number {
		return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
	}

	/** Heavy-tailed: half lie below the median, a few are many times as large. */
	lognormal(median: number, sigma: number): number {
		return median * Math.exp(sigma * this.normal());
	}

	/** Whole parts of a whole in a random order of size, none below a twelfth of an even share. */
	parts(whole: number, count: number): number[] {
		const weights = Array.from({ length: count }, () => this.between(0.15, 1));
		const sum = weights.reduce((a, b) => a + b, 0);
		const parts = weights.map((weight) => Math.floor((whole * weight) / sum));
		parts[0] = (parts[0] as number) + whole - parts.reduce((a, b) => a + b, 0);
		return parts;
	}
}
