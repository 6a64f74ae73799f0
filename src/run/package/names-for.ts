import type { Cover } from '../../reports/package/part.ts';

/** How names are shown where nobody says: not to the public. */
export function namesFor(level: Cover['level']): Cover['names'] {
	return level === 'public' ? 'masked' : 'full';
}
