import type { Truth } from '../../../datasets/demo/truth.ts';
import type { Findings } from '../../../src/findings/schema.ts';

/** A figure of a person that the truth contradicts. */
export interface Beyond {
	/** `documented`: more than they did. `bounds`: the truth lies outside what is printed at least and at most. */
	readonly what: 'documented' | 'bounds';
	/** Least and most are one figure: it was printed as certain. */
	readonly certain: boolean;
	readonly words: string;
}

/** Bounds are of money on accounts (docs/concepts.md): what was sold for cash is on none. */
function cashOf(truth: Truth, name: string): bigint {
	return truth.cashOuts.reduce((sum, { core, yuanAt, yuanFen }) => {
		return core === name && yuanAt === '' ? sum + BigInt(yuanFen) : sum;
	}, 0n);
}

/**
 * What is said of people beyond the truth. Missing evidence may make a documented figure smaller than the truth, and the
 * bounds wider; whatever makes it larger accuses somebody of what did not happen.
 */
export function beyondTruth(findings: Findings, truth: Truth): Beyond[] {
	const told = new Map(findings.people.map((person) => [`${person.name}|${person.identity}`, person]));
	return truth.people.flatMap((one) => {
		const person = told.get(`${one.name}|${one.identity}`);
		if (!person) return [];
		const { bounds } = person;
		const cash = cashOf(truth, one.name);
		const [got, kept] = [BigInt(one.receivedFen) - cash, BigInt(one.keptFen) - cash];
		const figures = [
			{ name: 'received', value: person.figures.received?.value, bounds: bounds.received, fen: got },
			{
				name: 'passed on',
				value: person.figures['passed-on']?.value,
				bounds: bounds.passedOn,
				fen: BigInt(one.passedOnFen),
			},
			{ name: 'kept', value: undefined, bounds: bounds.kept, fen: kept },
		];
		return figures.flatMap(({ name, value, bounds: { least, most }, fen }): Beyond[] => {
			const certain = least !== undefined && least === most;
			const outside = (least !== undefined && BigInt(least) > fen) || (most !== undefined && BigInt(most) < fen);
			const words = `${one.name}: ${name} ${value ?? ''} (${least ?? ''} to ${most ?? ''}) instead of ${fen}`;
			return [
				...(value !== undefined && BigInt(value) > fen ? [{ what: 'documented' as const, certain, words }] : []),
				...(outside ? [{ what: 'bounds' as const, certain, words }] : []),
			];
		});
	});
}
