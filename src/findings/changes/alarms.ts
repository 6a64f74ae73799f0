import { grouped } from '../../ledger/grouped.ts';
import { hashAlarms } from './files.ts';
import { FREEZE_WINDOW_DAYS } from './freezes.ts';
import type { Alarm, Changes } from './schema.ts';
import type { Side } from './sides.ts';
import { firstBytes, type Standing } from './standing.ts';

/** What the alarms of a report are drawn from. */
export interface Alarming {
	readonly after: Side;
	readonly before: Side | undefined;
	/** What stood before this report, and what stands after it. */
	readonly stood: Standing;
	readonly stands: Standing;
	readonly told: Pick<Changes, 'files' | 'decisions' | 'vanished' | 'freezes'>;
}

/** What somebody has to look at. Those that are fresh stand first; within that, what touches the evidence itself. */
export function alarmsOf(alarming: Alarming): Alarm[] {
	const { told } = alarming;
	return [
		...fileAlarms(alarming),
		...recordedHashes(alarming),
		...decisionAlarms(told),
		...chainAlarms(told),
		...freezeAlarms(told),
	].sort((a, b) => Number(b.fresh) - Number(a.fresh));
}

/**
 * Chains are asked again, and what was kept of their answers is joined: there only altered bytes are an alarm. A file of which
 * the first bytes are back is none any more.
 */
function fileAlarms({ told, stood, stands, after }: Alarming): Alarm[] {
	const first = firstBytes(stood);
	const touched = told.files
		.map((file) => (file.change === 'altered' ? { ...file, was: first.get(file.path) ?? file.was } : file))
		.filter(
			({ kind, change, was, is }) =>
				(change === 'altered' && was !== is && (kind === 'evidence' || kind === 'chain-answer')) ||
				(change === 'removed' && kind === 'evidence'),
		);
	const fresh = new Set(touched.map(({ path }) => path));
	const now = new Map(after.inputs.map(({ name, sha256 }) => [name, sha256]));
	return [
		...touched.map(
			({ path, change, was = '', is = '' }): Alarm => ({
				...(change === 'removed'
					? { code: 'file-removed' as const, facts: { file: path, was } }
					: { code: 'file-altered' as const, facts: { file: path, was, is } }),
				fresh: true,
			}),
		),
		...stands.altered
			.filter(({ path }) => !fresh.has(path))
			.map(
				({ path, was }): Alarm => ({
					...{ code: 'file-altered', facts: { file: path, was, is: now.get(path) ?? '' } },
					fresh: false,
				}),
			),
	];
}

function recordedHashes({ after, before }: Alarming): Alarm[] {
	const known = new Set(before ? hashAlarms(before).map((one) => JSON.stringify(one)) : []);
	return hashAlarms(after).map((one) => ({
		...{ code: 'hash-differs', facts: one },
		fresh: !known.has(JSON.stringify(one)),
	}));
}

function decisionAlarms({ decisions }: Alarming['told']): Alarm[] {
	return decisions.gone.map(({ line, subject, act, by }) => ({
		...{ code: 'decision-gone', facts: { line, subject, act, by } },
		fresh: true,
	}));
}

function chainAlarms({ vanished }: Alarming['told']): Alarm[] {
	return [...grouped(vanished, ({ chain }) => chain)].map(([chain, { length }]) => ({
		...{ code: 'chain-vanished', facts: { chain, count: length } },
		fresh: true,
	}));
}

/** One that lapsed long ago is told once. */
function freezeAlarms({ freezes }: Alarming['told']): Alarm[] {
	return freezes
		.filter(({ fresh, days }) => fresh || days >= -FREEZE_WINDOW_DAYS)
		.map(({ person, account, document, until, days, fresh }) => ({
			code: days < 0 ? 'freeze-lapsed' : 'freeze-lapses',
			facts: { person, account, document, until, days: Math.abs(days) },
			fresh,
		}));
}
