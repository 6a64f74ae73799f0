/** Runs the case in the folder of its first argument and tells each step, to be killed at any of them. */
import { runCase } from '../../src/run/run-case.ts';

await runCase(process.argv[2] ?? '', {
	program: 'torture',
	dryRun: false,
	onProgress: (step, done) => console.log(`${step} ${done}`),
});
