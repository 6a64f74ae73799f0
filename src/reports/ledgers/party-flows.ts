import type { FindingsLink } from '../../findings/schema.ts';
import { decimal, money, text, time, whole, yuan } from '../cell.ts';
import { word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

interface Row extends FindingsLink {
	readonly payer: string;
	readonly payee: string;
}

/** 附表2: every link of the flow, unfolded. Its numbers are the `#n` of the chart. */
const ledger: Ledger<Row> = {
	id: 'party-flows',
	file: 'parties',
	*rows({ findings }) {
		const labels = new Map(findings.flow.nodes.map((node) => [node.id, node.label]));
		for (const link of findings.flow.links) {
			yield { ...link, payer: labels.get(link.from) ?? link.from, payee: labels.get(link.to) ?? link.to };
		}
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['payer', (row) => text(row.payer)],
		['payee', (row) => text(row.payee)],
		['asset', (row, desk) => text(desk.symbol(row.asset))],
		['amount', (row, desk) => money(row.amount, desk.decimals(row.asset))],
		['count', (row) => whole(row.count)],
		['first', (row, { offsetMinutes }) => time(row.first, offsetMinutes)],
		['last', (row, { offsetMinutes }) => time(row.last, offsetMinutes)],
		['media', (row, { words }) => text(row.media.map((each) => word(words.media, each)).join(words.separator))],
		['kinds', (row, { words }) => text(row.kinds.map((each) => word(words.kinds, each)).join(words.separator))],
		['grade', (row, { words }) => text(word(words.grades, row.grade))],
		['status', (row, { words }) => text(word(words.statuses, row.status))],
		['traced', (row, desk) => money(row.traced, desk.decimals(row.asset))],
		['yuanReceived', (row) => yuan(row.yuan)],
		['rate', (row) => decimal(row.rate ?? '')],
	],
	totals: { columns: ['amount', 'traced', 'yuanReceived'], by: ['asset', 'status'] },
};

export const partyFlows = ledgerReport(ledger);
