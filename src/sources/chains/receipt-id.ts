import { hash } from 'node:crypto';
import type { Receipt } from '../../ledger/receipt.ts';

/** The receipt with its id: `x` + 24 hex digits of the SHA-256 over all it says, as JSON with sorted members. */
export function withReceiptId(receipt: Omit<Receipt, 'id'>): Receipt {
	// A caller may hand over a whole receipt: its former id is no part of what it says.
	const { id: _, ...said } = receipt as Receipt;
	return { id: `x${hash('sha256', canonical(said)).slice(0, 24)}`, ...said };
}

function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) =>
		member !== null && typeof member === 'object' && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
			: member,
	);
}
