import { readFileSync } from 'node:fs';

const EVERY_MS = 200;

/**
 * Watches what a process and all that it starts hold together (Linux).
 *
 * @returns stops watching, and gives the largest sum of resident memory that was seen, MB; 0 where /proc is not there
 */
export function watchTree(pid: number): () => number {
	let peak = 0;
	const timer = setInterval(() => {
		peak = Math.max(peak, residentOf(pid));
	}, EVERY_MS);
	return () => {
		clearInterval(timer);
		return Math.round(peak / 1024);
	};
}

/** Kilobytes; a process that has just ended holds nothing. */
function residentOf(pid: number): number {
	try {
		const own = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
		return children.reduce((sum, child) => sum + residentOf(Number(child)), Number(own ?? 0));
	} catch {
		return 0;
	}
}
