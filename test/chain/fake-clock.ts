import { ChainTrouble, type Clock } from '../../src/sources/chains/transport/contract.ts';

/** A clock that jumps where one would wait. */
export interface FakeClock extends Clock {
	/** Each wait that somebody asked for, in milliseconds. */
	readonly waits: readonly number[];
}

/** @param start milliseconds since 1970 */
export function fakeClock(start = 1_700_000_000_000): FakeClock {
	let now = start;
	const waits: number[] = [];
	return {
		waits,
		now: () => now,
		async sleep(ms, signal) {
			if (signal.aborted) throw new ChainTrouble('aborted', 'interrupted while waiting');
			waits.push(Math.round(ms));
			now += ms;
		},
	};
}
