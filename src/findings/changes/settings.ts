import type { Decision } from '../../ledger/decision.ts';
import type { Findings } from '../schema.ts';
import type { Changes } from './schema.ts';
import { added, paired, type Side } from './sides.ts';

/** Settings that could move a figure, as they were and are. */
export function settingChanges(before: Findings, after: Findings): Changes['settings'] {
	const all = ({ parameters }: Findings) => new Map(Object.entries(parameters));
	return paired(all(before), all(after)).flatMap(({ key, was, is }) =>
		was === is ? [] : [{ key, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }],
	);
}

/** Lines of decisions.csv that were added, and lines that are no longer there: the file is only ever appended to. */
export function decisionChanges(before: Side, after: Side): Changes['decisions'] {
	if (before.decisions === undefined || after.decisions === undefined) return { added: [], gone: [] };
	return {
		added: added(before.decisions, after.decisions, said).map(told),
		gone: added(after.decisions, before.decisions, said).map(told),
	};
}

/** Without its line: a line that was put in further up says of none below it that it is new. */
function said({ subject, act, value, by, why, at, review }: Decision): string {
	return JSON.stringify([subject, act, value, by, why, at, review]);
}

function told({ line, subject, act, value, by, why, at }: Decision): Changes['decisions']['added'][number] {
	return { line, subject, act, value, by, why, at };
}

/** Sums of the whole case that moved. Yuan in fen, the others are counts. */
export function totalChanges(before: Findings, after: Findings): Changes['totals'] {
	return paired(totalsOf(before), totalsOf(after)).flatMap(({ key: name, was, is }) =>
		was === undefined || is === undefined || was === is ? [] : [{ name, was, is }],
	);
}

function totalsOf({ evidence, merging, reconciliation }: Findings): Map<string, string> {
	const { inflow, kept, operating, unresolved } = reconciliation;
	return new Map([
		...Object.entries({ inflow, kept, operating, unresolved }),
		...Object.entries({
			rows: evidence.rows.read,
			rejected: evidence.rows.rejected,
			records: merging.records,
			transfers: merging.transfers,
		}).map(([name, count]) => [name, String(count)] as const),
	]);
}
