import { visible } from '../visible.ts';
import type { Place, Units } from './format.ts';

/** Texts that come again and again, each once. Two that look alike but differ keep places of their own. */
export class Texts {
	private readonly places = new Map<string, Place>();
	private readonly seen: string[] = [];

	/** As a reader may see them, by place. */
	get list(): readonly string[] {
		return this.seen;
	}

	/** -1 for ''. */
	place(text: string): Place {
		if (text === '') return -1;
		const known = this.places.get(text);
		if (known !== undefined) return known;
		const place = this.seen.push(visible(text)) - 1;
		this.places.set(text, place);
		return place;
	}

	/** -1 where it has no place. */
	find(text: string): Place {
		return this.places.get(text) ?? -1;
	}
}

/** A whole number as JSON keeps it exactly. */
export function units(amount: bigint): Units {
	const number = Number(amount);
	return Number.isSafeInteger(number) ? number : amount.toString();
}
