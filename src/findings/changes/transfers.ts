import { grouped } from '../../ledger/grouped.ts';
import type { ChangedTransfer, RenamedTransfer, ToldTransfer, TransferChanges } from './transfers-schema.ts';

/** A line of `transfers.jsonl`, as far as it is compared: amounts are text. */
export interface TransferRow {
	readonly id: string;
	readonly aliases: readonly string[];
	readonly records: readonly string[];
	readonly from: string;
	readonly to: string;
	readonly fromName: string;
	readonly toName: string;
	readonly asset: string;
	readonly amount: string;
	readonly gross: string;
	readonly refunded: string;
	readonly instant: number;
	readonly grade: string;
	readonly certain: boolean;
	readonly exclusion?: string;
	readonly card?: string;
	readonly [other: string]: unknown;
}

export type RenamedBy = RenamedTransfer['by'];
export const RENAMED_BY: readonly RenamedBy[] = ['alias', 'merged', 'split', 'equal'];

/** One thing that differs between the transfers of two runs. */
export type TransferDifference =
	| { readonly change: 'new'; readonly is: TransferRow }
	| { readonly change: 'vanished'; readonly was: TransferRow }
	| { readonly change: 'changed'; readonly was: TransferRow; readonly is: TransferRow }
	| { readonly change: 'renamed'; readonly was: TransferRow; readonly is: TransferRow; readonly by: RenamedBy };

/** What a reader calls a change of a transfer: who, whom, what, how much, when, whether it counts, how well it is documented. */
const FIELDS = [
	...['from', 'to', 'asset', 'amount', 'gross', 'refunded', 'instant', 'exclusion', 'card', 'grade', 'certain'],
] as const;

/** Its place among the others, and the other ids under which it is known: they move with whatever else the case gains. */
const PASSED: ReadonlySet<string> = new Set(['id', 'aliases', 'sequence', 'tied', ...FIELDS]);

/** Text that two rows share where nothing in {@link FIELDS} differs. */
export function contentOf(row: TransferRow): string {
	return JSON.stringify(FIELDS.map((field) => row[field] ?? ''));
}

/** The same of everything else that rows say of it. */
export function evidenceOf(row: TransferRow): string {
	const others = Object.keys(row).filter((key) => !PASSED.has(key));
	return JSON.stringify(others.sort().map((key) => [key, row[key]]));
}

/** The same of the movement itself, whatever rows and ids it is read from. */
export function movementOf({ from, to, asset, amount, instant, exclusion = '' }: TransferRow): string {
	return JSON.stringify([from, to, asset, amount, instant, exclusion]);
}

/** Collects differences into what a report tells of them. */
export class TransferTally {
	readonly #new = new Summed();
	readonly #vanished = new Summed();
	readonly #changed = new Largest<ChangedTransfer>();
	readonly #renamed = new Largest<RenamedTransfer>();
	readonly #by = { alias: 0, merged: 0, split: 0, equal: 0 };

	add(difference: TransferDifference): void {
		const { change } = difference;
		if (change === 'new') this.#new.add(difference.is);
		else if (change === 'vanished') this.#vanished.add(difference.was);
		else if (change === 'renamed') this.#rename(difference);
		else this.#changed.add({ ...toldOf(difference.is), fields: fieldsOf(difference.was, difference.is) });
	}

	#rename({ was, is, by }: TransferDifference & { readonly change: 'renamed' }): void {
		this.#by[by]++;
		this.#renamed.add({ ...toldOf(is), was: was.id, by });
	}

	/**
	 * @param before how many transfers there were
	 * @param evidenced of how many nothing but the rows behind them differs
	 */
	result({ before, after, evidenced }: Pick<TransferChanges, 'before' | 'after' | 'evidenced'>): TransferChanges {
		return {
			...{ before, after, evidenced },
			new: this.#new.result(),
			vanished: this.#vanished.result(),
			changed: this.#changed.result(),
			renamed: { ...this.#renamed.result(), by: { ...this.#by } },
		};
	}
}

function toldOf(row: TransferRow): ToldTransfer {
	const { id, from, to, fromName, toName, asset, amount, instant, exclusion } = row;
	const told = { id, from, to, fromName, toName, asset, amount, instant };
	return exclusion === undefined ? told : { ...told, exclusion };
}

function fieldsOf(was: TransferRow, is: TransferRow): ChangedTransfer['fields'] {
	return FIELDS.flatMap((field) => {
		const [before, after] = [String(was[field] ?? ''), String(is[field] ?? '')];
		return before === after ? [] : [{ field, was: before, is: after }];
	});
}

class Summed {
	readonly #largest = new Largest<ToldTransfer>();
	readonly #sums = new Map<string, { count: number; amount: bigint }>();

	add(row: TransferRow): void {
		this.#largest.add(toldOf(row));
		if (row.exclusion !== undefined) return;
		const sum = this.#sums.get(row.asset) ?? { count: 0, amount: 0n };
		sum.count++;
		sum.amount += BigInt(row.amount);
		this.#sums.set(row.asset, sum);
	}

	result(): TransferChanges['new'] {
		const sums = [...this.#sums]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([asset, { count, amount }]) => ({ asset, count, amount: amount.toString() }));
		return { ...this.#largest.result(), sums };
	}
}

/** Of each asset so many are named one by one. */
const NAMED_MAX = 50;

/** Counts all and keeps the largest of each asset, those that count before those that do not. */
class Largest<T extends ToldTransfer> {
	#count = 0;
	readonly #byAsset = new Map<string, T[]>();

	add(row: T): void {
		this.#count++;
		const list = this.#byAsset.get(row.asset) ?? [];
		list.push(row);
		this.#byAsset.set(row.asset, list.length < 4 * NAMED_MAX ? list : first(list));
	}

	result(): { count: number; largest: T[] } {
		const assets = [...this.#byAsset].sort(([a], [b]) => (a < b ? -1 : 1));
		return { count: this.#count, largest: assets.flatMap(([, list]) => first(list)) };
	}
}

function first<T extends ToldTransfer>(list: readonly T[]): T[] {
	const size = new Map(list.map((row) => [row, BigInt(row.amount)]));
	const rank = (a: T, b: T) => {
		const [x, y] = [size.get(a) ?? 0n, size.get(b) ?? 0n];
		return x > y ? -1 : x < y ? 1 : a.instant - b.instant || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
	};
	const halves = grouped(list, (row) => String(row.exclusion !== undefined));
	return [...(halves.get('false') ?? []).sort(rank), ...(halves.get('true') ?? []).sort(rank)].slice(0, NAMED_MAX);
}
