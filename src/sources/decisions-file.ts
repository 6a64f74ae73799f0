/** decisions.csv: what people decided, one line a decision, only ever appended to. The file is the truth, not the store. */
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, open, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Decision } from '../ledger/decision.ts';
import { Problem } from '../ledger/problem.ts';
import { accountIn } from './accounts-table.ts';
import type { Fate } from './batches.ts';
import type { EvidenceFile, Reject } from './contract.ts';
import { ACT_WORDS } from './decision-words.ts';
import { memoryFile } from './evidence-file.ts';
import { isPresent, syncNames } from './present.ts';
import type { Row } from './row.ts';
import { sampleOf } from './sample.ts';
import { findTables, optionsFor, readRows, type TableLayout } from './table-rows.ts';

type Field = 'subject' | 'act' | 'value' | 'by' | 'why' | 'at' | 'review';

const layout: TableLayout<Field> = {
	columns: {
		subject: ['对象'],
		act: ['决定'],
		value: ['值'],
		by: ['决定人'],
		why: ['理由'],
		at: ['时间'],
		review: ['复核人'],
	},
	required: ['subject', 'act', 'by', 'why'],
};

const FIELDS = Object.keys(layout.columns) as Field[];

/** The header of a new file, in the order in which lines are appended. */
export const DECISIONS_HEADER = '对象,决定,值,决定人,理由,时间,复核人';

export interface Decisions {
	readonly decisions: readonly Decision[];
	readonly rejected: readonly Reject[];
}

/** Every line of the file: as a decision, or as a reject that names the cell. */
export async function readDecisions(file: EvidenceFile): Promise<Decisions> {
	const decisions: Decision[] = [];
	const rejected: Reject[] = [];
	const options = optionsFor(await sampleOf(file), '');
	const batches = readRows(file, options, layout, (row): Fate => {
		decisions.push(decisionOf(row));
		return {};
	});
	for await (const batch of batches) rejected.push(...batch.rejected);
	return { decisions, rejected };
}

/**
 * Appends the lines in the file's own column order, flushed to disk before it returns. A missing or empty file begins with
 * a byte order mark, so that spreadsheets read it as UTF-8.
 *
 * All lines go to the end of the file in one write, whoever else writes there: they stand together and in
 * their order. A file that is not there is made whole under another name first, so that nobody ever meets one without its header.
 *
 * @throws Problem `decisions.encoding` where the file is not UTF-8 (a spreadsheet saved it in its own encoding: a line in
 * UTF-8 would spoil it), `decisions.columns` where its header lacks a column
 */
export async function appendDecisions(path: string, decisions: readonly Omit<Decision, 'line'>[]): Promise<void> {
	if (decisions.length === 0) return;
	await makeOnce(path);
	const handle = await open(path, 'a+');
	try {
		const bytes = await handle.readFile();
		const start = bytes.length === 0 ? NEW_FILE : '';
		const names = await namesIn(path, Buffer.concat([bytes, Buffer.from(start)]));
		const end = bytes.length > 0 && bytes.at(-1) !== LINE_FEED ? '\r\n' : '';
		const lines = decisions.map((decision) => `${lineOf(names, decision)}\r\n`);
		const added = Buffer.from(`${start}${end}${lines.join('')}`);
		const { bytesWritten } = await handle.write(added);
		if (bytesWritten < added.length) {
			// Half a line would be read as a wrong one. Taken back, unless somebody else's line stands behind it by now.
			if ((await handle.stat()).size === bytes.length + bytesWritten) await handle.truncate(bytes.length);
			throw new Problem('config', 'decisions.cut', { file: path });
		}
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const NEW_FILE = `\uFEFF${DECISIONS_HEADER}\r\n`;

/** The file with its header, where there is none yet; another process may make it at the same time. */
async function makeOnce(path: string): Promise<void> {
	if (isPresent(path)) return;
	const draft = `${path}.${randomUUID()}`;
	await writeFile(draft, NEW_FILE, { flag: 'wx', flush: true });
	// Not every file system has links.
	await link(draft, path)
		.catch(() => copyFile(draft, path, constants.COPYFILE_EXCL))
		.catch((cause: NodeJS.ErrnoException) => {
			if (cause.code !== 'EEXIST') throw cause;
		})
		.finally(() => unlink(draft));
	await syncNames(dirname(path));
}

const LINE_FEED = 0x0a;

/** The field in each column of the file, undefined for columns that are not ours. */
async function namesIn(path: string, bytes: Buffer): Promise<(Field | undefined)[]> {
	const sample = await sampleOf(memoryFile(path, bytes));
	if (sample.encoding !== 'utf-8' || !isUtf8(bytes)) throw new Problem('config', 'decisions.encoding', { file: path });
	const [found] = findTables(sample, { ...layout, required: FIELDS });
	if (!found || sample.delimiter !== ',')
		throw new Problem('config', 'decisions.columns', { file: path, columns: DECISIONS_HEADER });
	return found.header.names.map((_, index) => FIELDS.find((field) => found.header.columns[field] === index));
}

function lineOf(fields: readonly (Field | undefined)[], decision: Omit<Decision, 'line'>): string {
	return fields.map((field) => (field === undefined ? '' : cellFor(decision[field]))).join(',');
}

/** Quoted where it must be; on one line; and a text that a spreadsheet would run as a formula marked as text by `'`. */
function cellFor(text: string): string {
	const plain = text.replaceAll(/[\r\n\t]+/g, ' ').trim();
	const safe = /^[=+\-@']/.test(plain) ? `'${plain}` : plain;
	return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function decisionOf(row: Row<Field>): Decision {
	const act = ACT_WORDS.get(row.needed('act'));
	if (act === undefined) throw row.fault('act', 'value');
	const value = textIn(row, 'value');
	if (act === 'kind' && value === '') throw row.fault('value', 'missing');
	return {
		subject: subjectOf(row),
		act,
		value,
		by: textIn(row, 'by'),
		why: textIn(row, 'why'),
		at: textIn(row, 'at'),
		review: textIn(row, 'review'),
		line: row.number,
	};
}

/** An id as printed, or an account in its canonical spelling. */
function subjectOf(row: Row<Field>): string {
	const text = row.needed('subject');
	return text.includes(':') || text.includes('：') ? accountIn(row, 'subject') : text;
}

/** The cell without the mark that `cellFor` puts before what looks like a formula. */
function textIn(row: Row<Field>, field: Field): string {
	const text = row.text(field);
	return /^'[=+\-@']/.test(text) ? text.slice(1) : text;
}
