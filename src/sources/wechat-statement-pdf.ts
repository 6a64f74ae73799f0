import { billAccount } from '../ledger/account.ts';
import type { Side } from '../ledger/record.ts';
import { BatchBuilder, type Fate } from './batches.ts';
import { readTime } from './cells.ts';
import type { Batch, EvidenceFile, Hints, Source } from './contract.ts';
import { formOf } from './form.ts';
import { pdfPages } from './pdf-document.ts';
import { type PdfItem, PdfTable } from './pdf-table.ts';
import { Row, type RowTable } from './row.ts';
import { runsNewestFirst } from './row-order.ts';
import { fateOfRow } from './table-rows.ts';
import { type WechatField, wechatRecords } from './wechat-record.ts';
import { holderClaims, statementHolder } from './wechat-statement-holder.ts';
import { cellText, isFooter, isOrder, isPageNumber, STATEMENT, STATEMENT_NAMES } from './wechat-statement-layout.ts';

type Item = PdfItem<WechatField>;

/**
 * 微信支付交易明细证明: the stamped certificate of a WeChat account's payments, a PDF with text. Its rows are the payments,
 * numbered from 1 on each page, which stands in place of a sheet; all other lines are passed over and counted.
 *
 * It has no column for the status: what it lists took place, and refunds are rows of their own.
 */
export const wechatStatementPdf: Source = {
	id: 'wechat-statement-pdf',
	version: 1,
	identify({ form, text }) {
		if (form !== 'pdf') return undefined;
		const plain = text.replaceAll(/\s/g, '');
		if (plain === '') return { confidence: 10, hint: 'hint.pdf-scanned' };
		const isTable = STATEMENT_NAMES.every((name) => plain.includes(name));
		const isTitled = plain.includes('微信支付交易明细证明') && plain.includes('交易单号');
		return isTable || isTitled ? { confidence: 95 } : undefined;
	},
	async *read(file, hints) {
		if ((await formOf(file)) !== 'pdf') return;
		const table = new PdfTable<WechatField>(STATEMENT);
		const pages: Item[][] = [];
		for await (const page of pdfPages(file)) pages.push(table.page(page));
		const judge = judgeOf(file, hints, pages.flat(), table.columns);
		for (const [index, items] of pages.entries()) yield batchOf(`第${index + 1}页`, items, judge);
	},
};

/** The fate of an item, whose row on its page has the number. */
type Judge = (item: Item, sheet: string, row: number) => Fate;

function batchOf(sheet: string, items: readonly Item[], judge: Judge): Batch {
	const builder = new BatchBuilder(sheet);
	let row = 0;
	for (const item of items) {
		const fate = judge(item, sheet, row + 1);
		// What cannot be read has a number too: it may be a payment.
		if (item.kind === 'row' || 'reject' in fate) row += 1;
		builder.row({ row, cells: [], raw: rawOf(item) }, fate);
	}
	return builder.take();
}

function judgeOf(file: EvidenceFile, hints: Hints, items: readonly Item[], columns: readonly WechatField[]): Judge {
	const firstHeader = items.findIndex(({ kind }) => kind === 'header');
	const holder = statementHolder(items.slice(0, Math.max(firstHeader, 0)).map(({ text }) => text));
	const certifying = items.find(({ kind, text }) => kind === 'above' && text.includes('兹证明'));
	const account = holder.account ?? hints.owner ?? billAccount(file.hash);
	const attributions = holderClaims(holder, account, file.hash);
	const side: Side = holder.name === undefined ? { account } : { account, name: holder.name };
	const owner = { source: 'wechat-statement-pdf', side, offsetMinutes: hints.offsetMinutes };
	const sequence = sequenceOf(items, hints.offsetMinutes);
	return (item, sheet, row) => {
		if (item === certifying && attributions.length > 0) return { attributions };
		if (item.kind === 'header') return { skip: item === items[firstHeader] ? 'header' : 'repeated-header' };
		if (item.kind === 'above' && firstHeader >= 0) return { skip: 'preamble' };
		if (item.kind === 'below' || isFooter(item.text) || isPageNumber(item.text)) return { skip: 'footer' };
		if (item.kind !== 'row' || item.doubtful) return { reject: 'columns', column: '', value: item.text };
		const table: RowTable<WechatField> = { file, sheet, names: [], columns: placesOf(columns) };
		const cells = columns.map((field) => cellText(field, item.cells[field]));
		return fateOfRow(new Row(table, { row, cells, raw: rawOf(item) }), (said) => {
			if (!isOrder(said.text('order'))) throw said.fault('order', 'value');
			return { records: wechatRecords(said, owner, sequence.get(item) ?? 0) };
		});
	};
}

function placesOf(columns: readonly WechatField[]): RowTable<WechatField>['columns'] {
	return Object.fromEntries(columns.map((field, column) => [field, [column]]));
}

/** Places of the payments in time order: certificates run either way. */
function sequenceOf(items: readonly Item[], offsetMinutes: number): ReadonlyMap<Item, number> {
	const rows = items.filter(({ kind }) => kind === 'row');
	const instants = rows.map(({ cells }) => readTime(cellText('time', cells.time), offsetMinutes)?.instant);
	if (runsNewestFirst(instants)) rows.reverse();
	return new Map(rows.map((item, place) => [item, place]));
}

/** A row's cells as printed, line ends where they are wrapped; of other lines the text. */
function rawOf({ kind, cells, text }: Item): string {
	return kind === 'row' ? JSON.stringify((Object.values(cells) as string[][]).map((lines) => lines.join('\n'))) : text;
}
