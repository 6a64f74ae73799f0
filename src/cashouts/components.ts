import { connected } from './connected.ts';
import type { Explanation } from './explanations.ts';
import { legKeys } from './legs.ts';

/** Places in a list of explanations, of those that share legs with one another, over however many steps; earliest coins first. */
export function components(all: readonly Explanation[], chosen: readonly number[]): number[][] {
	const at = (i: number) => all[i] as Explanation;
	return connected(chosen, (i) => legKeys(at(i))).map((group) => group.sort((a, b) => compare(at(a), at(b))));
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
