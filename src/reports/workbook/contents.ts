import { formatTime } from '../../ledger/time.ts';
import type { PackageInput } from '../package/part.ts';
import { wordsOf } from '../words.ts';
import { type BookCell, CellWriter } from './cell-xml.ts';
import { type Check, checksOf } from './checks.ts';
import { type Laid, totalsSheet } from './layout.ts';
import { textLines } from './measure.ts';
import { columnName, quotedSheet } from './place.ts';
import { closing, opening } from './sheet.ts';
import type { Strings } from './strings.ts';
import type { WorkbookWords } from './words.ts';

const WIDTHS = [34, 62, 9, 42, 26, 20];

/** The first sheet: what the workbook holds, where, how many rows, what they come to; and the sums that must agree. */
export function* contentsSheet(
	{ findings, cover }: Pick<PackageInput, 'findings' | 'cover'>,
	laid: readonly Laid[],
	strings: Strings,
	words: WorkbookWords,
): Generator<string> {
	const cells = new CellWriter(strings);
	const { packageLevels, files } = wordsOf(findings.case.language);
	const { cutOff } = findings.evidence;
	const told = [
		words.subtitle,
		words.cover(packageLevels[cover.level], words.names[cover.names], cover.run, findings.program),
		...(cover.part === undefined ? [] : [words.part(cover.part.title)]),
		...(cutOff === undefined ? [] : [`${words.cutOff} ${formatTime(cutOff, findings.case.offsetMinutes)}`]),
		words.guide,
		words.guideTotals,
	];
	const head = told.length + 2;
	let row = 0;
	const written = (line: readonly BookCell[], lines = 1) => {
		row += 1;
		return cells.row(row, line, lines);
	};
	yield* opening(WIDTHS, { row: head, columns: 1 });
	yield written([label('title', `${files.workbook} ${findings.case.name}`)], 1.4);
	for (const each of told) yield written([label('note', each)]);
	const { heads } = words;
	yield written([heads.sheet, heads.meaning, heads.rows, heads.of, heads.sum].map((each) => label('head', each)));
	for (const each of laid) {
		const meaning = words.meanings[each.id] ?? '';
		const totals = [...totalLines(each)];
		const [first = [], ...more] = totals;
		const lines = Math.max(1, textLines(meaning, WIDTHS[1] as number), linesOfLabel(first, WIDTHS[3] as number));
		yield written([linkTo(each), label('text', meaning), { is: 'whole', value: each.measured.rows }, ...first], lines);
		for (const total of more)
			yield written([...BLANKS, ...total], Math.max(1, linesOfLabel(total, WIDTHS[3] as number)));
	}
	if (cover.part === undefined) {
		const { checks } = words;
		row += 1;
		const line = [checks.title, '', '', checks.left, checks.right, checks.difference];
		yield written(line.map((each) => label('head', each)));
		for (const check of checksOf(findings, laid, words)) {
			const lines = textLines(check.what, WIDTHS[1] as number);
			yield written(checkCells(check, row + 1), lines);
		}
	}
	yield* closing(cells, WIDTHS, { pages: words.pages, caseName: findings.case.name });
}

const EMPTY: BookCell = { is: 'empty' };
const BLANKS = [EMPTY, EMPTY, EMPTY];

function label(look: 'title' | 'note' | 'head' | 'text', value: string): BookCell {
	return { is: 'label', look, value };
}

function linesOfLabel(cells: readonly BookCell[], width: number): number {
	const [first] = cells;
	return first?.is === 'label' ? textLines(first.value, width) : 1;
}

function linkTo({ sheets: [first] }: Laid): BookCell {
	const name = first?.name ?? '';
	return { is: 'label', look: 'link', value: name, location: `${quotedSheet(name)}!A1` };
}

/** `金额 · USDT（波场）` and the cell of that total, of the first column that is added up. */
function* totalLines(laid: Laid): Generator<BookCell[]> {
	const { table, measured, totalsRow } = laid;
	const column = table.columns.findIndex(({ key }) => key === table.totals?.columns[0]);
	const sheet = quotedSheet(totalsSheet(laid).name);
	for (const [index, { of, sums }] of measured.totals.entries()) {
		const sum = sums.get(column);
		if (sum === undefined) continue;
		const what = [table.columns[column]?.head ?? '', ...of.values()].filter((each) => each !== '').join(' · ');
		const { amount, decimals, exact } = sum;
		const cell = `${sheet}!${columnName(column)}${totalsRow + index}`;
		yield [
			label('text', what),
			exact ? { is: 'sum', formula: cell, amount, decimals } : { is: 'money', amount, decimals },
		];
	}
}

function checkCells({ what, left, right, formula, decimals }: Check, row: number): BookCell[] {
	return [
		EMPTY,
		label('text', what),
		EMPTY,
		{ is: 'money', amount: left, decimals },
		{ is: 'sum', formula, amount: right, decimals },
		{ is: 'sum', formula: `ROUND(D${row}-E${row},${decimals})`, amount: left - right, decimals },
	];
}
