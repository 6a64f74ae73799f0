import type { BenchRow } from '../../bench/row.ts';
import { type Section, seedsFor } from '../section.ts';
import { grouped, meanAndWorst, percent, ratio, row, type Share, sum, table } from '../tables.ts';
import { binsOf, calibrationError } from './calibration.ts';
import { ceilingOf } from './ceiling.ts';
import { explain } from './explain.ts';
import { type Judged, judge } from './judge.ts';
import { makePool } from './make.ts';
import { shiftCoins } from './shift.ts';

/** Yuan legs of other reasons, as multiples of the true ones, and seeds of each: fifty times as many take minutes. */
const DECOYS = [
	{ decoys: 1, seeds: 20 },
	{ decoys: 10, seeds: 20 },
	{ decoys: 50, seeds: 1 },
];

interface Level {
	readonly decoys: number;
	/** What the rules allow at all, by seed. */
	readonly ceilings: readonly Share[];
	/** By seed. */
	readonly judged: readonly Judged[];
	/** Matches accepted of coins at wrong days, by seed, beside the coin legs. */
	readonly shifted: readonly Share[];
}

/** Pools of coins sold and yuan received, from a seeded generator that does not know the matcher. */
export const cashOuts: Section = {
	name: 'cash-outs',
	needs: [],
	async run({ purpose }) {
		const levels = DECOYS.map(({ decoys, seeds }): Level => {
			const pools = seedsFor(purpose, seeds).map((seed) => makePool(seed, decoys));
			return {
				decoys,
				ceilings: pools.map(ceilingOf),
				judged: pools.map((pool) => judge(pool, explain(pool))),
				shifted: pools.map((pool) => {
					const accepted = explain(shiftCoins(pool)).filter((e) => e.accepted);
					return { found: accepted.length, of: pool.coins.length };
				}),
			};
		});
		return { markdown: markdownOf(levels), rows: levels.flatMap(rowsOf) };
	},
};

function markdownOf(levels: readonly Level[]): string {
	const quality = table(
		[
			'decoys',
			'within band and windows',
			'top-1',
			'top-5',
			'accepted: precision',
			'accepted: recall',
			'accepted of shifted coins, of 1,000 legs',
		],
		levels.map(({ decoys, ceilings, judged, shifted }) => [
			`${decoys}x`,
			meanAndWorst(ceilings),
			meanAndWorst(judged.map((j) => j.top1)),
			meanAndWorst(judged.map((j) => j.top5)),
			meanAndWorst(judged.map((j) => j.precision)),
			meanAndWorst(judged.map((j) => j.recall)),
			(1000 * ratio(sum(shifted))).toFixed(1),
		]),
	);
	const calibration = table(
		['decoys', 'of', 'statements', 'expected calibration error', 'stated / true, %, by tenths of the statements'],
		levels.flatMap(({ decoys, judged }) =>
			(['best', 'all'] as const).map((which) => {
				const bins = binsOf(judged.flatMap((j) => j[which]));
				const size = bins.reduce((total, bin) => total + bin.size, 0);
				const pairs = bins.map((bin) => `${percent(bin.stated, 0)}/${percent(bin.right, 0)}`);
				const what = which === 'best' ? 'the best of each coin leg' : 'all that were kept';
				return [`${decoys}x`, what, grouped(size), `${percent(calibrationError(bins), 1)} points`, pairs.join(' ')];
			}),
		),
	);
	return `${quality}\n\n${calibration}`;
}

function rowsOf({ decoys, judged, shifted }: Level): BenchRow[] {
	const name = `cash-outs ${decoys}x`;
	const share = (what: string, list: readonly Share[]) => {
		const { found, of } = sum(list);
		return [
			row(`${name} ${what}`, of, 'of all', found, of),
			row(`${name} ${what}, worst seed`, of, 'share', Math.min(...list.map(ratio)), null),
		];
	};
	const best = judged.flatMap((j) => j.best);
	return [
		...share(
			'top-1',
			judged.map((j) => j.top1),
		),
		...share(
			'top-5',
			judged.map((j) => j.top5),
		),
		...share(
			'precision',
			judged.map((j) => j.precision),
		),
		...share(
			'recall',
			judged.map((j) => j.recall),
		),
		row(`${name} calibration error`, best.length, 'share', calibrationError(binsOf(best)), 0.03),
		row(`${name} accepted by chance`, sum(shifted).of, 'matches', sum(shifted).found, 0),
	];
}
