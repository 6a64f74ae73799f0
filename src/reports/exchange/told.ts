import { visible } from '../visible.ts';
import { type Language, word, wordsOf } from '../words.ts';
import { en } from './words-en.ts';
import { type ExchangeWords, zh } from './words-zh.ts';
import type { Payment } from './world.ts';

const WORDS: Readonly<Record<Language, ExchangeWords>> = { zh, en };

export function exchangeWords(language: Language): ExchangeWords {
	return WORDS[language];
}

export type Fact = 'asset' | 'kind' | 'certainty' | 'grade' | 'order' | 'memo';

/** An instant as UTC, which is what other programs take every time for. */
export function utc(instant: number): string {
	return new Date(instant).toISOString().slice(0, 19);
}

type Words = ReturnType<typeof wordsOf>;

const FACTS: Readonly<Record<Fact, (payment: Payment, words: Words) => string>> = {
	// Said where the symbol alone does not name it.
	asset: ({ row, symbol }) => (row.asset === symbol ? '' : row.asset),
	kind: ({ row }, { kinds }) => (row.kind === '' ? '' : word(kinds, row.kind)),
	certainty: ({ row }, { certainties }) => (row.certainty === '' ? '' : word(certainties, row.certainty)),
	grade: ({ row }, { grades }) => word(grades, row.grade),
	order: ({ row }) => row.order,
	memo: ({ row }) => row.memo,
};

/** What a payment is beside what a format has a place of its own for: name and text. Nothing steers a reader's eye. */
export function toldFacts(payment: Payment, which: readonly Fact[], language: Language): (readonly [Fact, string])[] {
	const words = wordsOf(language);
	return which.flatMap((fact) => {
		const text = FACTS[fact](payment, words);
		return text === '' ? [] : [[fact, visible(text)] as const];
	});
}
