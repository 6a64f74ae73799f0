/** Records of the payments that messages tell of. WeChat and QQ tell of their own firm's books: they are no second witness. */
import { type AccountId, accountOf, unknownAccount, vagueness } from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import { parseAmount } from '../ledger/money.ts';
import type { LedgerRecord, Side } from '../ledger/record.ts';
import { type Moment, parseTime } from '../ledger/time.ts';
import type { PayMessage } from './appmsg.ts';
import type { ChatFacts } from './chat-facts.ts';
import type { ChatMessage } from './chat-message.ts';
import type { ChatPeople } from './chat-people.ts';
import type { SystemEvent } from './chat-system.ts';
import { unixMoment } from './chat-time.ts';
import { writtenTransfer } from './chat-transfers.ts';
import type { Row } from './row.ts';
import { RowFault } from './row-fault.ts';

/** Where a message stands in its file. */
export type MessagePlace = Pick<Row<never>, 'number' | 'raw' | 'evidence' | 'recordId' | 'place' | 'statementId'>;

/** What is known beside the message. */
export interface ChatKnowledge {
	/** Id of the source. */
	readonly source: string;
	readonly offsetMinutes: number;
	readonly people: ChatPeople;
	readonly facts: ChatFacts;
}

type Parts = Pick<LedgerRecord, 'amount' | 'moment' | 'keys' | 'medium' | 'state' | 'type' | 'memo'> & {
	readonly from: Side | undefined;
	readonly to: Side | undefined;
};

/**
 * The transfer that a message tells of.
 *
 * @returns undefined where an earlier row of the file already stands for it
 * @throws RowFault `amount`, `time`
 */
export function transferRecord(
	message: ChatMessage,
	place: MessagePlace,
	known: ChatKnowledge,
): LedgerRecord | undefined {
	return message.pay ? numberedTransfer(message, message.pay, place, known) : transferInWords(message, place, known);
}

function numberedTransfer(message: ChatMessage, pay: PayMessage, place: MessagePlace, known: ChatKnowledge) {
	const { transfers } = known.facts;
	const order = pay.transcationid;
	const first = order === '' ? undefined : transfers.firstOf(order);
	const [from, to] = transferSides(message, pay, known.people);
	const record = recordOf(place, known, {
		from,
		to,
		amount: amountOf('feedesc', pay.feedesc),
		// One time for all rows of a transfer: they are one movement, and equal rows of a file are recognised as such.
		moment: momentOf(first?.moment ?? message.moment ?? unixMoment(pay.begintransfertime), pay.begintransfertime),
		keys: order === '' ? {} : { order },
		medium: 'chat-transfer',
		state: order === '' ? 'open' : transfers.stateOf(order),
		type: '微信转账',
		memo: pay.memo,
	});
	const clear = vagueness(record.from.account) + vagueness(record.to.account) === 0 && record.amount !== undefined;
	// Rows that leave a side open cannot be told to be one movement: the first stands for all.
	return clear || first === undefined || first.row === place.number ? record : undefined;
}

/** Payer and payee. */
type Ends = readonly [Side | undefined, Side | undefined];

/** By the names in the XML, else by who wrote: 1 and 7 are the payer's messages, 3, 4 and 5 the payee's. */
function transferSides(message: ChatMessage, pay: PayMessage, people: ChatPeople): Ends {
	const [writer, reader] = [people.sender(message), people.counterpart(message)];
	const byPayer = pay.paysubtype === '1' || pay.paysubtype === '7';
	const byPayee = pay.paysubtype === '3' || pay.paysubtype === '4' || pay.paysubtype === '5';
	const printed = (id: string): Side | undefined => {
		const account = accountOf('wechat', id);
		if (account === undefined) return undefined;
		return [writer, reader].find((one) => one?.account === account) ?? { account };
	};
	return [
		printed(pay.payer) ?? (byPayer ? writer : byPayee ? reader : undefined),
		printed(pay.receiver) ?? (byPayer ? reader : byPayee ? writer : undefined),
	];
}

