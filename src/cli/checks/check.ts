import type { Facts } from '../../ledger/problem.ts';
import type { Language } from '../language.ts';

/** What `doctor` looks at. */
export interface Surroundings {
	/** Case folder, or the folder in which one would be made. */
	readonly folder: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly language: Language;
}

/** One line of `doctor`: the sentence says what was found and, where it is not well, what to do. */
export interface CheckResult {
	readonly ok: boolean;
	readonly code: string;
	readonly facts: Facts;
}

/** Looks at one thing. Never throws for what it looks at. */
export type Check = (surroundings: Surroundings) => Promise<readonly CheckResult[]>;
