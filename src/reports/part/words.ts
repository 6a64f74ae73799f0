import type { Language } from '../words.ts';
import { partEn } from '../words-part-en.ts';
import { type PartWords, partZh } from '../words-part-zh.ts';

export function partWords(language: Language): PartWords {
	return language === 'zh' ? partZh : partEn;
}
