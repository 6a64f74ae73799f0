/** 币币 trades of an HTX (火币) account: a coin of a pair against the other, and the fee. */

import { parseAmount } from '../ledger/money.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import {
	changeOf,
	decimalsOf,
	exchangeRecords,
	feeAccountOf,
	isCoin,
	type Movement,
	marketOf,
	ownerOf,
} from './coin-exchange.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn, findTables } from './table-rows.ts';
import { type ExportLayout, readExportTable } from './token-table.ts';

const columns = {
	time: ['时间'],
	type: ['交易类型'],
	pair: ['交易对'],
	side: ['方向'],
	price: ['价格'],
	quantity: ['数量'],
	total: ['成交额'],
	fee: ['手续费'],
};
type Field = keyof typeof columns;

const layout: ExportLayout<Field> = {
	columns,
	required: ['time', 'pair', 'side', 'price', 'quantity', 'total', 'fee'],
	// The fee ends with its coin.
	fragile: ['fee'],
};

const id = 'htx-trades';
const SIDES: ReadonlyMap<string, 'buy' | 'sell'> = new Map([
	['买入', 'buy'],
	['卖出', 'sell'],
]);

export const htxTrades: Source = {
	id,
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, layout);
		return found && claimOn(found, 95);
	},
	read: (file, hints) =>
		readExportTable(file, layout, () => ({
			moment: (row) => row.moment('time', hints.offsetMinutes),
			fate: (row, moment, sequence) => ({ records: tradeIn(row, file, hints, moment, sequence) }),
		})),
};

/** The pair's first coin (part 0), its second (part 1), and the fee where there is one (part 2). */
function tradeIn(row: Row<Field>, file: EvidenceFile, hints: Hints, moment: Moment, sequence: number): LedgerRecord[] {
	const { assets } = hints;
	const owner = ownerOf('htx', file, hints);
	const [base, quote] = coinsIn(row);
	const side = SIDES.get(row.needed('side'));
	if (side === undefined) throw row.fault('side', 'direction');
	const quantity = row.amount('quantity', decimalsOf(base, assets));
	const total = row.amount('total', decimalsOf(quote, assets));
	const market = marketOf('htx');
	const sign = side === 'buy' ? 1n : -1n;
	const movements: Movement[] = [
		changeOf(owner, market, base, sign * quantity, 'other'),
		changeOf(owner, market, quote, -sign * total, 'other'),
		...feeIn(row, owner, hints),
	];
	const type = [row.text('type'), row.text('side')].filter((text) => text !== '').join(' ');
	const shared = { source: id, exchange: 'htx' as const, owner, assets, moment, sequence, type };
	return exchangeRecords(row, { ...shared, memo: '', state: 'done', keys: {} }, movements);
}

function coinsIn(row: Row<Field>): readonly [string, string] {
	const [base = '', quote = '', ...more] = row.needed('pair').toUpperCase().split('/');
	if (!isCoin(base) || !isCoin(quote) || more.length > 0) throw row.fault('pair', 'value');
	return [`htx:${base}`, `htx:${quote}`];
}

/** `0.0107USDT`. Coins such as 1INCH begin with a digit: those of the pair are tried before any other is read off. */
function feeIn(row: Row<Field>, owner: string, { assets }: Hints): Movement[] {
	const text = row.text('fee').toUpperCase();
	if (text === '' || /^0(?:\.0*)?$/.test(text)) return [];
	const pair = coinsIn(row).map((asset) => asset.slice('htx:'.length));
	// The longer one first: of T/USDT both end in T.
	pair.sort((a, b) => b.length - a.length);
	const coin = pair.find((name) => text.endsWith(name)) ?? /[A-Z][A-Z0-9]{0,24}$/.exec(text)?.[0];
	if (coin === undefined) throw row.fault('fee', 'amount');
	const asset = `htx:${coin}`;
	const reading = parseAmount(text.slice(0, -coin.length).trim(), decimalsOf(asset, assets));
	if (!reading.ok || reading.amount < 0n) throw row.fault('fee', 'amount');
	if (reading.amount === 0n) return [];
	return [{ from: owner, to: feeAccountOf('htx'), asset, amount: reading.amount, medium: 'fee' }];
}
