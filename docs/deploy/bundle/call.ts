import { spawn } from 'node:child_process';

/**
 * Calls a program and waits for it; what it prints goes where ours goes.
 *
 * @throws Error that names the call, where it does not end with 0
 */
export async function call(
	program: string,
	args: readonly string[],
	cwd = process.cwd(),
	env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
	const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
	await new Promise<void>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			if (code === 0) resolve();
			else reject(new Error(`${[program, ...args].join(' ')} ended with ${signal ?? code}`));
		});
	});
}
