import type { Findings } from '../findings/schema.ts';
import { sentencesEn } from './sentences-en.ts';
import { sentencesZh } from './sentences-zh.ts';
import { en } from './words-en.ts';
import { type Words, zh } from './words-zh.ts';

export type { Words };

export type Language = Findings['case']['language'];

/** What a sentence quotes: names, memos, counts, amounts. */
export type Facts = Readonly<Record<string, string | number>>;

const WORDS: Readonly<Record<Language, Words>> = { zh, en };

/** Sentences by code: templates, see sentences-zh.ts. */
export const SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
	zh: sentencesZh,
	en: sentencesEn,
};

export function wordsOf(language: Language): Words {
	return WORDS[language];
}

/**
 * The sentence of a code (a reason of payroll, an exclusion, something to do) with its facts filled in. A code without
 * a sentence shows as `[code]` and its facts: ugly on purpose, never silent.
 */
export function say(language: Language, code: string, facts: Facts = {}): string {
	if (Object.hasOwn(SENTENCES[language], code)) return fill(language, SENTENCES[language][code] as string, facts);
	const quoted = Object.entries(facts).map(([key, value]) => `${key}=${value}`);
	return [`[${code}]`, ...quoted].join(' ');
}

/** What is incomplete, and in which file or of which account. */
export function sayIncomplete(language: Language, { code, facts }: Findings['incomplete'][number]): string {
	const sentence = say(language, code, facts);
	const about = facts.file ?? facts.account;
	return about === undefined ? sentence : WORDS[language].notes.about(String(about), sentence);
}

/** A fact that is missing stays as `{fact}`: seen, not hidden. */
function fill(language: Language, template: string, facts: Facts): string {
	return template.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (whole, key: string, table: string | undefined) => {
		if (!Object.hasOwn(facts, key)) return whole;
		const value = String(facts[key]);
		if (table === 'sentences') return say(language, value, facts);
		return table === undefined ? value : word(tableOf(language, table), value);
	});
}

function tableOf(language: Language, name: string): Readonly<Record<string, string>> {
	return WORDS[language][name as 'roles' | 'media' | 'networks' | 'problems' | 'costs' | 'rhythms' | 'boundLacks'];
}

/** The word for a code from one of the tables of words; the code itself in brackets where there is none. */
export function word(table: Readonly<Record<string, string>>, code: string): string {
	return Object.hasOwn(table, code) ? (table[code] as string) : `[${code}]`;
}
