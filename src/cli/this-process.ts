import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Self } from '../run/lock/owner.ts';

/** This process as others of its machine see it, for the lock of a case. */
export function thisProcess(): Self {
	const { pid } = process;
	return {
		pid,
		started: startIn(textOf(`/proc/${pid}/stat`)),
		boot: textOf('/proc/sys/kernel/random/boot_id').trim(),
		host: hostname(),
		startOf: async (other) => {
			const text = await readFile(`/proc/${other}/stat`, 'utf8').catch(() => '');
			if (text !== '') return isDead(text) ? undefined : startIn(text);
			return isAlive(other) ? '' : undefined;
		},
		unique: () => randomBytes(8).toString('hex'),
	};
}

/** Fields of /proc/<pid>/stat from the third on (proc_pid_stat(5)): the second, the program's name, may hold blanks and brackets. */
function fieldsOf(text: string): string[] {
	return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Field 22. */
function startIn(text: string): string {
	return fieldsOf(text)[19] ?? '';
}

/** A process that has ended and whose parent has not asked how yet. */
function isDead(text: string): boolean {
	return /^[ZXx]$/.test(fieldsOf(text)[0] ?? '');
}

/** Where there is no /proc. Somebody else's process may not be asked (EPERM), and so is there. */
function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** '' where there is none: systems other than Linux. */
function textOf(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
