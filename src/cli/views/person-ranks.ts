import { formatDay } from '../../ledger/time.ts';
import { wordsOf as reportWords, say as sentence, word } from '../../reports/words.ts';
import type { PersonAnswer } from '../../run/questions/person.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import type { CaseUnits } from './hops.ts';

/** Roles and superiors that payments alone propose for a person, whom they pay as a team, and where the case says otherwise. */
export function printRanks({ ranks }: PersonAnswer, units: CaseUnits, words: Words): string[] {
	const { say, language } = words;
	const { roles: roleWords } = reportWords(language);
	const { roles, superiors, team, differences, adopted, labels } = ranks;
	const label = (unit: string) => labels[unit] ?? unit;
	const parts: string[] = [];
	const rows = [
		...roles.map((one) => ({ one, matter: say('rank.role'), value: word(roleWords, one.role) })),
		...superiors.map((one) => ({ one, matter: say('rank.superior'), value: label(one.superior) })),
	];
	if (rows.length > 0) parts.push('', say('rank.head'), proposalTable(rows, units, words));
	for (const { one, matter, value } of rows)
		for (const { code, facts } of one.reasons)
			parts.push(say('rank.reason', { matter, value, reason: sentence(language, code, facts) }));
	if (team.length > 0)
		parts.push(say('rank.team', { count: team.length, names: team.map(({ unit }) => label(unit)).join(', ') }));
	for (const { reason } of differences)
		parts.push(say('rank.differs', { reason: sentence(language, reason.code, reason.facts) }));
	for (const { role, source, payouts } of adopted)
		parts.push(say('rank.adopted', { role: word(roleWords, role), source, payouts }));
	return parts;
}

interface Row {
	readonly one: PersonAnswer['ranks']['roles'][number] | PersonAnswer['ranks']['superiors'][number];
	readonly matter: string;
	readonly value: string;
}

function proposalTable(rows: readonly Row[], units: CaseUnits, { say, language }: Words): string {
	const { statuses } = reportWords(language);
	const columns = [
		{ title: say('column.matter') },
		{ title: say('column.proposed') },
		{ title: say('column.since') },
		{ title: say('column.until') },
		{ title: say('column.confidence'), align: 'right' as const },
		{ title: say('column.status') },
		{ title: say('column.count'), align: 'right' as const },
		{ title: say('column.id') },
	];
	const cells = rows.map(({ one: { from, until, confidence, status, transfers, id }, matter, value }) => [
		matter,
		value,
		formatDay(from, units.offsetMinutes),
		formatDay(until, units.offsetMinutes),
		confidence.toFixed(2),
		word(statuses, status),
		String(transfers),
		id,
	]);
	return table(columns, cells);
}
