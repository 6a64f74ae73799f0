import type { Facts } from '../../ledger/problem.ts';

/** How a run ended. `stopped`: somebody asked it to end; `broken`: it left no word, so it was killed or the power went. */
export type Outcome = 'done' | 'incomplete' | 'failed' | 'stopped' | 'broken';

/** One run of a case in its journal, `log/runs.jsonl`: what `status`, notices and metrics are drawn from. Instants in milliseconds. */
export interface RunEntry {
	/** Sortable by time and unlike any other: names the log of the run too. */
	readonly id: string;
	readonly started: number;
	/** Absent while it runs, and of a broken run: nobody knows. */
	readonly ended?: number;
	/** Absent while it runs. */
	readonly outcome?: Outcome;
	/** Exit code of the command line. */
	readonly exit?: number;
	readonly trigger: 'hand' | 'schedule';
	/** When it should have begun, where a schedule said so. */
	readonly due?: number;
	readonly program: string;
	/** Name of its report folder (`run-…`), and of the one before it. */
	readonly run?: string;
	readonly before?: string;
	readonly problem?: { readonly code: string; readonly facts: Facts };
	/** Files, rows, transfers, changes, alarms …, by name. No name of a person, no account. */
	readonly counts?: Readonly<Record<string, number>>;
	/** Codes of the alarms that stand, each once. */
	readonly alarms?: readonly string[];
	/** Milliseconds by step. */
	readonly timings?: Readonly<Record<string, number>>;
	/** Bytes at its highest. */
	readonly memory?: number;
}
