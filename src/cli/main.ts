#!/usr/bin/env node
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

// `liuxiang todo | head`: the reader has had enough. That is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await runProgram(process.argv.slice(2), processTerminal());
