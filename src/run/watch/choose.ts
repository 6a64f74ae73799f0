import type { Sized } from './slots.ts';

/** A case whose run is due. Instants of a clock that nobody sets; bytes. */
export interface Waiting extends Sized {
	/** When it can begin if every run takes as long as its last one. */
	readonly slot: number;
	readonly memory: number;
	/** Not to be tried before this. */
	readonly notBefore?: number;
}

/** A case that runs. */
export interface Busy extends Sized {
	readonly started: number;
	readonly memory: number;
}

/** What all runs share. */
export interface Room {
	readonly workers: number;
	/** Bytes. */
	readonly memory: number;
}

/** Memory that a run waits for: when it will be there, and what is left over then. */
interface Claim {
	readonly at: number;
	spare: number;
}

/**
 * Which of those that wait begin now.
 *
 * They begin in the order of their slots as workers get free. One that waited longer than its own run takes begins beside them, so
 * that no short case waits for a long one; memory alone holds it back. The first that lacks memory gets what the next runs
 * leave; others pass it meanwhile if they are through by then or take none of it (the EASY rule: Lifka, "The ANL/IBM SP
 * scheduling system", 1995), so that neither the large nor the small are starved. A run for which the whole machine is too
 * small runs alone.
 */
export function choose<Case extends Waiting>(
	now: number,
	waiting: readonly Case[],
	busy: readonly Busy[],
	room: Room,
): Case[] {
	const running = [...busy];
	const chosen: Case[] = [];
	let claim: Claim | undefined;
	for (const one of inOrder(waiting)) {
		if ((one.notBefore ?? now) > now) continue;
		if (running.length >= room.workers && now < one.slot + one.expected) continue;
		const free = room.memory - sum(running);
		if (one.memory > free && running.length > 0) {
			claim ??= claimOf(now, one, running, room);
			continue;
		}
		if (claim && now + one.expected > claim.at) {
			if (one.memory > claim.spare) continue;
			claim.spare -= one.memory;
		}
		chosen.push(one);
		running.push({ ...one, started: now });
	}
	return chosen;
}

/** First come, first served: by slot, then by name, so that the order is the same every time. */
function inOrder<Case extends Waiting>(waiting: readonly Case[]): Case[] {
	return [...waiting].sort((a, b) => a.slot - b.slot || (a.folder < b.folder ? -1 : 1));
}

function claimOf(now: number, one: Waiting, running: readonly Busy[], room: Room): Claim {
	// One that takes longer than expected may end any moment.
	const ends = running.map(({ started, expected, memory }) => ({ at: Math.max(started + expected, now), memory }));
	let free = room.memory - sum(running);
	let at = now;
	for (const end of ends.sort((a, b) => a.at - b.at)) {
		if (one.memory <= free) break;
		free += end.memory;
		at = end.at;
	}
	return { at, spare: free - one.memory };
}

function sum(running: readonly Busy[]): number {
	return running.reduce((total, { memory }) => total + memory, 0);
}
