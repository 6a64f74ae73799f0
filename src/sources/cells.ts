/** What stands in a cell: cleaning, "nothing", and the numbers and times that repeat a million times. */
import { type Moment, parseTime } from '../ledger/time.ts';

/** Characters that exports leave around a value, or in it, and that are no part of it. */
const INVISIBLE = /[\t\u200b\u2060\ufeff\ue000-\uf8ff]/g;
const MARGIN = /[\s\u200b-\u200f\u2060\ufeff\ue000-\uf8ff`]/;
/** A text in which some cell may need cleaning: such a character anywhere, or a space beside a delimiter or line end. */
const UNCLEAN = /[`\u00a0\u200b-\u200f\u2060\u3000\ufeff\ue000-\uf8ff]| (?:[\t,\r\n]|$)|(?:^|[\t,\n]) /;

/** The cell without space, TAB, NBSP, zero-width, private-use characters and back-ticks around it. */
export function cleanCell(cell: string): string {
	if (!mayBeUnclean(cell)) return cell.includes('\t') ? cell.replace(INVISIBLE, '') : cell;
	return withoutMargins(cell).replace(INVISIBLE, '');
}

/** From both ends, character by character: a pattern for the end would try a million spaces in the middle a million times. */
function withoutMargins(cell: string): string {
	let start = 0;
	let end = cell.length;
	while (start < end && MARGIN.test(cell.charAt(start))) start += 1;
	while (end > start && MARGIN.test(cell.charAt(end - 1))) end -= 1;
	return cell.slice(start, end);
}

/** Whether any cell of the text may need `cleanCell`: asked once for a whole block, which is what makes it cheap. */
export function mayBeUnclean(text: string): boolean {
	return UNCLEAN.test(text);
}

/** `''` for the ways in which exports write "nothing": `/`, `-`, `--`, `null`, `<nil>`, `\N`. */
export function emptyIfNone(cell: string): string {
	if (cell.length > 5) return cell;
	return cell === '/' || cell === '-' || cell === '--' || cell === 'null' || cell === '<nil>' || cell === '\\N'
		? ''
		: cell;
}

/** Excel protects long numbers from itself as `="6222…"`: the text within. */
export function unprotect(cell: string): string {
	const match = /^="?([^"]*)"?$/.exec(cell);
	return match ? (match[1] ?? '') : cell;
}

/** A number of more than 15 digits that went through a spreadsheet's cell: rounded, and no identifier any more. */
export function isDamaged(text: string): boolean {
	return text.includes('E+') && /^\d(?:\.\d+)?E\+\d+$/.test(text);
}

/** More digits than a float keeps exactly. */
const EXACT_DIGITS = 15;

/**
 * What `parseAmount` reads from plain digits with at most one point, at a fraction of its cost.
 *
 * @returns undefined for every other text, and for amounts that need more than 15 digits: `parseAmount` decides
 */
export function plainAmount(text: string, decimals: number): bigint | undefined {
	let value = 0;
	let fraction = -1;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code >= 48 && code <= 57) {
			value = value * 10 + code - 48;
			if (fraction >= 0) fraction += 1;
		} else if (code === 46 && fraction < 0 && i > 0) fraction = 0;
		else return undefined;
	}
	const missing = decimals - Math.max(fraction, 0);
	if (text === '' || missing < 0 || text.length + missing > EXACT_DIGITS) return undefined;
	return BigInt(value * 10 ** missing);
}

let timeReader: TimeReader | undefined;

/** `parseTime` for the rows of a table, most of which print their time in one way and share their days. */
export function readTime(text: string, offsetMinutes: number): Moment | undefined {
	if (timeReader?.offsetMinutes !== offsetMinutes) timeReader = new TimeReader(offsetMinutes);
	return timeReader.read(text);
}

/** Days that a reader keeps: more than any evidence has. */
const DAYS_MAX = 20_000;

/** Reads times of one file: `YYYY-MM-DD HH:MM:SS` at a fraction of the cost of `parseTime`, all others through it. */
export class TimeReader {
	readonly offsetMinutes: number;
	/** First instant of each day seen, by the number 20230801. A file has few days for its rows. */
	readonly #days = new Map<number, number>();

	/** @param offsetMinutes zone of times that name none, minutes east of UTC */
	constructor(offsetMinutes: number) {
		this.offsetMinutes = offsetMinutes;
	}

	/** @returns undefined where the text is no time, or names a day or hour that does not exist */
	read(text: string): Moment | undefined {
		if (!isPlainTime(text)) return parseTime(text, this.offsetMinutes);
		const hour = digits(text, 11, 2);
		const minute = digits(text, 14, 2);
		const second = digits(text, 17, 2);
		const day = this.#day(digits(text, 0, 4) * 10_000 + digits(text, 5, 2) * 100 + digits(text, 8, 2), text);
		// NaN, where a character is no digit, fails each comparison.
		if (day === undefined || !(hour < 24 && minute < 60 && second < 60)) return undefined;
		return { instant: day + (hour * 3600 + minute * 60 + second) * 1000, text, precision: 'second' };
	}

	#day(number: number, text: string): number | undefined {
		const known = this.#days.get(number);
		if (known !== undefined) return known;
		const day = parseTime(text.slice(0, 10), this.offsetMinutes);
		if (day === undefined) return undefined;
		if (this.#days.size >= DAYS_MAX) this.#days.clear();
		this.#days.set(number, day.instant);
		return day.instant;
	}
}

function isPlainTime(text: string): boolean {
	return (
		text.length === 19 &&
		text.charCodeAt(4) === 45 &&
		text.charCodeAt(7) === 45 &&
		text.charCodeAt(10) === 32 &&
		text.charCodeAt(13) === 58 &&
		text.charCodeAt(16) === 58
	);
}

/** The number of `count` digits from `at` on, NaN where one of them is none. */
function digits(text: string, at: number, count: number): number {
	let value = 0;
	for (let i = at; i < at + count; i++) {
		const digit = text.charCodeAt(i) - 48;
		value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
	}
	return value;
}
