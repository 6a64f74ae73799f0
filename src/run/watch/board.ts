import { type Busy, choose, type Room, type Waiting } from './choose.ts';
import { slotsOf } from './slots.ts';
import type { Times } from './times.ts';

/** One moment on two clocks: the one on the wall, which people and servers set, and one that only ever goes on. Milliseconds. */
export interface Moment {
	readonly wall: number;
	readonly steady: number;
}

/** What a schedule asks for a case. */
export interface Plan {
	readonly times: Times;
	readonly missed: 'run' | 'skip';
	/** How long a run takes and what it needs, as far as anybody knows. Milliseconds, bytes. */
	readonly expected: number;
	readonly memory: number;
}

/** A run that is due, from when it could begin. */
export interface Due extends Waiting {
	/** The time of its schedule, on the wall's clock. */
	readonly due: number;
	/** When it could have begun first: at that time, or when somebody was there to begin it. */
	readonly ready: number;
}

/** A time of a schedule at which nobody watched, and whether the case runs now instead. */
export interface Missed {
	readonly folder: string;
	readonly due: number;
	readonly runs: boolean;
}

/** A time that is up to so much ago is no missed one: somebody was there in time enough. */
const GRACE_MS = 15 * 60_000;
/** A time that is up to so much ago came while somebody watched: from it, not from now, a wait is counted. */
const AWAKE_MS = 10_000;
/** The two clocks differ by less where nobody set one of them. */
const JUMP_MS = 60_000;
/** A wall's clock that is put back by so much at most passes no time twice. */
export const TURN_MS = 2 * 3_600_000;

interface Watched {
	plan: Plan;
	next: number | undefined;
	/** The last time that was taken up. */
	taken: number;
	/** A time that passed while the case ran. */
	again?: number;
}

/**
 * Which cases are due, wait and run. It looks at no clock and starts nothing: it is told what the time is and what ended, and says
 * what begins. A case never runs twice at once, and waits once at most however many of its times pass.
 */
export class Board {
	private readonly cases = new Map<string, Watched>();
	/** What came since somebody last asked who begins, by folder: those due at one minute get their slots together. */
	private readonly come = new Map<string, number>();
	private readonly waiting = new Map<string, Due>();
	private readonly running = new Map<string, Due & Busy>();
	private readonly room: Room;
	private seen: Moment | undefined;
	private closed = false;

	constructor(room: Room) {
		this.room = room;
	}

	/**
	 * Takes up a case, or what its schedule says now.
	 *
	 * @param since up to when the times of the schedule are done with, on the wall's clock; now where it is left out
	 * @returns the time that was missed, if any
	 */
	put(folder: string, plan: Plan, now: Moment, since = now.wall): Missed | undefined {
		const known = this.cases.get(folder);
		if (known) {
			// A time that came under the old schedule, and that nobody has looked at yet, is not lost with it.
			const missed = this.takeUp(folder, known, now);
			known.plan = plan;
			known.next = this.nextAfter(plan, afterTurn(now.wall, known.taken));
			return missed;
		}
		const watched: Watched = { plan, next: this.nextAfter(plan, now.wall), taken: Number.NEGATIVE_INFINITY };
		this.cases.set(folder, watched);
		const due = plan.times.last(now.wall);
		if (due === undefined || due <= since) return;
		watched.taken = due;
		const missed = missedAt(folder, plan, due, now);
		if (missed?.runs !== false) this.enter(folder, due);
		return missed;
	}

	/** Runs a case now, whatever its schedule says. */
	demand(folder: string, now: Moment): void {
		this.enter(folder, now.wall);
	}

	/** From here on no time comes any more: what waits and runs is all. */
	close(): void {
		this.closed = true;
		for (const watched of this.cases.values()) watched.next = undefined;
	}

	/** Forgets a case. A run that began goes on. */
	drop(folder: string): void {
		this.cases.delete(folder);
		this.come.delete(folder);
		this.waiting.delete(folder);
	}

	/** What is known of a run by now, for the next one. */
	learn(folder: string, known: Partial<Pick<Plan, 'expected' | 'memory'>>): void {
		const watched = this.cases.get(folder);
		if (watched) watched.plan = { ...watched.plan, ...known };
	}

	/** Takes up the times that came. @returns those that were missed */
	look(now: Moment): Missed[] {
		if (this.seen && now.wall - this.seen.wall - (now.steady - this.seen.steady) < -JUMP_MS) this.turnBack(now);
		this.seen = now;
		return [...this.cases].flatMap(([folder, watched]) => this.takeUp(folder, watched, now) ?? []);
	}

	/** Those that begin now: from here on they run. */
	start(now: Moment): (Due & Busy)[] {
		this.giveSlots(now);
		const chosen = choose(now.steady, [...this.waiting.values()], [...this.running.values()], this.room);
		return chosen.map((one) => {
			const begun = { ...one, started: now.steady };
			this.waiting.delete(one.folder);
			this.running.set(one.folder, begun);
			return begun;
		});
	}

