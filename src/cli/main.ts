#!/usr/bin/env node
import { fileTrouble } from '../ledger/file-trouble.ts';
import { languageOf } from './language.ts';
import { wordsOf } from './messages/words.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';
import { tellTrouble } from './trouble.ts';

const terminal = processTerminal();

// `liuxiang todo | head`: the reader has had enough. That is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	// A full disk: what stands there is not whole, and must not pass for a result.
	const args = process.argv.slice(2);
	const how = { json: args.includes('--json'), debug: args.includes('--debug') };
	process.exit(tellTrouble(fileTrouble(error, 'stdout'), terminal, wordsOf(languageOf(args, process.env)), how));
});

// Whoever listened to the talk has gone: that ends no run in the middle of its work. The journal and the exit code tell.
process.stderr.on('error', () => undefined);

// Evidence and whatever is made of it are for whoever runs the program alone: DuckDB's files, the typesetter's too.
process.umask(0o077);

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await runProgram(process.argv.slice(2), terminal);
