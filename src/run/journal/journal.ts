import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEntry } from './entry.ts';

/** Folder of a case for its journal, the logs of its runs and their figures. */
export const LOG_FOLDER = 'log';
const JOURNAL_FILE = 'runs.jsonl';
/** So much of a long journal is read, in bytes: more than forty years of nights. Each run reads it several times. */
const MOST_READ = 16 * 1024 ** 2;

/** Sortable by time: `20230306T090020123Z-1f3a9c02`. @param now milliseconds */
export function entryId(now: number, unique: string): string {
	return `${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}-${unique.slice(0, 8)}`;
}

/**
 * The runs of a case, in the order in which they began. A line tells of a run as it stood then, so of several about one run the last one
 * counts; a line that was cut off by a crash is passed over. Of a journal that is very long, the end.
 */
export async function readJournal(root: string): Promise<RunEntry[]> {
	const text = await endOf(join(root, LOG_FOLDER, JOURNAL_FILE)).catch((cause: NodeJS.ErrnoException) => {
		if (cause.code === 'ENOENT') return '';
		throw cause;
	});
	const entries = new Map<string, RunEntry>();
	for (const line of text.split('\n')) {
		const entry = entryIn(line);
		if (entry) entries.set(entry.id, entry);
	}
	return [...entries.values()];
}

async function endOf(path: string): Promise<string> {
	const file = await open(path);
	try {
		const from = Math.max(0, (await file.stat()).size - MOST_READ);
		const stream = file.createReadStream({ start: from, encoding: 'utf8', autoClose: false });
		let text = '';
		for await (const part of stream) text += part;
		return text;
	} finally {
		await file.close();
	}
}

/** Writes a line; it is on the disk when this returns. */
export async function writeEntry(root: string, entry: RunEntry): Promise<void> {
	const folder = join(root, LOG_FOLDER);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const file = await open(join(folder, JOURNAL_FILE), 'a+', 0o600);
	try {
		const { size } = await file.stat();
		const last = Buffer.alloc(1);
		if (size > 0) await file.read(last, 0, 1, size - 1);
		// After a line that was cut off a new one must not be lost with it.
		const start = size > 0 && last.toString() !== '\n' ? '\n' : '';
		await file.writeFile(`${start}${JSON.stringify(entry)}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
}

/** Ends the entries of runs that left no word. Whoever calls this holds the lock, so none of them is running. */
export async function closeBroken(root: string): Promise<RunEntry[]> {
	const broken = (await readJournal(root))
		.filter(({ outcome }) => outcome === undefined)
		.map((entry): RunEntry => ({ ...entry, outcome: 'broken' }));
	for (const entry of broken) await writeEntry(root, entry);
	return broken;
}

function entryIn(line: string): RunEntry | undefined {
	try {
		const entry: unknown = JSON.parse(line);
		return isEntry(entry) ? entry : undefined;
	} catch {
		return undefined;
	}
}

function isEntry(entry: unknown): entry is RunEntry {
	const { id, started } = (entry ?? {}) as Partial<RunEntry>;
	return typeof id === 'string' && typeof started === 'number';
}
