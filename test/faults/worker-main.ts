/**
 * Runs the command line as often as it is told to, each time in a child of itself that has everything loaded already: what
 * meets a fault is a process of its own, without the second that one takes to start. The shim makes the child.
 */
import { accessSync, readlinkSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { liuxiang } from '../cli/terminal.ts';

const ANSWER = process.argv[2] ?? '';

for await (const line of createInterface({ input: process.stdin })) {
	const { args, here } = JSON.parse(line) as { args: string[]; here: boolean };
	// Not in a turn in which the event loop hands out what it was waiting for: the child's loop begins anew.
	await setImmediate();
	const isChild = !here && fork();
	if (here || isChild) await answer(args);
	if (isChild) accessSync('/fault/exit');
	process.stdout.write('done\n');
}

/** @returns true in the child; false in this process, when the child has ended */
function fork(): boolean {
	try {
		accessSync('/fault/fork');
	} catch {
		return false;
	}
	Object.defineProperty(process, 'pid', { value: Number(readlinkSync('/proc/self')) });
	for (const event of ['uncaughtException', 'unhandledRejection'])
		process.on(event, (error: Error) => {
			writeFileSync(ANSWER, JSON.stringify({ code: -1, out: '', err: `${event}: ${error?.stack}` }));
			accessSync('/fault/exit');
		});
	return true;
}

async function answer(args: readonly string[]): Promise<void> {
	writeFileSync(ANSWER, JSON.stringify(await liuxiang(args)));
}
