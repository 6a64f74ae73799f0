import { runProgram } from '../../src/cli/program.ts';

export interface Call {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs the command line in this process with a terminal in memory. English unless the call says otherwise. */
export async function liuxiang(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Call> {
	let out = '';
	let err = '';
	const code = await runProgram(args, {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		columns: 100,
		colour: false,
		env,
	});
	return { code, out, err };
}
