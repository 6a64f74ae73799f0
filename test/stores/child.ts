import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { StorePlace } from '../../src/stores/place.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';

const LOAD = moduleUrl('test/stores/load').href;

/** A process of its own that does one of the jobs of `load.ts`. */
export interface Child {
	readonly pid: number;
	/** The lines it tells, to its end. */
	readonly lines: AsyncIterable<string>;
	/** Signal that ended it, or null. */
	readonly ended: Promise<NodeJS.Signals | null>;
	kill(): void;
}

/** @param limitBlocks largest file the process may write, in blocks of 512 bytes */
export function startChild(job: 'load' | 'hold' | 'fill' | 'write', path: StorePlace, limitBlocks?: number): Child {
	const work = `import(${JSON.stringify(LOAD)}).then((jobs) => jobs.${job}(${JSON.stringify(path)}, console.log))`;
	// A problem is what the test is after; anything else shows its stack.
	const script = `${work}.catch((error) => { if (error.name !== 'Problem') throw error; process.exitCode = 1; })`;
	const node = [process.execPath, ...NODE_ARGS, '-e', script] as const;
	const [command, ...args] =
		limitBlocks === undefined ? node : (['sh', '-c', `ulimit -f ${limitBlocks} && exec "$@"`, 'sh', ...node] as const);
	const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const { stdout, pid } = child;
	if (!stdout || pid === undefined) throw new Error('no child process could be started');
	return {
		pid,
		lines: createInterface({ input: stdout }),
		ended: new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal))),
		kill: () => child.kill('SIGKILL'),
	};
}
