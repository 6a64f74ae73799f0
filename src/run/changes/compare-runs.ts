import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Base, type Compared, changesBetween, noTransferChanges } from '../../findings/changes/changes.ts';
import { kindOf } from '../../findings/changes/files.ts';
import type { Hashed } from '../../findings/changes/sides.ts';
import { NOTHING_STANDS, type Standing } from '../../findings/changes/standing.ts';
import type { TransferDifference } from '../../findings/changes/transfers.ts';
import type { Decision } from '../../ledger/decision.ts';
import { defined } from '../settings.ts';
import { type ComparedTransfers, compareTransfers } from './compare-transfers.ts';
import { Lines } from './lines.ts';
import { type RunSide, readSide, TRANSFERS_TABLE, UnusableRun } from './read-side.ts';

/** What is compared with what, as the report before left it. */
export interface Comparison {
	readonly reports: string;
	/** Name of the run before; undefined where there is none. */
	readonly before: string | undefined;
	/** Day of the report of it; where nobody knows, the day of this one. */
	readonly beforeToday: string | undefined;
	readonly standing?: Standing;
	/** The case's own files and decisions as the run before read them: two runs of the same findings are one folder. */
	readonly own?: readonly Hashed[];
	readonly decisions?: readonly Decision[];
	readonly after: RunSide;
	readonly today: string;
	readonly onDifference?: (difference: TransferDifference) => void;
	readonly signal?: AbortSignal;
}

/** Compares two runs by their report folders. A run before that cannot be read is an alarm, and no trouble of this run. */
export async function compareRuns(comparison: Comparison): Promise<Compared> {
	const { before, after, today, standing = NOTHING_STANDS } = comparison;
	if (before === undefined) return changesBetween({ is: 'first' }, after, today);
	const files: Lines[] = [];
	try {
		const base = before === after.run ? itself(comparison) : await baseOf(comparison, before, files);
		return changesBetween(base, after, today);
	} catch (cause) {
		if (!(cause instanceof UnusableRun)) throw cause;
		return changesBetween({ is: 'unusable', run: before, reason: cause.reason, standing }, after, today);
	} finally {
		for (const file of files) file.close();
	}
}

/** The case's own files among those that a run read: they may change and move no finding. */
export function ownFiles(inputs: readonly Hashed[]): Hashed[] {
	return inputs.filter(({ name }) => isOwn(name)).map(({ name, sha256 }) => ({ name, sha256 }));
}

function isOwn(path: string): boolean {
	return kindOf(path) !== 'evidence' && kindOf(path) !== 'chain-answer';
}

/** A run as it was when it was reported, whatever run of the same findings wrote the folder last. */
function asReported(side: RunSide, { own, decisions }: Comparison): RunSide {
	const inputs = own ? [...side.inputs.filter(({ name }) => !isOwn(name)), ...own] : side.inputs;
	return { ...side, inputs, ...defined('decisions', decisions) };
}

function itself(comparison: Comparison): Base {
	const { after, today, beforeToday = today, standing = NOTHING_STANDS } = comparison;
	const side = asReported(after, comparison);
	const transfers = noTransferChanges(after.findings.merging.transfers);
	return { is: 'run', side, today: beforeToday, standing, transfers, nameNow: (id) => id };
}

async function baseOf(comparison: Comparison, before: string, files: Lines[]): Promise<Base> {
	const { reports, today, beforeToday = today, standing = NOTHING_STANDS } = comparison;
	const side = asReported(await readSide(reports, before), comparison);
	return { is: 'run', side, today: beforeToday, standing, ...(await transfersOf(side, comparison, files)) };
}

async function transfersOf(
	side: RunSide,
	{ after, onDifference, signal }: Comparison,
	files: Lines[],
): Promise<{ readonly transfers: ComparedTransfers['changes']; readonly nameNow: ComparedTransfers['nameNow'] }> {
	const open = ({ folder }: RunSide) => {
		const lines = new Lines(join(folder, TRANSFERS_TABLE));
		files.push(lines);
		return lines;
	};
	const digest = createHash('sha256');
	const tables = { before: open(side), after: open(after), onBefore: (bytes: Uint8Array) => digest.update(bytes) };
	const { changes, nameNow } = await compareTransfers({
		...tables,
		...defined('onDifference', onDifference),
		...defined('signal', signal),
	}).catch((cause: unknown) => {
		// Rows that are none: of the run that was just written there are no such.
		throw cause instanceof SyntaxError || cause instanceof TypeError ? new UnusableRun('altered') : cause;
	});
	if (digest.digest('hex') !== side.transfersHash) throw new UnusableRun('altered');
	return { transfers: changes, nameNow };
}
