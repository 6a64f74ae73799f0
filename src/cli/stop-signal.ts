import { Problem } from '../ledger/problem.ts';
import type { Cli } from './cli.ts';

/** Aborted when a person or the system wants the command to end; `forget` when there is nothing left to end. */
export interface StopSignal {
	readonly signal: AbortSignal;
	forget(): void;
}

/** From now on the first SIGINT or SIGTERM ends the command at its next safe point; the next one ends the program at once. */
export function stopSignal({ terminal, talk, words }: Cli): StopSignal {
	const stop = new AbortController();
	const forget = terminal.onSignal?.(['SIGINT', 'SIGTERM'], (signal) => {
		talk(words.say('run.stopping'));
		stop.abort(new Problem(signal === 'SIGINT' ? 'interrupted' : 'terminated', 'run.stopped', { signal }));
	});
	return { signal: stop.signal, forget: () => forget?.() };
}
