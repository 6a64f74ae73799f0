import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { watchTree } from './tree-memory.ts';

/** What a job in a process of its own told. */
export interface Told<T> {
	readonly answer: T;
	/** Largest resident memory of the process, MB. */
	readonly peakMb: number;
	/** The same of it and of the processes that it started, together at one moment; sampled. */
	readonly treeMb: number;
}

/** What a process gets beside its job. */
export interface How {
	/** Modules to load before it, as URLs. */
	readonly imports?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
}

/**
 * Does a job in a process of its own, whose memory nothing else has filled. The job is the function `job` of a module
 * beside this one; its arguments and its answer go as JSON.
 *
 * @throws Error where the process ends without an answer (out of memory, killed)
 */
export async function inChild<T>(module: string, args: readonly unknown[], how: How = {}): Promise<Told<T>> {
	const script = fileURLToPath(new URL('./child-main.ts', import.meta.url));
	const imports = ['tsx/esm', ...(how.imports ?? [])].map((url) => `--import=${url}`);
	const child = spawn(process.execPath, [...imports, script, module, JSON.stringify(args)], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...how.env },
	});
	const stop = watchTree(child.pid as number);
	let text = '';
	child.stdout.setEncoding('utf8').on('data', (piece: string) => {
		text += piece;
	});
	const ended = await new Promise<string>((resolve) => {
		child.once('close', (code, signal) => resolve(signal ?? String(code)));
	});
	const treeMb = stop();
	if (ended !== '0') throw new Error(`${module} ended with ${ended}`);
	return { ...(JSON.parse(text) as Omit<Told<T>, 'treeMb'>), treeMb };
}
