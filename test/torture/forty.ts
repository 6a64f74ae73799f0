import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJournal } from '../../src/run/journal/journal.ts';
import { writeRunFolder } from '../bench/run-folder.ts';
import { startWatching, type Told } from '../run/watch/watching.ts';
import { compiledProgram } from './compiled.ts';
import type { Torture } from './torture.ts';

const CASES = 40;
/** Due in the second minute of the night, while the forty of the first one are run. */
const SHORT = 4;
const WORKERS = 2;

/** A run of one night. Seconds. */
interface Night {
	readonly name: string;
	readonly waited: number;
	readonly late: number;
	readonly took: number;
	/** What its run took in the night before, which its slot was reckoned with. */
	readonly last: number;
}

/**
 * Forty cases of unlike size are due at one minute, four short ones at the next, on two workers and with real processes; a night
 * before teaches how long each takes. No case begins later after its slot than its own run takes, and every one goes through.
 */
export const forty: Torture = {
	name: 'forty',
	rounds: 1,
	async run(seed, rounds) {
		const root = await mkdtemp(join(tmpdir(), 'liuxiang-forty-'));
		try {
			for (let n = 0; n < CASES + SHORT; n++) {
				const rows = n < CASES ? 20 + ((n * 7919 + seed) % CASES) * 50 : 20;
				await writeRunFolder(join(root, nameOf(n)), rows, seed + n);
			}
			let last = await night(root, 0);
			for (let round = 1; round <= rounds; round++) {
				const now = await night(root, round);
				tell(round, now, last);
				last = now;
			}
		} finally {
			await rm(root, { recursive: true, force: true });
		}
	},
};

/** One night: every case is due once. @returns how each went, in the order in which they ended */
async function night(root: string, round: number): Promise<Told[][]> {
	const first = Math.ceil(Date.now() / 60_000 + 0.5) * 60_000;
	for (let n = 0; n < CASES + SHORT; n++) await schedule(join(root, nameOf(n)), first + (n < CASES ? 0 : 60_000));
	const watching = startWatching(compiledProgram(), [root, '--workers', String(WORKERS), '--offline']);
	const pairs: Told[][] = [];
	try {
		const begun = new Map<string, Told>();
		while (pairs.length < CASES + SHORT) {
			const event = await watching.until(({ code }) => code !== 'watch.case');
			if (event.code === 'watch.started') begun.set(event.folder, event);
			const start = begun.get(event.folder);
			if (event.code === 'watch.ended' && start) pairs.push([start, event]);
			else if (event.code !== 'watch.started') throw new Error(`night ${round}: ${JSON.stringify(event)}`);
		}
	} finally {
		await watching.stop();
	}
	for (let n = 0; n < CASES + SHORT; n++) {
		const entries = await readJournal(join(root, nameOf(n)));
		if (entries.length !== round + 1 || entries.some(({ outcome }) => outcome !== 'done' && outcome !== 'incomplete'))
			throw new Error(`${nameOf(n)}: ${JSON.stringify(entries)}`);
	}
	return pairs;
}

async function schedule(folder: string, due: number): Promise<void> {
	const path = join(folder, 'case.yaml');
	const text = (await readFile(path, 'utf8')).split('\n').filter((line) => !line.startsWith('schedule:'));
	const at = new Date(due);
	const cron = `${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} *`;
	await writeFile(path, [...text, `schedule: { cron: "${cron}", timezone: UTC, memory_limit: 512MB }`, ''].join('\n'));
}

function tell(round: number, pairs: readonly Told[][], before: readonly Told[][]): void {
	const lasts = new Map(before.map(([, end]) => [end?.folder, Number(end?.facts.took)]));
	const nights = pairs.map(
		([start, end]): Night => ({
			name: end?.folder.split('/').at(-1) ?? '',
			waited: Number(start?.facts.waited),
			late: Number(start?.facts.late),
			took: Number(end?.facts.took),
			last: lasts.get(end?.folder) ?? 0,
		}),
	);
	for (const { name, waited, late, took, last } of nights)
		console.log(`  ${name}: waited ${waited} s, late ${late} s, took ${took} s, last time ${last} s`);
	const worst = nights.reduce((most, one) => (one.late / one.last > most.late / most.last ? one : most));
	const late = nights.filter(({ late: after }) => after > 0).length;
	const longest = Math.max(...nights.map(({ waited }) => waited));
	console.log(
		`night ${round}: ${late} of ${nights.length} late at all, ${worst.name} the most: ${worst.late} s of its ${worst.last} s; longest wait since the minute ${longest} s`,
	);
	// A look at the clocks and the journal lies between the moment and the start.
	const tooLate = nights.filter(({ late: after, last }) => after > last + 1);
	if (tooLate.length > 0) throw new Error(`late by more than their own run: ${JSON.stringify(tooLate)}`);
}

function nameOf(n: number): string {
	return `${n < CASES ? 'case' : 'short'}-${String(n).padStart(2, '0')}`;
}
