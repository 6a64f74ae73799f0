import { displayAmount } from '../ledger/money.ts';
import { formatTime } from '../ledger/time.ts';
import type { CodeTable, PageCase, PagePerson, PageRows, PageUnder, Place, Units } from '../reports/page/format.ts';

/** Columns of `PageRows.codes`. */
export const MEDIUM = 0;
export const KIND = 1;
export const CERTAINTY = 2;
export const EXCLUSION = 3;
export const GRADE = 4;
export const RULE = 5;
const CODE_TABLES: readonly CodeTable[] = ['media', 'kinds', 'certainties', 'exclusions', 'grades', 'rules'];

export interface EvidencePlace {
	readonly path: string;
	readonly hash: string;
	readonly sheet: string;
	readonly row: string;
}

/** What the page carries, and what is looked up in it. Rows go by number, in the order of tracing. */
export class Data {
	readonly told: PageCase;
	readonly rows: PageRows;
	readonly under: PageUnder;
	readonly size: number;
	/** Milliseconds since 1970 UTC. */
	readonly time: Float64Array;
	private readonly evidenceStart: Int32Array;
	private readonly places: ReadonlyMap<string, Place>;
	private readonly persons: ReadonlyMap<string, PagePerson>;
	private readonly paid: ReadonlyMap<Place, number>;
	private readonly tied: ReadonlySet<Place>;
	private small: readonly string[] | undefined;

	constructor(told: PageCase, rows: PageRows, under: PageUnder) {
		this.told = told;
		this.rows = rows;
		this.under = under;
		this.size = rows.ids.length;
		this.time = new Float64Array(this.size);
		this.evidenceStart = new Int32Array(this.size + 1);
		let instant = 0;
		for (let i = 0; i < this.size; i++) {
			instant += rows.time[i] as number;
			this.time[i] = instant;
			this.evidenceStart[i + 1] = (this.evidenceStart[i] as number) + (rows.evidenceCount[i] as number);
		}
		this.places = new Map(rows.ids.map((id, place) => [id, place]));
		this.persons = new Map(told.people.map((person) => [person.id, person]));
		this.paid = new Map(under.paid.map((row, k) => [row, k]));
		this.tied = new Set(rows.tied);
	}

	/** A text of the page, with what it quotes. */
	say(key: string, facts: Readonly<Record<string, string | number>> = {}): string {
		const template = this.told.words[key] ?? `[${key}]`;
		return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
	}

	word(table: CodeTable, code: string): string {
		if (code === '') return '';
		return Object.hasOwn(this.told.codes[table], code) ? (this.told.codes[table][code] as string) : code;
	}

	person(id: string): PagePerson | undefined {
		return this.persons.get(id);
	}

	/** -1 where the page has no such transfer. */
	place(id: string): Place {
		return this.places.get(id) ?? -1;
	}

	text(place: Place | undefined): string {
		return place === undefined || place < 0 ? '' : (this.rows.texts[place] as string);
	}

	code(column: number, i: Place): string {
		return this.text(this.rows.codes[column]?.[i]);
	}

	codeWord(column: number, i: Place): string {
		return this.word(CODE_TABLES[column] as CodeTable, this.code(column, i));
	}

	payer(i: Place): PagePerson | undefined {
		return this.told.people[this.rows.payerId[i] as Place];
	}

	payee(i: Place): PagePerson | undefined {
		return this.told.people[this.rows.payeeId[i] as Place];
	}

	amount(i: Place): bigint {
		return BigInt(this.rows.amount[i] as Units);
	}

	/** `1,234.50 元`, in the asset of a row. */
	amountText(amount: bigint, asset: Place): string {
		return this.amountParts(amount, asset).join(' ').trim();
	}

	/** The same as a number and, apart, its unit. */
	amountParts(amount: bigint, asset: Place): readonly [number: string, unit: string] {
		const known = this.told.assets[asset];
		if (!known) return [String(amount), ''];
		const shown = displayAmount(amount, { id: known.id, symbol: known.name, decimals: known.decimals });
		return [shown, known.id === 'CNY' ? this.say('yuan') : known.name];
	}

	yuan(amount: Units | bigint): string {
		return displayAmount(BigInt(amount), { id: 'CNY', symbol: '', decimals: 2 });
	}

	when(i: Place): string {
		return formatTime(this.time[i] as number, this.told.offsetMinutes);
	}

	isTied(i: Place): boolean {
		return this.tied.has(i);
	}

	/** Why a payment is what it is said to be; '' where nothing more is known. */
	why(i: Place): string {
		const k = this.paid.get(i);
		return k === undefined ? '' : (this.under.texts[this.under.why[k] as Place] ?? '');
	}

	parts(i: Place): string {
		const k = this.paid.get(i);
		return k === undefined ? '' : (this.under.texts[this.under.parts[k] as Place] ?? '');
	}

	evidence(i: Place): EvidencePlace[] {
		const found: EvidencePlace[] = [];
		for (let k = this.evidenceStart[i] as number; k < (this.evidenceStart[i + 1] as number); k++) {
			const [path, hash] = this.rows.paths[this.rows.evidenceFile[k] as Place] as readonly [Place, string];
			found.push({
				path: this.text(path),
				hash,
				sheet: this.text(this.rows.evidenceSheet[k]),
				row: String(this.rows.evidenceRow[k]),
			});
		}
		return found;
	}

	/** By place of a text: 1 where it holds what is looked for, in small letters. */
	textsWith(wanted: string): Uint8Array {
		this.small ??= this.rows.texts.map((text) => text.toLowerCase());
		const hits = new Uint8Array(this.small.length);
		for (const [place, text] of this.small.entries()) if (text.includes(wanted)) hits[place] = 1;
		return hits;
	}

	/** Whether a record under the row stands in the file. */
	standsIn(i: Place, file: ReadonlySet<Place>): boolean {
		for (let k = this.evidenceStart[i] as number; k < (this.evidenceStart[i + 1] as number); k++)
			if (file.has(this.rows.evidenceFile[k] as Place)) return true;
		return false;
	}
}
