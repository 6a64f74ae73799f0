import type { Language } from '../words.ts';
import { workbookEn } from '../words-workbook-en.ts';
import { type WorkbookWords, workbookZh } from '../words-workbook-zh.ts';

export type { WorkbookWords };

const WORDS: Readonly<Record<Language, WorkbookWords>> = { zh: workbookZh, en: workbookEn };

export function workbookWords(language: Language): WorkbookWords {
	return WORDS[language];
}
