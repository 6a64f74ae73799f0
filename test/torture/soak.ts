import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJournal } from '../../src/run/journal/journal.ts';
import { writeFiles } from '../run/folders.ts';
import { CALLER_CHAT, LEADER_CHAT, smallCase } from '../run/small-case.ts';
import { startWatching } from '../run/watch/watching.ts';
import { compiledProgram } from './compiled.ts';
import type { Torture } from './torture.ts';

/** What is looked at after each run. Megabytes, kilobytes. */
interface Sample {
	readonly supervisor: number;
	readonly child: number;
	readonly handles: number;
	readonly store: number;
	readonly log: number;
	readonly reports: number;
}

const KEPT = 5;

/**
 * A case is run again and again by one `liuxiang watch`. It grows in every other run of the first half, then stays as it is: then
 * memory, open handles, the store and the folders must have stopped growing as well. Every run goes through, and each is in the journal.
 */
export const soak: Torture = {
	name: 'soak',
	rounds: 1000,
	async run(_seed, rounds) {
		const root = await mkdtemp(join(tmpdir(), 'liuxiang-soak-'));
		const folder = join(root, 'case');
		try {
			await makeCase(folder);
			const watching = startWatching(compiledProgram(), [root]);
			const samples: Sample[] = [];
			try {
				for (let round = 1; round <= rounds; round++) {
					const { code, facts } = await watching.until(({ code }) =>
						/^watch\.(ended|failed|over-|trouble|unread)/.test(code),
					);
					if (code !== 'watch.ended' || facts.exit !== 0)
						throw new Error(`round ${round}: ${code} ${JSON.stringify(facts)}`);
					samples.push(sampleOf(watching.child.pid ?? 0, Number(facts.megabytes), folder));
					if (round % Math.max(1, Math.floor(rounds / 20)) === 0) print(round, samples.at(-1));
					if (round < rounds / 2 && round % 2 === 0) await grow(folder, round);
				}
			} finally {
				const { code, ms } = await watching.stop();
				console.log(`stopped in ${Math.round(ms)} ms with exit code ${code}`);
				if (code !== 0 || ms > 10_000) process.exitCode = 1;
			}
			await checkJournal(folder, rounds);
			checkLevel(samples);
		} finally {
			await rm(root, { recursive: true, force: true });
		}
	},
};

async function makeCase(folder: string): Promise<void> {
	const files = smallCase();
	files.set(
		'case.yaml',
		`${files.get('case.yaml')}schedule: { cron: "* * * * * *", time_limit: 10m, memory_limit: 1GB, keep_runs: ${KEPT} }\n`,
	);
	await writeFiles(folder, files);
}

/** Twenty more payments of five yuan in a file of their own: one that was there before must not change. */
async function grow(folder: string, round: number): Promise<void> {
	const rows = Array.from({ length: 20 }, (_, n) => {
		const time = new Date(Date.UTC(2023, 2, 10) + (round * 20 + n) * 60_000).toISOString();
		return `${time.slice(0, 10)} ${time.slice(11, 19)},${LEADER_CHAT},${CALLER_CHAT},5.00,S${round}-${n},`;
	});
	const head = (await readFile(join(folder, 'evidence/chat.csv'), 'utf8')).split('\n')[0] ?? '';
	// Not in evidence/ until it is whole: a run may be reading there.
	const part = join(folder, 'chat.part');
	await writeFile(part, `${[head, ...rows].join('\n')}\n`);
	await rename(part, join(folder, `evidence/chat-${round}.csv`));
}

function sampleOf(pid: number, child: number, folder: string): Sample {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return {
		supervisor: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024,
		child,
		handles: readdirSync(`/proc/${pid}/fd`).length,
		store: bytesBelow(join(folder, 'store.duckdb')) / 1024,
		log: bytesBelow(join(folder, 'log')) / 1024,
		reports: readdirSync(join(folder, 'reports')).length,
	};
}

function bytesBelow(path: string): number {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found?.isDirectory()) return found?.size ?? 0;
	return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0);
}

function print(round: number, sample: Sample | undefined): void {
	const told = Object.entries(sample ?? {}).map(([name, value]) => `${name} ${Math.round(value)}`);
	console.log(`  run ${round}: ${told.join(', ')}`);
}

async function checkJournal(folder: string, rounds: number): Promise<void> {
	const entries = await readJournal(folder);
	const whole = entries.filter(({ outcome }) => outcome === 'done');
	const other = entries.filter(({ outcome }) => outcome !== 'done' && outcome !== 'stopped');
	if (whole.length < rounds || other.length > 0)
		throw new Error(
			`${whole.length} of ${rounds} runs are done in the journal, ${other.length} are neither done nor stopped`,
		);
}

/** The last quarter is no higher than the one before it, but for noise; both lie after the growth. */
function checkLevel(samples: readonly Sample[]): void {
	const quarter = Math.floor(samples.length / 4);
	const last = samples.slice(-quarter);
	const before = samples.slice(-2 * quarter, -quarter);
	if (quarter < 5) return;
	const median = (part: readonly Sample[], name: keyof Sample) =>
		part.map((sample) => sample[name]).sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
	const room: Readonly<Record<keyof Sample, number>> = {
		supervisor: 1.1,
		child: 1.1,
		handles: 1,
		store: 1.1,
		// A line or two of the journal a run, which nothing takes away.
		log: 2,
		reports: 1,
	};
	for (const [name, factor] of Object.entries(room) as [keyof Sample, number][]) {
		const [was, is] = [median(before, name), median(last, name)];
		console.log(`  ${name}: third quarter ${Math.round(was)}, last quarter ${Math.round(is)}`);
		if (is > was * factor) throw new Error(`${name} goes on growing: ${was}, then ${is}`);
	}
}
