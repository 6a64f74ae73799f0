import { cellOf, headerOf } from './headed.ts';
import type { Header } from './header.ts';
import type { TableRow } from './rows.ts';
import { TENPAY_COLUMNS, TENPAY_REQUIRED, type TenpayField } from './tenpay-columns.ts';

/**
 * Order numbers of red packets that went to several people though their rows print no share. Such rows repeat the whole
 * packet, so that none of them says what its recipient got.
 *
 * Rows of one packet stand near one another; they are sought in the stretch of some thousand rows at hand, and in the
 * one before and the one after it.
 */
export class PacketWindow {
	#header: Header<TenpayField> | undefined;
	/** Order number -> first recipient, or `many`; one map a stretch, newest last. */
	#stretches: Map<string, string>[] = [];

	add(rows: readonly TableRow[]): void {
		this.#header ??= headerOf(rows, TENPAY_COLUMNS, TENPAY_REQUIRED);
		const recipients = new Map<string, string>();
		if (this.#header) collect(rows, this.#header, recipients);
		this.#stretches = [...this.#stretches.slice(-2), recipients];
	}

	hasSeveral(order: string): boolean {
		const seen = this.#stretches.flatMap((recipients) => recipients.get(order) ?? []);
		return seen.includes(MANY) || new Set(seen).size > 1;
	}
}

/** No recipient is called so: lines hold no line end. */
const MANY = '\n';

function collect(rows: readonly TableRow[], header: Header<TenpayField>, recipients: Map<string, string>): void {
	const { note, share } = header.columns;
	if (note === undefined) return;
	for (const row of rows) {
		if (!row.raw.includes('红包') || !row.cells[note]?.includes('红包')) continue;
		if (share !== undefined && row.cells[share]) continue;
		const order = cellOf(row, header, 'order');
		const other = cellOf(row, header, 'other');
		const known = recipients.get(order);
		recipients.set(order, known === undefined || known === other ? other : MANY);
	}
}
