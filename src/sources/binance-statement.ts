/** The statement of a Binance account: each row is a change of one coin in one of its wallets. */
import { type AccountId, unknownAccount } from '../ledger/account.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import { binanceMoment } from './binance-time.ts';
import { statementKind } from './binance-words.ts';
import {
	changeOf,
	coinAmount,
	coinIn,
	decimalsOf,
	exchangeRecords,
	feeAccountOf,
	type Movement,
	marketOf,
} from './coin-exchange.ts';
import type { Hints, Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn, findTables, type TableLayout } from './table-rows.ts';
import { readExportTable } from './token-table.ts';

const columns = {
	user: ['User_ID', 'User ID'],
	time: ['UTC_Time', 'UTC Time'],
	wallet: ['Account'],
	operation: ['Operation'],
	coin: ['Coin'],
	change: ['Change'],
	remark: ['Remark'],
};
type Field = keyof typeof columns;

const layout: TableLayout<Field> = {
	columns,
	required: ['user', 'time', 'wallet', 'operation', 'coin', 'change'],
};

const id = 'binance-statement';

/**
 * Deposits and withdrawals stand here without network, address and TXID, and again in exports of their own with them.
 * They cannot count twice: here the coin is the exchange's own (`binance:USDT`), there it is the chain's token.
 */
export const binanceStatement: Source = {
	id,
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, layout);
		return found && claimOn(found, 95);
	},
	read: (file, hints) =>
		readExportTable(file, layout, () => ({
			moment: (row) => binanceMoment(row, 0),
			fate: (row, moment, sequence) => ({ records: changeIn(row, hints, moment, sequence) }),
		})),
};

function changeIn(row: Row<Field>, { assets }: Hints, moment: Moment, sequence: number): LedgerRecord[] {
	const user = row.needed('user');
	if (!/^\d{3,20}$/.test(user)) throw row.fault('user', 'account');
	const owner = `binance:${user}`;
	const asset = coinIn(row, 'coin', 'binance');
	const change = coinAmount(row, 'change', decimalsOf(asset, assets));
	const shared = {
		source: id,
		exchange: 'binance' as const,
		owner,
		assets,
		moment,
		sequence,
		type: row.needed('operation'),
		memo: [row.text('wallet'), row.text('remark')].filter((text) => text !== '').join('；'),
		state: 'done' as const,
		keys: {},
	};
	return exchangeRecords(row, shared, [movementOf(row, owner, asset, change)]);
}

function movementOf(row: Row<Field>, owner: AccountId, asset: string, change: bigint): Movement {
	const kind = statementKind(row.needed('operation'));
	const nobody = unknownAccount(row.recordId(), change < 0n ? 'to' : 'from');
	switch (kind) {
		case 'deposit':
			return changeOf(owner, nobody, asset, change, 'top-up');
		case 'withdrawal':
			return changeOf(owner, nobody, asset, change, 'withdrawal');
		case 'trade':
			return changeOf(owner, marketOf('binance'), asset, change, 'other');
		case 'fee':
			return changeOf(owner, feeAccountOf('binance'), asset, change, 'fee');
		case 'within':
			return changeOf(owner, owner, asset, change, 'other');
		case 'unknown':
			return changeOf(owner, nobody, asset, change, 'other');
	}
}
