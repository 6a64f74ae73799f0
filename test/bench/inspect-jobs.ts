import { inspectFiles } from '../../src/run/inspect.ts';

export interface Inspected {
	readonly ms: number;
	readonly files: number;
	/** Files that some source claims and of which no row is rejected. */
	readonly whole: number;
}

/** Looks at every file of a folder as `liuxiang inspect` does. `job` of `child.ts`. */
export async function job(folder: string): Promise<Inspected> {
	const start = performance.now();
	let files = 0;
	let whole = 0;
	for await (const { source, rows, problem } of inspectFiles([folder], undefined)) {
		files += 1;
		if (source !== '' && rows.rejected === 0 && problem === undefined) whole += 1;
	}
	return { ms: performance.now() - start, files, whole };
}
