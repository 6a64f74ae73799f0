import type { Findings } from '../../findings/schema.ts';
import { money, text, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

type Row = Partial<Findings['sensitivity']['moved'][number]>;

/** 附表18: figures that moved when what nobody can know was taken otherwise; one row says so where nothing was varied. */
const ledger: Ledger<Row> = {
	id: 'sensitivity',
	file: 'sensitivity',
	rows: ({ findings: { sensitivity } }) => (sensitivity.varied.length === 0 ? [{}] : sensitivity.moved),
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', ({ person }, desk) => text(person === undefined ? '' : desk.name(person))],
		['figureName', ({ figure }, { words }) => text(figure === undefined ? '' : word(words.figureNames, figure))],
		['asset', ({ asset }, desk) => text(asset === undefined ? '' : desk.symbol(asset))],
		['variation', ({ variation }, { words }) => text(word(words.variations, variation ?? 'not-varied'))],
		['base', ({ base, asset }, desk) => money(base, asset === undefined ? 0 : desk.decimals(asset))],
		['variedValue', ({ value, asset }, desk) => money(value, asset === undefined ? 0 : desk.decimals(asset))],
		['movedBy', ({ by, asset }, desk) => money(by, asset === undefined ? 0 : desk.decimals(asset))],
		[
			'figure',
			({ person, figure }) =>
				text(person === undefined ? '' : `${person}/${figure === 'traced' ? 'received' : figure}`),
		],
	],
};

export const sensitivityLedger = ledgerReport(ledger);
