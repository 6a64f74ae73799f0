/// <reference lib="es2024.string" />

/** Begins a text that stands as JSON, because UTF-8 cannot hold it as it is. */
const AS_JSON = '\u0001';

/**
 * A text as a store holds it. Half a surrogate pair (a name cut in the middle of an emoji) has no UTF-8 and would
 * come back as U+FFFD: such a text is stored as JSON, which escapes it.
 */
export function storedText(text: string): string {
	return text.isWellFormed() && !text.startsWith(AS_JSON) ? text : AS_JSON + JSON.stringify(text);
}

/** The text that `storedText` stored. */
export function readStoredText(text: string): string {
	return text.startsWith(AS_JSON) ? (JSON.parse(text.slice(1)) as string) : text;
}
