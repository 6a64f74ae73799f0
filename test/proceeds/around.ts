import type { Bounds } from '../../src/proceeds/bounds-types.ts';

/** The one lies around the other. */
export function isAround(wide: Bounds, narrow: Bounds): boolean {
	const low = wide.least === undefined || (narrow.least !== undefined && wide.least <= narrow.least);
	const high = wide.most === undefined || (narrow.most !== undefined && wide.most >= narrow.most);
	return low && high;
}
