import { createHash } from 'node:crypto';

/** A seeded source of choices: whole numbers only, so that no float decides about money. */
export interface Random {
	/** A whole number from `low` to `high`, both included. */
	int(low: number, high: number): number;
	/** True in `percent` of 100 cases. */
	chance(percent: number): boolean;
	pick<T>(list: readonly T[]): T;
	/** The list in another order. */
	shuffle<T>(list: readonly T[]): T[];
	hex(length: number): string;
	digits(length: number): string;
	/** A source of its own for one topic: drawing more there changes nothing elsewhere. */
	fork(label: string): Random;
}

/** xoshiro128** (Blackman and Vigna 2018), its state taken from a hash of the seed text. */
export function seeded(seed: string): Random {
	const hash = createHash('sha256').update(seed).digest();
	const s = [0, 4, 8, 12].map((offset) => hash.readUInt32LE(offset)) as [number, number, number, number];
	const rotate = (x: number, by: number) => ((x << by) | (x >>> (32 - by))) >>> 0;
	const next = (): number => {
		const result = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0;
		const t = s[1] << 9;
		s[2] ^= s[0];
		s[3] ^= s[1];
		s[1] ^= s[2];
		s[0] ^= s[3];
		s[2] ^= t;
		s[3] = rotate(s[3], 11);
		return result;
	};
	const int = (low: number, high: number) => low + (next() % (high - low + 1));
	const text = (alphabet: string, length: number) =>
		Array.from({ length }, () => alphabet.charAt(next() % alphabet.length)).join('');
	return {
		int,
		chance: (percent) => next() % 100 < percent,
		pick: <T>(list: readonly T[]) => list[next() % list.length] as T,
		shuffle: <T>(list: readonly T[]) => {
			const keyed = list.map((value) => ({ value, key: next() }));
			return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
		},
		hex: (length) => text('0123456789abcdef', length),
		digits: (length) => text('0123456789', length),
		fork: (label) => seeded(`${seed}/${label}`),
	};
}
