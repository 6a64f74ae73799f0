/** The statement of a Binance account: each row is a change of one coin in one of its wallets. */
import { type AccountId, unknownAccount } from '../ledger/account.ts';
import { binanceMoment } from './binance-time.ts';
import { statementKind } from './binance-words.ts';
import { changeOf, coinAmount, coinIn, decimalsOf, feeAccountOf, type Movement, marketOf } from './coin-exchange.ts';
import { type ExchangeChanges, exchangeSource } from './coin-exchange-source.ts';
import type { Hints } from './contract.ts';
import type { Row } from './row.ts';

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

/**
 * Deposits and withdrawals stand here without network, address and TXID, and again in exports of their own with them.
 * They cannot count twice: here the coin is the exchange's own (`binance:USDT`), there it is the chain's token.
 */
export const binanceStatement = exchangeSource<Field>({
	id: 'binance-statement',
	exchange: 'binance',
	columns,
	required: ['user', 'time', 'wallet', 'operation', 'coin', 'change'],
	open: (_file, hints) => ({ moment: (row) => binanceMoment(row, 0), changes: (row) => changeIn(row, hints) }),
});

function changeIn(row: Row<Field>, { assets }: Hints): ExchangeChanges {
	const user = row.needed('user');
	if (!/^\d{3,20}$/.test(user)) throw row.fault('user', 'account');
	const owner = `binance:${user}`;
	const asset = coinIn(row, 'coin', 'binance');
	const change = coinAmount(row, 'change', decimalsOf(asset, assets));
	const memo = [row.text('wallet'), row.text('remark')].filter((text) => text !== '').join('；');
	return { owner, type: row.needed('operation'), memo, order: '', movements: [movementOf(row, owner, asset, change)] };
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
