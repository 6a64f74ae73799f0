import type { Explanation } from './explanations.ts';

/** Places in a list of explanations, of those that share legs with one another, over however many steps; earliest coins first. */
export function components(all: readonly Explanation[], chosen: readonly number[]): number[][] {
	const parent = new Map<string, string>();
	const root = (leg: string): string => {
		let at = leg;
		while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at) as string;
		for (let on = leg; on !== at; ) {
			const next = parent.get(on) as string;
			parent.set(on, at);
			on = next;
		}
		return at;
	};
	for (const i of chosen) {
		const [first = '', ...others] = legKeys(all[i] as Explanation);
		if (!parent.has(first)) parent.set(first, first);
		for (const leg of others) {
			if (!parent.has(leg)) parent.set(leg, leg);
			parent.set(root(leg), root(first));
		}
	}
	const groups = new Map<string, number[]>();
	for (const i of chosen) {
		const key = root(legKeys(all[i] as Explanation)[0] as string);
		const group = groups.get(key);
		if (group) group.push(i);
		else groups.set(key, [i]);
	}
	const order = (i: number) => all[i] as Explanation;
	return [...groups.values()].map((group) => group.sort((a, b) => compare(order(a), order(b))));
}

/** Its transfers, told apart by side: a transfer is either coins or yuan. */
export function legKeys({ coins, yuan }: Explanation): string[] {
	return [...coins.map((leg) => leg.transfer), ...yuan.map((leg) => leg.transfer)];
}

/** Its legs as numbers, for each of the places. */
export function legNumbers(all: readonly Explanation[], places: readonly number[]): number[][] {
	const numbers = new Map<string, number>();
	const numberOf = (key: string): number => {
		const known = numbers.get(key) ?? numbers.size;
		numbers.set(key, known);
		return known;
	};
	return places.map((i) => legKeys(all[i] as Explanation).map(numberOf));
}

const key = (one: Explanation) => `${one.coins[0]?.transfer} ${one.id}`;

function compare(a: Explanation, b: Explanation): number {
	const [x, y] = [a.coins[0]?.instant as number, b.coins[0]?.instant as number];
	return x - y || (key(a) < key(b) ? -1 : 1);
}
