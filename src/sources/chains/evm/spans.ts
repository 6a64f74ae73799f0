/** Stretches that must go well before a span that was refused is tried again. */
const PROBATION = 8;

/** How many blocks are asked for at once: what the node bears, and no more than fills a stretch. */
export class Spans {
	#span: number;
	#ceiling: number;
	#well = 0;
	readonly #most: number;

	/** @param first span, carefully @param most that is ever asked for */
	constructor(first: number, most: number) {
		this.#span = first;
		this.#ceiling = most;
		this.#most = most;
	}

	get span(): number {
		return this.#span;
	}

	/** @param size logs that came @param wanted about how many of them make a good stretch */
	answered(size: number, wanted: number): void {
		this.#well += 1;
		if (this.#well % PROBATION === 0) this.#ceiling = Math.min(this.#most, this.#ceiling * 2);
		const factor = size > 2 * wanted ? 0.5 : size > wanted / 2 ? 1 : size > wanted / 10 ? 2 : 10;
		this.#set(this.#span * factor);
	}

	/**
	 * @param asked blocks that were too many
	 * @param borne what the node says it bears: some name the very span that they refuse
	 * @returns whether less can be asked for
	 */
	refused(asked: number, borne: number | undefined): boolean {
		this.#well = 0;
		this.#ceiling = Math.max(1, Math.min(asked - 1, borne ?? asked - 1));
		this.#set(borne === undefined || borne >= asked ? asked / 2 : borne);
		return asked > 1;
	}

	#set(span: number): void {
		this.#span = Math.max(1, Math.min(Math.floor(span), this.#ceiling));
	}
}
