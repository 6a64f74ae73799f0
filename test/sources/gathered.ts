import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Batch, Reject } from '../../src/sources/contract.ts';

/** All batches of a file as one. */
export interface Gathered {
	readonly rows: number;
	readonly read: number;
	readonly skipped: Readonly<Record<string, number>>;
	readonly rejected: readonly Reject[];
	readonly records: readonly LedgerRecord[];
	/** Every other kind of statement, by its name in a batch. */
	readonly others: Readonly<Record<string, readonly unknown[]>>;
}

export async function gather(batches: AsyncIterable<Batch>): Promise<Gathered> {
	let read = 0;
	const skipped: Record<string, number> = {};
	const rejected: Reject[] = [];
	const records: LedgerRecord[] = [];
	const others: Record<string, unknown[]> = {};
	for await (const batch of batches) {
		read += batch.read;
		for (const [reason, count] of Object.entries(batch.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count;
		rejected.push(...batch.rejected);
		records.push(...(batch.records ?? []));
		for (const [name, list] of Object.entries(batch)) {
			if (!Array.isArray(list) || name === 'rejected' || name === 'records') continue;
			others[name] = [...(others[name] ?? []), ...list];
		}
	}
	const rows = read + Object.values(skipped).reduce((sum, count) => sum + count, 0) + rejected.length;
	return { rows, read, skipped, rejected, records, others };
}

/** A reading as JSON that a person can check against the file: amounts as text, ids and raw rows left out. */
export function golden(said: Gathered): unknown {
	return JSON.parse(
		JSON.stringify({ ...said, records: said.records.map(readable) }, (key, value) =>
			typeof value === 'bigint' ? value.toString() : key === 'raw' ? undefined : value,
		),
	);
}

function readable(record: LedgerRecord): unknown {
	const { evidence, moment, from, to, id, source, ...rest } = record;
	const place = evidence.kind === 'file' ? [evidence.sheet, evidence.row, evidence.part] : [evidence.transaction];
	const end = (side: typeof from) => (side.name === undefined ? side.account : `${side.account} (${side.name})`);
	const at = `${moment.text} = ${new Date(moment.instant).toISOString()} (${moment.precision})`;
	const amount = record.amount === undefined ? 'not printed' : record.amount;
	return { place: place.join(':'), at, from: anonymous(end(from), id), to: anonymous(end(to), id), ...rest, amount };
}

/** `unknown:` accounts hold the record's id, which is a hash. */
function anonymous(side: string, id: string): string {
	return side.replace(id, '<record>');
}
