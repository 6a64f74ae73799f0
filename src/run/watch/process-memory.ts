import { readFileSync } from 'node:fs';

/**
 * Bytes of main memory that a process and those it started hold right now, as Linux counts them (VmRSS of proc_pid_status(5)); 0
 * where it does not tell. Pages that two of them share count twice: rather too much than too little.
 */
export function residentBytes(pid: number): number {
	const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0);
	const children = textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
	return children.reduce((sum, child) => sum + residentBytes(child), kilobytes * 1024);
}

/** These files are made as they are read, by no disk: reading them holds up nothing. */
function textOf(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
