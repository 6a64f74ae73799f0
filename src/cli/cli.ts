import type { Words } from './messages/words.ts';
import { shown, shownJson } from './shown.ts';
import type { Terminal } from './terminal.ts';

/** What a command's handler gets: where to print, in whose language, and how much. */
export interface Cli {
	readonly terminal: Terminal;
	readonly words: Words;
	readonly json: boolean;
	readonly quiet: boolean;
	/** Prints a result, with a line end, on stdout. */
	result(text: string): void;
	/** Prints a result for machines: one JSON document, amounts as integer text. */
	resultJson(value: unknown): void;
	/** Says something beside the result on stderr; silent with `--quiet`. */
	talk(text: string): void;
}

export function makeCli(terminal: Terminal, words: Words, options: { json: boolean; quiet: boolean }): Cli {
	return {
		terminal,
		words,
		...options,
		result: (text) => terminal.out(`${shown(text)}\n`),
		resultJson: (value) => terminal.out(`${shownJson(JSON.stringify(value, bigintAsText, '\t'))}\n`),
		talk: (text) => {
			if (!options.quiet) terminal.err(`${shown(text)}\n`);
		},
	};
}

function bigintAsText(_key: string, value: unknown): unknown {
	return typeof value === 'bigint' ? value.toString() : value;
}