	/**
	 * A run ended. A time that passed meanwhile was missed.
	 *
	 * @param retryIn tried again after so many milliseconds, because it could not begin
	 * @returns the time that was missed, if any
	 */
	ended(folder: string, now: Moment, retryIn?: number): Missed | undefined {
		const run = this.running.get(folder);
		this.running.delete(folder);
		const watched = this.cases.get(folder);
		if (retryIn !== undefined && run) {
			// Whoever held it up, it keeps its place.
			const { started: _, ...due } = run;
			if (watched) this.waiting.set(folder, { ...due, notBefore: now.steady + retryIn });
			return;
		}
		if (watched?.again === undefined) return;
		const due = watched.again;
		delete watched.again;
		const runs = watched.plan.missed === 'run';
		if (runs) this.enter(folder, due);
		return { folder, due, runs };
	}

	/** Whether nothing runs and nothing waits. */
	get idle(): boolean {
		return this.come.size === 0 && this.waiting.size === 0 && this.running.size === 0;
	}

	/** Milliseconds until something may begin although nothing ends; infinite where nothing will. */
	wakeIn(now: Moment): number {
		if (this.come.size > 0) return 0;
		const times = [...this.cases.values()].map(({ next = Number.POSITIVE_INFINITY }) => next - now.wall);
		// What is overdue waits for memory, and so for an end.
		const turns = [...this.waiting.values()]
			.flatMap(({ slot, expected, notBefore = 0 }) => [slot + expected - now.steady, notBefore - now.steady])
			.filter((wait) => wait > 0);
		return Math.max(0, Math.min(...times, ...turns));
	}

	/** The time of the schedule that comes next. */
	nextOf(folder: string): number | undefined {
		return this.cases.get(folder)?.next;
	}

	/** Takes up the time that came for a case, if one did. @returns it, if it was missed */
	private takeUp(folder: string, watched: Watched, now: Moment): Missed | undefined {
		if (watched.next === undefined || watched.next > now.wall) return undefined;
		const due = Math.max(watched.next, watched.plan.times.last(now.wall) ?? watched.next);
		watched.taken = due;
		watched.next = this.nextAfter(watched.plan, now.wall);
		if (this.running.has(folder)) {
			watched.again = due;
			return undefined;
		}
		const missed = missedAt(folder, watched.plan, due, now);
		if (missed?.runs !== false) this.enter(folder, due);
		return missed;
	}

	private enter(folder: string, due: number): void {
		const there = this.come.has(folder) || this.waiting.has(folder) || this.running.has(folder);
		if (this.cases.has(folder) && !there) this.come.set(folder, due);
	}

	private giveSlots(now: Moment): void {
		const fresh = [...this.come].flatMap(([folder, due]) => {
			const plan = this.cases.get(folder)?.plan;
			return plan ? [{ folder, due, expected: plan.expected, memory: plan.memory }] : [];
		});
		this.come.clear();
		for (const group of byMinute(fresh, now)) {
			const ready = now.steady - now.wall + Math.min(...group.map(({ from }) => from));
			const slots = slotsOf(group, ready, this.room.workers);
			for (const { from: _, ...one } of group)
				this.waiting.set(one.folder, { ...one, ready, slot: slots.get(one.folder) ?? ready });
		}
	}

	private nextAfter({ times }: Plan, wall: number): number | undefined {
		return this.closed ? undefined : times.next(wall);
	}

	private turnBack(now: Moment): void {
		for (const watched of this.cases.values())
			watched.next = this.nextAfter(watched.plan, afterTurn(now.wall, watched.taken));
	}
}

/** Clocks that were put back a little show a time again that was taken up; those that were wrong for long prove nothing. */
function afterTurn(wall: number, taken: number): number {
	return taken > wall && taken - wall <= TURN_MS ? taken : wall;
}

function missedAt(folder: string, { missed }: Plan, due: number, now: Moment): Missed | undefined {
	return now.wall - due > GRACE_MS ? { folder, due, runs: missed === 'run' } : undefined;
}

/** Those due within one minute share it out among them. What nobody saw come is due now. */
function byMinute<One extends { readonly due: number }>(
	come: readonly One[],
	now: Moment,
): (One & { readonly from: number })[][] {
	const groups = new Map<number, (One & { readonly from: number })[]>();
	for (const one of come) {
		const from = now.wall - one.due > AWAKE_MS ? now.wall : one.due;
		const minute = Math.floor(from / 60_000);
		const group = groups.get(minute) ?? [];
		groups.set(minute, group);
		group.push({ ...one, from });
	}
	return [...groups.values()];
}
