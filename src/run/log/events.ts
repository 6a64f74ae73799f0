/**
 * What a log may tell. Each field has a class, and the class decides whether it is written: a log goes to places where a case file may
 * not go. What is not named here cannot be logged: it does not compile, and where it comes all the same it is dropped.
 */
export type FieldClass =
	/** A number that counts, measures or stands for an exit code. */
	| 'count'
	/** Milliseconds since 1970; written as ISO. */
	| 'time'
	/** A word of the program itself: a step, a code, a command, a version. */
	| 'word'
	/** A hash, or the id of a run. Not of a transfer, an account or a person. */
	| 'id'
	/** What may name a person, an account or a file (whose name often holds a person's). Never written. */
	| 'personal'
	/** Never written. */
	| 'secret';

export const EVENTS = {
	'run.begun': { trigger: 'word', due: 'time', program: 'word', before: 'id', pid: 'count' },
	'run.took-over': { pid: 'count', command: 'word', since: 'time' },
	'run.broken': { broken: 'id' },
	'step.begun': { step: 'word' },
	'step.ended': { step: 'word', ms: 'count' },
	'file.begun': { hash: 'id', size: 'count', path: 'personal' },
	'file.taken': {
		hash: 'id',
		source: 'word',
		status: 'word',
		rows: 'count',
		rejected: 'count',
		records: 'count',
		problem: 'word',
		path: 'personal',
	},
	'chain.taken': { account: 'personal', stretches: 'count', damaged: 'count', vanished: 'count' },
	'changes.told': { changed: 'count', alarms: 'count', fresh: 'count' },
	alarm: { code: 'word', facts: 'personal' },
	'notices.sent': { sent: 'count', waiting: 'count', given_up: 'count', faults: 'personal' },
	removed: { what: 'word', name: 'id' },
	'not-written': { what: 'word', fault: 'word' },
	problem: { code: 'word', kind: 'word', facts: 'personal', stack: 'personal' },
	'run.ended': { outcome: 'word', exit: 'count', ms: 'count', memory: 'count', run: 'id' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldClass>>>>;

export type EventName = keyof typeof EVENTS;

type ValueOf<Class extends FieldClass> = Class extends 'count' | 'time'
	? number
	: Class extends 'word' | 'id'
		? string
		: unknown;

/** What is given with an event. A field that is left out, or undefined, is not written. */
export type FieldsOf<Name extends EventName> = {
	readonly [Field in keyof (typeof EVENTS)[Name]]?:
		| ValueOf<Extract<(typeof EVENTS)[Name][Field], FieldClass>>
		| undefined;
};
