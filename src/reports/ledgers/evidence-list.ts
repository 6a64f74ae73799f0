import type { Findings } from '../../findings/schema.ts';
import { text, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Column, type Ledger, ledgerReport } from './ledger.ts';

type File = Findings['evidence']['files'][number];

/** 附表6: the list of electronic data (法发〔2016〕22号 第14条: name, kind, format, checksum), with the register beside it. */
const ledger: Ledger<File> = {
	id: 'evidence-list',
	file: 'evidence',
	rows: ({ findings }) => findings.evidence.files,
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		register('itemNumber', 'item'),
		['path', (file, { words }) => text(file.paths.join(words.stop))],
		['format', (file, { words }) => text(words.sources[file.source] ?? file.source)],
		['fileSize', (file) => whole(file.size)],
		['hash', (file) => text(file.hash)],
		register('recordedHash', 'recordedHash'),
		['hashCheck', (file, { words }) => text(word(words.hashChecks, file.hashCheck))],
		register('holder', 'holder'),
		register('obtained', 'obtained'),
		register('notice', 'notice'),
		register('provider', 'provider'),
		register('extractor', 'extractor'),
		register('witness', 'witness'),
		register('extractedAt', 'time'),
		['readState', (file, { words }) => text(word(words.fileStatuses, file.status))],
		['problem', ({ problem }, { words }) => text(problem ? word(words.problems, problem.code) : '')],
		['rowsTotal', (file) => whole(file.rows.total)],
		['rowsRead', (file) => whole(file.rows.read)],
		['rowsSkipped', (file) => whole(Object.values(file.rows.skipped).reduce((sum, count) => sum + count, 0))],
		['rowsRejected', (file) => whole(file.rows.rejected)],
		['recordsMade', (file) => whole(file.rows.records)],
	],
	totals: { columns: ['fileSize', 'rowsTotal', 'rowsRead', 'rowsSkipped', 'rowsRejected', 'recordsMade'] },
};

function register(
	head: Column<File>[0],
	key: Exclude<keyof NonNullable<File['register']>, 'from' | 'until'>,
): Column<File> {
	return [head, (file) => text(file.register?.[key] ?? '')];
}

export const evidenceList = ledgerReport(ledger);
