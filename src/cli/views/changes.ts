import { wordsOf as reportWords } from '../../reports/changes/words.ts';
import { word } from '../../reports/words.ts';
import type { GuardedResult } from '../../run/guarded-run.ts';
import type { Words } from '../messages/words.ts';
import { fields } from '../table.ts';

type Report = GuardedResult['report'];

/** What `run --json` says of the change report; the whole of it is in its folder. */
export function changesOfRun({ id, folder, changes: { basis, changed, alarms, counts } }: Report) {
	return { id, folder, basis, changed, alarms, counts };
}

/** One line on what changed, one on alarms. */
export function printChanges({ folder, changes }: Report, { say, language }: Words): string {
	const { basis, changed, alarms, counts } = changes;
	const { counts: names, list } = reportWords(language);
	const kinds = Object.keys(names)
		.filter((name) => !APART.has(name) && (counts[name] ?? 0) > 0)
		.map((name) => `${word(names, name)} ${counts[name]}`)
		.join(list);
	const some = () => say('summary.changes-some', { kinds, folder });
	const text = basis === 'first' ? say('summary.changes-first') : changed ? some() : say('summary.changes-none');
	const fresh = alarms.filter((alarm) => alarm.fresh).length;
	const lines: (readonly [string, string])[] = [[say('summary.changes'), text]];
	if (alarms.length > 0) lines.push(['', say('summary.changes-alarms', { fresh, standing: alarms.length - fresh })]);
	return fields(lines);
}

/** Told in a line of their own, or no change. */
const APART: ReadonlySet<string> = new Set(['alarms', 'alarms_fresh', 'freezes_lapsing', 'freezes_lapsed']);
