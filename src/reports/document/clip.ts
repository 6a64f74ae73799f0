import type { Rich } from './blocks.ts';

/** Most characters of a name, and of a title on the front page; what is longer stands whole in the schedules. */
export const NAME = 32;
export const TITLE = 60;

/** The first `most` characters, and how many there are in all, told by `told`; what is not longer, as it is. */
export function clipped(text: string, most: number, told: (shown: string, count: number) => string): string {
	if (text.length <= most) return text;
	const characters = [...text];
	return characters.length <= most ? text : told(characters.slice(0, most).join(''), characters.length);
}

/** Text in which a long run of letters and digits may break anywhere, and nothing else may where it would not. */
export function breaking(text: string): Rich {
	const parts = text.split(/([!-~]{20,})/);
	return parts.length === 1 ? text : parts.map((part, index) => (index % 2 === 1 ? { t: part, long: true } : part));
}

/** Characters of a line. */
export function lengthOf(text: Rich): number {
	if (typeof text === 'string') return text.length;
	if ('t' in text) return text.t.length;
	return text.reduce((sum, part) => sum + lengthOf(part), 0);
}
