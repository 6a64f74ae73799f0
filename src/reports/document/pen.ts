import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { type Asset, KNOWN_ASSETS } from '../../ledger/asset.ts';
import { displayAmount, thousands } from '../../ledger/money.ts';
import { formatDay, formatTime } from '../../ledger/time.ts';
import { assetNames } from '../asset-names.ts';
import type { PackageInput } from '../package/part.ts';
import { say, type Words, word, wordsOf } from '../words.ts';
import type { Inline, Mark } from './blocks.ts';
import { clipped, NAME, TITLE } from './clip.ts';
import { type DocumentWords, documentWords } from './words.ts';

/** What every section writes with: the findings, words, and how money, time and people are told. */
export interface Pen {
	readonly input: PackageInput;
	readonly findings: Findings;
	readonly words: Words;
	readonly say: DocumentWords;
	readonly people: ReadonlyMap<string, FindingsPerson>;
	/** Whether the package is about some of the people: the findings list nobody else, sums of the case are still of all. */
	readonly part: boolean;
	/** Title of the document. */
	readonly title: string;
	/** A name from evidence as far as a line has room for it; names of people are so already. */
	short(name: string, most?: number): string;
	/** The first nicknames, and how many there are where there are more. */
	nicknames(person: FindingsPerson, separator: string): string;
	/** Fen as `12,345.00`. */
	yuan(fen: string | bigint | undefined): string;
	/** `12,345.00 USDT`. */
	coins(amount: string | bigint, asset: string): string;
	symbol(asset: string): string;
	day(instant: number | undefined): string;
	time(instant: number | undefined): string;
	/** First and last day, `2023-03-01至2023-05-31`. */
	span(first: number | undefined, last: number | undefined): string;
	/** A person's name that leads to the sheet; the id where the case lists nobody of it. */
	person(id: string): string | Mark;
	/** `（见第12页）`, the page of a block. */
	see(id: string): Inline[];
	reason(reason: Findings['incomplete'][number]): string;
	/** `冻结 20,000.00元，bank:…（文书、机关）` */
	measure(measure: Findings['measures'][number]): string;
	/** What a file is, by the source that read it; a mapping of the case by its own name. */
	source(source: string): string;
	role(role: string): string;
	count(value: number): string;
}

export function penOf(input: PackageInput): Pen {
	const { language, offsetMinutes } = input.findings.case;
	const words = wordsOf(language);
	const said = documentWords(language);
	const short: Pen['short'] = (name, most = NAME) => clipped(name, most, said.clipped);
	const findings = { ...input.findings, people: input.findings.people.map((person) => shortOf(person, short)) };
	const assets = new Map<string, Asset>([...KNOWN_ASSETS, ...findings.assets].map((asset) => [asset.id, asset]));
	const symbols = assetNames(findings.assets, (symbol, network) =>
		words.withRole(symbol, word(words.networks, network)),
	);
	const { see } = said;
	const symbol = (id: string) => symbols.get(id) ?? id;
	const people = new Map(findings.people.map((person) => [person.id, person]));
	const day = (instant: number | undefined) => (instant === undefined ? '' : formatDay(instant, offsetMinutes));
	const yuan: Pen['yuan'] = (fen) => (fen === undefined ? '' : displayAmount(BigInt(fen), YUAN));
	const coins: Pen['coins'] = (amount, id) => {
		const known = assets.get(id);
		return known ? `${displayAmount(BigInt(amount), known)} ${symbol(id)}` : `${amount} × ${id}`;
	};
	return {
		input,
		findings,
		words,
		say: said,
		people,
		part: input.cover.part !== undefined,
		title: said.title(short(findings.case.name, TITLE)),
		short,
		nicknames: ({ nicknames }, separator) => {
			const shown = nicknames.slice(0, NICKNAMES).join(separator);
			return nicknames.length > NICKNAMES ? said.moreNicknames(shown, nicknames.length) : shown;
		},
		yuan,
		coins,
		symbol,
		day,
		time: (instant) => (instant === undefined ? '' : formatTime(instant, offsetMinutes)),
		span: (first, last) => {
			const [from, until] = [day(first), day(last)];
			return from === until ? from : `${from}${words.until}${until}`;
		},
		person: (id) => {
			const known = people.get(id);
			return known ? { t: known.name, to: sheetId(id), long: true } : id;
		},
		reason: ({ code, facts }) => say(language, code, shortFacts(facts, said)),
		see: (id) => [see.before, { t: '', to: id, page: true }, see.after],
		measure: ({ kind, amount, asset, account, document, authority, from, until }) => {
			const sum = amount === undefined ? '' : asset === 'CNY' ? `${yuan(amount)}${words.yuan}` : coins(amount, asset);
			const dates = from === undefined && until === undefined ? '' : `${day(from)}${words.until}${day(until)}`;
			const what = [word(words.measures, kind), sum, account, dates].filter((each) => each !== '').join(' ');
			return words.withRole(what, [document, authority].filter((each) => each !== '').join(words.separator));
		},
		source: (id) => (id.startsWith('mapped:') ? said.mapped(id.slice('mapped:'.length)) : (words.sources[id] ?? id)),
		role: (role) => (role === '' ? words.none : word(words.roles, role)),
		count: thousands,
	};
}

/** Their names as short as a line is. The group stays whole: it ties people together. */
function shortOf(person: FindingsPerson, short: Pen['short']): FindingsPerson {
	const { name, nicknames, superior } = person;
	return {
		...person,
		name: short(name),
		nicknames: nicknames.map((nickname) => short(nickname)),
		superior: short(superior),
	};
}

/** A fact may be a name or a path: longer than a line of prose holds. */
function shortFacts(facts: Findings['incomplete'][number]['facts'], said: DocumentWords): typeof facts {
	return Object.fromEntries(
		Object.entries(facts).map(([key, fact]) => [
			key,
			typeof fact === 'string' ? clipped(fact, FACT, said.clipped) : fact,
		]),
	);
}

const FACT = 200;
/** Nicknames beside a name. */
const NICKNAMES = 3;

const YUAN: Asset = { id: 'CNY', symbol: 'CNY', decimals: 2 };

/** Id of a person's sheet: what links lead to. */
export function sheetId(person: string): string {
	return `person-${person}`;
}

/** A figure of a person in fen; 0 where the findings have none. */
export function figure(person: FindingsPerson, name: string): bigint {
	return BigInt(person.figures[name]?.value ?? 0);
}
