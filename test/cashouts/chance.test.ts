import test from 'ava';
import fc from 'fast-check';
import { Background } from '../../src/cashouts/background.ts';
import { beliefs } from '../../src/cashouts/beliefs.ts';
import { chanceOf } from '../../src/cashouts/chance.ts';
import { subsets } from '../../src/cashouts/subsets.ts';
import { worlds } from '../../src/cashouts/worlds.ts';
import { seededNumbers } from '../bench/random.ts';
import { HOUR, yuan } from './world.ts';

const TARGETS = 1_500;

/**
 * Of amounts looked for, the share that some sum of up to three of so many candidates hits by accident: as
 * it is, and as the chance model says.
 */
function hits(candidates: number, tolerance: number): { seen: number; said: number } {
	const next = seededNumbers(candidates * 1_000 + tolerance * 10_000);
	// From 1,000 to 10,000 yuan; what is looked for, from 3,000 to 20,000: as many for each doubling.
	const between = (low: number, high: number) => Math.round(low * (high / low) ** next());
	const draw = () => between(100_000, 1_000_000);
	const population = Array.from({ length: 400 }, (_, i) => yuan(`y${i}`, BigInt(draw()), i));
	const background = new Background(population, new Map(), 96 * HOUR);
	let [seen, said] = [0, 0];
	for (let k = 0; k < TARGETS; k++) {
		const target = between(300_000, 2_000_000);
		const [low, high] = [target * (1 - tolerance), target * (1 + tolerance)];
		const amounts = Array.from({ length: candidates }, draw).sort((a, b) => a - b);
		if ([1, 2, 3].some((parts) => [...subsets(amounts, parts, low, high)].length > 0)) seen++;
		const share = (parts: number) =>
			parts === 1 ? background.density(target, []) * Math.log(high / low) : background.shareOfSums(parts, low, high);
		// So many candidates, not so many expected: C(n, k) for n^k / k!.
		const [one, two, three] = [1, 2, 3].map(share) as [number, number, number];
		const sets = [
			candidates,
			(candidates * (candidates - 1)) / 2,
			(candidates * (candidates - 1) * (candidates - 2)) / 6,
		];
		said += 1 - Math.exp(-(one * (sets[0] as number) + two * (sets[1] as number) + three * (sets[2] as number)));
	}
	return { seen: seen / TARGETS, said: said / TARGETS };
}

// Figures known from elsewhere for sums of up to three: 61 %, 21 % and 95 % of targets hit something by accident.
for (const [candidates, tolerance, known] of [
	[10, 0.01, 0.61],
	[10, 0.002, 0.21],
	[20, 0.01, 0.95],
] as const) {
	test(`${candidates} candidates, ${tolerance * 100} %: the model says how many targets are hit by accident`, (t) => {
		const { seen, said } = hits(candidates, tolerance);
		t.log(seen, said);
		t.true(Math.abs(seen - known) < 0.1, `seen ${seen}`);
		t.true(Math.abs(said - seen) < 0.08, `said ${said}, seen ${seen}`);
	});
}

test('chance adds up sets of one, two and three', (t) => {
	// n = 4: 4 x 0.01 + 8 x 0.002 + 64/6 x 0.001
	const shares = [0, 0.01, 0.002, 0.001];
	t.is(chanceOf(4, 3, (parts) => shares[parts] as number).toFixed(9), (0.04 + 0.016 + 64 / 6000).toFixed(9));
	t.is(
		chanceOf(4, 1, (parts) => shares[parts] as number),
		0.04,
	);
});

test('property: sums are found as by trying all sets', (t) => {
	const values = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 9 });
	fc.assert(
		fc.property(values, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 90 }), (list, parts, low) => {
			const sorted = list.sort((a, b) => a - b);
			const all: string[] = [];
			for (let mask = 1; mask < 1 << sorted.length; mask++) {
				const set = sorted.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));
				const sum = set.reduce((total, i) => total + (sorted[i] as number), 0);
				if (set.length === parts && low <= sum && sum <= low + 5) all.push(set.join());
			}
			t.deepEqual([...subsets(sorted, parts, low, low + 5)].map((set) => set.join()).sort(), all.sort());
		}),
		{ numRuns: 100, seed: 3 },
	);
});

const someSets = fc.array(
	fc.tuple(
		fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 3 }),
		fc.double({ min: 0.01, max: 50, noNaN: true }),
	),
	{ maxLength: 8 },
);

test('property: worlds are weighed as by writing all of them down', (t) => {
	fc.assert(
		fc.property(someSets, (sets) => {
			const legs = sets.map(([set]) => set);
			const weights = Float64Array.from(sets, ([, weight]) => weight);
			let total = 0;
			const within = new Float64Array(sets.length);
			for (let mask = 0; mask < 1 << sets.length; mask++) {
				const taken = legs.filter((_, e) => (mask >> e) & 1).flat();
				if (new Set(taken).size < taken.length) continue;
				const weight = weights.reduce((product, w, e) => ((mask >> e) & 1 ? product * w : product), 1);
				total += weight;
				for (let e = 0; e < sets.length; e++) if ((mask >> e) & 1) within[e] = (within[e] as number) + weight;
			}
			const found = worlds(weights, legs);
			t.true(Math.abs((found?.logTotal ?? 0) - Math.log(total)) < 1e-9);
			for (const [e, sum] of within.entries()) t.true(Math.abs((found?.likelihoods[e] ?? 0) - sum / total) < 1e-9);
		}),
		{ numRuns: 60, seed: 5 },
	);
});

test('beliefs are exact along a chain, where no ring of sets exists', (t) => {
	const weights = Float64Array.from([2, 3, 5]);
	const legs = [
		[0, 1],
		[1, 2],
		[2, 3],
	];
	// Worlds: none 1, first 2, second 3, third 5, first and third 10; together 21.
	const found = beliefs(weights, legs);
	for (const [e, share] of [12 / 21, 3 / 21, 15 / 21].entries()) t.true(Math.abs((found[e] as number) - share) < 1e-5);
});

test('a component with too many open legs is not weighed', (t) => {
	const legs = Array.from({ length: 40 }, (_, i) => [i, i + 40]);
	const crossed = legs.map((_, i) => [i, 79 - i]);
	t.is(worlds(new Float64Array(80).fill(1), [...legs, ...crossed]), undefined);
});
