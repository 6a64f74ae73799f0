import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import type { Control } from './control.ts';

/** How a call ended: with an answer, or with the process. */
export type Ending =
	| { readonly code: number; readonly out: string; readonly err: string }
	| { readonly signal: string };

/** Longer no call takes, on the busiest machine. */
const PATIENCE_MS = 240_000;

/** A process under the shim that runs the command line in children of its own. */
export class Worker {
	readonly #library: string;
	readonly #control: Control;
	readonly #answer: string;
	#child: ChildProcess | undefined;
	#lines: AsyncIterator<string> | undefined;

	constructor(library: string, control: Control) {
		this.#library = library;
		this.#control = control;
		this.#answer = `${control.path}.answer`;
	}

	/** Calls in the process itself, which has then loaded and compiled what a call needs. */
	async warmUp(args: readonly string[]): Promise<Ending> {
		return await this.#call(args, { here: true });
	}

	/** @param killAfterMs when the call is killed, if it is still under way */
	async call(args: readonly string[], killAfterMs?: number): Promise<Ending> {
		const kill = () => {
			const child = this.#control.child();
			if (child !== 0) process.kill(child, 'SIGKILL');
		};
		const timer = killAfterMs === undefined ? undefined : setTimeout(kill, killAfterMs);
		try {
			return await this.#call(args, { here: false });
		} finally {
			clearTimeout(timer);
		}
	}

	async #call(args: readonly string[], { here }: { readonly here: boolean }): Promise<Ending> {
		const child = this.#child ?? this.#start();
		rmSync(this.#answer, { force: true });
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, PATIENCE_MS);
		try {
			child.stdin?.write(`${JSON.stringify({ args, here })}\n`);
			const line = await this.#lines?.next();
			if (line?.value === 'done') return this.#ending(here);
			this.#child = undefined;
			return { signal: late ? 'no answer in time' : 'the worker ended' };
		} finally {
			clearTimeout(timer);
		}
	}

	async stop(): Promise<void> {
		const child = this.#child;
		this.#child = undefined;
		if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
		const closed = new Promise((resolve) => child.once('close', resolve));
		child.kill('SIGKILL');
		await closed;
	}

	#ending(here: boolean): Ending {
		const status = here ? 0 : this.#control.status();
		if (status === 0) return JSON.parse(readFileSync(this.#answer, 'utf8')) as Ending;
		const number = status & 0x7f;
		const [name] = Object.entries(constants.signals).find(([, value]) => value === number) ?? [];
		return { signal: name ?? `status ${status}` };
	}

	#start(): ChildProcess {
		const { NODE_V8_COVERAGE: _, ...env } = process.env;
		const main = fileURLToPath(moduleUrl('test/faults/worker-main'));
		// V8 without threads of its own, which a child would not have; one thread for files, so that the same faults meet the same operations.
		const args = ['--single-threaded', '--v8-pool-size=0', ...NODE_ARGS, main, this.#answer];
		const child = spawn(process.execPath, args, {
			stdio: ['pipe', 'pipe', 'inherit'],
			env: { ...env, LD_PRELOAD: this.#library, FAULT_CONTROL: this.#control.path, UV_THREADPOOL_SIZE: '1' },
		});
		child.stdin?.on('error', () => undefined);
		this.#lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
		this.#child = child;
		return child;
	}
}
