import { formatDayNumber, localDay } from './local-day.ts';

/** What call records, time sheets and checks show of somebody's work: facts beside the pay, never pay themselves. */

/** A call, resolved to the party that made it. */
export interface WorkCall {
	readonly party: string;
	/** The called number as given: plain, masked or hashed. */
	readonly callee: string;
	readonly instant: number;
	/** 0: not answered. */
	readonly seconds: number;
}

export interface WorkDay {
	readonly party: string;
	/** `YYYY-MM-DD`. */
	readonly day: string;
	readonly minutes: number;
	/** Which file says so. */
	readonly file: string;
}

export interface Work {
	readonly calls: {
		readonly attempted: number;
		/** Talked for a second or more. */
		readonly answered: number;
		/** Talked for at least the case's seconds. */
		readonly long: number;
		/** Different numbers; masked ones may hide more. */
		readonly numbers: number;
		/** Calls to a number called before: attempted less numbers. */
		readonly repeated: number;
		readonly seconds: number;
		readonly first?: number;
		readonly last?: number;
	};
	readonly days: {
		readonly worked: number;
		readonly minutes: number;
		/** Days with fewer hours than the case says a full day has. */
		readonly short: number;
	};
	/** Checks that were made of them, and that they made. */
	readonly checked: number;
	readonly checksMade: number;
	/** The same by day, `YYYY-MM-DD`. */
	readonly byDay: ReadonlyMap<string, DayOfWork>;
}

/** What calls and time sheets show of one day. */
export interface DayOfWork {
	readonly attempted: number;
	readonly answered: number;
	readonly long: number;
	/** 0: no time sheet names the day. */
	readonly minutes: number;
}

export interface WorkRules {
	readonly longSeconds: number;
	readonly fullDayMinutes: number;
}

export interface WorkEvidence {
	readonly calls: Iterable<WorkCall>;
	readonly days: readonly WorkDay[];
	/** Party ids, undefined where nobody is known. */
	readonly checks: readonly { readonly inspector: string | undefined; readonly worker: string | undefined }[];
}

type Sums = Omit<Work, 'byDay'>;

type Draft = {
	-readonly [K in keyof Sums]: Sums[K] extends number ? number : { -readonly [P in keyof Sums[K]]: Sums[K][P] };
} & {
	/** Number of the day -> calls attempted, answered, long. */
	readonly callsByDay: Map<number, [number, number, number]>;
	readonly callees: Set<string>;
	/** Day -> file -> minutes. */
	readonly minutesByDay: Map<string, Map<string, number>>;
};

/** The work of each party that any row names, by party id. Shifts of a day add up within a file; of two files that tell of one day the larger sum holds. `offsetMinutes`: zone whose days count. */
export function workOf(
	{ calls, days, checks }: WorkEvidence,
	rules: WorkRules,
	offsetMinutes: number,
): Map<string, Work> {
	const drafts = new Map<string, Draft>();
	const draft = (party: string): Draft => {
		const known = drafts.get(party) ?? emptyDraft();
		drafts.set(party, known);
		return known;
	};
	for (const call of calls) addCall(draft(call.party), call, rules, offsetMinutes);
	for (const { party, day, minutes, file } of days) {
		const { minutesByDay } = draft(party);
		const byFile = minutesByDay.get(day) ?? new Map<string, number>();
		minutesByDay.set(day, byFile.set(file, (byFile.get(file) ?? 0) + minutes));
	}
	for (const { inspector, worker } of checks) {
		if (inspector !== undefined) draft(inspector).checksMade += 1;
		if (worker !== undefined) draft(worker).checked += 1;
	}
	return new Map([...drafts].map(([party, one]) => [party, finish(one, rules)]));
}

function emptyDraft(): Draft {
	return {
		calls: { attempted: 0, answered: 0, long: 0, numbers: 0, repeated: 0, seconds: 0 },
		days: { worked: 0, minutes: 0, short: 0 },
		checked: 0,
		checksMade: 0,
		callees: new Set(),
		minutesByDay: new Map(),
		callsByDay: new Map(),
	};
}

function addCall(
	{ calls, callees, callsByDay }: Draft,
	{ callee, instant, seconds }: WorkCall,
	{ longSeconds }: WorkRules,
	offsetMinutes: number,
): void {
	const { day } = localDay(instant, offsetMinutes);
	const ofDay = callsByDay.get(day) ?? [0, 0, 0];
	callsByDay.set(day, ofDay);
	ofDay[0] += 1;
	if (seconds > 0) ofDay[1] += 1;
	if (seconds > 0 && seconds >= longSeconds) ofDay[2] += 1;
	calls.attempted += 1;
	if (seconds > 0) calls.answered += 1;
	if (seconds > 0 && seconds >= longSeconds) calls.long += 1;
	calls.seconds += seconds;
	calls.first = Math.min(calls.first ?? instant, instant);
	calls.last = Math.max(calls.last ?? instant, instant);
	callees.add(callee);
}

function finish(
	{ calls, callees, minutesByDay, callsByDay, checked, checksMade }: Draft,
	{ fullDayMinutes }: WorkRules,
): Work {
	const minutesOf = (day: string) => Math.max(0, ...(minutesByDay.get(day)?.values() ?? []));
	const minutes = [...minutesByDay.keys()].map(minutesOf).filter((m) => m > 0);
	const called = new Map([...callsByDay].map(([day, counts]) => [formatDayNumber(day), counts]));
	const everyDay = [...new Set([...called.keys(), ...minutesByDay.keys()])].sort();
	return {
		calls: { ...calls, numbers: callees.size, repeated: calls.attempted - callees.size },
		days: {
			worked: minutes.length,
			minutes: minutes.reduce((sum, m) => sum + m, 0),
			short: minutes.filter((m) => m < fullDayMinutes).length,
		},
		checked,
		checksMade,
		byDay: new Map(
			everyDay.map((day) => {
				const [attempted, answered, long] = called.get(day) ?? [0, 0, 0];
				return [day, { attempted, answered, long, minutes: minutesOf(day) }];
			}),
		),
	};
}
