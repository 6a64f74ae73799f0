import { Board, type Due, type Missed, type Moment, type Plan } from '../../../src/run/watch/board.ts';
import type { Room } from '../../../src/run/watch/choose.ts';

/** A case of the simulated machine: its plan, and how long each of its runs really takes. */
export interface Played {
	readonly folder: string;
	readonly plan: Plan;
	readonly takes: (run: number) => number;
}

export interface Ran extends Due {
	readonly started: number;
	readonly ended: number;
	/** How many ran before it began. */
	readonly beside: number;
}

/** A day that begins at a full minute. */
export const MIDNIGHT = Date.UTC(2026, 2, 1);

/**
 * Plays the board on a machine whose clock stands still between two events: nothing is late that the board did not make late.
 *
 * @param until milliseconds played
 */
export function play(cases: readonly Played[], room: Room, until: number): { ran: Ran[]; missed: Missed[] } {
	const board = new Board(room);
	const at = (ms: number): Moment => ({ wall: MIDNIGHT + ms, steady: ms });
	for (const { folder, plan } of cases) board.put(folder, plan, at(0));
	const takes = new Map(cases.map(({ folder, takes: own }) => [folder, own]));
	const counts = new Map<string, number>();
	const running = new Map<string, Ran>();
	const ran: Ran[] = [];
	const missed: Missed[] = [];
	for (let now = 0; now <= until; ) {
		for (const run of [...running.values()].filter(({ ended }) => ended <= now)) {
			running.delete(run.folder);
			ran.push(run);
			const left = board.ended(run.folder, at(now));
			if (left) missed.push(left);
		}
		missed.push(...board.look(at(now)));
		for (const run of board.start(at(now))) {
			if (running.has(run.folder)) throw new Error(`${run.folder} runs twice at once`);
			const count = counts.get(run.folder) ?? 0;
			counts.set(run.folder, count + 1);
			const ended = now + (takes.get(run.folder)?.(count) ?? 0);
			running.set(run.folder, { ...run, ended, beside: running.size });
		}
		const ends = [...running.values()].map(({ ended }) => ended);
		const next = Math.min(now + board.wakeIn(at(now)), ...ends);
		if (next <= now) throw new Error(`the board asks to be woken at once at ${now}, again and again`);
		now = next;
	}
	return { ran: [...ran, ...running.values()], missed };
}
