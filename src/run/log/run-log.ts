import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { LOG_FOLDER } from '../journal/journal.ts';
import type { EventName, FieldsOf } from './events.ts';
import { written } from './redact.ts';

type Level = 'info' | 'warn' | 'error';

/** The log of one run: a JSON object a line. */
export interface RunLog {
	/** Tells of an event. Fields are written as their class allows. */
	tell<Name extends EventName>(name: Name, fields: FieldsOf<Name>, level?: Level): void;
	/** Says which step the run is at; the one before has ended. */
	step(name: string): void;
	close(): void;
}

/** Logs of so many runs are kept: more than a year of nights. */
const KEPT = 400;

/**
 * Opens `log/<id>.jsonl`. Each line is handed to the system at once, so that of a run that is killed all is there that it told. A log
 * that cannot be written stops nothing: the journal says how the run ended.
 *
 * @param now milliseconds
 */
export function openRunLog(root: string, id: string, now: () => number): RunLog {
	const file = appendTo(join(root, LOG_FOLDER), `${id}.jsonl`);
	const logger = pino(
		{
			base: { run: id },
			messageKey: 'event',
			timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
			formatters: { level: (label) => ({ level: label }) },
		},
		{ write: (line) => file.write(line) },
	);
	let current: { readonly name: string; readonly since: number } | undefined;
	const tell: RunLog['tell'] = (name, fields, level = 'info') => {
		const at = current && name !== 'step.begun' && name !== 'step.ended' ? { step: current.name } : {};
		logger[level]({ ...at, ...written(name, fields) }, name);
	};
	const endStep = () => {
		if (current) tell('step.ended', { step: current.name, ms: Math.round(performance.now() - current.since) });
		current = undefined;
	};
	return {
		tell,
		step: (name) => {
			if (current?.name === name) return;
			endStep();
			tell('step.begun', { step: name });
			current = { name, since: performance.now() };
		},
		close: () => {
			endStep();
			file.close();
		},
	};
}

/** Removes the logs of the oldest runs, which their ids sort first. */
export async function removeOldLogs(root: string): Promise<void> {
	const folder = join(root, LOG_FOLDER);
	const logs = (await readdir(folder)).filter((name) => /^\d{8}T\d+Z-.*\.jsonl$/.test(name)).sort();
	for (const name of logs.slice(0, Math.max(0, logs.length - KEPT))) await rm(join(folder, name), { force: true });
}

function appendTo(folder: string, name: string): { write(line: string): void; close(): void } {
	let file: number | undefined;
	const quietly = (work: () => void) => {
		try {
			work();
		} catch {
			// A full disk: what matters is told by the journal and the exit code.
		}
	};
	quietly(() => {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		file = openSync(join(folder, name), 'a', 0o600);
	});
	return {
		write: (line) =>
			quietly(() => {
				if (file !== undefined) writeSync(file, line);
			}),
		close: () =>
			quietly(() => {
				if (file === undefined) return;
				fsyncSync(file);
				closeSync(file);
				file = undefined;
			}),
	};
}
