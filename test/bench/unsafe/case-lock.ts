export { LOCK_FILE } from '../../../src/run/lock/case-lock.ts';

/** Works on a case without looking whether somebody else does. */
export async function withLock<T>(
	_root: string,
	_terms: unknown,
	work: (tookFrom: undefined) => Promise<T>,
): Promise<T> {
	return await work(undefined);
}
