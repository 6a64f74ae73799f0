import type { SheetFault } from '../../run/deciding/apply-sheet.ts';
import type { Before } from '../../run/deciding/before.ts';
import type { NewDecision } from '../../run/deciding/decide.ts';
import type { Words } from '../messages/words.ts';
import { yuan } from './amounts.ts';

/** What was recorded, and the figures it may move as they were before. */
export function printDecision(decision: NewDecision, before: readonly Before[], folder: string, words: Words): string {
	const figures = before.map(({ person, received, passedOn, kept }) =>
		words.say('decide.before', { person, received: yuan(received), passedOn: yuan(passedOn), kept: yuan(kept) }),
	);
	return [words.say('decide.done', { subject: decision.subject, folder }), ...figures].join('\n');
}

/** `待办!J7: "同意" is no decision …`: the cell, what stands in it, and what to do. */
export function sayFault({ cell, value, code, facts }: SheetFault, words: Words): string {
	return words.say('review.fault', { cell, value, what: words.sayAny(code, facts) });
}
