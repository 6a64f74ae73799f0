import type { Findings } from '../../findings/schema.ts';
import { text, whole } from '../cell.ts';
import { type Words, word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

interface Row {
	readonly stage: keyof Words['stages'];
	readonly reason: string;
	readonly transfers?: number;
	readonly records: number;
	readonly file: string;
}

/** 附表5: what is not counted, and why: transfers kept apart, rows passed over, rows that could not be read. */
const ledger: Ledger<Row> = {
	id: 'kept-apart',
	file: 'exclusions',
	*rows({ findings }, { words }) {
		for (const { reason, transfers, records } of findings.merging.exclusions) {
			yield { stage: 'transfer', reason: word(words.exclusions, reason), transfers, records, file: '' };
		}
		if (findings.merging.uncertain > 0) {
			const { uncertain } = findings.merging;
			yield { stage: 'uncertain', reason: words.uncertainMerges, transfers: uncertain, records: 0, file: '' };
		}
		for (const file of findings.evidence.files) yield* fileRows(file, words);
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['stage', (row, { words }) => text(words.stages[row.stage])],
		['reason', (row) => text(row.reason)],
		['transfers', (row) => whole(row.transfers)],
		['records', (row) => whole(row.stage === 'uncertain' ? undefined : row.records)],
		['file', (row) => text(row.file)],
	],
};

function* fileRows({ paths, rows }: Findings['evidence']['files'][number], words: Words): Iterable<Row> {
	const file = paths.join(words.stop);
	for (const [reason, records] of Object.entries(rows.skipped)) {
		if (records > 0) yield { stage: 'skipped', reason: word(words.skips, reason), records, file };
	}
	if (rows.rejected > 0) yield { stage: 'rejected', reason: words.rejectedRows, records: rows.rejected, file };
}

export const keptApart = ledgerReport(ledger);
