/** The funding account of OKX: deposits, withdrawals, moves to its other accounts. No address and no TXID is printed. */
import { type AccountId, unknownAccount } from '../ledger/account.ts';
import type { Medium } from '../ledger/record.ts';
import {
	changeOf,
	coinAmount,
	coinFee,
	coinIn,
	decimalsOf,
	feeAccountOf,
	type Movement,
	unsigned,
} from './coin-exchange.ts';
import { type ExchangeChanges, exchangeSource } from './coin-exchange-source.ts';
import type { Hints } from './contract.ts';
import { okxFile } from './okx-preamble.ts';
import type { Row } from './row.ts';

const columns = {
	id: ['id'],
	time: ['Time'],
	type: ['Type'],
	amount: ['Amount'],
	before: ['Before Balance'],
	after: ['After Balance'],
	fee: ['Fee'],
	coin: ['Symbol'],
};
type Field = keyof typeof columns;

/** Between the account's own parts. */
const WITHIN =
	/^(?:transfer (?:in|out)|(?:from|to) .*(?:account|wallet)|(?:redeem )?stak(?:e|ing)|savings (?:subscription|redemption))$/i;

export const okxFunding = exchangeSource<Field>({
	id: 'okx-funding',
	exchange: 'okx',
	columns,
	required: ['id', 'time', 'type', 'amount', 'before', 'after', 'coin'],
	// USDT cut to US is another coin.
	fragile: ['coin'],
	open(file, hints, found, sample) {
		const { owner, offsetMinutes } = okxFile(sample, found, file, hints);
		return { moment: (row) => row.moment('time', offsetMinutes), changes: (row) => changeIn(row, owner, hints) };
	},
});

function changeIn(row: Row<Field>, owner: AccountId, { assets }: Hints): ExchangeChanges {
	const asset = coinIn(row, 'coin', 'okx');
	const decimals = decimalsOf(asset, assets);
	const fee = coinFee(row, 'fee', decimals);
	const change = changeBesideFee(row, fee, decimals);
	const type = row.needed('type');
	const nobody = unknownAccount(row.recordId(), change < 0n ? 'to' : 'from');
	const other = WITHIN.test(type) ? owner : nobody;
	const movements: Movement[] = [changeOf(owner, other, asset, change, mediumOf(type))];
	if (fee > 0n) movements.push({ from: owner, to: feeAccountOf('okx'), asset, amount: fee, medium: 'fee' });
	return { owner, type, memo: '', order: row.needed('id'), movements };
}

/**
 * The amount, with the direction in which the balance went: not every export gives withdrawals a sign. Where the balance
 * went by the amount alone, the fee was taken out of that.
 */
function changeBesideFee(row: Row<Field>, fee: bigint, decimals: number): bigint {
	const amount = coinAmount(row, 'amount', decimals);
	const difference = coinAmount(row, 'after', decimals) - coinAmount(row, 'before', decimals);
	if (difference === 0n) return amount;
	if (amount < 0n && difference > 0n) throw row.fault('amount', 'direction');
	const change = difference < 0n ? -unsigned(amount) : amount;
	return change === difference ? change + fee : change;
}

function mediumOf(type: string): Medium {
	if (/^deposit$/i.test(type)) return 'top-up';
	return /^withdrawal$/i.test(type) ? 'withdrawal' : 'other';
}
