/** Red packets that went to several people, in a table without a column for shares. */
import { cellOf, headerOf } from './headed.ts';
import type { Header } from './header.ts';
import { PAYMENT_LAYOUT, type PaymentField } from './payment-institution-record.ts';
import type { TableRow } from './rows.ts';

/** What the rows of one order have shown so far. */
interface Packet {
	readonly payee: string;
	readonly amount: string;
	several: boolean;
	differ: boolean;
}

/**
 * Rows of one packet stand near one another: they are sought in the stretch of some thousand rows at hand, and in the one
 * before and the one after it.
 */
export class PaymentPackets {
	#header: Header<PaymentField> | undefined;
	/** One map of order numbers a stretch, newest last. */
	#stretches: Map<string, Packet>[] = [];

	add(rows: readonly TableRow[]): void {
		this.#header ??= headerOf(rows, PAYMENT_LAYOUT.columns, PAYMENT_LAYOUT.required);
		const packets = new Map<string, Packet>();
		if (this.#header) for (const row of rows) if (row.raw.includes('红包')) note(packets, row, this.#header);
		this.#stretches = [...this.#stretches.slice(-2), packets];
	}

	/**
	 * `shares`: the order went to several payees in amounts that differ, each his own. `whole`: in one amount, which may be
	 * the whole packet printed again and again. Undefined: to one payee.
	 */
	of(order: string): 'shares' | 'whole' | undefined {
		const [first, ...rest] = this.#stretches.flatMap((packets) => packets.get(order) ?? []);
		if (!first) return undefined;
		const all = [first, ...rest];
		if (!all.some(({ several, payee }) => several || payee !== first.payee)) return undefined;
		return all.some(({ differ, amount }) => differ || amount !== first.amount) ? 'shares' : 'whole';
	}
}

function note(packets: Map<string, Packet>, row: TableRow, header: Header<PaymentField>): void {
	const order = cellOf(row, header, 'order');
	const payee = `${cellOf(row, header, 'payee')} ${cellOf(row, header, 'payeeCard')}`;
	const amount = cellOf(row, header, 'amount');
	const known = packets.get(order);
	if (!known) {
		packets.set(order, { payee, amount, several: false, differ: false });
		return;
	}
	known.several ||= known.payee !== payee;
	known.differ ||= known.amount !== amount;
}
