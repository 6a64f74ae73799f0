import type { Language } from '../words.ts';
import { en } from './words-en.ts';
import { type DocumentWords, zh } from './words-zh.ts';

export type { DocumentWords };

/** The words of the report as a document. */
export function documentWords(language: Language): DocumentWords {
	return language === 'zh' ? zh : en;
}
