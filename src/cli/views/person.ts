import type { Findings } from '../../findings/schema.ts';
import { withUnit } from '../../ledger/money.ts';
import { formatDay, formatTime } from '../../ledger/time.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { PersonAnswer } from '../../run/questions/person.ts';
import type { Words } from '../messages/words.ts';
import { fields, table } from '../table.ts';
import { yuan } from './amounts.ts';
import { printBounds } from './bounds.ts';
import { gapLines } from './gaps.ts';
import type { CaseUnits } from './hops.ts';
import { printBeside } from './person-beside.ts';
import { printLeads } from './person-leads.ts';
import { printRanks } from './person-ranks.ts';
import { printYardsticks } from './person-yardsticks.ts';
import { printPolicies } from './policies.ts';
import { movedLines } from './sensitivity.ts';

export function printPerson(answer: PersonAnswer, units: CaseUnits, words: Words): string {
	const { say } = words;
	const { person, received, paid, cashOuts } = answer;
	const parts = [
		head(answer, units, words),
		'',
		say('person.accounts'),
		accountTable(answer, words),
		...gapLines(answer.gaps, words),
		'',
		say('person.figures'),
		figureTable(answer, words),
	];
	parts.push('', printBounds(answer, words));
	if (answer.sensitivity.moved.length > 0)
		parts.push('', say('person.moved'), ...movedLines(answer.sensitivity.moved, { [person.id]: person.name }, words));
	if (person.tracedTotals.length > 0) parts.push('', printPolicies(answer, units, words));
	if (received.length > 0) parts.push('', say('person.received'), payoutTable(received, 'payer', answer, units, words));
	if (paid.length > 0) parts.push('', say('person.paid'), payoutTable(paid, 'payee', answer, units, words));
	if (cashOuts.length > 0) parts.push('', say('person.cash-outs'), cashOutTable(answer, units, words));
	parts.push(...printLeads(answer, words));
	parts.push(...printRanks(answer, units, words));
	parts.push(...printBeside(answer, units, words));
	parts.push('', printYardsticks(answer.yardsticks, words));
	return parts.join('\n');
}

function head({ person }: PersonAnswer, units: CaseUnits, { say, language }: Words): string {
	const { roles } = reportWords(language);
	const day = (instant: number | undefined) =>
		instant === undefined ? say('time.open') : formatDay(instant, units.offsetMinutes);
	return fields([
		[say('person.name'), [person.name, ...person.nicknames].join(' / ')],
		[say('person.id'), person.id],
		[say('person.role'), person.role === '' ? say('person.no-role') : word(roles, person.role)],
		[say('person.group'), person.group],
		[say('person.superior'), person.superior],
		...person.spells.map(
			(spell) =>
				[
					say('person.spell'),
					say('person.spell-value', {
						role: spell.roleText,
						group: spell.group,
						from: day(spell.from),
						until: day(spell.until),
						source: spell.source,
					}),
				] as const,
		),
		[say('person.days'), say('person.days-value', { first: day(person.days.first), last: day(person.days.last) })],
		[say('person.leads'), say('person.leads-value', person.leads)],
	]);
}

function accountTable({ person }: PersonAnswer, { say, language }: Words): string {
	const { attributionGrades } = reportWords(language);
	const columns = [
		{ title: say('column.account') },
		{ title: say('column.tie') },
		{ title: say('column.confidence'), align: 'right' as const },
		{ title: say('column.source') },
		{ title: say('column.id') },
	];
	const rows = person.accounts.map((account) => [
		account.account,
		account.withdrawn ? say('tie.withdrawn') : word(attributionGrades, account.grade),
		String(account.confidence),
		account.source,
		account.id,
	]);
	return table(columns, rows);
}

function figureTable({ person }: PersonAnswer, { say, sayAny }: Words): string {
	const columns = [
		{ title: say('column.figure') },
		{ title: say('column.yuan'), align: 'right' as const },
		{ title: say('column.count'), align: 'right' as const },
		{ title: say('column.id') },
	];
	const rows = Object.entries(person.figures).map(([name, figure]) => [
		sayAny(`figure.${name}`),
		yuan(figure.value),
		String(figure.count),
		figure.id,
	]);
	return table(columns, rows);
}

function payoutTable(
	payouts: Findings['payouts'],
	other: 'payer' | 'payee',
	{ names }: PersonAnswer,
	units: CaseUnits,
	{ say, language }: Words,
): string {
	const { kinds, certainties } = reportWords(language);
	const right = 'right' as const;
	const columns = [
		{ title: say('column.time') },
		{ title: say(`column.${other}`) },
		{ title: say('column.yuan'), align: right },
		{ title: say('column.kind') },
		{ title: say('column.wage'), align: right },
		{ title: say('column.commission'), align: right },
		{ title: say('column.leads'), align: right },
		{ title: say('column.certainty') },
		{ title: say('column.id') },
	];
	const rows = payouts.map((payout) => [
		formatTime(payout.instant, units.offsetMinutes),
		names[payout[other]] ?? payout[other],
		yuan(payout.amount),
		word(kinds, payout.kind),
		payout.wage === '0' ? '' : yuan(payout.wage),
		payout.commission === '0' ? '' : yuan(payout.commission),
		payout.leads === undefined ? '' : String(payout.leads),
		word(certainties, payout.certainty),
		payout.id,
	]);
	return table(columns, rows);
}

function cashOutTable({ cashOuts }: PersonAnswer, units: CaseUnits, { say, language }: Words): string {
	const { statuses } = reportWords(language);
	const right = 'right' as const;
	const columns = [
		{ title: say('column.coins-left') },
		{ title: say('column.quantity'), align: right },
		{ title: say('column.yuan-came') },
		{ title: say('column.yuan'), align: right },
		{ title: say('column.rate'), align: right },
		{ title: say('column.status') },
		{ title: say('column.rivals'), align: right },
		{ title: say('column.id') },
	];
	const rows = cashOuts.map((cashOut) => [
		formatTime(cashOut.coinInstant, units.offsetMinutes),
		withUnit(BigInt(cashOut.quantity), cashOut.asset, units.assets),
		formatTime(cashOut.yuanInstant, units.offsetMinutes),
		yuan(cashOut.fen),
		cashOut.rate,
		word(statuses, cashOut.status),
		String(cashOut.rivals.length),
		cashOut.id,
	]);
	return table(columns, rows);
}
