import { type Asked, type Section, seedsFor, type Told } from '../section.ts';
import { type Family, familyRows, familyTable } from './family.ts';
import { type DemoMeasured, measureDemo } from './measure.ts';

interface Kind {
	readonly name: string;
	readonly seeds: number;
	readonly scale?: number;
	/** Percent of the files of evidence that are gone. */
	readonly lost?: number;
}

/** The invented gang with all of its evidence. */
export const demo: Section = {
	name: 'demo',
	needs: [],
	run: (asked) => measured(asked, [{ name: 'all evidence', seeds: 20 }]),
};

/** The same without part of its evidence. */
export const demoLost: Section = {
	name: 'demo-lost',
	needs: [],
	run: (asked) =>
		measured(
			asked,
			[30, 50, 70].map((lost) => ({ name: `${lost} % of the files gone`, seeds: 5, lost })),
		),
};

/** Ten times as many groups: takes minutes and some gigabytes. */
export const demoLarge: Section = {
	name: 'demo-large',
	needs: [],
	run: (asked) => measured(asked, [{ name: '10x', seeds: 1, scale: 10 }]),
};

async function measured({ purpose }: Asked, kinds: readonly Kind[]): Promise<Told> {
	const families: Family[] = [];
	for (const { name, seeds, ...options } of kinds) {
		const runs: DemoMeasured[] = [];
		for (const seed of seedsFor(purpose, seeds)) {
			const run = await measureDemo(seed, options);
			runs.push(run);
			// Hours may pass until the table: what goes wrong is told at once.
			for (const { what, words } of run.beyond) console.error(`demo ${seed}, ${name}, ${what}: ${words}`);
			for (const words of run.differences.filter((text) => text.includes(' never ')))
				console.error(`demo ${seed}, ${name}: ${words}`);
		}
		families.push({ name, measured: runs });
	}
	return { markdown: familyTable(families), rows: families.flatMap(familyRows) };
}
