/** The highest of some amounts; 0 where there are none. */
export function highest(amounts: readonly bigint[]): bigint {
	let high = 0n;
	for (const amount of amounts) if (amount > high) high = amount;
	return high;
}
