/**
 * Shares learned from weighted cases and begun with some of a general kind, so that a small case is not read from too
 * few. A statistic and not money: floats.
 */
export class Shares {
	private readonly counts: Float64Array;
	private readonly prior: readonly number[];
	private total: number;

	/** @param prior how many cases each class counts before the first one */
	constructor(prior: readonly number[]) {
		this.prior = prior;
		this.counts = Float64Array.from(prior);
		this.total = prior.reduce((sum, n) => sum + n, 0);
	}

	begin(): void {
		this.counts.set(this.prior);
		this.total = this.prior.reduce((sum, n) => sum + n, 0);
	}

	add(index: number, weight: number): void {
		this.counts[index] = (this.counts[index] as number) + weight;
		this.total += weight;
	}

	/** @param without what a case of the class added that is asked about itself */
	share(index: number, without = 0): number {
		return ((this.counts[index] as number) - without) / (this.total - without);
	}
}

/** Shares of stretches of time. Before the first case: half spread evenly over the time, half evenly over the stretches. */
export class Lags {
	private readonly edges: readonly number[];
	private readonly shares: Shares;

	/**
	 * @param edges ascending, ms; the first and the last are the window
	 * @param cases how many cases the prior counts
	 */
	constructor(edges: readonly number[], cases: number) {
		this.edges = edges;
		const span = (edges.at(-1) as number) - (edges[0] as number);
		const stretches = edges.slice(1).map((edge, i) => edge - (edges[i] as number));
		this.shares = new Shares(stretches.map((width) => cases * (0.5 / stretches.length + (0.5 * width) / span)));
	}

	begin(): void {
		this.shares.begin();
	}

	add(ms: number, weight: number): void {
		this.shares.add(this.stretch(ms), weight);
	}

	/** For one ms. */
	density(ms: number, without: number): number {
		const i = this.stretch(ms);
		return this.shares.share(i, without) / ((this.edges[i + 1] as number) - (this.edges[i] as number));
	}

	private stretch(ms: number): number {
		let i = 0;
		while (i < this.edges.length - 2 && ms >= (this.edges[i + 1] as number)) i++;
		return i;
	}
}
