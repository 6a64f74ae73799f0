/** Where the command line reads and writes: the process in `main.ts`, memory in tests. */
export interface Terminal {
	/** Results: what a person pipes into a file or another program. */
	out(text: string): void;
	/** Talk, progress and problems. */
	err(text: string): void;
	/** Stream for progress bars; undefined where stderr is no terminal. */
	readonly bars?: NodeJS.WritableStream;
	/** Width for help and tables. */
	readonly columns: number;
	/** Whether colour is wanted: a terminal, and neither NO_COLOR nor TERM=dumb. */
	readonly colour: boolean;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
	const { stdout, stderr, env } = process;
	const colour = stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
	return {
		out: (text) => void stdout.write(text),
		err: (text) => void stderr.write(text),
		...(stderr.isTTY ? { bars: stderr } : {}),
		columns: stdout.columns ?? 100,
		colour,
		env,
	};
}
