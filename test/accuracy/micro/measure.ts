import { seeded } from '../../../datasets/demo/random.ts';
import type { Bounds } from '../../../src/proceeds/bounds-types.ts';
import { deriveWith, type MicroCase } from './case.ts';

export const FIGURES = ['received', 'passedOn', 'kept'] as const;
export type FigureOf = (typeof FIGURES)[number];

/** One figure of one person in one run, beside the truth. */
export interface Sight {
	readonly figure: FigureOf;
	readonly role: string;
	readonly truth: bigint;
	readonly bounds: Bounds;
	/** What the program prints as documented. */
	readonly documented: bigint;
}

/** Takes away so many percent of the files at random, and derives. */
export async function look(micro: MicroCase, gone: number, draw: number): Promise<Sight[]> {
	const random = seeded(`micro ${micro.seed} ${gone} ${draw}`);
	const left = Math.round((micro.files.length * (100 - gone)) / 100);
	return await sightsOf(micro, random.shuffle(micro.files).slice(0, left));
}

export async function sightsOf(micro: MicroCase, files: MicroCase['files']): Promise<Sight[]> {
	const { parties, bounds, figures } = await deriveWith(micro, files);
	const documented = new Map(figures.map((figure) => [figure.id, figure.value]));
	return micro.truth.flatMap((person) => {
		const [party] = parties.named(person.identity);
		const own = party && bounds.people.get(party.id);
		if (!own) throw new Error(`no bounds of ${person.identity}`);
		return FIGURES.map((figure): Sight => {
			const name = figure === 'passedOn' ? 'passed-on' : figure;
			return {
				figure,
				role: person.role,
				truth: person[figure],
				bounds: own[figure],
				documented: documented.get(`${party.id}/${name}`) ?? 0n,
			};
		});
	});
}

/** How the truth lies to the bounds. `unbounded` counts as a miss: it promises nothing. */
export type Fate = 'inside' | 'above' | 'below' | 'unbounded';

export function fateOf({ truth, bounds: { least, most } }: Sight): Fate {
	if (least !== undefined && truth < least) return 'below';
	if (most !== undefined && truth > most) return 'above';
	return least === undefined || most === undefined ? 'unbounded' : 'inside';
}

/** Both bounds say one figure, and it is another: a wrong figure presented as certain. */
export function isFalselyCertain({ truth, bounds: { least, most } }: Sight): boolean {
	return least !== undefined && least === most && truth !== least;
}
