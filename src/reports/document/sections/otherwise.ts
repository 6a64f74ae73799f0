import type { FindingsPerson } from '../../../findings/schema.ts';
import { POLICIES } from '../../../findings/traced-schema.ts';
import { percent } from '../../../ledger/money.ts';
import { say as sentence, word } from '../../words.ts';
import type { Block, Rich } from '../blocks.ts';
import { figure, type Pen } from '../pen.ts';

/** 有利或另有解释的事项: what speaks for somebody, or for another reading, as far as the evidence shows it. */
export function otherwise(pen: Pen): Block[] {
	const { say } = pen;
	return [
		{ kind: 'heading', level: 1, text: say.otherwise.heading, id: 'otherwise', fresh: true },
		{ kind: 'paragraph', text: say.otherwise.intro },
		...weak(pen),
		...kinds(pen),
		...disputes(pen),
		...policies(pen),
		...leads(pen),
		...ownPocket(pen),
		...roles(pen),
		...sensitivity(pen),
	];
}

/** Why less is certain than is listed, over all people. */
function weak(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const reasons = new Map<string, { people: number; rows: number; fen: bigint }>();
	for (const { bounds } of findings.people) {
		for (const { code, facts } of bounds.received.missing) {
			if (facts.rows === undefined) continue;
			const sum = reasons.get(code) ?? { people: 0, rows: 0, fen: 0n };
			const fen = BigInt(String(facts.amount ?? '0').replaceAll(/[.,]/g, ''));
			reasons.set(code, { people: sum.people + 1, rows: sum.rows + Number(facts.rows), fen: sum.fen + fen });
		}
	}
	const rows = [...reasons].sort(([, a], [, b]) => (a.fen === b.fen ? 0 : a.fen > b.fen ? -1 : 1));
	const { unrelated, fitting } = findings.chance;
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.weak, id: 'otherwise-weak' },
		{
			kind: 'paragraph',
			text: say.otherwise.chance(pen.count(unrelated), pen.count(fitting), percent(BigInt(fitting), BigInt(unrelated))),
		},
		{
			kind: 'table',
			title: say.otherwise.weakTitle,
			columns: [
				{ head: say.otherwise.reason, width: { fr: 1 } },
				{ head: say.otherwise.people, width: 'auto', right: true },
				{ head: say.otherwise.rows, width: 'auto', right: true },
				{ head: say.otherwise.yuan, width: 'auto', right: true },
			],
			rows: rows.map(([code, { people, rows: count, fen }]) => [
				sentence(findings.case.language, code, { rows: pen.count(count), amount: pen.yuan(fen) }),
				pen.count(people),
				count === 0 ? '' : pen.count(count),
				pen.yuan(fen),
			]),
		},
		...(rows.length === 0 ? ([{ kind: 'paragraph', text: words.none }] as const) : []),
	];
}

/** What passed through members' accounts and is no pay: judged apart, in no figure of received. */
const APART = [
	'return-by-payee',
	'refund',
	'loan',
	'repayment',
	'between-peers',
	'family',
	'private',
	'disputed',
	'own-move',
];

function kinds(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const rows = findings.kinds.filter(({ kind }) => APART.includes(kind));
	if (rows.length === 0) return [];
	rows.sort((a, b) => APART.indexOf(a.kind) - APART.indexOf(b.kind));
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.kinds, id: 'otherwise-kinds' },
		{ kind: 'paragraph', text: say.otherwise.kindsIntro },
		{
			kind: 'table',
			columns: [
				{ head: say.otherwise.kind, width: { fr: 1 } },
				{ head: say.otherwise.certainty, width: { mm: 30 } },
				{ head: say.otherwise.rows, width: 'auto', right: true },
				{ head: say.otherwise.yuan, width: { mm: 36 }, right: true },
			],
			rows: rows.map(({ kind, certainty, count, amount }) => [
				word(words.kinds, kind),
				word(words.certainties, certainty),
				pen.count(count),
				pen.yuan(amount),
			]),
		},
	];
}

function disputes(pen: Pen): Block[] {
	const { say, findings } = pen;
	const said = findings.testimony.filter(({ disputes: disputed }) => disputed);
	const paid = findings.people.filter((person) => figure(person, 'disputed') !== 0n);
	if (said.length + paid.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.disputes, id: 'otherwise-disputes' },
		{
			kind: 'list',
			items: [
				...said.map(({ party, person, document, page, claim, amount }): Rich => {
					const sum = amount === undefined ? '' : pen.words.withRole('', `${pen.yuan(amount)}${pen.words.yuan}`);
					return [
						party === '' ? person : pen.person(party),
						pen.words.colon,
						pen.say.people_.said({ document, page, claim, disputes: true }),
						sum,
					];
				}),
				...paid.map(
					(person): Rich => [
						pen.person(person.id),
						pen.words.colon,
						say.otherwise.disputedSum(pen.yuan(figure(person, 'disputed'))),
					],
				),
			],
		},
	];
}

