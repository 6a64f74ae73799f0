import type { Findings } from '../../findings/schema.ts';
import { decimal, money, text, time, whole, yuan } from '../cell.ts';
import { say, type Words, word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

/** A match of coins and yuan, or one side that found no other. */
type Row = Partial<Findings['cashOuts'][number]>;

/** 附表9: coins that left and the yuan that came for them, rivals named; then what found no partner. */
const ledger: Ledger<Row> = {
	id: 'cash-outs',
	file: 'cashOuts',
	*rows({ findings }) {
		yield* findings.cashOuts;
		for (const id of findings.unmatched.coins) yield { coins: [id] };
		for (const id of findings.unmatched.yuan) yield { yuan: [id] };
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['person', (row, desk) => text(row.party === undefined ? '' : desk.name(row.party))],
		['yuanOf', (row, desk) => text(row.payee === undefined ? '' : desk.name(row.payee))],
		['side', (row, { words }) => text(row.side === undefined ? '' : word(words.sides, row.side))],
		['pairing', (row, { words }) => text(row.pairing === undefined ? '' : word(words.pairings, row.pairing))],
		['asset', (row, desk) => text(row.asset === undefined ? '' : desk.symbol(row.asset))],
		['quantity', (row, desk) => money(row.quantity, row.asset === undefined ? 0 : desk.decimals(row.asset))],
		['coinTime', (row, { offsetMinutes }) => time(row.coinInstant, offsetMinutes)],
		['yuan', (row) => yuan(row.fen)],
		['yuanTime', (row, { offsetMinutes }) => time(row.yuanInstant, offsetMinutes)],
		['rate', (row) => decimal(row.rate ?? '')],
		['band', (row, { words }) => text(row.band === undefined ? '' : bandOf(row.band, words))],
		['short', (row) => yuan(row.short)],
		['remainder', (row, desk) => money(row.remainder, row.asset === undefined ? 0 : desk.decimals(row.asset))],
		['grade', (row, { words }) => text(row.grade === undefined ? '' : word(words.grades, row.grade))],
		['status', (row, { words }) => text(word(words.statuses, row.status ?? 'unmatched'))],
		['score', (row) => whole(row.score)],
		['rivals', (row) => text((row.rivals ?? []).map(({ id, score }) => `${id} ${score}`).join('; '))],
		['chance', (row) => whole(row.chance)],
		['why', (row, { words }) => text(row.why === undefined ? '' : word(words.cashOutWhys, row.why))],
		['overturned', (row, { findings }) => text(overturnedBy(row, findings.case.language))],
		['orders', (row) => text((row.orders ?? []).join(' '))],
		['coinTransfer', (row) => text((row.coins ?? []).join(' '))],
		['yuanTransfer', (row) => text((row.yuan ?? []).join(' '))],
		['cashOut', (row) => text(row.id ?? '')],
	],
	totals: { columns: ['quantity', 'yuan'], by: ['asset', 'side', 'status'] },
};

/** `6.85–6.95（案件设置：讯问笔录第3页）` */
function bandOf({ min, max, source, basis }: NonNullable<Row['band']>, words: Words): string {
	return words.withRole(`${min}–${max}`, `${word(words.bandBases, basis)} ${source}`);
}

function overturnedBy({ overturned = [] }: Row, language: Findings['case']['language']): string {
	return overturned.map(({ code, facts }) => say(language, code, facts)).join('; ');
}

export const cashOutList = ledgerReport(ledger);
