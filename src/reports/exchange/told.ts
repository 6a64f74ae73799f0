import { visible } from '../visible.ts';
import { type Language, word, wordsOf } from '../words.ts';
import { en } from './words-en.ts';
import { type ExchangeWords, zh } from './words-zh.ts';
import type { Payment } from './world.ts';

const WORDS: Readonly<Record<Language, ExchangeWords>> = { zh, en };

export function exchangeWords(language: Language): ExchangeWords {
	return WORDS[language];
}

export type Fact = 'amount' | 'asset' | 'transfer' | 'kind' | 'certainty' | 'grade' | 'order' | 'memo' | 'evidence';

/** An instant as UTC, which is what other programs take every time for. */
export function utc(instant: number): string {
	return new Date(instant).toISOString().slice(0, 19);
}

/** What a payment is beside what a format has a place of its own for: name and text. Nothing steers a reader's eye. */
export function toldFacts(
	{ row, amount, symbol }: Payment,
	which: readonly Fact[],
	language: Language,
): (readonly [Fact, string])[] {
	const { kinds, certainties, grades } = wordsOf(language);
	const texts: Readonly<Record<Fact, () => string>> = {
		amount: () => `${amount} ${symbol}`,
		asset: () => row.asset,
		transfer: () => row.id,
		kind: () => (row.kind === '' ? '' : word(kinds, row.kind)),
		certainty: () => (row.certainty === '' ? '' : word(certainties, row.certainty)),
		grade: () => word(grades, row.grade),
		order: () => row.order,
		memo: () => row.memo,
		evidence: () => evidenceOf(row),
	};
	return which.flatMap((fact) => {
		const text = texts[fact]();
		return text === '' ? [] : [[fact, visible(text)] as const];
	});
}

/** Where the rows of a payment stand: `file › sheet › row`, several with `; ` between. */
export function evidenceOf({ evidence }: Payment['row']): string {
	return evidence
		.map(({ path, sheet, row }) => [path, sheet, row].filter((part) => part !== '').join(' › '))
		.join('; ');
}
