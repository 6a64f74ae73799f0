import type { LedgerRow } from '../ledger-row.ts';
import type { ToldTerms } from '../package/part.ts';

/** Rows as numbers, in the order of tracing. */
interface Columns {
	readonly instants: readonly number[];
	/** The account that a payment left, by number; -1 where the trace leaves the row out. */
	readonly from: readonly number[];
	readonly rowsOf: readonly (readonly number[])[];
	readonly services: ReadonlySet<number>;
	/** Of a row: legs of a cash-out or swap, rows of a transaction on a chain: settled together, itself among them. */
	readonly joined: ReadonlyMap<number, readonly (readonly number[])[]>;
}

/**
 * The rows that a part of a case needs, by their place among all: those of its people, and all that lies upstream of
 * them, so that a trace over these rows alone tells of its people what a trace of the whole case tells. Upstream of an
 * account are its rows up to the last instant at which it is asked for: what it paid to others in the meantime drew on the
 * same lots. A service ends a branch, as in the trace; a cash-out or swap is needed with all of its legs.
 */
export function neededRows(rows: Iterable<LedgerRow>, terms: ToldTerms, people: ReadonlySet<string>): Uint8Array {
	const own: number[] = [];
	const columns = columnsOf(rows, terms, (row, place) => {
		if (people.has(row.payerId) || people.has(row.payeeId)) own.push(place);
	});
	const needed = new Uint8Array(columns.instants.length);
	const until = new Float64Array(columns.rowsOf.length).fill(Number.NEGATIVE_INFINITY);
	const asked: number[] = [];
	/** An account is asked for as it was at an instant. */
	const ask = (account: number, instant: number) => {
		if (account < 0 || columns.services.has(account) || instant <= (until[account] as number)) return;
		until[account] = instant;
		asked.push(account);
	};
	/** Groups whose rows are all asked for, and the last instant of each: a transaction may have thousands of rows. */
	const lasts = new Map<readonly number[], number>();
	const waiting: number[] = [];
	const together = (group: readonly number[]) => {
		const known = lasts.get(group);
		if (known !== undefined) return known;
		const last = group.reduce((latest, leg) => Math.max(latest, columns.instants[leg] as number), -Infinity);
		lasts.set(group, last);
		waiting.push(...group);
		return last;
	};
	const need = (first: number) => {
		for (let place: number | undefined = first; place !== undefined; place = waiting.pop()) {
			if (needed[place]) continue;
			needed[place] = 1;
			// A cash-out is one event at the earlier of its two instants: asked for at the later one, nothing is missed.
			const last = (columns.joined.get(place) ?? []).map(together);
			ask(columns.from[place] as number, Math.max(columns.instants[place] as number, ...last));
		}
	};
	for (const place of own) need(place);
	/** How many rows of an account were looked at: they stand in the order of time, and no row is looked at twice. */
	const seen = new Uint32Array(columns.rowsOf.length);
	for (let account = asked.pop(); account !== undefined; account = asked.pop()) {
		const [rowsOf, latest] = [columns.rowsOf[account] as readonly number[], until[account] as number];
		let at = seen[account] as number;
		for (; at < rowsOf.length && (columns.instants[rowsOf[at] as number] as number) <= latest; at++)
			need(rowsOf[at] as number);
		seen[account] = at;
	}
	return needed;
}

function columnsOf(
	rows: Iterable<LedgerRow>,
	{ services, conversions }: ToldTerms,
	each: (row: LedgerRow, place: number) => void,
): Columns {
	const numbers = new Map<string, number>();
	const [places, transactions] = [new Map<string, number>(), new Map<string, number[]>()];
	const [instants, from]: [number[], number[]] = [[], []];
	const rowsOf: number[][] = [];
	const number = (account: string) => {
		const known = numbers.get(account);
		if (known !== undefined) return known;
		numbers.set(account, rowsOf.length);
		rowsOf.push([]);
		return rowsOf.length - 1;
	};
	for (const row of rows) {
		const place = instants.length;
		each(row, place);
		places.set(row.id, place);
		instants.push(row.instant);
		const [payer, payee] = [number(row.payerCard || row.payerAccount), number(row.payeeAccount)];
		from.push(row.exclusion === '' ? payer : -1);
		for (const account of new Set([payer, payee])) rowsOf[account]?.push(place);
		if (row.transaction !== '') {
			const together = transactions.get(row.transaction);
			if (together) together.push(place);
			else transactions.set(row.transaction, [place]);
		}
	}
	const joined = new Map<number, (readonly number[])[]>();
	const join = (legs: readonly number[]) => {
		if (legs.length < 2) return;
		for (const leg of legs) {
			const groups = joined.get(leg);
			if (groups) groups.push(legs);
			else joined.set(leg, [legs]);
		}
	};
	for (const { gives, gets } of conversions) {
		join([...gives, ...gets].flatMap((id) => places.get(id) ?? []));
	}
	for (const together of transactions.values()) join(together);
	return {
		...{ instants, from, rowsOf, joined },
		services: new Set(services.flatMap((account) => numbers.get(account) ?? [])),
	};
}
