/** Sets of origins by number; set 0 is empty. Few differ, so that a union is mostly one look-up. */
export class OriginSets {
	private readonly members: (readonly number[])[] = [[]];
	private readonly numbers = new Map<string, number>([['', 0]]);
	private readonly unions = new Map<number, Map<number, number>>();

	/** The origins of a set, ascending. */
	of(set: number): readonly number[] {
		return this.members[set] as readonly number[];
	}

	single(origin: number): number {
		return this.intern([origin]);
	}

	union(a: number, b: number): number {
		if (a === b || b === 0) return a;
		if (a === 0) return b;
		const known = this.unions.get(a) ?? new Map<number, number>();
		this.unions.set(a, known);
		const union = known.get(b) ?? this.intern([...new Set([...this.of(a), ...this.of(b)])].sort((x, y) => x - y));
		known.set(b, union);
		return union;
	}

	private intern(origins: readonly number[]): number {
		const key = origins.join();
		const known = this.numbers.get(key);
		if (known !== undefined) return known;
		this.members.push(origins);
		this.numbers.set(key, this.members.length - 1);
		return this.members.length - 1;
	}
}
