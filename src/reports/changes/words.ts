import type { Language } from '../words.ts';
import { en } from './words-en.ts';
import { type ChangeWords, zh } from './words-zh.ts';

export type { ChangeWords };

export function wordsOf(language: Language): ChangeWords {
	return language === 'zh' ? zh : en;
}
