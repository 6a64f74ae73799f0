import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inChild } from './child.ts';
import { medianOf } from './measure.ts';
import type { BenchRow } from './row.ts';
import { writeRunFolder } from './run-folder.ts';
import type { SafetyTold } from './safety-jobs.ts';

const ROUNDS = 5;
/** What lock, journal, fsync, hashes and fingerprint may take of a run without them. */
const OVERHEAD_MAX = 1.1;

/**
 * What safety costs: first runs of one case, as the program is and with lock, journal, fsync (DuckDB's too), hashes and
 * fingerprint replaced (`unsafe/`), in turn, each in a process of its own; medians.
 */
export async function safetyBench(rows: number): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-safety-'));
	try {
		const shim = noFsync(folder);
		await writeRunFolder(join(folder, 'case'), rows, 1);
		const unsafe = {
			imports: [new URL('./unsafe/hook.ts', import.meta.url).href],
			...(shim === undefined ? {} : { env: { LD_PRELOAD: shim } }),
		};
		const told: Record<'safe' | 'unsafe', SafetyTold[]> = { safe: [], unsafe: [] };
		for (let round = 0; round < ROUNDS; round++) {
			for (const kind of round % 2 === 0 ? (['safe', 'unsafe'] as const) : (['unsafe', 'safe'] as const)) {
				const place = join(folder, kind);
				const how = kind === 'safe' ? {} : unsafe;
				told[kind].push((await inChild<SafetyTold>('./safety-jobs.ts', [join(folder, 'case'), place], how)).answer);
				await rm(place, { recursive: true });
			}
		}
		const median = (kind: 'safe' | 'unsafe', of: (one: SafetyTold) => number) =>
			Math.round(medianOf(told[kind].map(of)));
		const row = (name: string, unit: string, of: (one: SafetyTold) => number): BenchRow => {
			const [value, against] = [median('safe', of), median('unsafe', of)];
			return { name: `safety, ${name}`, size: rows, value, unit, against, ratio: value / against };
		};
		const stages = Object.keys(told.safe[0]?.timings ?? {});
		return [
			row(
				`run${shim === undefined ? ' (fsync in both: no C compiler)' : ''}`,
				`ms, at most ${OVERHEAD_MAX}x`,
				({ ms }) => ms,
			),
			row('processor time', 'ms', ({ cpuMs }) => cpuMs),
			...stages.map((stage) => row(`stage ${stage}`, 'ms', ({ timings }) => timings[stage] ?? 0)),
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** A library that makes fsync do nothing; undefined where there is no C compiler, or not this system's kind of preloading. */
function noFsync(folder: string): string | undefined {
	const [source, library] = [
		fileURLToPath(new URL('./unsafe/no-fsync.c', import.meta.url)),
		join(folder, 'no-fsync.so'),
	];
	return spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source]).status === 0 ? library : undefined;
}
