/**
 * Expected trouble: something a person can understand and mend. Everything else that is thrown is a bug.
 *
 * A problem carries a code and facts, not a sentence: the sentence comes from the message catalogue, in the language
 * of the reader. `where` names the place (file, sheet, row, key), so that every message says what, where, and what to do.
 */
export type ProblemKind = 'usage' | 'config' | 'evidence' | 'network' | 'store' | 'interrupted' | 'terminated';

/** Exit code for what is no problem: a bug, as sysexits.h has it (EX_SOFTWARE). */
export const BUG_EXIT = 70;

/** Exit code of the command line for each kind (see docs/case-folder.md, "Exit codes"). */
export const EXIT_CODES: Readonly<Record<ProblemKind, number>> = {
	usage: 2,
	config: 2,
	evidence: 3,
	network: 4,
	store: 5,
	// Stopped by a person (SIGINT) or the system (SIGTERM): 128 and the signal's number, as shells have it.
	interrupted: 130,
	terminated: 143,
};

/** Whether a work was ended from outside: no fault of what it worked on, so nobody may take it for one and go on. */
export function isStop(cause: unknown): cause is Problem {
	return cause instanceof Problem && (cause.kind === 'interrupted' || cause.kind === 'terminated');
}

export type Facts = Readonly<Record<string, string | number | boolean>>;

export class Problem extends Error {
	override name = 'Problem' as const;
	readonly kind: ProblemKind;
	readonly code: string;
	readonly facts: Facts;

	/**
	 * @param kind decides the exit code
	 * @param code key of the sentence in the message catalogue, such as `store.locked`
	 * @param facts values the sentence quotes; never a secret
	 */
	constructor(kind: ProblemKind, code: string, facts: Facts = {}, cause?: unknown) {
		super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause });
		this.kind = kind;
		this.code = code;
		this.facts = facts;
	}
}
