/** One measured figure. */
export interface BenchRow {
	readonly name: string;
	/** How many rows, transfers, ... it was measured with. */
	readonly size: number;
	readonly value: number;
	readonly unit: string;
	/** The figure it stands beside, in the same unit; null where there is none. */
	readonly against: number | null;
	/** value / against. */
	readonly ratio: number | null;
}
