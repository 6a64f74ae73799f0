/** Runs the command line as often as it is told to, in the process that the shim was loaded into. */
import { createInterface } from 'node:readline';
import { runProgram } from '../../src/cli/program.ts';

for await (const line of createInterface({ input: process.stdin })) {
	let out = '';
	let err = '';
	const code = await runProgram(JSON.parse(line) as string[], {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
		columns: 100,
		colour: false,
		env: {},
	});
	process.stdout.write(`${JSON.stringify({ code, out, err })}\n`);
}
