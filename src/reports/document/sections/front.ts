import { grouped } from '../../../ledger/grouped.ts';
import { partWords } from '../../part/words.ts';
import type { Block, Rich, StreamBox, TableColumn } from '../blocks.ts';
import { TITLE } from '../clip.ts';
import { figure, type Pen, sheetId } from '../pen.ts';
import { caseSums, levelTable } from '../sums.ts';

import { byNumber } from './groups.ts';

/** What a page holds beside the rest of the summary. */
const HEADS = 11;

/** The first page: what the case is, the money at one look, and where to find what. */
export function front(pen: Pen): Block[] {
	const { findings, words, say, input } = pen;
	const { cover } = input;
	const { from, until, maker, reviewer } = findings.case;
	const bounded = from !== undefined || until !== undefined;
	const { cutOff } = findings.evidence;
	return [
		{
			kind: 'front',
			front: {
				title: pen.title,
				subtitle: words.subtitle,
				facts: [
					[words.period, bounded ? `${pen.day(from)}${words.until}${pen.day(until)}` : words.wholeEvidence],
					[words.cutOff, pen.time(cutOff)],
					[say.front.level, words.packageLevels[cover.level]],
					[say.front.part, cover.part ? pen.short(cover.part.title, TITLE) : say.front.whole],
					[say.front.maker, `${pen.short(maker) || words.unknown} / ${pen.short(reviewer) || words.unknown}`],
					[say.front.made, `${findings.program} · ${cover.run}`],
				],
			},
		},
		{ kind: 'heading', level: 1, text: say.front.summary, id: 'summary' },
		...(cover.part === undefined ? story(pen) : [partNote(pen)]),
		levelTable(pen),
		{ kind: 'paragraph', text: { t: balanceSentence(pen), small: true } },
		...heads(pen),
		{ kind: 'list', items: strength(pen) },
		{
			kind: 'note',
			text: [{ t: say.front.find, bold: true }, say.front.findIndex, ...pen.see('index'), say.front.findSearch],
		},
	];
}

/** How the money went, level by level: of the whole case alone, for a part counts few of the people on each level. */
function story(pen: Pen): Block[] {
	return [
		{ kind: 'paragraph', text: summarySentence(pen) },
		{ kind: 'stream', boxes: stream(pen) },
	];
}

function partNote({ findings }: Pen): Block {
	return { kind: 'paragraph', text: partWords(findings.case.language).note(findings.people.length) };
}

function summarySentence(pen: Pen): string {
	const sums = caseSums(pen);
	return pen.say.front.sentence({
		payers: sums.payers,
		accounts: sums.origins,
		coins: sums.coins.map(({ text }) => text).join(pen.words.separator),
		transfers: pen.count(sums.seedTransfers),
		span: pen.span(sums.firstSeed, sums.lastSeed),
		cores: sums.cores.length,
		cashOuts: sums.accepted,
		yuan: pen.yuan(sums.acceptedFen),
		inferred: sums.inferred,
		leaders: sums.leaders.length,
		funding: pen.yuan(sums.funding),
		paid: sums.paid,
		wages: pen.yuan(sums.wages),
		commissions: pen.yuan(sums.commissions),
		others: pen.yuan(sums.bonuses),
		operating: pen.yuan(pen.findings.reconciliation.operating),
	});
}

function stream(pen: Pen): StreamBox[] {
	const { say, words } = pen;
	const sums = caseSums(pen);
	const { yuan } = pen;
	const people = (list: readonly unknown[]) => say.people(list.length);
	const coreOut = sums.cores.reduce((sum, person) => sum + figure(person, 'passed-on'), 0n);
	const leaderOut = sums.leaders.reduce((sum, person) => sum + figure(person, 'passed-on'), 0n);
	return [
		{
			title: words.levels.overseas,
			lines: [
				say.front.payingAccounts(sums.origins),
				say.front.seedTransfers(pen.count(sums.seedTransfers)),
				...sums.coins.map(({ text }) => text),
			],
		},
		{
			title: words.levels.coreWallet,
			lines: [people(sums.cores)],
		},
		{
			title: say.front.cashOut,
			...(sums.inferred > 0 && { dotted: true }),
			lines: [
				say.front.matches(sums.accepted, sums.inferred),
				[say.front.received, yuan(sums.acceptedFen)],
				say.front.openMatches(sums.proposed, pen.findings.unmatched.coins.length),
			],
		},
		{
			title: say.front.coreYuan,
			lines: [
				[say.front.passedOn, yuan(coreOut)],
				[say.front.operating, yuan(sums.coreOperating)],
			],
		},
		{
			title: words.roles.leader as string,
			lines: [people(sums.leaders), [say.front.passedOn, yuan(leaderOut)]],
		},
		{
			title: say.front.staff,
			lines: [
				people(sums.staff),
				[say.front.wages, yuan(sums.wages)],
				[say.front.commissions, yuan(sums.commissions)],
				[say.front.leads, pen.count(sums.leads)],
			],
		},
	];
}

