import type { Findings } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import { formatTime } from '../../ledger/time.ts';
import { decimal, text, time, whole, yuan } from '../cell.ts';
import { say, type Words, word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

type Hierarchy = Findings['hierarchy'];

interface Row {
	readonly unit: string;
	readonly about: keyof Words['hierarchy'];
	readonly proposed: string;
	readonly given: string;
	readonly from?: number;
	readonly until?: number;
	readonly confidence?: number;
	readonly status: string;
	readonly reasons: readonly string[];
	readonly count?: number;
	readonly fen?: string;
	/** Of the proposals whose transfers are the rows behind it. */
	readonly ids: readonly string[];
}

/**
 * 附表15: who pays whom and how regularly, which superior and role payments propose for whom, what of it differs from
 * what the case gives. Proposals are in no total; `hierarchy.jsonl` leads from each to its transfers.
 */
const ledger: Ledger<Row> = {
	id: 'hierarchy',
	file: 'hierarchy',
	*rows({ findings }, { words }) {
		const { hierarchy } = findings;
		const labels = new Map(hierarchy.units.map(({ id, label }) => [id, label]));
		const label = (unit: string) => labels.get(unit) ?? unit;
		yield* roleRows(findings, words, label);
		yield* superiorRows(findings, label);
		for (const { unit, at, from, to } of hierarchy.moves) {
			const facts = { from: label(from), to: label(to), time: formatTime(at, findings.case.offsetMinutes) };
			const reasons = [say(findings.case.language, 'hierarchy-moved', facts)];
			yield { ...BLANK, unit: label(unit), about: 'move', proposed: label(to), from: at, reasons };
		}
		for (const { unit, about, given, proposed, reason, proposals } of hierarchy.differences)
			yield {
				...BLANK,
				unit: label(unit),
				about: 'difference',
				proposed: roleOrText(about, proposed, words),
				given: roleOrText(about, given, words),
				reasons: sentences(findings, [reason]),
				ids: proposals,
			};
		for (const { basis, same, different } of hierarchy.agreements)
			yield {
				...BLANK,
				unit: word(words.agreements, basis),
				about: 'agreement',
				reasons: [say(findings.case.language, 'hierarchy-agreement', { same, different })],
			};
		yield* tieRows(findings, label);
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['party', ({ unit }) => text(unit)],
		['matter', ({ about }, { words }) => text(words.hierarchy[about])],
		['proposed', ({ proposed }) => text(proposed)],
		['given', ({ given }) => text(given)],
		['from', ({ from }, { offsetMinutes }) => time(from, offsetMinutes)],
		['until', ({ until }, { offsetMinutes }) => time(until, offsetMinutes)],
		['likelihood', ({ confidence }) => (confidence === undefined ? whole(undefined) : decimal(String(confidence)))],
		['status', ({ status }, { words }) => text(status === '' ? '' : word(words.statuses, status))],
		['reasons', ({ reasons }, { words }) => text(reasons.join(words.stop))],
		['count', ({ count }) => whole(count)],
		['amountYuan', ({ fen }) => yuan(fen)],
		['proposal', ({ ids }, { words }) => text(ids.join(words.separator))],
	],
};

const BLANK = { proposed: '', given: '', status: '', ids: [] } as const;

function* roleRows(findings: Findings, words: Words, label: (unit: string) => string): Generator<Row> {
	const people = new Map(findings.people.map((person) => [person.id, person]));
	for (const { id, unit, role, from, until, confidence, status, reasons, transfers, groups } of findings.hierarchy
		.roles) {
		const spells = people.get(unit)?.spells ?? [];
		const given = spells.filter((spell) => (spell.from ?? from) <= until && from <= (spell.until ?? until));
		const led = groups.map(({ group, members }) => say(findings.case.language, 'hierarchy-group', { group, members }));
		yield {
			...{ unit: label(unit), about: 'role', from, until, confidence, status, count: transfers, ids: [id] },
			proposed: word(words.roles, role),
			given: [...new Set(given.map((spell) => spell.roleText))].join(words.separator),
			reasons: [...sentences(findings, reasons), ...led],
		};
	}
}

function* superiorRows(findings: Findings, label: (unit: string) => string): Generator<Row> {
	const people = new Map(findings.people.map((person) => [person.id, person]));
	for (const one of findings.hierarchy.superiors) {
		const { id, unit, superior, from, until, confidence, status, transfers, sum } = one;
		const spells = people.get(unit)?.spells ?? [];
		const given = spells.find((spell) => (spell.from ?? from) <= until && from <= (spell.until ?? until));
		yield {
			...{ unit: label(unit), about: 'superior', from, until, confidence, status, count: transfers, fen: sum },
			proposed: label(superior),
			given: given?.superior ?? '',
			reasons: sentences(findings, one.reasons),
			ids: [id],
		};
	}
}

function* tieRows(findings: Findings, label: (unit: string) => string): Generator<Row> {
	for (const tie of findings.hierarchy.ties) {
		const facts = { ...tie, usual: plainYuan(tie.usualDay), median: plainYuan(tie.medianDay) };
		yield {
			...BLANK,
			unit: label(tie.payer),
			about: 'tie',
			proposed: label(tie.payee),
			from: tie.first,
			until: tie.last,
			reasons: [say(findings.case.language, 'hierarchy-tie', facts)],
			count: tie.payments,
			fen: tie.sum,
		};
	}
}

function plainYuan(fen: string): string {
	return formatAmount(BigInt(fen), 2);
}

function sentences({ case: { language } }: Findings, reasons: Hierarchy['roles'][number]['reasons']): string[] {
	return reasons.map(({ code, facts }) => say(language, code, facts));
}

function roleOrText(about: Hierarchy['differences'][number]['about'], value: string, words: Words): string {
	const role = about === 'role' || about === 'unpaid' || about === 'checks';
	return role && value !== '' ? word(words.roles, value) : value;
}

export const hierarchyLedger = ledgerReport(ledger);
