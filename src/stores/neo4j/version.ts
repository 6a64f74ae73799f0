/** The oldest server whose answers are tested: the long-term release. Calendar versions (2025.01) came after it. */
export const OLDEST_SERVER = '5.26';

/**
 * Whether a server is older than what the statements need.
 *
 * @param version such as `5.26.30`, `5.27-aura`, `2025.08.0`; one that is no number is a build of its makers, and is
 * taken as new
 */
export function isTooOld(version: string): boolean {
	const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
	if (major === undefined || minor === undefined) return false;
	return Number(major) < 5 || (Number(major) === 5 && Number(minor) < 26);
}
