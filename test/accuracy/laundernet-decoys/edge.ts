/** One flow of a mixed case. */
export interface Edge {
	readonly from: string;
	readonly to: string;
	readonly cents: bigint;
	/** The order of flows; those of one block have none. */
	readonly block: number;
	/** Of the case itself, not of the background. */
	readonly real: boolean;
}
