import { KNOWN_ASSETS } from '../../ledger/asset.ts';
import { withUnit } from '../../ledger/money.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { visible } from '../../reports/visible.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { Inspection } from '../../run/inspect.ts';
import { entryText } from '../../run/save-mapping.ts';
import type { Words } from '../messages/words.ts';
import { fields, table } from '../table.ts';

const ASSETS = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));

/** Whether the file is read by a source, without a problem and without a row that would be rejected. */
export function isWholly(inspection: Inspection): boolean {
	return inspection.source !== '' && inspection.problem === undefined && inspection.rows.rejected === 0;
}

export function printInspection(inspection: Inspection, words: Words): string {
	const { say } = words;
	const { source, problem, proposed, rows, records, rejects } = inspection;
	const isRead = source !== '' || proposed !== undefined;
	const head: (readonly [string, string])[] = [
		[say('inspect.hash'), inspection.hash],
		[say('inspect.size'), say('inspect.size-value', { bytes: inspection.size, form: say(`form.${inspection.form}`) })],
		[say('inspect.read-by'), readBy(inspection, words)],
		...(isRead ? layout(inspection, words) : []),
		...(isRead ? [[say('inspect.rows'), say('inspect.rows-value', rows)] as const] : []),
		...(problem === undefined ? [] : [[say('inspect.problem'), words.sayAny(problem.code, problem.facts)] as const]),
	];
	const parts = [`# ${visible(inspection.path)}`, fields(head)];
	if (records.length > 0) parts.push('', say('inspect.first'), recordTable(records, words));
	if (rejects.length > 0) parts.push('', say('inspect.rejected'), rejectTable(inspection, words));
	if (proposed !== undefined) parts.push('', say('inspect.proposed-entry'), visibleLines(entryText(proposed)));
	return parts.join('\n');
}

/** Text of the file's own, line by line: its headers may hold anything. */
function visibleLines(text: string): string {
	return text.split('\n').map(visible).join('\n');
}

function readBy({ source, confidence, proposed }: Inspection, { say, language }: Words): string {
	if (proposed !== undefined) return say('inspect.proposed', { mapping: proposed.name, confidence });
	if (source === '') return say('inspect.unknown');
	return say('inspect.read-by-value', { source: word(reportWords(language).sources, source), id: source, confidence });
}

function layout({ encoding, sheet, headerRow, columns }: Inspection, { say }: Words): (readonly [string, string])[] {
	return [
		...(encoding === '' ? [] : [[say('inspect.encoding'), encoding] as const]),
		...(sheet === '' ? [] : [[say('inspect.sheet'), sheet] as const]),
		...(headerRow === 0 ? [] : [[say('inspect.header'), say('inspect.header-value', { row: headerRow })] as const]),
		...Object.entries(columns).map(([field, header]) => [`  ${field}`, `<- ${header}`] as const),
	];
}

function recordTable(records: readonly LedgerRecord[], { say }: Words): string {
	const columns = [
		{ title: say('column.row'), align: 'right' as const },
		{ title: say('column.time') },
		{ title: say('column.from') },
		{ title: say('column.to') },
		{ title: say('column.amount'), align: 'right' as const },
		{ title: say('column.type') },
		{ title: say('column.state') },
		{ title: say('column.memo') },
	];
	return table(
		columns,
		records.map((record) => [
			record.evidence.kind === 'file' ? String(record.evidence.row) : '',
			record.moment.text,
			side(record.from),
			side(record.to),
			record.amount === undefined ? say('amount.not-shown') : withUnit(record.amount, record.asset, ASSETS),
			record.type,
			say(`state.${record.state}`),
			record.memo,
		]),
	);
}

function side({ account, name }: LedgerRecord['from']): string {
	return name === undefined || name === '' ? account : `${account} (${name})`;
}

function rejectTable({ rejects }: Inspection, { say }: Words): string {
	const columns = [
		{ title: say('column.row'), align: 'right' as const },
		{ title: say('column.column') },
		{ title: say('column.value') },
		{ title: say('column.reason') },
	];
	return table(
		columns,
		rejects.map((reject) => [
			reject.sheet === '' ? String(reject.row) : `${reject.sheet}!${reject.row}`,
			reject.column,
			reject.value,
			say(`reject.${reject.reason}`),
		]),
	);
}
