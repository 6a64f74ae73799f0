import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import { dropLock, sweepLocks, takeLock } from './lock-file.ts';
import type { Owner, Self } from './owner.ts';

/** Who works on the case; absent where nobody does. */
export const LOCK_FILE = 'run.lock';

export interface LockTerms {
	readonly self: Self;
	/** What the lock is for: the command. */
	readonly command: string;
	/** Milliseconds. */
	readonly now: () => number;
}

/**
 * Works on a case while nobody else does. A lock that a crash or a power cut left is taken over.
 *
 * @param work told whose lock was taken over, if any
 * @throws Problem `case.missing` {folder}; `case.locked` {folder, pid, host, command, since}: somebody is at work;
 * `case.locked-elsewhere`: the lock is of another machine, of which nobody here can say whether it is still at work;
 * `case.lock-failed` {file, fault}
 */
export async function withLock<Result>(
	root: string,
	{ self, command, now }: LockTerms,
	work: (tookFrom: Owner | undefined) => Promise<Result>,
): Promise<Result> {
	if (!existsSync(join(root, 'case.yaml'))) throw new Problem('config', 'case.missing', { folder: root });
	const path = join(root, LOCK_FILE);
	const { pid, started, boot, host } = self;
	const mine: Owner = { pid, started, boot, host, command, since: now(), nonce: self.unique() };
	const attempt = await takeLock(path, mine, self, now).catch((cause: unknown) => {
		throw new Problem('store', 'case.lock-failed', { file: path, fault: faultOf(cause) }, cause);
	});
	if (!attempt.ours) throw lockedBy(attempt.owner, root, self);
	try {
		await sweepLocks(root, LOCK_FILE, self, now);
		return await work(attempt.tookFrom);
	} finally {
		await dropLock(path, mine);
	}
}

function lockedBy(owner: Owner | undefined, folder: string, self: Self): Problem {
	const { pid = 0, host = self.host, command = '', since = 0 } = owner ?? {};
	const code = host === self.host ? 'case.locked' : 'case.locked-elsewhere';
	const facts = { folder, file: join(folder, LOCK_FILE), pid, host, command, since: new Date(since).toISOString() };
	return new Problem('store', code, facts);
}

function faultOf(cause: unknown): string {
	return (cause as NodeJS.ErrnoException | undefined)?.code ?? String(cause);
}
