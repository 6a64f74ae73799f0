import { vagueness } from './account.ts';
import { fileOf } from './once.ts';
import type { GroupJoin } from './statement.ts';

/** One coming of one person into one group, told by one file or by several. */
interface JoinEvent {
	/** The telling that names the person best. */
	best: GroupJoin;
	readonly tellings: GroupJoin[];
}

/** Two tellings of one join lie no further apart: phones and exports round and lag. */
const SAME_JOIN_MS = 60_000;

/**
 * Puts together what several files tell of one join, by the account, or by the name where one of them knows no more.
 * Lines of one file are different joins. In order of time, then id.
 */
export function eventsOf(joins: readonly GroupJoin[]): JoinEvent[] {
	const events: JoinEvent[] = [];
	const recent = new Map<string, JoinEvent[]>();
	for (const join of [...joins].sort(byTime)) {
		const keys = [`${join.group}|a|${join.member}`, ...(join.name === '' ? [] : [`${join.group}|n|${join.name}`])];
		const near = keys.flatMap((key) => recent.get(key) ?? []);
		const event = near.find(({ tellings }) => tellings.every((other) => canBeOne(other, join)));
		if (event) {
			event.tellings.push(join);
			if (strength(join) > strength(event.best)) event.best = join;
		}
		const told = event ?? { best: join, tellings: [join] };
		if (!event) events.push(told);
		for (const key of keys) {
			const open = (recent.get(key) ?? []).filter((one) => one !== told && isRecent(one, join));
			recent.set(key, [...open, told]);
		}
	}
	return events;
}

export function byTime(a: GroupJoin, b: GroupJoin): number {
	return a.moment.instant - b.moment.instant || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function canBeOne(a: GroupJoin, b: GroupJoin): boolean {
	const known = vagueness(a.member) === 0 && vagueness(b.member) === 0;
	return (
		fileOf(a) !== fileOf(b) &&
		b.moment.instant - a.moment.instant <= SAME_JOIN_MS &&
		(a.member === b.member || (!known && a.name === b.name))
	);
}

function isRecent({ tellings }: JoinEvent, join: GroupJoin): boolean {
	return join.moment.instant - (tellings.at(-1)?.moment.instant ?? 0) <= SAME_JOIN_MS;
}

function strength({ member, inviter }: GroupJoin): number {
	return (vagueness(member) === 0 ? 2 : 0) + (inviter === undefined ? 0 : 1);
}
