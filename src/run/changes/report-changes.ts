import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Changes, changesSchema } from '../../findings/changes/schema.ts';
import { NOTHING_STANDS, type Standing, standingAfter } from '../../findings/changes/standing.ts';
import { formatDay } from '../../ledger/time.ts';
import { changesPage } from '../../reports/changes/page.ts';
import { changesText } from '../../reports/changes/text.ts';
import { syncNames } from '../../sources/present.ts';
import { writeOutput } from '../output-files.ts';
import { defined } from '../settings.ts';
import { turnLink } from '../turn-link.ts';
import { type BaseFile, CHANGES_FOLDER, readBase, writeBase } from './base.ts';
import { compareRuns, ownFiles } from './compare-runs.ts';
import { type RunSide, readSide } from './read-side.ts';
import { readText } from './read-text.ts';
import { RowFile } from './row-file.ts';

const CHANGES_FILE = 'changes.json';
const LATEST = 'latest';

/** Which run is reported. */
export interface Reported {
	/** Of the run in the journal: sortable by time. */
	readonly id: string;
	/** Name of its report folder. */
	readonly run: string;
	/** Milliseconds: freezes lapse by the day. */
	readonly now: number;
}

/** A report of changes that was written, or would say that nothing changed. */
export interface ChangeReport {
	/** Of the report: the run's own, or that of a run that wrote the same report and was killed before it was settled. */
	readonly id: string;
	/** Its folder; '' where nothing changed. */
	readonly folder: string;
	readonly changes: Changes;
	/** Moves the base on to this run. Until then the next run tells the same again: nothing is lost, whatever is killed. */
	settle(): Promise<void>;
}

/**
 * Reports what changed since the run that was last reported, in `changes/<id>/`. The folder gets its name last; the base
 * moves on when the report is settled, after everybody who is to be told has been put down.
 *
 * @param signal ends the comparison between two pieces of a table: nothing is written
 */
export async function reportChanges(root: string, reported: Reported, signal?: AbortSignal): Promise<ChangeReport> {
	const reports = join(root, 'reports');
	const folder = join(root, CHANGES_FOLDER);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const base = await readBase(root);
	const after = await readSide(reports, reported.run);
	const today = formatDay(reported.now, after.findings.case.offsetMinutes);
	const settle = (report: string, standing: Standing) => async () =>
		await writeBase(root, {
			...{ run: after.run, report, today, standing, own: ownFiles(after.inputs) },
			...defined('decisions', after.decisions && [...after.decisions]),
		});
	const left = await unsettled(folder, base, after, today);
	if (left) {
		await turnLink(folder, LATEST, left.id);
		const standing = standingAfter(base?.standing ?? NOTHING_STANDS, left.changes.files, after);
		return { ...left, folder: join(folder, left.id), settle: settle(left.id, standing) };
	}
	const { changes, standing, written } = await write(folder, {
		...{ reports, base, after, today, id: reported.id },
		...defined('signal', signal),
	});
	const id = written ? reported.id : (base?.report ?? '');
	return { id, changes, folder: written ? join(folder, id) : '', settle: settle(id, standing) };
}

interface Work {
	readonly reports: string;
	readonly base: BaseFile | undefined;
	readonly after: RunSide;
	readonly today: string;
	readonly id: string;
	readonly signal?: AbortSignal;
}

async function write(folder: string, { reports, base, after, today, id, signal }: Work) {
	for (const name of await readdir(folder))
		if (name.endsWith('.part')) await rm(join(folder, name), { recursive: true, force: true });
	const part = join(folder, `.${id}.part`);
	await mkdir(part, { mode: 0o700 });
	const rows = new RowFile(join(part, 'transfers.jsonl'));
	const { changes, standing } = await compareRuns({
		...{ reports, after, today, before: base?.run, beforeToday: base?.today },
		...(base ? { standing: base.standing, own: base.own, ...defined('decisions', base.decisions) } : {}),
		onDifference: (difference) => rows.add(difference),
		...defined('signal', signal),
	}).finally(() => rows.close());
	const written = changes.changed || changes.basis === 'first';
	if (!written) {
		await rm(part, { recursive: true });
		return { changes, standing, written };
	}
	// Rows of a table that turned out to be altered say nothing.
	if (changes.basis !== 'compared') await rm(join(part, 'transfers.jsonl'));
	for (const [name, content] of [
		[CHANGES_FILE, () => [`${JSON.stringify(changes, null, '\t')}\n`]],
		['changes.txt', () => [changesText(changes)]],
		['changes.html', () => changesPage(changes)],
	] as const)
		await writeOutput(part, { name, content });
	await syncNames(part);
	await rename(part, join(folder, id));
	await turnLink(folder, LATEST, id);
	await syncNames(folder);
	return { changes, standing, written };
}

/** The report that a run wrote which was killed before it was settled, where it says what is to be said now. */
async function unsettled(
	folder: string,
	base: BaseFile | undefined,
	after: RunSide,
	today: string,
): Promise<{ readonly id: string; readonly changes: Changes } | undefined> {
	const [id] = (await readdir(folder))
		.filter((name) => /^\d{8}T/.test(name))
		.sort()
		.reverse();
	if (id === undefined || id <= (base?.report ?? '')) return undefined;
	const changes = await readChanges(join(folder, id));
	const same = changes?.before?.run === base?.run && changes?.after.run === after.run && changes?.today === today;
	return same && changes ? { id, changes } : undefined;
}

/** A report as it lies in its folder; undefined where there is none that can be read. */
export async function readChanges(folder: string): Promise<Changes | undefined> {
	const text = await readText(join(folder, CHANGES_FILE));
	if (text === undefined) return undefined;
	try {
		return changesSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}
