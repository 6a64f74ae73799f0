import type { Findings } from '../../../findings/schema.ts';
import { grouped } from '../../../ledger/grouped.ts';
import { requestLines } from '../../request-lines.ts';
import { sayIncomplete, word } from '../../words.ts';
import type { Block, Rich } from '../blocks.ts';
import type { Pen } from '../pen.ts';

const REQUESTS = 20;
const UNMATCHED = 20;

/** 未能核实事项: what the evidence does not show, and what should be asked for. */
export function unsettled(pen: Pen): Block[] {
	const { say } = pen;
	return [
		{ kind: 'heading', level: 1, text: say.unsettled.heading, id: 'unsettled', fresh: true },
		{ kind: 'paragraph', text: say.unsettled.intro },
		...gaps(pen),
		...open(pen),
		...unmatched(pen),
		...requests(pen),
		...todo(pen),
	];
}

function gaps(pen: Pen): Block[] {
	const { findings, say, words, count } = pen;
	const { files } = findings.evidence;
	const items: Rich[] = findings.incomplete.map((each) => sayIncomplete(findings.case.language, each));
	const told = new Set(findings.incomplete.map(({ facts }) => String(facts.file ?? '')));
	for (const file of files) {
		const path = file.paths.join(words.stop);
		if (file.status !== 'read' && !told.has(path)) {
			items.push(`${path}${words.colon}${word(words.fileStatuses, file.status)}`);
		}
		if (file.hashCheck === 'different') items.push(say.unsettled.hashDiffers(path));
	}
	const { uncertain, tied } = findings.merging;
	if (uncertain > 0) items.push(say.unsettled.uncertain(count(uncertain)));
	if (tied > 0) items.push(say.unsettled.tied(count(tied)));
	const { disagreements, vanished } = findings.chains;
	if (disagreements.length > 0) items.push(say.unsettled.disagreements(disagreements.length));
	if (vanished.length > 0) items.push(say.unsettled.vanished(vanished.length));
	const unrecorded = files.filter(({ hashCheck }) => hashCheck === 'none-recorded').length;
	if (unrecorded > 0) items.push(say.unsettled.unrecorded(unrecorded));
	return [
		{ kind: 'heading', level: 2, text: say.unsettled.gaps, id: 'unsettled-gaps' },
		items.length === 0 ? { kind: 'paragraph', text: words.none } : { kind: 'list', items },
	];
}

/** Payments between members that are not documented, by the reason; the sentence of the largest stands for its kind. */
function open(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const left = findings.payouts.filter(({ certainty }) => certainty !== 'documented');
	const rows = [...grouped(left, ({ reason, certainty }) => `${reason.code}|${certainty}`).values()]
		.map((list) => ({ list, sum: sumOf(list) }))
		.sort((a, b) => (a.sum === b.sum ? b.list.length - a.list.length : a.sum > b.sum ? -1 : 1))
		.map(({ list, sum }): Rich[] => {
			const largest = list.reduce((most, each) => (BigInt(each.amount) > BigInt(most.amount) ? each : most));
			return [
				word(words.certainties, largest.certainty),
				pen.reason(largest.reason),
				pen.count(list.length),
				pen.yuan(sum),
			];
		});
	return [
		{ kind: 'heading', level: 2, text: say.unsettled.open, id: 'unsettled-open' },
		rows.length === 0
			? { kind: 'paragraph', text: words.none }
			: {
					kind: 'table',
					columns: [
						{ head: say.unsettled.certainty, width: { mm: 20 } },
						{ head: say.unsettled.reason, width: { fr: 1 } },
						{ head: say.unsettled.payments, width: 'auto', right: true },
						{ head: say.unsettled.yuan, width: 'auto', right: true },
					],
					rows,
					foot: ['', say.unsettled.sum, pen.count(left.length), pen.yuan(sumOf(left))],
				},
	];
}

