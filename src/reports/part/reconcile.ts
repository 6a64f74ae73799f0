import type { Findings } from '../../findings/schema.ts';
import { type Cell, whole as count, text, yuan } from '../cell.ts';
import { BYTE_ORDER_MARK, line } from '../csv.ts';
import type { PackageInput } from '../package/part.ts';
import { wordsOf } from '../words.ts';
import { partWords } from './words.ts';

/** Figures that are added up, with the heading of each in 附表4. */
const FIGURES = [
	['received', 'received'],
	['wages', 'wages'],
	['commissions', 'commissions'],
	['bonuses', 'bonuses'],
	['rounding', 'rounding'],
	['funding', 'funding'],
	['cash-outs', 'cashOutsYuan'],
	['passed-on', 'passedOn'],
	['kept', 'kept'],
	['consistent', 'consistent'],
	['open-in', 'openIn'],
	['open-out', 'openOut'],
	['returned', 'returned'],
	['returned-to', 'returnedTo'],
	['refunded', 'refunded'],
	['disputed', 'disputed'],
	['operating', 'operating'],
] as const;

/** What the figures of some people sum to, in fen. */
export interface Sums {
	readonly people: number;
	readonly figures: readonly bigint[];
	/** Transfers under the figures, each figure counting its own. */
	readonly transfers: number;
}

/** Sums of what a package is drawn from. */
export function sumsOf({ findings, figureTransfers }: Pick<PackageInput, 'findings' | 'figureTransfers'>): Sums {
	const people = new Set(findings.people.map(({ id }) => id));
	let transfers = 0;
	// Sums of the whole case have figures too: they are nobody's.
	for (const { figure } of figureTransfers) if (people.has(figure.slice(0, figure.indexOf('/')))) transfers += 1;
	const figures = FIGURES.map(([name]) =>
		findings.people.reduce((sum, person) => sum + BigInt(person.figures[name]?.value ?? 0), 0n),
	);
	return { people: people.size, figures, transfers };
}

/** Whether the parts are the whole: nobody in two of them or in none, no fen more or less. */
export function reconciles(parts: readonly Sums[], whole: Sums): boolean {
	const { people, figures, transfers } = difference(total(parts), whole);
	return people === 0 && transfers === 0 && figures.every((figure) => figure === 0n);
}

/** 汇总核对: a line a package, all of them, the whole case, and what they differ by. */
export function* reconciliation(
	{ case: { language } }: Findings,
	parts: readonly { readonly title: string; readonly sums: Sums }[],
	whole: Sums,
): Generator<string> {
	const { columns } = wordsOf(language);
	const words = partWords(language);
	const heads = [words.columns.part, words.columns.people, ...FIGURES.map(([, head]) => columns[head])];
	yield BYTE_ORDER_MARK + line([...heads, words.columns.transfers].map(text));
	for (const { title, sums } of parts) yield line(cells(title, sums));
	const all = total(parts.map(({ sums }) => sums));
	yield line(cells(words.sum, all));
	yield line(cells(words.whole, whole));
	yield line(cells(words.difference, difference(all, whole)));
}

function cells(title: string, { people, figures, transfers }: Sums): Cell[] {
	return [text(title), count(people), ...figures.map(yuan), count(transfers)];
}

function total(parts: readonly Sums[]): Sums {
	return parts.reduce((sum, part) => combined(sum, part, 1), {
		people: 0,
		figures: FIGURES.map(() => 0n),
		transfers: 0,
	});
}

function difference(a: Sums, b: Sums): Sums {
	return combined(a, b, -1);
}

function combined(a: Sums, b: Sums, sign: 1 | -1): Sums {
	return {
		people: a.people + sign * b.people,
		figures: a.figures.map((figure, index) => figure + BigInt(sign) * (b.figures[index] as bigint)),
		transfers: a.transfers + sign * b.transfers,
	};
}
