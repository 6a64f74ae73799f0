import type { Cli } from './cli.ts';
import { thisProcess } from './this-process.ts';

/** Does what writes into a case while nobody else works on it. @throws Problem as `withLock` */
export async function whileLocked<Result>(
	folder: string,
	command: string,
	{ talk, words }: Cli,
	work: () => Promise<Result>,
): Promise<Result> {
	const { withLock } = await import('../run/lock/case-lock.ts');
	return await withLock(folder, { self: thisProcess(), command, now: Date.now }, async (tookFrom) => {
		if (tookFrom) talk(words.say('run.took-over', { pid: tookFrom.pid, command: tookFrom.command }));
		return await work();
	});
}
