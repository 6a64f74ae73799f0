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
	/** Calls once, when a person or the system wants the program to end (Ctrl-C, SIGTERM). @returns what takes that back */
	onInterrupt?(listener: () => void): () => void;
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
		onInterrupt: (listener) => {
			const signals = ['SIGINT', 'SIGTERM'] as const;
			const forget = () => {
				for (const signal of signals) process.off(signal, once);
			};
			// Taken back at once: the next one ends the program as it always does.
			const once = () => {
				forget();
				listener();
			};
			for (const signal of signals) process.on(signal, once);
			return forget;
		},
	};
}
