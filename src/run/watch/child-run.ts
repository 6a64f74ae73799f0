import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { BUG_EXIT } from '../../ledger/problem.ts';
import { residentBytes } from './process-memory.ts';
import type { Limits } from './watched-case.ts';

/** How this program is started again. */
export interface Program {
	readonly command: string;
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Name and version, as a journal has it. */
	readonly name: string;
	/** Ends a process and all that it started, at once. */
	readonly kill: (pid: number) => void;
}

/** Who ended a run that did not end by itself. */
export type KilledBy = 'time' | 'memory' | 'stop';

export interface EndedRun {
	/** Exit code; 128 and its number where a signal ended the process. */
	readonly exit: number;
	readonly signal?: NodeJS.Signals;
	readonly killedBy?: KilledBy;
	/** Code of the problem that it told. */
	readonly problem?: string;
	readonly ms: number;
	/** Bytes at the highest that was seen; 0 where the system does not tell. */
	readonly memory: number;
}

export interface ChildRun {
	readonly ended: Promise<EndedRun>;
	/** Asks it to end, and ends it if it does not. */
	stop(): void;
}

/** A run that is told to end has so long. With the rest that a supervisor does it is less than ten seconds. */
const STOP_MS = 8000;
const LOOK_MS = 500;
/** What it said last has arrived by then. */
const PIPE_MS = 500;
/** What of its talk is kept: its problem is the last line. */
const TALK_BYTES = 65_536;

/**
 * Runs a case in a process of its own that may take so much time and memory and no more. The heap of JavaScript gets three quarters,
 * so that it is swept before the whole process is too large.
 *
 * A run that is over its time is asked to end. One that is over its memory is ended: it would go on growing while it tidies up, and
 * the next run finds what it left as after a power cut.
 *
 * @param steady milliseconds on a clock that nobody sets
 */
export function startRun(program: Program, args: readonly string[], limits: Limits, steady: () => number): ChildRun {
	const started = steady();
	const heap = `--max-old-space-size=${Math.floor((limits.memory * 0.75) / 1024 ** 2)}`;
	const child = spawn(program.command, [heap, ...program.args, ...args], {
		// A group of its own: what a terminal sends to its group reaches a run through its supervisor alone, once.
		detached: true,
		windowsHide: true,
		stdio: ['ignore', 'ignore', 'pipe'],
		env: program.env,
	});
	let talk = Buffer.alloc(0);
	// Without handles left there is no pipe, and the error comes later.
	child.stderr?.on('data', (part: Buffer) => {
		talk = Buffer.concat([talk, part]).subarray(-TALK_BYTES);
	});
	const ended = new Promise<{ exit: number; signal?: NodeJS.Signals; problem?: string }>((resolve) => {
		// Without memory or processes left none can be started: then it ends before it began.
		child.once('error', (cause: NodeJS.ErrnoException) => resolve({ exit: BUG_EXIT, problem: cause.code ?? 'spawn' }));
		child.once('exit', (code, signal) => {
			const told = () => {
				clearTimeout(patience);
				if (signal) resolve({ exit: 128 + constants.signals[signal], signal });
				else resolve({ exit: code ?? BUG_EXIT, ...problemIn(talk.toString()) });
			};
			// What it started may outlive it, and hold the pipe open.
			const patience = setTimeout(() => child.stderr?.destroy(), PIPE_MS);
			child.once('close', told);
		});
	});
	let killedBy: KilledBy | undefined;
	let memory = 0;
	let deadline = Number.POSITIVE_INFINITY;
	const kill = () => child.pid !== undefined && child.exitCode === null && program.kill(child.pid);
	const end = (by: KilledBy) => {
		if (killedBy !== undefined) return;
		killedBy = by;
		deadline = steady() + STOP_MS;
		if (by === 'memory') kill();
		else child.kill('SIGTERM');
	};
	const look = setInterval(() => {
		if (child.pid !== undefined) memory = Math.max(memory, residentBytes(child.pid));
		if (memory > limits.memory) end('memory');
		if (steady() - started > limits.time) end('time');
		if (steady() > deadline) kill();
	}, LOOK_MS);
	return {
		ended: ended.then((how) => {
			clearInterval(look);
			return { ...how, ...(killedBy === undefined ? {} : { killedBy }), ms: steady() - started, memory };
		}),
		stop: () => end('stop'),
	};
}

/** The code of the problem that `--json` tells on stderr. Nothing of its facts: they may hold what no log may. */
function problemIn(talk: string): { readonly problem?: string } {
	for (const line of talk.trimEnd().split('\n').reverse()) {
		try {
			const code: unknown = JSON.parse(line)?.problem?.code;
			if (typeof code === 'string') return { problem: code };
		} catch {
			// A line of talk.
		}
	}
	return {};
}
