import { addTo, readAmount } from './amount.ts';
import type { Graph } from './graph.ts';
import type { ConservationRow } from './types.ts';

/** One sum for each asset and origin. */
export class Sums {
	private readonly origins: number;
	private readonly cells: Float64Array;

	constructor(assets: number, origins: number) {
		this.origins = origins;
		this.cells = new Float64Array(2 * assets * origins);
	}

	/** Adds the amount that stands in `cells` at `at`. */
	add(asset: number, origin: number, cells: Float64Array, at: number): void {
		addTo(this.cells, 2 * (asset * this.origins + origin), cells, at);
	}

	value(asset: number, origin: number): bigint {
		return readAmount(this.cells, 2 * (asset * this.origins + origin));
	}
}

/** What came in and went out, counted where it happens; what is held is counted at the end, from the lots themselves. */
export class Tally {
	readonly seeded: Sums;
	readonly convertedIn: Sums;
	readonly delivered: Sums;
	readonly convertedOut: Sums;
	readonly reseeded: Sums;

	constructor(assets: number, origins: number) {
		this.seeded = new Sums(assets, origins);
		this.convertedIn = new Sums(assets, origins);
		this.delivered = new Sums(assets, origins);
		this.convertedOut = new Sums(assets, origins);
		this.reseeded = new Sums(assets, origins);
	}
}

/**
 * The conservation table, checked to the last unit. Rows of nothing are left out.
 *
 * @throws Error with the figures where an origin gained or lost a unit: a bug, never a matter of evidence
 */
export function conservation(
	graph: Graph,
	origins: readonly string[],
	tally: Tally,
	held: Sums,
): readonly ConservationRow[] {
	const rows: ConservationRow[] = [];
	for (const [a, asset] of graph.assets.entries()) {
		for (const [o, origin] of origins.entries()) {
			const row = {
				asset,
				origin,
				seeded: tally.seeded.value(a, o),
				convertedIn: tally.convertedIn.value(a, o),
				held: held.value(a, o),
				delivered: tally.delivered.value(a, o),
				convertedOut: tally.convertedOut.value(a, o),
				reseeded: tally.reseeded.value(a, o),
			};
			const gained = row.seeded + row.convertedIn;
			const accounted = row.held + row.delivered + row.convertedOut + row.reseeded;
			if (gained !== accounted) {
				throw new Error(
					`${asset} of ${origin} is not conserved: ${row.seeded} seeded + ${row.convertedIn} converted in, but ` +
						`${row.held} held + ${row.delivered} delivered + ${row.convertedOut} converted out + ${row.reseeded} reseeded`,
				);
			}
			if (gained > 0n) rows.push(row);
		}
	}
	return rows;
}
