import type { ChainAccess } from '../run/chains/take-chains.ts';
import type { Cli } from './cli.ts';
import type { Progress } from './progress.ts';

/**
 * Leave to ask chains. While they are asked, the first interruption (Ctrl-C) ends the asking and nothing else: what was brought
 * stays, and the rest is marked as cut. The next one ends the program.
 *
 * @param whole ends the command that asks, and so the asking; without it, SIGTERM is taken as an interruption too
 */
export async function chainAccess(
	{ terminal, words, talk }: Cli,
	{ onProgress }: Progress,
	whole?: AbortSignal,
): Promise<ChainAccess> {
	const { systemClock } = await import('../sources/chains/transport/clock.ts');
	const { histories } = (await import('../reports/words.ts')).wordsOf(words.language);
	const stop = new AbortController();
	let all = 0;
	let current = '';
	return {
		clock: systemClock,
		signal: whole === undefined ? stop.signal : AbortSignal.any([stop.signal, whole]),
		begin: () => {
			const forget = terminal.onSignal?.(whole === undefined ? ['SIGINT', 'SIGTERM'] : ['SIGINT'], () => {
				talk(words.say('fetch.interrupted'));
				stop.abort();
			});
			return () => forget?.();
		},
		told: ({ account, history, mark, until, accountsLeft }) => {
			all = Math.max(all, accountsLeft);
			onProgress('chains', all - accountsLeft, all);
			// A log gets one line a history; a bar is moved by every stretch and says no more than that.
			if (terminal.bars !== undefined || current === `${account} ${history}`) return;
			current = `${account} ${history}`;
			talk(
				words.say('fetch.step', {
					account,
					history: histories[history] ?? history,
					left: until - mark,
					accounts: accountsLeft,
				}),
			);
		},
	};
}