/** Core members and groups, a line each, as far as the page holds them. */
function heads(pen: Pen): Block[] {
	const { findings, say } = pen;
	const leaders = [...caseSums(pen).leaders].sort((a, b) => byNumber(a.group, b.group));
	const people = [...caseSums(pen).cores, ...leaders];
	if (people.length === 0) return [];
	const shown = people.slice(0, HEADS);
	const members = grouped(
		findings.people.filter(({ group }) => group !== ''),
		({ group }) => group,
	);
	// A part has few of a group: what the group is together, it does not tell.
	const groupsToo = <Each>(each: Each): Each[] => (pen.part ? [] : [each]);
	return [
		{
			kind: 'table',
			title: pen.part ? say.front.partHeads : say.front.heads,
			columns: [
				{ head: say.groups.name, width: { fr: 1 } },
				{ head: say.groups.role, width: { fr: 1 } },
				...groupsToo<TableColumn>({ head: say.front.groupPeople, width: 'auto', right: true }),
				{ head: say.groups.received, width: 'auto', right: true },
				{ head: say.levels.passedOn, width: 'auto', right: true },
				{ head: say.groups.kept, width: 'auto', right: true },
				...groupsToo<TableColumn>({ head: say.front.groupLeads, width: 'auto', right: true }),
				{ head: say.groups.page, width: 'auto', right: true },
			],
			rows: shown.map((person): Rich[] => {
				const list = person.role === 'leader' ? (members.get(person.group) ?? []) : [];
				const leads = list.reduce((sum, each) => sum + each.leads.paid, 0);
				return [
					pen.person(person.id),
					[pen.role(person.role), pen.short(person.group)].filter((each) => each !== '').join(' · '),
					...groupsToo(list.length === 0 ? '' : pen.count(list.length)),
					pen.yuan(figure(person, 'received')),
					pen.yuan(figure(person, 'passed-on')),
					pen.yuan(figure(person, 'kept')),
					...groupsToo(leads === 0 ? '' : pen.count(leads)),
					{ t: '', to: sheetId(person.id), page: true },
				];
			}),
		},
		...(people.length > HEADS
			? ([
					{
						kind: 'paragraph',
						text: [{ t: say.front.moreHeads(people.length - HEADS), small: true }, ...pen.see('people')],
					},
				] as const)
			: []),
	];
}

function balanceSentence({ findings, say, yuan }: Pen): string {
	const { inflow, kept, operating, unresolved, balances } = findings.reconciliation;
	return say.front.balance({
		inflow: yuan(inflow),
		kept: yuan(kept),
		operating: yuan(operating),
		unresolved: yuan(unresolved),
		balances,
	});
}

/** How firm it is, what is missing, and what speaks against: each leads to its section. */
function strength(pen: Pen): Rich[] {
	const { findings, say } = pen;
	const sums = caseSums(pen);
	return [
		[
			say.front.documented({
				yuan: pen.yuan(sums.documentedPay),
				least: pen.yuan(sums.leastPay),
				count: pen.count(sums.documentedPayouts),
			}),
			...pen.see('people'),
		],
		[
			say.front.inferred({
				accepted: sums.accepted,
				inferred: sums.inferred,
				proposed: sums.proposed,
				coins: findings.unmatched.coins.length,
				yuan: findings.unmatched.yuan.length,
			}),
			...pen.see('inferred'),
		],
		[
			say.front.unsettled({
				open: pen.count(sums.openPayouts),
				openYuan: pen.yuan(sums.openFen),
				incomplete: findings.incomplete.length,
				todo: pen.count(findings.todo.length),
			}),
			...pen.see('unsettled'),
		],
		[
			say.front.otherwise({
				fitting: pen.count(findings.chance.fitting),
				unrelated: pen.count(findings.chance.unrelated),
				disputes: findings.testimony.filter(({ disputes }) => disputes).length,
				apart: pen.yuan(sums.givenBack),
			}),
			...pen.see('otherwise'),
		],
	];
}
