const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000] as const;

/**
 * Waits after the first, second … failure. The first two fit into a run; from the third on a later run tries again. None is
 * longer than a night, so that a case that runs once a night tries once a night.
 */
const WAITS = [
	2 * SECOND,
	5 * SECOND,
	5 * MINUTE,
	30 * MINUTE,
	2 * HOUR,
	5 * HOUR,
	10 * HOUR,
	14 * HOUR,
	20 * HOUR,
	20 * HOUR,
	20 * HOUR,
] as const;

/** Tries of a notice before it is given up. */
export const MOST_TRIES = WAITS.length + 1;
/** A notice older than this is given up after the next try, or with another one that meets a fault of the way. */
export const LONGEST_LIFE = 14 * DAY;
/** A receiver may ask for no longer rest than this. */
export const LONGEST_REST = DAY;

/**
 * How long a notice waits after its nth failed try: the wait of the list, a fifth more or less by chance, so that forty cases
 * of one minute do not come back in one second. Longer where the receiver asked for it.
 *
 * @param random in [0, 1)
 */
export function waitAfter(tries: number, random: number, asked: number | undefined): number {
	const listed = WAITS[Math.min(tries, WAITS.length) - 1] ?? 0;
	return Math.max(listed * (0.8 + 0.4 * random), Math.min(asked ?? 0, LONGEST_REST));
}
