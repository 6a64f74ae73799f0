import type { Candidate } from './bound-rows.ts';
import type { Ladder } from './ladder.ts';

/** What rows say of one figure of one person, in fen. */
export interface FigureTally {
	/** Certain rows, and those that may count besides. */
	readonly least: bigint;
	readonly most: bigint;
	/** Of these, what came from outside the gang. */
	readonly externalLeast: bigint;
	readonly externalMost: bigint;
	/** A row may count of which nobody knows the amount. */
	readonly unmeasured: boolean;
	/** A row of it lies outside the days of the case. */
	readonly outside: boolean;
	/** What is not certain, by reason. */
	readonly doubts: ReadonlyMap<string, { readonly rows: number; readonly amount: bigint }>;
}

type Mutable = { -readonly [K in keyof Omit<FigureTally, 'doubts'>]: FigureTally[K] } & {
	readonly doubts: Map<string, { rows: number; amount: bigint }>;
};

/** Adds up candidates by person and figure. */
export class Tallies {
	readonly #figures = new Map<string, Mutable>();
	/** What each person paid to accounts that are nobody's, and was paid from such. */
	readonly #toNobody = new Map<string, bigint>();
	readonly #fromNobody = new Map<string, bigint>();

	add({ party, figure, amount, firm, external, anonymous, outside, why }: Candidate): void {
		const tally = this.#of(party, figure);
		tally.most += amount;
		tally.outside ||= outside;
		if (external) tally.externalMost += amount;
		if (anonymous) {
			const other = figure === 'received' ? this.#fromNobody : this.#toNobody;
			other.set(party, (other.get(party) ?? 0n) + amount);
		}
		if (firm || why === '') {
			tally.least += amount;
			if (external) tally.externalLeast += amount;
			return;
		}
		if (why === 'unknown-amount') tally.unmeasured = true;
		const doubt = tally.doubts.get(why) ?? { rows: 0, amount: 0n };
		tally.doubts.set(why, { rows: doubt.rows + 1, amount: doubt.amount + amount });
	}

	/**
	 * The tally of a figure.
	 *
	 * @param unclaimed people who may hold accounts that nobody knows: what others paid to nobody's account (or got from one)
	 * may be theirs
	 */
	reader(
		ladder: Ladder,
		unclaimed: (party: string) => boolean,
	): (party: string, figure: Candidate['figure']) => FigureTally {
		const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);
		const above = ladder.over('above', (party) => this.#toNobody.get(party) ?? 0n, sum);
		const below = ladder.over('below', (party) => this.#fromNobody.get(party) ?? 0n, sum);
		return (party, figure) => {
			const tally = this.#of(party, figure);
			if (!unclaimed(party)) return tally;
			const amount = figure === 'received' ? above(party) : below(party);
			if (amount === 0n) return tally;
			const doubts = new Map(tally.doubts).set('unknown-accounts', { rows: 0, amount });
			return { ...tally, most: tally.most + amount, doubts };
		};
	}

	#of(party: string, figure: Candidate['figure']): Mutable {
		const key = `${party}/${figure}`;
		const known = this.#figures.get(key);
		if (known) return known;
		const made: Mutable = {
			least: 0n,
			most: 0n,
			externalLeast: 0n,
			externalMost: 0n,
			unmeasured: false,
			outside: false,
			doubts: new Map(),
		};
		this.#figures.set(key, made);
		return made;
	}
}
