/** The values of a list by key: keys in the order of their first value, values in the order of the list. */
export function grouped<T, Key extends string | number>(list: Iterable<T>, keyOf: (one: T) => Key): Map<Key, T[]> {
	const groups = new Map<Key, T[]>();
	for (const one of list) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return groups;
}
