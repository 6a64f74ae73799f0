import { hash } from 'node:crypto';
import type { Findings } from '../../findings/schema.ts';
import type { LedgerRow } from '../ledger-row.ts';

/**
 * Ids that are hashes of what is masked: of a person (name and identity number), a claim, a transfer (order and card), a
 * point, a link. Whoever holds one may try all numbers that a mask leaves open and see which gives it.
 */
const IDS = /(?<![0-9A-Za-z_])(?:p[0-9a-f]{12}|[achlmqs][0-9a-f]{16}|t[0-9a-f]{24})(?![0-9A-Za-z_])/g;

const SHORTEST = 13;

/** Ids of a package that is not internal: the same for the same run, and no way back from them without the findings. */
export class MaskedIds {
	readonly #key: string;
	readonly #made = new Map<string, string>();

	constructor(findings: Findings) {
		this.#key = hash('sha256', `ids of a package\n${JSON.stringify(findings)}`);
	}

	/** Text with every id in it replaced. */
	in(text: string): string {
		if (text.length < SHORTEST) return text;
		// Mostly the text is one id.
		return this.#made.get(text) ?? text.replaceAll(IDS, (id) => this.of(id));
	}

	of(id: string): string {
		const known = this.#made.get(id);
		if (known !== undefined) return known;
		const made = this.#hashed(id);
		this.#made.set(id, made);
		return made;
	}

	/**
	 * Ids among which the trace breaks ties keep their order, so that a trace over masked rows is the same.
	 *
	 * @param ids of transfers that share an instant
	 */
	keepOrder(ids: readonly string[]): void {
		const shown = ids.map((id) => this.#hashed(id)).sort();
		for (const [place, id] of [...ids].sort().entries()) this.#made.set(id, shown[place] as string);
	}

	#hashed(id: string): string {
		return [id.slice(0, 1), hash('sha256', `${this.#key}|${id}`).slice(0, id.length - 1)].join('');
	}
}

type Tied = Pick<LedgerRow, 'id' | 'instant' | 'tied'>;

/** Transfers that share an instant, as rows come in the order of time. */
export class Ties {
	readonly #ids: MaskedIds | undefined;
	#instant = Number.NaN;
	#group: string[] = [];

	constructor(ids: MaskedIds | undefined) {
		this.#ids = ids;
	}

	note({ id, instant, tied }: Tied): void {
		if (instant !== this.#instant) this.end();
		this.#instant = instant;
		if (tied) this.#group.push(id);
	}

	end(): void {
		if (this.#group.length > 1) this.#ids?.keepOrder(this.#group);
		this.#group = [];
	}
}
