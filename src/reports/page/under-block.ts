import type { Findings } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import type { FigureTransfer, ToldTerms } from '../package/part.ts';
import { visible } from '../visible.ts';
import { say, type Words, word, wordsOf } from '../words.ts';
import type { PageUnder, PageWords, Place, Units } from './format.ts';
import type { RowsBlock } from './rows-block.ts';
import { Texts, units } from './texts.ts';

type Payout = Findings['payouts'][number];

/** What stands under the figures and behind the pay, by places of rows. What names a transfer of no row is left out. */
export function underBlock(
	findings: Findings,
	figureTransfers: Iterable<FigureTransfer>,
	terms: ToldTerms,
	{ places, texts: accounts, assets }: RowsBlock,
	pageWords: PageWords,
): PageUnder {
	const texts = new Texts();
	const teller = new Teller(findings, pageWords);
	const known = findings.payouts.filter(({ id }) => places.has(id));
	return {
		figures: figuresOf(figureTransfers, places),
		paid: known.map(({ id }) => places.get(id) as Place),
		why: known.map((payout) => texts.place(teller.why(payout))),
		parts: known.map((payout) => texts.place(teller.parts(payout))),
		texts: texts.list,
		terms: termsOf(terms, places, accounts, assets),
	};
}

function figuresOf(list: Iterable<FigureTransfer>, places: ReadonlyMap<string, Place>): PageUnder['figures'] {
	const figures = new Map<string, { rows: Place[]; amounts: Units[] }>();
	for (const { figure, transfer, amount, sign } of list) {
		const place = places.get(transfer);
		if (place === undefined) continue;
		const one = figures.get(figure) ?? { rows: [], amounts: [] };
		figures.set(figure, one);
		one.rows.push(place);
		one.amounts.push(units(sign === -1 ? -amount : amount));
	}
	return Object.fromEntries(figures);
}

/** Services and openings of accounts that no row touches are dropped, as the trace itself would. */
function termsOf(
	terms: ToldTerms,
	places: ReadonlyMap<string, Place>,
	accounts: Texts,
	assets: readonly string[],
): PageUnder['terms'] {
	const seeds = terms.seeds.flatMap(([transfer, origin]) => {
		const place = places.get(transfer);
		return place === undefined ? [] : [[place, origin] as const];
	});
	const conversions = terms.conversions.filter(({ gives, gets }) => [...gives, ...gets].every((id) => places.has(id)));
	const placesOf = (ids: readonly string[]) => ids.map((id) => places.get(id) as Place);
	return {
		origins: terms.origins.map(visible),
		seeds,
		services: terms.services.map((account) => accounts.find(account)).filter((place) => place >= 0),
		conversions: conversions.map(({ id, gives, gets }) => [id, placesOf(gives), placesOf(gets)]),
		openings: terms.openings
			.map(({ account, asset, amount }) => [accounts.find(account), assets.indexOf(asset), units(amount)] as const)
			.filter(([account, asset]) => account >= 0 && asset >= 0),
		missing: terms.seeds.length - seeds.length + terms.conversions.length - conversions.length,
	};
}

/** Why a payment is what it is said to be, and what it is made of, in words. */
class Teller {
	private readonly language: Findings['case']['language'];
	private readonly words: Words;
	private readonly page: PageWords;

	constructor({ case: { language } }: Findings, page: PageWords) {
		this.language = language;
		this.words = wordsOf(language);
		this.page = page;
	}

	why({ reason, basis, backing }: Payout): string {
		const bases = basis.map((each) => word(this.words.bases, each)).join(this.words.separator);
		const backed =
			backing &&
			this.page.backing
				.replace('{state}', word(this.words.backings, backing.reports))
				.replace('{reported}', String(backing.reported))
				.replace('{joined}', String(backing.joined));
		const sentences = [
			say(this.language, reason.code, reason.facts),
			bases && `${this.page.basis}${this.words.colon}${bases}`,
			backed,
		];
		return sentences.filter(Boolean).join(this.words.stop);
	}

	/** Of a settled payout its parts; of an open one every reading that the pay rules allow. */
	parts(payout: Payout): string {
		const { bonus, leads, rate, readings, certainty } = payout;
		const settled = this.sum(payout, bonus, leads === undefined || rate === undefined ? undefined : { leads, rate });
		if (settled !== '') return settled;
		if (certainty === 'documented' || readings.length === 0) return '';
		const told = readings.map((reading) => this.sum(reading, '0', reading));
		return `${this.page.readings}${this.words.colon}${told.join(this.words.stop)}`;
	}

	private sum(
		{ wage, commission, rounding }: Pick<Payout, 'wage' | 'commission' | 'rounding'>,
		bonus: string,
		counted: { readonly leads: number; readonly rate: string } | undefined,
	): string {
		const paid = this.part('commission', commission);
		return [
			this.part('wage', wage),
			paid !== '' && counted ? this.words.withRole(paid, this.leads(counted.leads, counted.rate)) : paid,
			this.part('bonus', bonus),
			this.part('rounding', rounding),
		]
			.filter((part) => part !== '')
			.join(' + ');
	}

	private part(name: 'wage' | 'commission' | 'bonus' | 'rounding', fen: string): string {
		return fen === '0' ? '' : `${this.page[name]} ${formatAmount(BigInt(fen), 2)}`;
	}

	private leads(leads: number, rate: string): string {
		return this.page.leads.replace('{n}', String(leads)).replace('{rate}', formatAmount(BigInt(rate), 2));
	}
}
