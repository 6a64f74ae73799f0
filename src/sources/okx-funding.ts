/** The funding account of OKX: deposits, withdrawals, moves to its other accounts. No address and no TXID is printed. */
import { type AccountId, unknownAccount } from '../ledger/account.ts';
import type { LedgerRecord, Medium } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import {
	changeOf,
	coinAmount,
	coinIn,
	decimalsOf,
	exchangeRecords,
	feeAccountOf,
	type Movement,
} from './coin-exchange.ts';
import type { Hints, Source } from './contract.ts';
import { okxFile } from './okx-preamble.ts';
import type { Row } from './row.ts';
import { claimOn, findTables } from './table-rows.ts';
import { type ExportLayout, readExportTable } from './token-table.ts';

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

const layout: ExportLayout<Field> = {
	columns,
	required: ['id', 'time', 'type', 'amount', 'before', 'after', 'coin'],
	// USDT cut to US is another coin.
	fragile: ['coin'],
};

const id = 'okx-funding';
/** Between the account's own parts. */
const WITHIN =
	/^(?:transfer (?:in|out)|(?:from|to) .*(?:account|wallet)|(?:redeem )?stak(?:e|ing)|savings (?:subscription|redemption))$/i;

export const okxFunding: Source = {
	id,
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, layout);
		return found && claimOn(found, 95);
	},
	read: (file, hints) =>
		readExportTable(file, layout, (found, sample) => {
			const { owner, offsetMinutes } = okxFile(sample, found, file, hints);
			return {
				moment: (row) => row.moment('time', offsetMinutes),
				fate: (row, moment, sequence) => ({ records: changesIn(row, owner, hints, moment, sequence) }),
			};
		}),
};

function changesIn(
	row: Row<Field>,
	owner: AccountId,
	{ assets }: Hints,
	moment: Moment,
	sequence: number,
): LedgerRecord[] {
	const asset = coinIn(row, 'coin', 'okx');
	const decimals = decimalsOf(asset, assets);
	const change = changeIn(row, decimals);
	const type = row.needed('type');
	const fee = row.text('fee') === '' ? 0n : abs(coinAmount(row, 'fee', decimals));
	const nobody = unknownAccount(row.recordId(), change < 0n ? 'to' : 'from');
	const other = WITHIN.test(type) ? owner : nobody;
	const movements: Movement[] = [changeOf(owner, other, asset, change, mediumOf(type))];
	if (fee > 0n) movements.push({ from: owner, to: feeAccountOf('okx'), asset, amount: fee, medium: 'fee' });
	const shared = { source: id, exchange: 'okx' as const, owner, assets, moment, sequence, type };
	return exchangeRecords(row, { ...shared, memo: '', state: 'done', keys: { order: row.needed('id') } }, movements);
}

/** The amount, with the direction in which the balance went: not every export gives withdrawals a sign. */
function changeIn(row: Row<Field>, decimals: number): bigint {
	const amount = coinAmount(row, 'amount', decimals);
	const difference = coinAmount(row, 'after', decimals) - coinAmount(row, 'before', decimals);
	if (difference === 0n) return amount;
	if (amount < 0n && difference > 0n) throw row.fault('amount', 'direction');
	return difference < 0n ? -abs(amount) : amount;
}

function mediumOf(type: string): Medium {
	if (/^deposit$/i.test(type)) return 'top-up';
	return /^withdrawal$/i.test(type) ? 'withdrawal' : 'other';
}

function abs(amount: bigint): bigint {
	return amount < 0n ? -amount : amount;
}
