import { compare } from '../people.ts';
import type { Todo } from './item.ts';

/**
 * Among items whose yuan nobody can tell: first what may be wrong with everything else, then coins, then what may hold
 * more than is known, then the rest.
 */
const URGENT: readonly string[] = [
	'hash-differs',
	'decision-lost',
	'decisions-contradict',
	'decision-without-effect',
	'two-holders',
	'balance-gap',
	'chain-contradiction',
	'chain-disagreement',
	'chain-balance-differs',
	'unlabelled-payer',
	'unmatched-coins',
	'file-refused',
	'not-read-yet',
	'rejected-rows',
	'unknown-format',
	'chain-cut',
	'chain-rate-limited',
	'chain-range-refused',
	'chain-unreachable',
	'chain-denied',
	'chain-damaged',
	'chain-not-kept',
	'chain-not-visible',
];

/** The order of the list: yuan at stake, then urgency, then coins at stake, then code and subject. */
export function byStake(a: Todo, b: Todo): number {
	return (
		descending(BigInt(a.stake), BigInt(b.stake)) ||
		urgency(a) - urgency(b) ||
		compare(a.quantity?.asset ?? '', b.quantity?.asset ?? '') ||
		descending(BigInt(a.quantity?.amount ?? 0), BigInt(b.quantity?.amount ?? 0)) ||
		compare(a.code, b.code) ||
		compare(a.subject, b.subject) ||
		compare(a.id, b.id)
	);
}

function urgency({ code, stake }: Todo): number {
	if (stake !== '0') return 0;
	const place = URGENT.indexOf(code);
	return place < 0 ? URGENT.length : place;
}

function descending(a: bigint, b: bigint): number {
	return a === b ? 0 : a > b ? -1 : 1;
}
