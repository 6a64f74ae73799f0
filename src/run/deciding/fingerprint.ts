import { hash } from 'node:crypto';
import type { Todo } from '../../findings/todo/item.ts';

/** 12 hex digits of all that a point says: a sheet written before it changed is told from one that was not. */
export function fingerprintOf({ id, code, subject, facts, stake, quantity, options, adopt }: Todo): string {
	const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
	return hash('sha256', JSON.stringify([id, code, subject, sorted, stake, quantity, options, adopt])).slice(0, 12);
}
