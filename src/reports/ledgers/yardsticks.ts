import type { FindingsPerson } from '../../findings/schema.ts';
import { type Cell, text, whole, yuan } from '../cell.ts';
import { word } from '../words.ts';
import {
	type Held,
	heldAgainst,
	lackingRules,
	missingText,
	type YardstickRule,
	yardstickWords,
} from '../yardsticks.ts';
import { type Column, type Ledger, ledgerReport } from './ledger.ts';

/** Of a person; or, without one, a rule that the case has no input for. */
interface Row {
	readonly rule: YardstickRule;
	readonly measures: readonly string[];
	readonly person?: FindingsPerson;
	readonly held?: Held;
}

/**
 * 附表24: each threshold against each person, by how surely it is reached. One row for a rule and a measure; rules that
 * need an input which the case lacks stand once at the end. No charge is chosen.
 */
const ledger: Ledger<Row> = {
	id: 'yardsticks',
	file: 'yardsticks',
	*rows({ findings }) {
		for (const person of findings.people)
			for (const held of heldAgainst(findings, person.id))
				yield { person, held, rule: held.rule, measures: [held.answer.measure] };
		for (const row of lackingRules(findings)) yield row;
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', ({ person }, { findings }) => text(person?.name ?? yardstickWords(findings.case.language).wholeCase)],
		['role', ({ person }, { words }) => text(person && person.role !== '' ? word(words.roles, person.role) : '')],
		['group', ({ person }) => text(person?.group ?? '')],
		['ruleId', ({ rule }) => text(rule.id)],
		['lawNumber', ({ rule }) => text(rule.number)],
		['article', ({ rule }) => text(rule.article)],
		[
			'measured',
			({ measures }, { findings, words }) =>
				text(measures.map((name) => word(yardstickWords(findings.case.language).measures, name)).join(words.stop)),
		],
		['unit', ({ held }, { words }) => text(held ? word(words.yardstickUnits, held.unit) : '')],
		value('threshold', ({ least }) => least),
		value('documentedValue', (held) => held.value?.documented),
		value('withInferred', (held) => held.value?.inferred),
		value('atMost', (held) => held.value?.most),
		[
			'reached',
			({ held }, { findings }) =>
				text(word(yardstickWords(findings.case.language).reached, held?.answer.reached ?? 'unknown')),
		],
		[
			'underPolicies',
			({ held }, { words }) =>
				text((held?.answer.policies ?? []).map((policy) => word(words.policies, policy)).join(words.separator)),
		],
		[
			'inForce',
			({ held }, { findings }) =>
				text(held ? word(yardstickWords(findings.case.language).inForce, held.answer.inForce) : ''),
		],
		['notSure', (row, { findings }) => text(lacking(row, findings.case.language))],
		['partyId', ({ person }) => text(person?.id ?? '')],
	],
};

function lacking({ held, measures }: Row, language: 'zh' | 'en'): string {
	// What is settled by documented rows, or excluded by the upper bound, hangs on none of it.
	if (held?.answer.reached === 'documented' || held?.answer.reached === 'no') return '';
	if (held?.value) return missingText(held.value, language);
	const { lacks, lacking: lack } = yardstickWords(language);
	return lack([...new Set(measures.map((name) => word(lacks, name)))].join(language === 'zh' ? '、' : ', '));
}

/** Yuan or a count, by the unit of the row. */
function value(head: Column<Row>[0], of: (held: Held) => string | undefined): Column<Row> {
	return [head, ({ held }): Cell => cellOf(held && of(held), held?.unit)];
}

function cellOf(amount: string | undefined, unit: Held['unit'] | undefined): Cell {
	if (amount === undefined) return whole(undefined);
	return unit === 'fen' ? yuan(amount) : whole(Number(amount));
}

export const yardstickLedger = ledgerReport(ledger);
