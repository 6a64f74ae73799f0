import type { BenchRow } from '../bench/row.ts';

/** Which seeds to draw: those for developing, which anybody may look at as often as he likes, or those for reporting. */
export type Purpose = 'development' | 'reporting';

export interface Asked {
	/** The folder of the benchmarks, where one is given. */
	readonly benchmarks: string | undefined;
	readonly purpose: Purpose;
}

export interface Told {
	/** Tables as a person reads them. */
	readonly markdown: string;
	/** The same figures in the shape of the bench. */
	readonly rows: readonly BenchRow[];
}

/** One topic of which the truth is known. */
export interface Section {
	readonly name: string;
	/** Folders that must lie in the benchmarks; empty where the section makes its own truth. */
	readonly needs: readonly string[];
	run(asked: Asked): Promise<Told>;
}

/** `count` seeds: 1, 2, ... for reporting, 1001, 1002, ... for development. Nothing may be tuned on a reporting seed. */
export function seedsFor(purpose: Purpose, count: number): number[] {
	const first = purpose === 'reporting' ? 1 : 1001;
	return Array.from({ length: count }, (_, index) => first + index);
}
