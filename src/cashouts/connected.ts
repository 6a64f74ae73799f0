import { grouped } from '../ledger/grouped.ts';

/** Those of a list that share keys with one another, over however many steps; groups and members in the order of the list. */
export function connected<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): T[][] {
	const parent = new Map<string, string>();
	const root = (key: string): string => {
		let at = key;
		for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
		for (let on = key; on !== at; ) {
			const next = parent.get(on) as string;
			parent.set(on, at);
			on = next;
		}
		return at;
	};
	const firstOf = (one: T) => keysOf(one)[0] as string;
	for (const one of list) {
		for (const key of keysOf(one)) {
			if (!parent.has(key)) parent.set(key, key);
			parent.set(root(key), root(firstOf(one)));
		}
	}
	return [...grouped(list, (one) => root(firstOf(one))).values()];
}
