/** The trading account of OKX: each row is the change of one coin, so that a trade is two rows, its legs. */
import type { AccountId } from '../ledger/account.ts';
import {
	changeOf,
	coinAmount,
	coinFee,
	coinIn,
	decimalsOf,
	feeAccountOf,
	type Movement,
	marketOf,
	unsigned,
} from './coin-exchange.ts';
import { type ExchangeChanges, exchangeSource } from './coin-exchange-source.ts';
import type { Hints } from './contract.ts';
import { okxFile } from './okx-preamble.ts';
import type { Row } from './row.ts';

const columns = {
	id: ['id'],
	order: ['Order id'],
	time: ['Time'],
	tradeType: ['Trade Type'],
	instrument: ['Instrument', 'Symbol'],
	action: ['Action', 'Type'],
	amount: ['Amount'],
	// Old exports have two columns `Unit`: of the amount, and of the balance.
	unit: ['Trading Unit', 'Unit'],
	fee: ['Fee'],
	feeUnit: ['Fee Unit'],
	change: ['Balance Change'],
	balance: ['Balance'],
	coin: ['Balance Unit', 'Unit'],
};
type Field = keyof typeof columns;

export const okxTrades = exchangeSource<Field>({
	id: 'okx-trades',
	exchange: 'okx',
	columns,
	required: ['id', 'order', 'time', 'tradeType', 'action', 'amount', 'change', 'coin'],
	fragile: ['coin'],
	open(file, hints, found, sample) {
		const { owner, offsetMinutes } = okxFile(sample, found, file, hints);
		return { moment: (row) => row.moment('time', offsetMinutes), changes: (row) => legIn(row, owner, hints) };
	},
});

function legIn(row: Row<Field>, owner: AccountId, { assets }: Hints): ExchangeChanges {
	const asset = coinIn(row, 'coin', 'okx');
	const decimals = decimalsOf(asset, assets);
	const change = coinAmount(row, 'change', decimals);
	const isTransfer = /^transfer/i.test(row.text('tradeType')) || /^transfer/i.test(row.text('action'));
	const fee = isTransfer ? 0n : feeWithin(row, asset, change, decimals);
	// What came in is short of the fee, what went out has it on top.
	const movements: Movement[] = [changeOf(owner, isTransfer ? owner : marketOf('okx'), asset, change + fee, 'other')];
	if (fee > 0n) movements.push({ from: owner, to: feeAccountOf('okx'), asset, amount: fee, medium: 'fee' });
	const words = [row.text('tradeType'), row.needed('action'), row.text('instrument')];
	const type = words.filter((text) => text !== '').join(' ');
	return { owner, type, memo: '', order: row.needed('id'), movements };
}

/**
 * The fee that the change contains: only where the printed amount, in the same coin, differs from it by just the fee. A
 * fee in another coin stands in that coin's own row.
 */
function feeWithin(row: Row<Field>, asset: string, change: bigint, decimals: number): bigint {
	if (row.text('fee') === '' || row.text('unit').toUpperCase() !== asset.slice('okx:'.length)) return 0n;
	if (row.text('feeUnit') !== '' && row.text('feeUnit').toUpperCase() !== row.text('unit').toUpperCase()) return 0n;
	const fee = coinFee(row, 'fee', decimals);
	const amount = unsigned(coinAmount(row, 'amount', decimals));
	return (change < 0n ? -amount : amount) === change + fee ? fee : 0n;
}
