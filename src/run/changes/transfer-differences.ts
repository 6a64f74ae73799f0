import {
	contentOf,
	movementOf,
	RENAMED_BY,
	type RenamedBy,
	type TransferDifference,
	type TransferRow,
} from '../../findings/changes/transfers.ts';
import { digestOf, type IdTable, Numbers } from './id-table.ts';
import type { Lines } from './lines.ts';

/** Transfers before, by number. */
export interface Then {
	readonly ids: IdTable;
	readonly content: Numbers;
	readonly evidence: Numbers;
	/** Byte of its line. */
	readonly at: Numbers;
	/** 0 where it was not found again, else {@link SEEN} or `RESOLVED`. */
	readonly state: Numbers;
	/** Byte + 1 of the line of now that answers to its id, 0 for none. */
	readonly heir: Numbers;
}

/** Found by its id. */
export const SEEN = 1;
/** Found by another way. */
const RESOLVED = 2;

/** What the table of now has beyond. */
export interface Now {
	count: number;
	evidenced: number;
	/** Number before, and byte of the line of now. */
	readonly changed: { readonly number: Numbers; readonly at: Numbers };
	/** Ids that were not there, by number; `parent`: number + 1 of the transfer before that answers to it; `taken`: 1. */
	readonly fresh: { readonly ids: IdTable; readonly at: Numbers; readonly parent: Numbers; readonly taken: Numbers };
	/** `by`: place in `RENAMED_BY`. */
	readonly renamed: { readonly number: Numbers; readonly at: Numbers; readonly by: Numbers };
}

interface Tables {
	readonly before: Lines;
	readonly after: Lines;
}

/** Every difference: those that changed, new ones, vanished ones, renamed ones, each in order of time. */
export function* differences(tables: Tables, then: Then, now: Now): Generator<TransferDifference> {
	const { before, after } = tables;
	followHeirs(tables, then, now);
	followParents(then, now);
	pairEqual(tables, then, now);
	const { changed, fresh, renamed } = now;
	const was = (number: number) => rowAt(before, then.at.at(number));
	const both = ({ number, at }: typeof changed, index: number) => ({
		was: was(number.at(index)),
		is: rowAt(after, at.at(index)),
	});
	for (let index = 0; index < changed.number.length; index++) yield { change: 'changed', ...both(changed, index) };
	for (let index = 0; index < renamed.number.length; index++) {
		if (!ONE_FOR_ONE.has(RENAMED_BY[renamed.by.at(index)])) continue;
		const pair = both(renamed, index);
		if (contentOf(pair.was) !== contentOf(pair.is)) yield { change: 'changed', ...pair };
	}
	for (let child = 0; child < fresh.ids.length; child++)
		if (fresh.taken.at(child) === 0) yield { change: 'new', is: rowAt(after, fresh.at.at(child)) };
	for (let number = 0; number < then.ids.length; number++)
		if (then.state.at(number) === 0) yield { change: 'vanished', was: was(number) };
	for (let index = 0; index < renamed.number.length; index++)
		yield { change: 'renamed', ...both(renamed, index), by: RENAMED_BY[renamed.by.at(index)] as RenamedBy };
}

/** The same transfer before and now: what else differs of it is told. */
const ONE_FOR_ONE: ReadonlySet<RenamedBy | undefined> = new Set(['alias', 'equal']);

function rename({ renamed }: Now, number: number, at: number, by: RenamedBy): void {
	renamed.number.push(number);
	renamed.at.push(at);
	renamed.by.push(RENAMED_BY.indexOf(by));
}

/** Ids that a transfer of now answers to. Where several do to one that was not there, the first is it, the others joined it. */
function followHeirs({ after }: Tables, then: Then, now: Now): void {
	for (let number = 0; number < then.ids.length; number++) {
		const at = then.heir.at(number) - 1;
		if (then.state.at(number) !== 0 || at < 0) continue;
		const child = now.fresh.ids.find(rowAt(after, at).id);
		const first = child >= 0 && now.fresh.taken.at(child) === 0;
		if (first) now.fresh.taken.set(child, 1);
		then.state.set(number, RESOLVED);
		rename(now, number, at, first ? 'alias' : 'merged');
	}
}

/** New ids that a transfer before answered to: it, under another name, or a part of it where it is still there. */
function followParents(then: Then, now: Now): void {
	const { fresh } = now;
	for (let child = 0; child < fresh.ids.length; child++) {
		const parent = fresh.parent.at(child) - 1;
		if (fresh.taken.at(child) !== 0 || parent < 0) continue;
		const gone = then.state.at(parent) === 0;
		fresh.taken.set(child, 1);
		if (gone) resolve(then, parent, fresh.at.at(child));
		rename(now, parent, fresh.at.at(child), gone ? 'alias' : 'split');
	}
}

function resolve(then: Then, number: number, at: number): void {
	then.state.set(number, RESOLVED);
	then.heir.set(number, at + 1);
}

/** The same movement read from other rows, such as those of a file that was received again. */
function pairEqual({ before, after }: Tables, then: Then, now: Now): void {
	const { fresh } = now;
	const left = new Left();
	for (let number = then.ids.length - 1; number >= 0; number--)
		if (then.state.at(number) === 0) left.add(movementOf(rowAt(before, then.at.at(number))), number);
	for (let child = 0; child < fresh.ids.length && left.size > 0; child++) {
		if (fresh.taken.at(child) !== 0) continue;
		const number = left.take(movementOf(rowAt(after, fresh.at.at(child))));
		if (number === undefined) continue;
		fresh.taken.set(child, 1);
		resolve(then, number, fresh.at.at(child));
		rename(now, number, fresh.at.at(child), 'equal');
	}
}

/** Numbers by text, the last one that was put in first. */
class Left {
	size = 0;
	readonly #top = new Map<number, number>();
	readonly #numbers = new Numbers();
	readonly #below = new Numbers();

	add(text: string, number: number): void {
		const key = digestOf(text);
		this.#numbers.push(number);
		this.#below.push(this.#top.get(key) ?? -1);
		this.#top.set(key, this.#numbers.length - 1);
		this.size++;
	}

	take(text: string): number | undefined {
		const key = digestOf(text);
		const entry = this.#top.get(key);
		if (entry === undefined) return undefined;
		const below = this.#below.at(entry);
		if (below < 0) this.#top.delete(key);
		else this.#top.set(key, below);
		this.size--;
		return this.#numbers.at(entry);
	}
}

export function rowAt(lines: Lines, at: number): TransferRow {
	return JSON.parse(lines.line(at)) as TransferRow;
}
