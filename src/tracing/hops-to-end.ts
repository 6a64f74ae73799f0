import type { Forward } from './forward.ts';
import type { Graph } from './graph.ts';
import type { Terrain } from './terrain.ts';
import { crossingsBy, UNREACHED, type Way } from './way.ts';

/**
 * From the end backwards: by position, the fewest transfers from this one to the end, itself counted; 0 where none leads
 * there. Only transfers that the start reaches are looked at.
 */
export function hopsToEnd(graph: Graph, way: Way, terrain: Terrain, forward: Forward): Uint16Array {
	const hops = new Uint16Array(graph.size);
	/** By account: fewest transfers to the end for whoever stands there now. */
	const accounts = new Uint16Array(graph.accounts.length).fill(UNREACHED);
	const departing = crossingsBy(way.crossings, ({ departs }) => departs);

	const lower = (account: number, to: number): boolean => {
		if (to >= (accounts[account] as number)) return false;
		accounts[account] = to;
		return true;
	};
	const step = (i: number): boolean => {
		let changed = false;
		if (forward.hops[i] !== 0) {
			const payee = graph.dst[i] as number;
			const beyond = terrain.goesOn(payee) ? (accounts[payee] as number) : UNREACHED;
			const onward = terrain.isEnd(i) ? 1 : Math.min(beyond + 1, UNREACHED);
			hops[i] = onward === UNREACHED ? 0 : onward;
			if (terrain.follows(i)) changed = lower(graph.src[i] as number, onward);
		}
		return changed;
	};
	const cross = (i: number): boolean => {
		let changed = false;
		for (const { give, get } of departing.get(i) ?? []) {
			if (hops[get] === 0 || !terrain.follows(give)) continue;
			if (lower(graph.src[give] as number, (hops[get] as number) + 1)) changed = true;
		}
		return changed;
	};
	let done = way.end;
	for (let k = way.knots.length - 2; k >= -2; k -= 2) {
		const from = k < 0 ? way.first : (way.knots[k] as number);
		const end = k < 0 ? way.first : (way.knots[k + 1] as number);
		for (let i = done - 1; i >= end; i--) step(i);
		for (let changed = true; changed; ) {
			changed = false;
			for (let i = end - 1; i >= from; i--) {
				const stepped = step(i);
				changed = cross(i) || stepped || changed;
			}
		}
		done = from;
	}
	return hops;
}
