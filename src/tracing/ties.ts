/**
 * The order inside a tie group: what an account receives comes before what it pays in the same asset, so that no unknown
 * origin is invented for want of a clock. A cycle (A pays B, B pays A) has no such order: it is cut at its transfer with
 * the smallest id. Depends on the set of transfers alone, not on the order in which they came.
 *
 * @returns positions within the group, in the order in which lots run through them
 */
export function dependencyOrder(ids: readonly string[], src: Int32Array, dst: Int32Array, asset: Int32Array): number[] {
	const byId = ids.map((_, k) => k).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
	const group = gather(byId, src, dst, asset);
	const order: number[] = [];
	while (order.length < ids.length) {
		const chosen = group.ready.pop() ?? cutOf(group);
		group.done[chosen] = 1;
		order.push(byId[chosen] as number);
		release(group, chosen);
	}
	return order;
}

/** Transfers are numbered by their place in the order of ids: the smaller number is the smaller id. */
interface Group {
	/** Holding (account and asset) that pays, and that receives. */
	readonly payer: Int32Array;
	readonly payee: Int32Array;
	/** Transfers into and out of each holding, smallest first. */
	readonly into: readonly number[][];
	readonly outOf: readonly number[][];
	/** Incoming transfers of each holding that are still to come; a transfer to itself waits for nothing. */
	readonly awaited: Int32Array;
	readonly done: Uint8Array;
	/** How many of the first entries are done, of all transfers (last cell) and of each holding's `into`. */
	readonly passed: Int32Array;
	/** Transfers that wait for nothing any more. */
	readonly ready: Heap;
}

function gather(byId: readonly number[], src: Int32Array, dst: Int32Array, asset: Int32Array): Group {
	const holdings = new Map<string, number>();
	const number = (account: number, kind: number): number => {
		const key = `${account}|${kind}`;
		const known = holdings.get(key) ?? holdings.size;
		holdings.set(key, known);
		return known;
	};
	const payer = Int32Array.from(byId, (k) => number(src[k] as number, asset[k] as number));
	const payee = Int32Array.from(byId, (k) => number(dst[k] as number, asset[k] as number));
	const into: number[][] = Array.from({ length: holdings.size }, () => []);
	const outOf: number[][] = Array.from({ length: holdings.size }, () => []);
	for (let k = 0; k < byId.length; k++) {
		outOf[payer[k] as number]?.push(k);
		if (payer[k] !== payee[k]) into[payee[k] as number]?.push(k);
	}
	const awaited = Int32Array.from(into, (transfers) => transfers.length);
	const ready = new Heap();
	for (let k = 0; k < byId.length; k++) if (awaited[payer[k] as number] === 0) ready.push(k);
	const passed = new Int32Array(holdings.size + 1);
	return { payer, payee, into, outOf, awaited, done: new Uint8Array(byId.length), passed, ready };
}

function release(group: Group, processed: number): void {
	const holding = group.payee[processed] as number;
	if (holding === group.payer[processed]) return;
	const awaited = (group.awaited[holding] as number) - 1;
	group.awaited[holding] = awaited;
	if (awaited > 0) return;
	for (const k of group.outOf[holding] as number[]) if (group.done[k] === 0) group.ready.push(k);
}

/** Nothing is ready: walks upstream from the first transfer left until the walk meets itself, and cuts that cycle. */
function cutOf(group: Group): number {
	const all = group.into.length;
	const walk: number[] = [];
	const places = new Map<number, number>();
	let at = firstLeft(group, all, (place) => place);
	while (!places.has(at)) {
		places.set(at, walk.push(at) - 1);
		const holding = group.payer[at] as number;
		const into = group.into[holding] as number[];
		at = firstLeft(group, holding, (place) => into[place] as number);
	}
	return walk.slice(places.get(at)).reduce((smallest, k) => Math.min(smallest, k));
}

function firstLeft(group: Group, cursor: number, at: (place: number) => number): number {
	let place = group.passed[cursor] as number;
	while (group.done[at(place)] === 1) place += 1;
	group.passed[cursor] = place;
	return at(place);
}

/** A binary heap of numbers, the smallest on top. */
class Heap {
	readonly #items: number[] = [];

	push(item: number): void {
		const items = this.#items;
		let k = items.push(item) - 1;
		for (let up = (k - 1) >> 1; k > 0 && item < (items[up] as number); up = (k - 1) >> 1) {
			items[k] = items[up] as number;
			k = up;
		}
		items[k] = item;
	}

	pop(): number | undefined {
		const items = this.#items;
		const top = items[0];
		const last = items.pop();
		if (items.length === 0 || last === undefined) return top;
		let k = 0;
		for (let down = 1; down < items.length; down = 2 * k + 1) {
			if ((items[down + 1] ?? Number.POSITIVE_INFINITY) < (items[down] as number)) down += 1;
			if (last < (items[down] as number)) break;
			items[k] = items[down] as number;
			k = down;
		}
		items[k] = last;
		return top;
	}
}
