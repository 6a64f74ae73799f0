/**
 * How many sets of at most `parts` of the payments that came for other reasons would fall between two amounts by accident.
 *
 *     chance = n x p(1) + C(n, 2) x p(2) + C(n, 3) x p(3) + ...
 *
 * n payments are expected in the window; p(k) is the share of sums of k of them that lie between the amounts. For an
 * expected n, which is no whole number, the binomial is n^k / k! (payments come independently of one another).
 *
 * @param share p(k)
 */
export function chanceOf(n: number, parts: number, share: (parts: number) => number): number {
	let [sets, chance] = [1, 0];
	for (let k = 1; k <= parts; k++) {
		sets *= n / k;
		chance += sets * share(k);
	}
	return chance;
}
