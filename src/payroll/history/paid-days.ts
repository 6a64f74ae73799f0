import { noDays, type PaidDays, payDays, seenFrom } from './days.ts';

/** Paid days as small numbers, each way of paying worked out once: a history goes through few of them, but often. */
export class PaidDaysBook {
	readonly #ids = new Map<string, number>();
	readonly #days: PaidDays[] = [];
	readonly #later = new Map<number, number>();
	readonly #paid = new Map<number, number>();
	/** Nothing paid yet. */
	readonly none: number;

	constructor(daysMax: number) {
		this.none = this.#idOf(noDays(daysMax));
	}

	/** The same days seen some days later. */
	later(id: number, gap: number): number {
		if (gap === 0) return id;
		const days = this.#days[id] ?? [];
		const key = id * 1024 + Math.min(gap, days.length);
		const known = this.#later.get(key);
		if (known !== undefined) return known;
		const later = this.#idOf(seenFrom(days, gap));
		this.#later.set(key, later);
		return later;
	}

	/** What is paid then, as twice its number, and one more where it was for too many days. */
	pay(id: number, percent: number, morning: boolean): number {
		const key = (id * 65_536 + percent) * 2 + Number(morning);
		const known = this.#paid.get(key);
		if (known !== undefined) return known;
		const { paid, tooMany } = payDays(this.#days[id] ?? [], percent, morning);
		const result = this.#idOf(paid) * 2 + Number(tooMany);
		this.#paid.set(key, result);
		return result;
	}

	#idOf(days: PaidDays): number {
		const key = days.join(' ');
		const known = this.#ids.get(key);
		if (known !== undefined) return known;
		this.#ids.set(key, this.#days.length);
		this.#days.push(days);
		return this.#days.length - 1;
	}
}
