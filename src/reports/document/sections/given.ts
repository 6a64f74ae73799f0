import { grouped } from '../../../ledger/grouped.ts';
import { word } from '../../words.ts';
import type { Block, Rich } from '../blocks.ts';
import type { Pen } from '../pen.ts';

/** 委托与检材: what was asked, what was given, and what became of every row. */
export function given(pen: Pen): Block[] {
	const { say, findings, words } = pen;
	const { seeds } = findings;
	return [
		{ kind: 'heading', level: 1, text: say.given.heading, id: 'given', fresh: true },
		{ kind: 'heading', level: 2, text: say.given.asked, id: 'given-asked' },
		{ kind: 'paragraph', text: say.given.client },
		{ kind: 'list', items: say.given.questions },
		{ kind: 'heading', level: 2, text: say.given.seeds, id: 'given-seeds' },
		{ kind: 'paragraph', text: say.given.seedsIntro },
		{
			kind: 'table',
			columns: [
				{ head: say.given.payer, width: { mm: 26 } },
				{ head: say.given.account, width: { fr: 1 } },
				{ head: say.given.amount, width: 'auto', right: true },
				{ head: say.given.transfers, width: 'auto', right: true },
				{ head: say.given.days, width: { mm: 38 } },
				{ head: say.given.source, width: { mm: 34 } },
			],
			rows: seeds.map((seed) => [
				seed.label,
				{ t: seed.origin, small: true, long: true },
				seed.asset === 'CNY' ? `${pen.yuan(seed.amount)}${words.yuan}` : pen.coins(seed.amount, seed.asset),
				pen.count(seed.count),
				pen.span(seed.first, seed.last),
				seed.source,
			]),
		},
		{ kind: 'heading', level: 2, text: say.given.evidence, id: 'given-evidence' },
		{ kind: 'paragraph', text: rowsSentence(pen) },
		filesTable(pen),
		{ kind: 'paragraph', text: [say.given.listAt, ...pen.see('evidence-list')] },
		...exclusions(pen),
	];
}

function rowsSentence({ say, findings, count }: Pen): string {
	const { files, rows } = findings.evidence;
	const { records, transfers } = findings.merging;
	const checks = (check: string) => files.filter(({ hashCheck }) => hashCheck === check).length;
	return say.given.rows({
		files: files.length,
		total: count(rows.total),
		read: count(rows.read),
		skipped: count(rows.skipped),
		rejected: count(rows.rejected),
		records: count(records),
		transfers: count(transfers),
		equal: checks('equal'),
		different: checks('different'),
		unrecorded: checks('none-recorded'),
	});
}

function filesTable(pen: Pen): Block {
	const { say, findings, count } = pen;
	const rows = [...grouped(findings.evidence.files, ({ source }) => source)]
		.map(([source, files]) => ({ source, files }))
		.sort((a, b) => b.files.length - a.files.length || (a.source < b.source ? -1 : 1));
	return {
		kind: 'table',
		columns: [
			{ head: say.given.kind, width: { fr: 1 } },
			{ head: say.given.files, width: 'auto', right: true },
			{ head: say.given.rowsTotal, width: 'auto', right: true },
			{ head: say.given.rowsRead, width: 'auto', right: true },
			{ head: say.given.rowsRejected, width: 'auto', right: true },
			{ head: say.given.notRead, width: 'auto', right: true },
		],
		rows: rows.map(({ source, files }): Rich[] => {
			const sum = (key: 'total' | 'read' | 'rejected') => files.reduce((all, file) => all + file.rows[key], 0);
			const unread = files.filter(({ status }) => status !== 'read').length;
			return [
				pen.source(source),
				count(files.length),
				count(sum('total')),
				count(sum('read')),
				count(sum('rejected')),
				unread === 0 ? '' : count(unread),
			];
		}),
	};
}

/** What was read and is in no figure, by its reason. */
function exclusions({ say, findings, words, count }: Pen): Block[] {
	const { exclusions: kept } = findings.merging;
	if (kept.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: say.given.exclusions, id: 'given-exclusions' },
		{
			kind: 'table',
			columns: [
				{ head: say.given.reason, width: { fr: 1 } },
				{ head: say.given.transfers, width: { mm: 24 }, right: true },
				{ head: say.given.records, width: { mm: 24 }, right: true },
			],
			rows: kept.map(({ reason, transfers, records }) => [
				word(words.exclusions, reason),
				count(transfers),
				count(records),
			]),
		},
	];
}
