/** Orders of an exchange's own customers, coins for yuan (C2C, 法币): the documented bridge from coins to yuan. */
import { type AccountId, billAccount } from '../ledger/account.ts';
import type { ExchangeOrder } from '../ledger/statement.ts';
import { writtenAccount } from './attribution-words.ts';
import { isDamaged } from './cells.ts';
import { assetIn } from './mapped-asset.ts';
import { handleIn, type MappedContext, neededAccount } from './mapped-row.ts';
import { orderState } from './mapped-state.ts';
import { orderSide } from './mapped-way.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';

type MappedRow = Row<MappedField>;

/**
 * An order from the view of the own account: its column's, else the file's owner. Quantity and fee are coins.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function mappedOrder(row: MappedRow, context: MappedContext): ExchangeOrder {
	const { mapping, offsetMinutes } = context;
	const asset = assetIn(row, context);
	const decimals = mapping.decimals ?? asset.decimals;
	const side = orderSide(row.text('side'), mapping);
	if (side === undefined) throw row.fault('side', 'direction');
	return {
		id: row.statementId('o'),
		account: ownAccount(row, context),
		asset: asset.id,
		side,
		order: handleIn(row, 'order'),
		quantity: row.amount('quantity', decimals),
		...(row.text('fee') === '' ? {} : { fee: row.amount('fee', decimals) }),
		yuan: row.amount('yuan', 2),
		...priceIn(row),
		...counterpartyIn(row),
		...payAccountIn(row),
		moment: row.moment('time', offsetMinutes),
		state: orderState(row, mapping),
		evidence: row.place(),
		raw: row.raw,
	};
}

function ownAccount(row: MappedRow, { mapping, hints, file }: MappedContext): AccountId {
	if (row.text('own') !== '') return neededAccount(row, 'own', mapping.network);
	return hints.owner ?? billAccount(file.hash);
}

/** Yuan for one coin. Only shown: no figure is made from it. */
function priceIn(row: MappedRow): Pick<ExchangeOrder, 'price'> {
	const price = row
		.text('price')
		.replace(/^[¥￥]\s*/, '')
		.replaceAll(',', '');
	if (price === '') return {};
	if (!/^\d{1,12}(?:\.\d{1,18})?$/.test(price))
		throw row.fault('price', isDamaged(price) ? 'amount-damaged' : 'amount');
	return { price };
}

function counterpartyIn(row: MappedRow): Pick<ExchangeOrder, 'counterparty'> {
	const counterparty = row.text('counterparty');
	return counterparty === '' || isDamaged(counterparty) ? {} : { counterparty };
}

/** What is no account (masked, rounded by a spreadsheet, a mere name) is left out: the raw row keeps it. */
function payAccountIn(row: MappedRow): Pick<ExchangeOrder, 'payAccount'> {
	const text = row.text('payAccount');
	if (text === '' || isDamaged(text) || /[*＊]/.test(text)) return {};
	const method = METHODS.find(([words]) => words.test(row.text('payMethod')))?.[1];
	const reading = writtenAccount(method === undefined ? text : `${method}:${text}`);
	return reading.ok ? { payAccount: reading.account } : {};
}

const METHODS: readonly (readonly [words: RegExp, network: string])[] = [
	[/银行|bank/i, 'bank'],
	[/支付宝|alipay/i, 'alipay'],
	[/微信|wechat/i, 'wechat'],
];
