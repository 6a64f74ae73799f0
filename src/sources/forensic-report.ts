import { Problem } from '../ledger/problem.ts';
import type { Alias } from '../ledger/statement.ts';
import { BatchBuilder, type Fate } from './batches.ts';
import { readTime } from './cells.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import { type ForensicHeading, forensicHeading, isForensicHeading } from './forensic-heading.ts';
import { PageBlocks } from './forensic-page.ts';
import { type ForensicField, forensicCells, forensicRecord } from './forensic-record.ts';
import { TooDeep } from './markup.ts';
import { Row, type RowTable } from './row.ts';
import { runsNewestFirst } from './row-order.ts';
import { fateOfRow } from './table-rows.ts';
import { lineBlocks } from './text.ts';

/** A page has a few MB; its payments are held as a whole. */
const PAGE_BYTES_MAX = 64 << 20;

const FIELDS: readonly ForensicField[] = ['text', 'time', 'payer', 'payee', 'amount', 'order', 'kind'];
const COLUMNS = Object.fromEntries(
	FIELDS.map((field, column) => [field, [column]]),
) as RowTable<ForensicField>['columns'];

/** A heading, a payment below one, or something else below one. Numbered from 1 in the order of the page. */
interface Piece {
	readonly kind: 'heading' | 'payment' | 'other';
	readonly text: string;
	readonly heading?: ForensicHeading;
	readonly cut: boolean;
}

/**
 * 手机取证报告: a page of a phone's forensic report in HTML, with the WeChat payments found on the phone (流水记录). Its rows
 * are the headings of the page and the payments below them.
 */
export const forensicReport: Source = {
	id: 'forensic-report',
	version: 1,
	identify({ form, text }) {
		const isPage = form === 'text' && /<h[1-6][\s>]/i.test(text) && /\/微信(?:[（(]分身版[）)])?\//.test(text);
		return isPage && isForensicHeading(text) ? { confidence: 90 } : undefined;
	},
	async *read(file, hints) {
		if (file.size > PAGE_BYTES_MAX) {
			throw new Problem('evidence', 'evidence.too-large', { file: file.path, bytes: file.size, max: PAGE_BYTES_MAX });
		}
		const pieces = await piecesOf(file);
		const times = pieces.map((piece) => readTime(forensicCells(piece.text).time, hints.offsetMinutes)?.instant);
		const newestFirst = runsNewestFirst(times);
		const builder = new BatchBuilder();
		for (const [index, piece] of pieces.entries()) {
			const sequence = newestFirst ? pieces.length - 1 - index : index;
			const row = { row: index + 1, cells: [], raw: piece.text };
			builder.row(row, fateOf(piece, row.row, { file, hints, sequence }));
		}
		yield builder.take();
	},
};

async function piecesOf(file: EvidenceFile): Promise<Piece[]> {
	const page = new PageBlocks();
	const pieces: Piece[] = [];
	let current: string | undefined;
	const add = (blocks: ReturnType<PageBlocks['end']>) => {
		for (const { kind, text, cut } of blocks) {
			if (kind === 'heading') current = text;
			pieces.push(...(kind === 'heading' ? [{ kind, text, cut }] : paymentsIn(text, current ?? '', cut)));
		}
	};
	try {
		for await (const { lines } of lineBlocks(file)) add(page.write(`${lines.join('\n')}\n`));
		add(page.end());
	} catch (error) {
		if (error instanceof TooDeep) throw new Problem('evidence', 'evidence.too-deep', { file: file.path }, error);
		throw error;
	}
	return pieces;
}

/** The payments of a division, each ending with its kind. Under another heading it is passed over as a whole. */
function paymentsIn(text: string, title: string, cut: boolean): Piece[] {
	if (!isForensicHeading(title)) return [{ kind: 'other', text, cut }];
	const heading = forensicHeading(title);
	const texts = text.split(/(?<=微信(?:转账|红包)) /).filter((part) => part !== '');
	return texts.map((part, i) => ({
		kind: 'payment',
		text: part,
		cut: cut && i === texts.length - 1,
		...(heading ? { heading } : {}),
	}));
}

interface Place {
	readonly file: EvidenceFile;
	readonly hints: Hints;
	readonly sequence: number;
}

function fateOf(piece: Piece, number: number, { file, hints, sequence }: Place): Fate {
	const { kind, text, heading, cut } = piece;
	if (kind === 'other') return { skip: text === '' ? 'blank' : 'not-a-transfer' };
	if (kind === 'heading') return headingFate(text, `${file.hash}::${number}`);
	if (cut) return { reject: 'truncated', column: '', value: '' };
	if (!heading) return { reject: 'columns', column: '', value: '' };
	const cells = forensicCells(text);
	const table: RowTable<ForensicField> = { file, sheet: '', names: FIELDS, columns: COLUMNS };
	const row = new Row(table, { row: number, cells: FIELDS.map((field) => cells[field]), raw: text });
	return fateOfRow(row, (said) => ({ records: [forensicRecord(said, heading, sequence, hints.offsetMinutes)] }));
}

/** A heading of payments says by what names the phone shows the two accounts. */
function headingFate(text: string, evidence: string): Fate {
	const heading = forensicHeading(text);
	if (!heading) return isForensicHeading(text) ? { reject: 'columns', column: '', value: '' } : { skip: 'header' };
	const aliases = [heading.own, heading.other].flatMap(({ account, name }): Alias[] =>
		account === undefined || name === '' || account.startsWith('nick:')
			? []
			: [{ account, name, kind: 'nickname', evidence }],
	);
	return aliases.length === 0 ? { skip: 'header' } : { aliases };
}
