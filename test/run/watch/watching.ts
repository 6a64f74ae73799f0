import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One line of `liuxiang watch --json`. */
export interface Told {
	readonly at: string;
	readonly code: string;
	readonly folder: string;
	readonly facts: Readonly<Record<string, string | number>>;
}

/** `liuxiang watch --json` in a process of its own, and what it tells. */
export interface Watching {
	readonly child: ChildProcess;
	/** Waits for the next event that fits. @throws Error where the process ends before */
	until(fits: (event: Told) => boolean): Promise<Told>;
	/** Tells it to end. @returns its exit code, and how long it took */
	stop(): Promise<{ readonly code: number | null; readonly ms: number }>;
}

/** @param program what node is told to run as liuxiang */
export function startWatching(program: readonly string[], words: readonly string[]): Watching {
	const child = spawn(process.execPath, [...program, 'watch', ...words, '--json'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const closed = once(child, 'close');
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	return {
		child,
		until: async (fits) => {
			for (;;) {
				const { done, value } = await lines.next();
				if (done) throw new Error(`liuxiang watch ended with ${child.exitCode}`);
				const event = JSON.parse(value) as Told;
				if (fits(event)) return event;
			}
		},
		stop: async () => {
			const asked = performance.now();
			child.kill('SIGTERM');
			await closed;
			return { code: child.exitCode, ms: performance.now() - asked };
		},
	};
}
