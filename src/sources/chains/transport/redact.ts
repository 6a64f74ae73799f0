/** Longest detail that is kept of what a server said. */
const LONGEST = 400;
const HIDDEN = '***';

/** Makes what a server said fit to be printed and kept. */
export interface Redactor {
	/** One line without any secret, whichever way it is escaped. */
	line(text: string): string;
	/** A whole answer: secrets blotted out, everything else untouched. */
	text(text: string): string;
}

/** @param secrets keys, each at least a few characters long */
export function redactor(secrets: readonly string[]): Redactor {
	const escaped = secrets.map((secret) => new RegExp([...secret].map(anyWay).join(''), 'gi'));
	const hide = (text: string) => escaped.reduce((rest, pattern) => rest.replace(pattern, HIDDEN), text);
	return {
		// Hidden before it is cut: half a key at the end of the line would be found no more.
		line: (text) => hide(text).replace(/\s+/g, ' ').trim().slice(0, LONGEST),
		text: (text) => (secrets.length === 0 ? text : hide(text)),
	};
}

/** A character as itself, percent-encoded once or more often, as an escape of JSON, or as an entity of HTML. */
function anyWay(character: string): string {
	const code = character.charCodeAt(0);
	const hex = code.toString(16).padStart(2, '0');
	const itself = /\w/.test(character) ? character : `\\\\?\\${character}`;
	const named = ENTITIES[character] ?? '#';
	return `(?:${itself}|%(?:25)*${hex}|\\\\u00${hex}|&(?:#0*${code}|#x0*${hex}|${named});)`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': 'amp', '"': 'quot', "'": 'apos', '<': 'lt', '>': 'gt' };
