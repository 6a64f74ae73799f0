import { styleText } from 'node:util';
import type { CheckResult } from '../checks/check.ts';
import type { Words } from '../messages/words.ts';

/** `OK` or `FIX`, then what was found and, where it is not well, what to do. */
export function printCheck(result: CheckResult, { say, sayAny }: Words, colour: boolean): string {
	const mark = say(result.ok ? 'doctor.ok' : 'doctor.fix');
	const shown = colour ? styleText(result.ok ? 'green' : 'yellow', mark) : mark;
	return `${shown}  ${sayAny(result.code, result.facts)}`;
}
