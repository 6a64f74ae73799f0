import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readlinkSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { moduleUrl, NODE_ARGS } from '../another.ts';

/** How a call ended: with an answer, or with the process. */
export type Ending =
	| { readonly code: number; readonly out: string; readonly err: string }
	| { readonly signal: string; readonly err: string };

/** Longer no call takes, on the busiest machine. */
const PATIENCE_MS = 240_000;

/** A process under the shim in which the command line is called; a new one where it was killed. */
export class Worker {
	readonly #library: string;
	readonly #control: string;
	#child: ChildProcess | undefined;
	#lines: AsyncIterator<string> | undefined;
	#ended: Promise<string> = Promise.resolve('');
	#said = '';

	constructor(library: string, control: string) {
		this.#library = library;
		this.#control = control;
	}

	async call(args: readonly string[]): Promise<Ending> {
		const child = this.#child ?? this.#start();
		this.#said = '';
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, PATIENCE_MS);
		try {
			child.stdin?.write(`${JSON.stringify(args)}\n`);
			const line = await this.#lines?.next();
			if (line && !line.done) return JSON.parse(line.value) as Ending;
			const signal = await this.#ended;
			this.#child = undefined;
			return { signal: late ? 'no answer' : signal, err: this.#said };
		} finally {
			clearTimeout(timer);
		}
	}

	/** Files below a folder that the process has open though no call is under way. */
	open(folder: string): string[] {
		const handles = `/proc/${this.#child?.pid}/fd`;
		if (this.#child === undefined) return [];
		return readdirSync(handles).flatMap((name) => {
			try {
				const target = readlinkSync(`${handles}/${name}`);
				return target.startsWith(`${folder}/`) ? [target] : [];
			} catch {
				return [];
			}
		});
	}

	async stop(): Promise<void> {
		const child = this.#child;
		this.#child = undefined;
		child?.kill('SIGKILL');
		if (child) await this.#ended;
	}

	#start(): ChildProcess {
		const { NODE_V8_COVERAGE: _, ...env } = process.env;
		const child = spawn(process.execPath, [...NODE_ARGS, fileURLToPath(moduleUrl('test/faults/worker-main'))], {
			stdio: ['pipe', 'pipe', 'pipe'],
			// One thread for files: the same faults then meet the same operations.
			env: { ...env, LD_PRELOAD: this.#library, FAULT_CONTROL: this.#control, UV_THREADPOOL_SIZE: '1' },
		});
		child.stderr?.on('data', (text) => {
			this.#said += text;
		});
		child.stdin?.on('error', () => undefined);
		this.#lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
		this.#ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? `exit ${code}`)));
		this.#child = child;
		return child;
	}
}
