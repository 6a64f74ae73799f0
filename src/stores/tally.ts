import { createHash } from 'node:crypto';
import type { Call, StatementKind, StatementLists } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { toJson } from './json.ts';
import { Leaves } from './leaves.ts';
import type { BodiedRecord } from './record-body.ts';
import { storedText } from './stored-text.ts';

/** What a file may say. */
export type SaidKind = 'records' | 'calls' | StatementKind;

/** What a store holds of one file: how many of each kind (none: left out), and a digest of all of it. */
export interface FileStock {
	readonly digest: string;
	readonly counts: Readonly<Partial<Record<SaidKind, number>>>;
}

/** What a store holds of the last run. */
export interface RunStock {
	readonly digest: string;
	readonly transfers: number;
	readonly findings: number;
	/** Sum of the amounts of all transfers by asset, in its smallest unit; assets sorted. */
	readonly sums: Readonly<Record<string, string>>;
}

/**
 * Takes the stock of one file while it is written, or read: the same whatever the store, and whatever the order of records
 * and calls. Statements of one kind come in the order in which the file gives them.
 */
export class FileTally {
	readonly #leaves = new Leaves();
	readonly #counts = new Map<SaidKind, number>();

	record({ record, body }: BodiedRecord): void {
		this.#count('records');
		const { id, moment, own, from, to, asset, amount, balance, raw } = record;
		const texts = told(id) + told(from.account) + told(to.account) + told(asset) + told(body);
		this.#leaves.add(`record ${moment.instant} ${own} ${amount} ${balance} ${texts}${raw}`);
	}

	call(call: Call): void {
		this.#count('calls');
		this.#leaves.add(`call ${toJson(call)}`);
	}

	statement(kind: StatementKind, statement: StatementLists[StatementKind]): void {
		this.#leaves.add(`${kind} ${this.#count(kind)} ${toJson(statement)}`);
	}

	stock(): FileStock {
		const counts = Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
		return { digest: this.#leaves.digest(), counts };
	}

	#count(kind: SaidKind): number {
		const count = (this.#counts.get(kind) ?? 0) + 1;
		this.#counts.set(kind, count);
		return count;
	}
}

/** A transfer with its body as JSON. */
export interface BodiedTransfer {
	readonly transfer: Transfer;
	readonly body: string;
}

/** Takes the stock of a run while it is written, or read: transfers in their total order, findings in any. */
export class RunTally {
	readonly #hash = createHash('sha256');
	readonly #findings = new Map<string, string>();
	readonly #sums = new Map<string, bigint>();
	#transfers = 0;

	transfers(batch: readonly BodiedTransfer[]): void {
		let text = '';
		for (const { transfer, body } of batch) {
			const { id, instant, from, to, asset, amount } = transfer;
			// Each by itself: half a surrogate pair in one must not change how those beside it in the batch are hashed.
			text += storedText(`${instant} ${amount} ${told(id)}${told(from)}${told(to)}${told(asset)}${told(body)}`);
			this.#sums.set(asset, (this.#sums.get(asset) ?? 0n) + amount);
		}
		// Piece by piece `update` would cost more than the hash.
		this.#hash.update(text);
		this.#transfers += batch.length;
	}

	/** The last value under a key holds. */
	finding(key: string, value: string): void {
		this.#findings.set(key, value);
	}

	/** Once, at the end. */
	stock(): RunStock {
		const findings = [...this.#findings].sort(byKey);
		for (const [key, value] of findings) this.#hash.update(told(storedText(key))).update(told(storedText(value)));
		const sums = [...this.#sums].sort(byKey).map(([asset, sum]) => [asset, sum.toString()]);
		return {
			digest: this.#hash.update(`${this.#transfers}`).digest('hex'),
			transfers: this.#transfers,
			findings: findings.length,
			sums: Object.fromEntries(sums),
		};
	}
}

/** A text with its length before it: where one ends and the next begins is no guess. */
function told(text: string): string {
	return `${text.length}:${text}`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : 1;
}
