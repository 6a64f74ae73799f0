import type { Data } from './data.ts';
import { el } from './dom.ts';

/** The head of a plain table; each column by the code of its word. */
export function headRow(data: Data, heads: readonly string[]): HTMLElement {
	const cells = heads.map((head) => el('th', { scope: 'col' }, data.say(head)));
	return el('thead', {}, el('tr', {}, cells));
}
