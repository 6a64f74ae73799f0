import type { Facts } from '../../ledger/problem.ts';
import { visible } from '../../reports/visible.ts';
import type { Language } from '../language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** A sentence as a function of the facts it quotes. */
export type Sentence = (facts: Facts) => string;

/** Every code that has a sentence. `zh` has the same codes by type. */
export type Code = keyof typeof en;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<Code, Sentence>>>> = { en, zh };

/** The catalogue in one language. */
export interface Words {
	readonly language: Language;
	/** The sentence of a code; a fact it quotes and does not get is shown as `‹name›`. */
	say(code: Code, facts?: Facts): string;
	/** The same for a code known only when running (a problem's, a step's); without a sentence: `[code] facts`. */
	sayAny(code: string, facts?: Facts): string;
}

export function wordsOf(language: Language): Words {
	const catalogue = CATALOGUES[language];
	return {
		language,
		say: (code, facts = {}) => catalogue[code](quotable(facts)),
		sayAny: (code, facts = {}) =>
			Object.hasOwn(catalogue, code) ? catalogue[code as Code](quotable(facts)) : fallback(code, facts),
	};
}

/** Whether the code has a sentence. */
export function hasSentence(language: Language, code: string): boolean {
	return Object.hasOwn(CATALOGUES[language], code);
}

function fallback(code: string, facts: Facts): string {
	const list = Object.entries(facts).map(([name, value]) => `${name}="${visible(String(value))}"`);
	return [`[${code}]`, ...list].join(' ');
}

/** Facts made safe to print, and a visible gap where one is missing. */
function quotable(facts: Facts): Facts {
	return new Proxy(facts, {
		get: (target, name) => {
			if (typeof name === 'symbol') return undefined;
			const value = Object.hasOwn(target, name) ? target[name] : `‹${name}›`;
			return typeof value === 'string' ? visible(value) : value;
		},
	});
}