function sumOf(list: readonly Findings['payouts'][number][]): bigint {
	return list.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

/** Coins that left, and yuan that came, without the other side. */
function unmatched(pen: Pen): Block[] {
	const { findings, say, words, input } = pen;
	const ids = new Set([...findings.unmatched.coins, ...findings.unmatched.yuan]);
	if (ids.size === 0) return [];
	const rows = [...input.rows].filter(({ id }) => ids.has(id));
	rows.sort((a, b) => Number(a.asset === 'CNY') - Number(b.asset === 'CNY') || compare(b.amount, a.amount));
	const coins = findings.unmatched.coins.length;
	return [
		{ kind: 'heading', level: 2, text: say.unsettled.unmatched, id: 'unsettled-unmatched' },
		{ kind: 'paragraph', text: say.unsettled.unmatchedIntro(coins, findings.unmatched.yuan.length, UNMATCHED) },
		{
			kind: 'table',
			columns: [
				{ head: say.unsettled.time, width: { mm: 31 } },
				{ head: say.unsettled.payer, width: { fr: 1 } },
				{ head: say.unsettled.payee, width: { fr: 1 } },
				{ head: say.unsettled.amount, width: 'auto', right: true },
			],
			rows: rows
				.slice(0, coins + UNMATCHED)
				.map((row) => [
					pen.time(row.instant),
					[row.payer, { t: ` ${row.payerAccount}`, small: true, long: true }],
					[row.payee, { t: ` ${row.payeeAccount}`, small: true, long: true }],
					row.asset === 'CNY' ? `${pen.yuan(row.amount)}${words.yuan}` : pen.coins(row.amount, row.asset),
				]),
		},
	];
}

function compare(a: bigint, b: bigint): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function requests(pen: Pen): Block[] {
	const { findings, say } = pen;
	const lines = requestLines(findings);
	if (lines.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: say.unsettled.requests, id: 'unsettled-requests' },
		{ kind: 'paragraph', text: say.unsettled.requestsIntro(lines.length, Math.min(REQUESTS, lines.length)) },
		{
			kind: 'table',
			columns: [
				{ head: say.unsettled.whom, width: { mm: 34 } },
				{ head: say.unsettled.account, width: { fr: 1 } },
				{ head: say.unsettled.period, width: { mm: 21 } },
				{ head: say.unsettled.settles, width: { fr: 1.2 } },
				{ head: say.unsettled.stake, width: 'auto', right: true },
			],
			rows: lines
				.slice(0, REQUESTS)
				.map(({ whom, account, holder, from, until, settles, stake }) => [
					whom,
					[holder, { t: ` ${account}`, small: true, long: true }],
					`${from}${pen.words.until}${until}`,
					settles,
					stake === 0n ? '' : pen.yuan(stake),
				]),
		},
	];
}

/** Points of the to-do list, counted by kind. Stakes of several points may be of one sum, so they are not added. */
function todo(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	if (findings.todo.length === 0) return [];
	const kinds = [...grouped(findings.todo, ({ code }) => code)].map(([code, list]) => ({
		code,
		list,
		most: list.reduce((most, { stake }) => (BigInt(stake) > most ? BigInt(stake) : most), 0n),
	}));
	kinds.sort((a, b) => compare(b.most, a.most) || (a.code < b.code ? -1 : 1));
	return [
		{ kind: 'heading', level: 2, text: say.unsettled.todo, id: 'unsettled-todo' },
		{
			kind: 'table',
			columns: [
				{ head: say.unsettled.kind, width: { mm: 32 } },
				{ head: say.unsettled.points, width: 'auto', right: true },
				{ head: say.unsettled.example, width: { fr: 1 } },
				{ head: say.unsettled.mostStake, width: 'auto', right: true },
			],
			rows: kinds.map(({ code, list, most }) => [
				word(words.todoKinds, code),
				pen.count(list.length),
				pen.reason({ code, facts: list[0]?.facts ?? {} }),
				most === 0n ? '' : pen.yuan(most),
			]),
		},
	];
}
