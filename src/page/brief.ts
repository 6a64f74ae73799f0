import type { Data } from './data.ts';
import { type Child, el } from './dom.ts';

/** Characters of a name or a note in a line of a list. */
const LINE_MAX = 80;
/** Characters that stand open beside others. */
const TEXT_MAX = 300;

/** A text as a line of a list holds it. Suspects choose names and notes: one of 10,000 characters would fill the screen. */
export function brief(text: string, max = LINE_MAX): string {
	// No character takes more than two units: a short text needs no counting.
	if (text.length <= max) return text;
	const characters = [...text];
	return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

/** A text; of a long one how it begins, how long it is, and the whole of it on demand. */
export function whole(data: Data, text: string): Child {
	const begins = brief(text, TEXT_MAX);
	if (begins === text) return text;
	const length = data.say('characters', { n: [...text].length });
	return el('details', { class: 'whole' }, el('summary', {}, begins, ' ', el('small', {}, length)), text);
}
