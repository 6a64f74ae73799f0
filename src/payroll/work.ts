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

type Draft = {
	-readonly [K in keyof Work]: Work[K] extends number ? number : { -readonly [P in keyof Work[K]]: Work[K][P] };
} & {
	readonly callees: Set<string>;
	/** Day -> file -> minutes. */
	readonly minutesByDay: Map<string, Map<string, number>>;
};

/** The work of each party that any row names, by party id. Shifts of a day add up within a file; of two files that tell of one day the larger sum holds. */
export function workOf({ calls, days, checks }: WorkEvidence, rules: WorkRules): Map<string, Work> {
	const drafts = new Map<string, Draft>();
	const draft = (party: string): Draft => {
		const known = drafts.get(party) ?? emptyDraft();
		drafts.set(party, known);
		return known;
	};
	for (const call of calls) addCall(draft(call.party), call, rules);
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
	};
}

function addCall({ calls, callees }: Draft, { callee, instant, seconds }: WorkCall, { longSeconds }: WorkRules): void {
	calls.attempted += 1;
	if (seconds > 0) calls.answered += 1;
	if (seconds > 0 && seconds >= longSeconds) calls.long += 1;
	calls.seconds += seconds;
	calls.first = Math.min(calls.first ?? instant, instant);
	calls.last = Math.max(calls.last ?? instant, instant);
	callees.add(callee);
}

function finish({ calls, callees, minutesByDay, checked, checksMade }: Draft, { fullDayMinutes }: WorkRules): Work {
	const minutes = [...minutesByDay.values()].map((byFile) => Math.max(...byFile.values())).filter((m) => m > 0);
	return {
		calls: { ...calls, numbers: callees.size, repeated: calls.attempted - callees.size },
		days: {
			worked: minutes.length,
			minutes: minutes.reduce((sum, m) => sum + m, 0),
			short: minutes.filter((m) => m < fullDayMinutes).length,
		},
		checked,
		checksMade,
	};
}
