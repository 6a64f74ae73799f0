#!/usr/bin/env node
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

// `liuxiang todo | head`: the reader has had enough. That is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

// Evidence and whatever is made of it are for whoever runs the program alone: DuckDB's files, the typesetter's too.
process.umask(0o077);

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await runProgram(process.argv.slice(2), processTerminal());