/** The same money under every policy: what hangs on the convention. */
function policies(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const roles = [...new Set(findings.people.map(({ role }) => role))];
	const rows = roles.map((role): Rich[] => {
		const totals = findings.people
			.filter((person) => person.role === role)
			.flatMap(({ tracedTotals }) => tracedTotals.filter(({ asset }) => asset === 'CNY'));
		const of = totals.filter(({ policy }) => policy === 'fifo').reduce((sum, total) => sum + BigInt(total.of), 0n);
		const cells = POLICIES.map((policy) => {
			const sum = totals.filter((total) => total.policy === policy).reduce((all, { value }) => all + BigInt(value), 0n);
			return words.withRole(pen.yuan(sum), `${percent(sum, of)}%`);
		});
		return [pen.role(role), pen.yuan(of), ...cells];
	});
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.policies, id: 'otherwise-policies' },
		{
			kind: 'paragraph',
			text: say.otherwise.policiesIntro(word(words.policies, findings.parameters['trace.policy'] ?? '')),
		},
		{
			kind: 'table',
			columns: [
				{ head: say.levels.role, width: { fr: 1 } },
				{ head: say.levels.received, width: 'auto', right: true },
				...POLICIES.map((policy) => ({
					head: word(words.policies, policy),
					width: 'auto' as const,
					right: true as const,
				})),
			],
			rows,
		},
	];
}

/** Leads that were reported and not paid, or paid and told of by nobody. */
function leads(pen: Pen): Block[] {
	const { findings, say } = pen;
	const sum = (of: (leadPay: NonNullable<FindingsPerson['leadPay']>) => number) =>
		findings.people.reduce((total, { leadPay }) => total + (leadPay ? of(leadPay) : 0), 0);
	const each: readonly [number, string][] = [
		[
			sum(({ unpaid }) => unpaid.leads),
			say.otherwise.unpaid(pen.count(sum(({ unpaid }) => unpaid.leads)), pen.count(sum(({ unpaid }) => unpaid.days))),
		],
		[
			sum(({ overReported }) => overReported.leads),
			say.otherwise.overReported(
				pen.count(sum(({ overReported }) => overReported.leads)),
				pen.count(sum(({ overReported }) => overReported.days)),
			),
		],
		[
			sum(({ overPaid }) => overPaid.leads),
			say.otherwise.overPaid(
				pen.count(sum(({ overPaid }) => overPaid.leads)),
				pen.count(sum(({ overPaid }) => overPaid.days)),
			),
		],
		[
			sum(({ commissions }) => commissions.none),
			say.otherwise.noBacking(
				pen.count(sum(({ commissions }) => commissions.none)),
				pen.count(sum(({ commissions }) => commissions.all)),
			),
		],
	];
	const items = each.filter(([leads]) => leads > 0).map(([, text]) => text);
	if (items.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.leads, id: 'otherwise-leads' },
		{ kind: 'list', items },
	];
}

function ownPocket(pen: Pen): Block[] {
	const { findings, say } = pen;
	const people = findings.people.filter((person) => figure(person, 'kept') < 0n);
	if (people.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.ownPocket, id: 'otherwise-own-pocket' },
		{
			kind: 'list',
			items: people.map((person) => [
				pen.person(person.id),
				say.otherwise.ownPocketOf(
					pen.yuan(figure(person, 'received')),
					pen.yuan(figure(person, 'passed-on')),
					pen.yuan(figure(person, 'kept')),
				),
			]),
		},
	];
}

/** Where payments do not bear out what the lists say of somebody. */
function roles(pen: Pen): Block[] {
	const { findings, say } = pen;
	const { differences } = findings.hierarchy;
	if (differences.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.roles, id: 'otherwise-roles' },
		{ kind: 'paragraph', text: say.otherwise.rolesIntro },
		{
			kind: 'list',
			items: differences.map(({ unit, reason }) => [pen.person(unit), pen.words.colon, pen.reason(reason)]),
		},
	];
}

function sensitivity(pen: Pen): Block[] {
	const { sensitivity: made } = pen.findings;
	const { say, words } = pen;
	const text =
		made.varied.length === 0
			? say.otherwise.notVaried
			: say.otherwise.varied(
					made.varied.map((each) => word(words.variations, each)).join(words.separator),
					pen.count(made.figures),
					pen.count(made.moved.length),
				);
	return [
		{ kind: 'heading', level: 2, text: say.otherwise.sensitivity, id: 'otherwise-sensitivity' },
		{ kind: 'paragraph', text },
	];
}
