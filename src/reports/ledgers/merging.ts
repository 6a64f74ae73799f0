import { text, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

interface Row {
	readonly sources: readonly string[];
	/** '' for what one source alone tells of. */
	readonly rule: string;
	readonly transfers: number;
}

/** 附表13: what several kinds of evidence tell of together, by which key they were joined, and what stayed single. */
const ledger: Ledger<Row> = {
	id: 'merging',
	file: 'merging',
	*rows({ findings }) {
		yield* findings.merging.joined;
		for (const { source, transfers } of findings.merging.single) yield { sources: [source], rule: '', transfers };
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		[
			'toldBy',
			({ sources }, { words }) => text(sources.map((source) => words.sources[source] ?? source).join(words.separator)),
		],
		['rule', ({ rule }, { words }) => text(rule === '' ? words.single : word(words.rules, rule))],
		['transfers', ({ transfers }) => whole(transfers)],
	],
	totals: { columns: ['transfers'] },
};

export const mergingLedger = ledgerReport(ledger);
