import type { Language } from './words.ts';
import { waysEn } from './words-ways-en.ts';
import { type WaysWords, waysZh } from './words-ways-zh.ts';

export type { WaysWords };

/** The words of the sheets of ways, the timeline and the cash-out bridge. */
export function waysWords(language: Language): WaysWords {
	return language === 'en' ? waysEn : waysZh;
}
