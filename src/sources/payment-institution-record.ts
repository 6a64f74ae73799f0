import { type AccountId, accountOf, nickAccount, unknownAccount } from '../ledger/account.ts';
import type { LedgerRecord, Medium, RecordKeys, Side } from '../ledger/record.ts';
import { balanceIn, currencyIn, joined } from './bank-booking.ts';
import { bankWay } from './bank-words.ts';
import { isDamaged } from './cells.ts';
import { type Firm, firmAccount, firmOfHandle } from './payment-institution-firm.ts';
import type { Row } from './row.ts';
import type { TableLayout } from './table-rows.ts';

export type PaymentField =
	| 'order'
	| 'type'
	| 'kind'
	| 'way'
	| 'time'
	| 'currency'
	| 'amount'
	| 'serial'
	| 'balance'
	| 'payeeBank'
	| 'payeeCard'
	| 'payee'
	| 'payeeName'
	| 'payerBank'
	| 'payerCard'
	| 'payer'
	| 'ip'
	| 'mac'
	| 'note';

export const PAYMENT_LAYOUT: TableLayout<PaymentField> = {
	columns: {
		order: ['支付订单号', '订单号'],
		type: ['交易类型'],
		kind: ['支付类型'],
		way: ['交易主体的出入账标识', '交易主体出入账标识', '出入账标识'],
		time: ['交易时间'],
		currency: ['币种'],
		amount: ['交易金额'],
		serial: ['交易流水号'],
		balance: ['交易余额'],
		payeeBank: ['收款方银行卡所属银行名称', '收款方银行卡所属银行机构名称'],
		payeeCard: ['收款方银行卡所属银行卡号', '收款方银行卡号'],
		payee: ['收款方的支付帐号', '收款方的支付账号', '收款方支付帐号', '收款方支付账号'],
		payeeName: ['收款方的商户名称', '收款方商户名称'],
		payerBank: ['付款方银行卡所属银行名称', '付款方银行卡所属银行机构名称'],
		payerCard: ['付款方银行卡所属银行卡号', '付款方银行卡号'],
		payer: ['付款方的支付帐号', '付款方的支付账号', '付款方支付帐号', '付款方支付账号'],
		ip: ['交易支付设备ip', '交易支付设备IP'],
		mac: ['mac地址', 'MAC地址'],
		note: ['备注'],
	},
	required: ['order', 'way', 'time', 'amount', 'payee', 'payer'],
};

export interface PaymentContext {
	readonly firm: Firm;
	readonly sequence: number;
	readonly offsetMinutes: number;
	/** How the rows of a red packet's order divide it among several payees; undefined: there is one. */
	packetOf(order: string): 'shares' | 'whole' | undefined;
}

/**
 * One row: payer and payee are both printed, and 出入账标识 only says whose return it is. Amounts are in yuan. Rows of one red
 * packet that print one amount for each of several payees may repeat the whole packet: what each got is then not shown.
 *
 * @throws RowFault `time`, `amount`, `amount-damaged`, `value` (an unknown currency), `account` (a damaged number)
 */
export function paymentRecord(row: Row<PaymentField>, context: PaymentContext): LedgerRecord {
	const { firm, sequence, offsetMinutes } = context;
	const institution = firmOfHandle(row.text('payer')) ?? firmOfHandle(row.text('payee')) ?? firm;
	const way = bankWay(row.text('way'));
	const type = joined(row.text('type'), row.text('kind'));
	const medium = mediumOf(type);
	const payer = endOf(row, institution, 'payer', medium === 'top-up');
	const payee = endOf(row, institution, 'payee', medium === 'withdrawal');
	const keys = keysOf(row);
	const divided = medium === 'red-packet' ? context.packetOf(row.text('order')) : undefined;
	// A balance is of the account whose return it is: where the row does not say, of nobody.
	const balance = way === undefined ? undefined : balanceIn(row, 'balance');
	const card = way === undefined ? undefined : (way === 'out' ? payer : payee).card;
	return {
		id: row.recordId(),
		evidence: row.evidence(),
		source: 'payment-institution',
		institution,
		own: way === undefined ? 'neither' : way === 'out' ? 'from' : 'to',
		from: { account: payer.account ?? unknownAccount(row.recordId(), 'from') },
		to: payeeSide(row, payee.account, payer.account),
		asset: currencyIn(row, 'currency'),
		...shown(row.amount('amount', 2), divided),
		moment: row.moment('time', offsetMinutes),
		sequence,
		keys,
		medium: divided === undefined ? medium : 'group-packet',
		state: 'done',
		type,
		memo: row.text('note'),
		...(balance === undefined ? {} : { balance }),
		...(card === undefined ? {} : { card }),
		raw: row.raw,
	};
}

function shown(amount: bigint, divided: 'shares' | 'whole' | undefined): Pick<LedgerRecord, 'amount' | 'packet'> {
	return divided === 'whole' ? { amount: undefined, packet: amount } : { amount };
}

interface End {
	readonly account: AccountId | undefined;
	/** The card through which the payment account paid or was paid. */
	readonly card?: AccountId;
}

/** A side by its payment account, else by its card. What is paid out to a card, or in from one, is at the card itself. */
function endOf(row: Row<PaymentField>, firm: Firm, side: 'payer' | 'payee', atCard: boolean): End {
	const cardField = `${side}Card` as const;
	for (const field of [side, cardField] as const) if (isDamaged(row.text(field))) throw row.fault(field, 'account');
	const handle = firmAccount(firm, row.text(side));
	const card = accountOf('bank', row.text(cardField));
	if (card === undefined || handle === undefined) return { account: handle ?? card };
	return atCard ? { account: card } : { account: handle, card };
}

function payeeSide(row: Row<PaymentField>, account: AccountId | undefined, payer: AccountId | undefined): Side {
	const name = row.text('payeeName');
	if (account !== undefined) return name === '' ? { account } : { account, name };
	if (name === '' || payer === undefined) return { account: unknownAccount(row.recordId(), 'to') };
	return { account: nickAccount(payer, name), name };
}

/** The order names the payment; the serial is a number of it in other rows, of the firm or of a bank. */
function keysOf(row: Row<PaymentField>): RecordKeys {
	const [order, serial] = (['order', 'serial'] as const).map((field) => {
		const text = row.text(field);
		return isDamaged(text) ? '' : text;
	}) as [string, string];
	if (order === '') return serial === '' ? {} : { order: serial };
	return serial === '' || serial === order ? { order } : { order, merchant: serial, clearing: serial };
}

/** By what means, by the words of 交易类型 and 支付类型. */
function mediumOf(type: string): Medium {
	if (/退款|退回/.test(type)) return 'refund';
	if (/提现/.test(type)) return 'withdrawal';
	if (/充值/.test(type)) return 'top-up';
	if (/手续费|服务费/.test(type)) return 'fee';
	if (/红包/.test(type)) return 'red-packet';
	if (/转账/.test(type)) return 'chat-transfer';
	return /消费|付款|支付|收款/.test(type) ? 'payment' : 'other';
}
