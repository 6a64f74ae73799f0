import type { PagePerson, Place } from '../reports/page/format.ts';
import { visible } from '../reports/visible.ts';
import type { Data } from './data.ts';
import { holds, unitsOf } from './filter.ts';

/** What a search found. */
export type Hit =
	| { readonly is: 'person'; readonly person: PagePerson; readonly why: string }
	| { readonly is: 'account'; readonly account: string; readonly count: number }
	| { readonly is: 'transfer'; readonly row: Place }
	| { readonly is: 'amount'; readonly text: string; readonly count: number }
	| { readonly is: 'text'; readonly text: string; readonly count: number };

const PEOPLE_MAX = 12;
const ACCOUNTS_MAX = 6;
const TRANSFERS_MAX = 3;

/** Looks for people first, then accounts, transfers by their number, and amounts. */
export class Finder {
	private readonly data: Data;
	private readonly people: readonly { readonly person: PagePerson; readonly texts: readonly string[] }[];
	private counts: Int32Array | undefined;

	constructor(data: Data) {
		this.data = data;
		this.people = data.told.people.map((person) => ({
			person,
			texts: [
				person.name,
				...person.nicknames,
				person.identity,
				// A claim that was withdrawn makes nobody answer to an account.
				...person.accounts.filter(({ withdrawn }) => !withdrawn).map(({ account }) => account),
			],
		}));
	}

	find(text: string): { readonly hits: readonly Hit[]; readonly more: boolean } {
		const wanted = visible(text.trim()).toLowerCase();
		if (wanted === '') return { hits: [], more: false };
		const people = this.persons(wanted);
		const accounts = this.accounts(wanted);
		const transfers = this.transfers(wanted);
		const hits: Hit[] = [
			...people.slice(0, PEOPLE_MAX),
			...this.amounts(wanted),
			...accounts.slice(0, ACCOUNTS_MAX),
			...transfers,
		];
		const holding = this.count(holds(this.data, wanted));
		if (holding > 0) hits.push({ is: 'text', text: text.trim(), count: holding });
		return { hits, more: people.length > PEOPLE_MAX || accounts.length > ACCOUNTS_MAX };
	}

	/** Names that are the text or begin with it come first. */
	private persons(wanted: string): Hit[] {
		const found = this.people.flatMap(({ person, texts }) => {
			const place = texts.findIndex((one) => one.toLowerCase().includes(wanted));
			if (place < 0) return [];
			const name = person.name.toLowerCase();
			const rank = name === wanted ? 0 : name.startsWith(wanted) ? 1 : place === 0 ? 2 : 3;
			return [{ rank, hit: { is: 'person', person, why: place === 0 ? '' : (texts[place] as string) } as const }];
		});
		return found.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit);
	}

	private accounts(wanted: string): Hit[] {
		const counts = this.touched();
		const hits = this.data.textsWith(wanted);
		const found: Hit[] = [];
		for (let place = 0; place < hits.length && found.length <= ACCOUNTS_MAX; place++) {
			const count = counts[place] as number;
			if (hits[place] === 1 && count > 0) found.push({ is: 'account', account: this.data.text(place), count });
		}
		return found;
	}

	private transfers(wanted: string): Hit[] {
		const { ids, order } = this.data.rows;
		if (wanted.length < 6) return [];
		const found: Hit[] = [];
		for (let row = 0; row < this.data.size && found.length < TRANSFERS_MAX; row++)
			if (ids[row] === wanted || order[row]?.toLowerCase() === wanted) found.push({ is: 'transfer', row });
		return found;
	}

	private amounts(wanted: string): Hit[] {
		const typed = unitsOf(this.data, wanted);
		if (!typed) return [];
		const { asset } = this.data.rows;
		const count = this.count((row) => {
			const units = typed[asset[row] as Place];
			return units !== undefined && this.data.amount(row) === units;
		});
		return count === 0 ? [] : [{ is: 'amount', text: wanted, count }];
	}

	private count(test: (row: Place) => boolean): number {
		let count = 0;
		for (let row = 0; row < this.data.size; row++) if (test(row)) count += 1;
		return count;
	}

	/** By place of a text: transfers of which it is an account. */
	private touched(): Int32Array {
		if (this.counts) return this.counts;
		const { texts, from, to, card } = this.data.rows;
		const counts = new Int32Array(texts.length);
		for (const column of [from, to, card])
			for (const place of column) if (place >= 0) counts[place] = (counts[place] as number) + 1;
		this.counts = counts;
		return counts;
	}
}
