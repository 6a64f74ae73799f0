/** 币币 trades of an HTX (火币) account: a coin of a pair against the other, and the fee. */
import type { AccountId } from '../ledger/account.ts';
import {
	changeOf,
	decimalsOf,
	feeAccountOf,
	isCoin,
	type Movement,
	marketOf,
	ownerOf,
	parseCoinAmount,
} from './coin-exchange.ts';
import { type ExchangeChanges, exchangeSource } from './coin-exchange-source.ts';
import type { Hints } from './contract.ts';
import type { Row } from './row.ts';

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

const SIDES: ReadonlyMap<string, 'buy' | 'sell'> = new Map([
	['买入', 'buy'],
	['卖出', 'sell'],
]);

export const htxTrades = exchangeSource<Field>({
	id: 'htx-trades',
	exchange: 'htx',
	columns,
	required: ['time', 'pair', 'side', 'price', 'quantity', 'total', 'fee'],
	// The fee ends with its coin.
	fragile: ['fee'],
	open(file, hints) {
		const owner = ownerOf('htx', file, hints);
		return {
			moment: (row) => row.moment('time', hints.offsetMinutes),
			changes: (row) => tradeIn(row, owner, hints),
		};
	},
});

/** The pair's first coin (part 0), its second (part 1), and the fee where there is one (part 2). */
function tradeIn(row: Row<Field>, owner: AccountId, { assets }: Hints): ExchangeChanges {
	const [base, quote] = coinsIn(row);
	const side = SIDES.get(row.needed('side'));
	if (side === undefined) throw row.fault('side', 'direction');
	const quantity = row.amount('quantity', decimalsOf(base, assets));
	const total = row.amount('total', decimalsOf(quote, assets));
	const market = marketOf('htx');
	const sign = side === 'buy' ? 1n : -1n;
	const movements = [
		changeOf(owner, market, base, sign * quantity, 'other'),
		changeOf(owner, market, quote, -sign * total, 'other'),
		...feeIn(row, owner, assets),
	];
	const type = [row.text('type'), row.text('side')].filter((text) => text !== '').join(' ');
	return { owner, type, memo: '', order: '', movements };
}

function coinsIn(row: Row<Field>): readonly [string, string] {
	const [base = '', quote = '', ...more] = row.needed('pair').toUpperCase().split('/');
	if (!isCoin(base) || !isCoin(quote) || more.length > 0) throw row.fault('pair', 'value');
	return [`htx:${base}`, `htx:${quote}`];
}

/** `0.0107USDT`. Coins such as 1INCH begin with a digit: those of the pair are tried before any other is read off. */
function feeIn(row: Row<Field>, owner: AccountId, assets: Hints['assets']): Movement[] {
	const text = row.text('fee').toUpperCase();
	if (text === '' || /^0(?:\.0*)?$/.test(text)) return [];
	const pair = coinsIn(row).map((asset) => asset.slice('htx:'.length));
	// The longer one first: of T/USDT both end in T.
	pair.sort((a, b) => b.length - a.length);
	const coin = pair.find((name) => text.endsWith(name)) ?? /[A-Z][A-Z0-9]{0,24}$/.exec(text)?.[0];
	if (coin === undefined) throw row.fault('fee', 'amount');
	const asset = `htx:${coin}`;
	const reading = parseCoinAmount(text.slice(0, -coin.length).trim(), decimalsOf(asset, assets));
	if (!reading.ok) throw row.fault('fee', reading.fault === 'damaged' ? 'amount-damaged' : 'amount');
	if (reading.amount < 0n) throw row.fault('fee', 'amount');
	if (reading.amount === 0n) return [];
	return [{ from: owner, to: feeAccountOf('htx'), asset, amount: reading.amount, medium: 'fee' }];
}
