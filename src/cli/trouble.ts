import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { fileTrouble } from '../ledger/file-trouble.ts';
import { BUG_EXIT, EXIT_CODES, Problem } from '../ledger/problem.ts';
import type { Words } from './messages/words.ts';
import { programVersion } from './package-root.ts';
import { shown, shownJson } from './shown.ts';
import type { Terminal } from './terminal.ts';

/**
 * Tells what went wrong and gives the exit code. A problem is one of ours: its sentence, no stack. Anything else is a
 * bug: one line and where the details are, for whoever mends it.
 */
export function tellTrouble(
	thrown: unknown,
	terminal: Terminal,
	words: Words,
	options: { json: boolean; debug: boolean },
): number {
	const error = fileTrouble(thrown);
	if (!(error instanceof Problem)) return tellBug(error, terminal, words, options);
	const message = words.sayAny(error.code, error.facts);
	if (options.json) {
		terminal.err(`${shownJson(JSON.stringify({ problem: { code: error.code, facts: error.facts, message } }))}\n`);
	} else {
		const label = words.say('problem.label');
		terminal.err(`${terminal.colour ? styleText('red', label) : label} ${message}\n`);
	}
	if (options.debug) terminal.err(`${shown(error.stack ?? '')}\n`);
	return EXIT_CODES[error.kind];
}

function tellBug(error: unknown, terminal: Terminal, words: Words, options: { json: boolean; debug: boolean }): number {
	const what = error instanceof Error ? error.message : String(error);
	const details = error instanceof Error ? (error.stack ?? what) : what;
	const place = options.debug ? '' : writeDetails(details);
	const facts = { what: what.split('\n')[0] ?? '', place };
	const message = words.say(place === '' ? 'bug' : 'bug.file', facts);
	terminal.err(
		options.json
			? `${shownJson(JSON.stringify({ problem: { code: 'bug', facts, message } }))}\n`
			: `${shown(message)}\n`,
	);
	if (options.debug) terminal.err(`${shown(details)}\n`);
	return BUG_EXIT;
}

/** A file of its own under the system's temporary folder; '' where none can be written. */
function writeDetails(details: string): string {
	try {
		const path = join(mkdtempSync(join(tmpdir(), 'liuxiang-bug-')), 'details.txt');
		writeFileSync(path, `liuxiang ${programVersion()}, Node ${process.version}, ${process.platform}\n\n${details}\n`, {
			mode: 0o600,
		});
		return path;
	} catch {
		return '';
	}
}
