import type { Payment } from '../world.ts';

/** What one account's books say of a payment: a row, or for a group packet one row for each share. */
export interface Posting {
	readonly at: number;
	/** Fen by which the balance changes. */
	readonly change: bigint;
	readonly side: 'out' | 'in' | 'refund';
	/** One payment, or all shares of one packet. */
	readonly payments: readonly Payment[];
	/** Balance after it, in fen. */
	readonly balance: bigint;
}

/** The chat-pay accounts' books: account -> postings, oldest first, with balances that never fall below zero. */
export function chatBooks(payments: readonly Payment[]): Map<string, Posting[]> {
	const books = new Map<string, Posting[]>();
	const packets = new Map<string, Payment[]>();
	const post = (account: string, posting: Omit<Posting, 'balance'>) => {
		if (/^(?:bank|alipay):/.test(account)) return;
		const list = books.get(account) ?? [];
		list.push({ ...posting, balance: 0n });
		books.set(account, list);
	};
	for (const payment of payments) {
		if (payment.means === 'bank' || payment.means === 'alipay') continue;
		const { at, receivedAt, from, to, fen, refund } = payment;
		const whole = refund?.whole === true;
		const drawn = payment.card !== '' && payment.means === 'transfer';
		if (payment.packet) packets.set(payment.order, [...(packets.get(payment.order) ?? []), payment]);
		else post(from.account, { at, change: drawn || payment.failed ? 0n : -fen, side: 'out', payments: [payment] });
		if (!payment.failed && !(whole && payment.means !== 'shop'))
			post(to.account, { at: receivedAt, change: fen, side: 'in', payments: [payment] });
		if (refund && !payment.packet)
			post(from.account, { at: refund.at, change: refund.fen, side: 'refund', payments: [payment] });
	}
	for (const shares of packets.values()) {
		const { at, from, packet, refund } = shares[0] as Payment;
		post(from.account, { at, change: -(packet?.total ?? 0n), side: 'out', payments: shares });
		if (refund) post(from.account, { at: refund.at, change: refund.fen, side: 'refund', payments: shares.slice(0, 1) });
	}
	for (const [account, list] of books) books.set(account, withBalances(list));
	return books;
}

/** The books of one bank card. A chat payment drawn on the card stands there too: the same money, seen by the bank. */
export function cardBooks(payments: readonly Payment[], card: string): Posting[] {
	const account = `bank:${card}`;
	const postings: Posting[] = [];
	for (const payment of payments) {
		const { at, fen, from, to } = payment;
		const out = from.account === account || (payment.card === card && payment.means === 'transfer');
		if (!out && to.account !== account) continue;
		const change = payment.failed ? 0n : out ? -fen : fen;
		postings.push({ at, change, side: out ? 'out' : 'in', payments: [payment], balance: 0n });
	}
	return withBalances(postings);
}

/** Sorted by time, with the smallest round opening balance that keeps every balance above zero. */
function withBalances(postings: readonly Posting[]): Posting[] {
	const sorted = [...postings].sort((a, b) => a.at - b.at);
	let balance = 0n;
	let lowest = 0n;
	for (const { change } of sorted) {
		balance += change;
		if (balance < lowest) lowest = balance;
	}
	balance = (-lowest / 100_00n + 3n) * 100_00n;
	return sorted.map((posting) => {
		balance += posting.change;
		return { ...posting, balance };
	});
}
