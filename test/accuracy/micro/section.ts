import type { BenchRow } from '../../bench/row.ts';
import { type Section, seedsFor } from '../section.ts';
import { count, row, table } from '../tables.ts';
import { makeMicro } from './case.ts';
import { FIGURES, type FigureOf, fateOf, isFalselyCertain, look, type Sight } from './measure.ts';

/** Worlds, and how often files are taken away from each at each level: 1,020 runs. */
const WORLDS = 20;
const DRAWS = 17;
/** Percent of the files that are gone. */
const LEVELS = [30, 50, 70] as const;

interface Seen {
	readonly seed: number;
	readonly gone: number;
	readonly sight: Sight;
}

/** Twenty people whose evidence is lost at random: whether the truth lies between the bounds that are printed. */
export const micro: Section = {
	name: 'micro',
	needs: [],
	async run({ purpose }) {
		const seen: Seen[] = [];
		for (const seed of seedsFor(purpose, WORLDS)) {
			const made = await makeMicro(seed);
			for (const gone of LEVELS)
				for (let draw = 0; draw < DRAWS; draw++)
					for (const sight of await look(made, gone, draw)) seen.push({ seed, gone, sight });
		}
		const measured = LEVELS.flatMap((gone) => FIGURES.map((figure) => measure(seen, gone, figure)));
		return { markdown: markdownOf(measured, seen), rows: measured.flatMap(rowsOf) };
	},
};

interface Measured {
	readonly gone: number;
	readonly figure: FigureOf;
	readonly inside: { readonly found: number; readonly of: number };
	/** Share inside of the world where it is least. */
	readonly worst: number;
	/** The truth is beside the bounds, or there is none. */
	readonly outside: number;
	readonly unbounded: number;
	readonly falselyCertain: number;
	/** Median of (most - least) / truth, where the truth is not 0. */
	readonly width: number;
}

function measure(seen: readonly Seen[], gone: number, figure: FigureOf): Measured {
	const sights = seen.filter((one) => one.gone === gone && one.sight.figure === figure).map(({ sight }) => sight);
	const fates = sights.map(fateOf);
	const number = (fate: (typeof fates)[number]) => fates.filter((one) => one === fate).length;
	return {
		gone,
		figure,
		inside: { found: number('inside'), of: sights.length },
		worst: Math.min(...worldsOf(seen, gone, figure)),
		outside: number('above') + number('below'),
		unbounded: number('unbounded'),
		falselyCertain: sights.filter(isFalselyCertain).length,
		width: medianWidth(sights),
	};
}

/** Of each world, the share of its sights that lie inside. */
function worldsOf(seen: readonly Seen[], gone: number, figure: FigureOf): number[] {
	const worlds = new Map<number, { inside: number; of: number }>();
	for (const { seed, gone: at, sight } of seen) {
		if (at !== gone || sight.figure !== figure) continue;
		const { inside, of } = worlds.get(seed) ?? { inside: 0, of: 0 };
		worlds.set(seed, { inside: inside + Number(fateOf(sight) === 'inside'), of: of + 1 });
	}
	return [...worlds.values()].map(({ inside, of }) => inside / of);
}

function medianWidth(sights: readonly Sight[]): number {
	const widths = sights.flatMap(({ truth, bounds: { least, most } }) =>
		least === undefined || most === undefined || truth === 0n ? [] : [Number(most - least) / Math.abs(Number(truth))],
	);
	widths.sort((a, b) => a - b);
	return widths[Math.floor(widths.length / 2)] ?? 0;
}

function markdownOf(measured: readonly Measured[], seen: readonly Seen[]): string {
	const figures = table(
		[
			'files gone',
			'figure',
			'truth inside',
			'worst world',
			'outside',
			'unbounded',
			'falsely certain',
			'median width / truth',
		],
		measured.map(({ gone, figure, inside, worst, outside, unbounded, falselyCertain, width }) => [
			`${gone} %`,
			figure,
			`${count(inside)} (${share(inside)})`,
			`${(100 * worst).toFixed(2)} %`,
			`${outside}`,
			`${unbounded}`,
			`${falselyCertain}`,
			width.toFixed(2),
		]),
	);
	const roles = ['core', 'leader', 'inspector', 'caller'];
	const widths = table(
		['received: median width / truth', ...roles],
		LEVELS.map((gone) => [
			`${gone} % gone`,
			...roles.map((role) =>
				medianWidth(
					seen
						.filter(({ gone: at, sight }) => at === gone && sight.figure === 'received' && sight.role === role)
						.map(({ sight }) => sight),
				).toFixed(2),
			),
		]),
	);
	return `${figures}\n\n${widths}`;
}

function share({ found, of }: Measured['inside']): string {
	return `${((100 * found) / of).toFixed(2)} %`;
}

function rowsOf({ gone, figure, inside, falselyCertain, width }: Measured): BenchRow[] {
	const name = `micro ${gone} % gone ${figure}`;
	return [
		row(`${name} inside`, inside.of, 'figures', inside.found, inside.of),
		row(`${name} falsely certain`, inside.of, 'figures', falselyCertain, 0),
		row(`${name} median width`, inside.of, 'times the truth', Number(width.toPrecision(6)), null),
	];
}
