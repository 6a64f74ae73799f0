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
	/**
	 * Calls once, when a person (Ctrl-C, SIGINT) or the system (SIGTERM) wants the program to end. Of several listeners the one that came
	 * last is called; when none is left the signal ends the program as it always does. @returns what takes the listener back
	 */
	onSignal?(signals: readonly EndSignal[], listener: (signal: EndSignal) => void): () => void;
}

export type EndSignal = 'SIGINT' | 'SIGTERM';

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
		onSignal: signalStack(),
	};
}

function signalStack(): NonNullable<Terminal['onSignal']> {
	const waiting: { readonly signals: readonly EndSignal[]; readonly listener: (signal: EndSignal) => void }[] = [];
	const heard = { SIGINT: () => hear('SIGINT'), SIGTERM: () => hear('SIGTERM') } as const;
	const drop = (one: (typeof waiting)[number]) => {
		const at = waiting.indexOf(one);
		if (at >= 0) waiting.splice(at, 1);
		for (const signal of one.signals)
			if (!waiting.some(({ signals }) => signals.includes(signal))) process.off(signal, heard[signal]);
	};
	const hear = (signal: EndSignal) => {
		const last = waiting.findLast(({ signals }) => signals.includes(signal));
		if (!last) return;
		drop(last);
		last.listener(signal);
	};
	return (signals, listener) => {
		const one = { signals, listener };
		waiting.push(one);
		for (const signal of signals) {
			process.off(signal, heard[signal]);
			process.on(signal, heard[signal]);
		}
		return () => drop(one);
	};
}