function transferInWords(message: ChatMessage, place: MessagePlace, known: ChatKnowledge) {
	const { act, amount, memo } = writtenTransfer(message.text);
	const state = known.facts.transfers.stateOfWritten(place.number, act);
	if (state === 'answer') return undefined;
	const [writer, reader] = [known.people.sender(message), known.people.counterpart(message)];
	const [from, to] = act === 'sent' ? [writer, reader] : [reader, writer];
	return recordOf(place, known, {
		from,
		to,
		amount: amountOf('￥', amount),
		moment: momentOf(message.moment, ''),
		keys: {},
		medium: 'chat-transfer',
		state,
		type: '转账',
		memo,
	});
}

/**
 * A packet, whose amount no message prints. That it was sent does not say that it was taken: `open`.
 *
 * @throws RowFault `time` where neither the export nor the packet's own number says when
 */
export function packetRecord(message: ChatMessage, place: MessagePlace, known: ChatKnowledge): LedgerRecord {
	const { pay, chat } = message;
	const sender = accountOf('wechat', pay?.packetSender ?? '');
	const sendid = pay?.sendid ?? '';
	return recordOf(place, known, {
		from: known.people.sender(message) ?? (sender === undefined ? undefined : { account: sender }),
		to: known.people.counterpart(message),
		amount: undefined,
		moment: momentOf(message.moment ?? dayOfPacket(sendid, known.offsetMinutes), sendid),
		// Under one such number several people take their shares, each under an order number of its own.
		keys: sendid === '' ? {} : { parent: sendid },
		medium: chat.form === 'group' ? 'group-packet' : 'red-packet',
		state: 'open',
		type: chat.network === 'qq' ? 'QQ红包' : '微信红包',
		memo: pay?.wish ?? '',
	});
}

/** That somebody took a packet: who, from whom, and when; not which one, nor how much. */
export function takenRecord(
	event: Extract<SystemEvent, { kind: 'take' }>,
	message: ChatMessage,
	place: MessagePlace,
	known: ChatKnowledge,
): LedgerRecord {
	const { chat } = message;
	return recordOf(place, known, {
		from: known.people.named(event.giver, chat),
		to: known.people.named(event.taker, chat),
		amount: undefined,
		moment: momentOf(message.moment, ''),
		keys: {},
		medium: chat.form === 'group' ? 'group-packet' : 'red-packet',
		state: 'done',
		type: '领取红包',
		memo: '',
	});
}

function recordOf(place: MessagePlace, known: ChatKnowledge, { from, to, ...parts }: Parts): LedgerRecord {
	const id = place.recordId();
	const payer = from ?? { account: unknownAccount(id, 'from') };
	const payee = to ?? { account: unknownAccount(id, 'to') };
	return {
		id,
		evidence: place.evidence(),
		source: known.source,
		institution: 'tenpay',
		own: ownSide(payer.account, payee.account, known.people.self),
		from: payer,
		to: payee,
		asset: CNY.id,
		sequence: known.facts.sequenceOf(place.number),
		raw: place.raw,
		...parts,
	};
}

function ownSide(payer: AccountId, payee: AccountId, self: AccountId): LedgerRecord['own'] {
	return payer === self ? 'from' : payee === self ? 'to' : 'neither';
}

/** @throws RowFault where a sum is printed that is not yuan; none printed is unknown, never 0 */
function amountOf(column: string, text: string): bigint | undefined {
	if (text === '') return undefined;
	const reading = parseAmount(text, CNY.decimals);
	if (reading.ok && reading.amount >= 0n) return reading.amount;
	throw new RowFault(column, text, 'amount');
}

function momentOf(moment: Moment | undefined, printed: string): Moment {
	if (moment) return moment;
	throw new RowFault('time', printed, 'time');
}

/**
 * A packet's number is the merchant's id (10 digits), the day and 10 digits more: how WeChat Pay has merchants make up
 * the `mch_billno` of a packet.
 */
function dayOfPacket(sendid: string, offsetMinutes: number): Moment | undefined {
	return sendid.length === 28 ? parseTime(sendid.slice(10, 18), offsetMinutes) : undefined;
}
