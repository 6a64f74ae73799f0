import { styleText } from 'node:util';
import type { Facts } from '../../ledger/problem.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { Difference, Verification } from '../../run/custody/verification.ts';
import { isEqual } from '../../run/custody/verification.ts';
import { hasSentence, type Words } from '../messages/words.ts';
import { yuan } from './amounts.ts';

/** What a program gets: the same with the sentence of every difference. */
export function verificationOf(verified: Verification, words: Words): unknown {
	const told = (list: readonly Difference[]) => list.map((one) => ({ ...one, message: sentence(one, words) }));
	return {
		equal: isEqual(verified),
		...verified,
		checks: verified.checks.map((check) => ({ ...check, differences: told(check.differences) })),
		notes: told(verified.notes),
	};
}

/** Every check and what differs, the limits of the check, and the seal with what it is good for. */
export function printVerification(verified: Verification, words: Words, colour: boolean): string {
	const { say, sayAny } = words;
	const { case: caseName, run, program, seal, checks, notes } = verified;
	const lines = [program === '' ? say('verify.head-unknown') : say('verify.head', { case: caseName, run, program })];
	for (const { id, folder, compared, differences } of checks) {
		const equal = differences.length === 0;
		const mark = say(equal ? 'verify.equal' : 'verify.differs');
		const shown = colour ? styleText(equal ? 'green' : 'red', mark) : mark;
		lines.push(`${shown}  ${sayAny(`verify.check.${id}`, { folder, compared })}`);
		for (const difference of differences) lines.push(`    ${sentence(difference, words)}`);
	}
	if (notes.length > 0) lines.push(say('verify.notes'), ...notes.map((note) => `    ${sentence(note, words)}`));
	const count = checks.reduce((sum, { differences }) => sum + differences.length, 0);
	lines.push(count === 0 ? say('verify.all-equal') : say('verify.some-differ', { count }));
	if (seal !== '') lines.push(say('verify.seal', { seal }), say('verify.seal-meaning'));
	return lines.join('\n');
}

function sentence({ code, facts }: Difference, words: Words): string {
	return words.sayAny(code, shown(code, facts, words));
}

const AMOUNTS: ReadonlySet<string> = new Set(['verify.figure', 'verify.sum']);

/** Facts as people read them: amounts in yuan, names of figures and counts in words. */
function shown(code: string, facts: Facts, words: Words): Facts {
	const plain: Record<string, string | number | boolean> = { ...facts };
	if (AMOUNTS.has(code)) for (const key of ['was', 'is']) plain[key] = yuan(String(facts[key]));
	if (facts.figure !== undefined) plain.figure = word(reportWords(words.language).figureNames, String(facts.figure));
	if (facts.what !== undefined) plain.what = whatOf(String(facts.what), words);
	return plain;
}

function whatOf(what: string, words: Words): string {
	const code = [`verify.what.${what}`, `copy.${what}`].find((one) => hasSentence(words.language, one));
	return code === undefined ? what : words.sayAny(code);
}
