import type { Asset, AssetId } from '../../ledger/asset.ts';
import { grouped } from '../../ledger/grouped.ts';
import { asksFor, covers, type HistoryKind, type Receipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Interface } from '../../sources/chains/contract.ts';
import type { Store, StoredFile } from '../../stores/contract.ts';
import { keptPath } from './kept-answers.ts';
import { knownIn, readingOf, type StretchReading, textOf } from './stretch-reading.ts';

/** `StoredFile.source` of a stretch that counts, and of one whose place on the chain was taken back or is asked again. */
const LIVE = 'chain';
const DROPPED = 'chain-dropped';

/** One history of one account. */
export interface HistoryName {
	readonly account: string;
	readonly history: HistoryKind;
}

/** The stretches of a store: each is kept as a file whose hash is the id of its receipt. */
export interface Stretches {
	/** Those that count, by account, history, first mark, id. Failed attempts are among them. */
	readonly live: readonly Receipt[];
	/** In the same order. What they held, and no live stretch holds, has vanished. */
	readonly dropped: readonly Receipt[];
}

export async function stretchesIn(store: Store): Promise<Stretches> {
	const files = await store.files();
	const sources = new Map(files.filter(isStretch).map(({ hash, source }) => [hash, source]));
	if (sources.size === 0) return { live: [], dropped: [] };
	const receipts = [...(await store.statements('receipts', { hashes: new Set(sources.keys()) }))].sort(byPlace);
	return {
		live: withoutOvertaken(receipts.filter(({ id }) => sources.get(id) === LIVE)),
		dropped: receipts.filter(({ id }) => sources.get(id) === DROPPED),
	};
}

export function isDropped({ source }: StoredFile): boolean {
	return source === DROPPED;
}

function isStretch({ source }: StoredFile): boolean {
	return source === LIVE || source === DROPPED;
}

/** Whether an attempt was made to read records, and not to compare what they come to. */
function isReading({ outcome }: Receipt): boolean {
	return outcome !== 'balance-differs';
}

/** Without failed attempts at what was answered since: a process that was killed may have left them. */
function withoutOvertaken(receipts: readonly Receipt[]): Receipt[] {
	const covering = new ByHistory(receipts.filter(covers));
	const isOpen = (one: Receipt) => {
		// An answer about fewer tokens settles nothing of the others.
		const answers = covering.of(one).filter((other) => asksFor(other, one.tokens));
		return gapsIn(answers, one.from, one.until).length > 0;
	};
	return receipts.filter((one) => covers(one) || !isReading(one) || isOpen(one));
}

/** Receipts of each history, in their order. An account names its network. */
export class ByHistory {
	private readonly receipts: ReadonlyMap<string, readonly Receipt[]>;

	constructor(receipts: readonly Receipt[]) {
		this.receipts = grouped(receipts, keyOf);
	}

	of(name: HistoryName): readonly Receipt[] {
		return this.receipts.get(keyOf(name)) ?? [];
	}
}

function keyOf({ account, history }: HistoryName): string {
	return `${account} ${history}`;
}

/** The marks from `from` to `until` that no receipt covers, in order, both ends in them. */
export function gapsIn(
	covering: readonly Pick<Receipt, 'from' | 'until'>[],
	from: number,
	until: number,
): { readonly from: number; readonly until: number }[] {
	const gaps: { from: number; until: number }[] = [];
	let next = from;
	for (const one of [...covering].sort((a, b) => a.from - b.from)) {
		if (one.until < next) continue;
		if (one.from > until) break;
		if (one.from > next) gaps.push({ from: next, until: one.from - 1 });
		next = one.until + 1;
	}
	if (next <= until) gaps.push({ from: next, until });
	return gaps;
}

function byPlace(a: Receipt, b: Receipt): number {
	return compare(a.account, b.account) || compare(a.history, b.history) || a.from - b.from || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export interface StretchToStore {
	readonly receipt: Receipt;
	readonly records: readonly LedgerRecord[];
	readonly interface: Interface;
	/** Tokens that the case knew when it was read; of the others amounts are brought to the decimals of unknown ones. */
	readonly assets: ReadonlyMap<AssetId, Asset>;
	/** Bytes of its kept answers; undefined: they are not kept. */
	readonly size: number | undefined;
	readonly dropped: boolean;
}

/** Puts a stretch into the store, all or nothing, in the place of what it holds of the same receipt. */
export async function storeStretch(store: Store, stretch: StretchToStore): Promise<void> {
	const { receipt, assets } = stretch;
	await putStretch(store, { ...stretch, reading: { interface: stretch.interface, known: knownIn(receipt, assets) } });
}

/** A stretch as the store has it. */
export interface StoredStretch extends Pick<StretchToStore, 'receipt' | 'records' | 'size' | 'dropped'> {
	readonly reading: StretchReading;
}

/** The same, read as is said: by `storeStretch`, before. */
export async function putStretch(store: Store, stretch: StoredStretch): Promise<void> {
	const { receipt, records, size, dropped, reading } = stretch;
	const writer = await store.writeFile(receipt.id);
	try {
		await writer.write({ records, receipts: [receipt] });
		await writer.commit({
			hash: receipt.id,
			paths: size === undefined ? [] : [keptPath(receipt, dropped)],
			size: size ?? 0,
			source: dropped ? DROPPED : LIVE,
			reading: textOf(reading),
			rows: {
				total: records.length,
				read: records.length,
				skipped: {},
				rejected: 0,
				records: records.length,
				others: 1,
			},
		});
	} catch (cause) {
		await writer.abort();
		throw cause;
	}
}

/** The records of stretches. */
export async function recordsOf(store: Store, receipts: readonly Receipt[]): Promise<LedgerRecord[]> {
	if (receipts.length === 0) return [];
	const records: LedgerRecord[] = [];
	for await (const batch of store.records({ hashes: new Set(receipts.map(({ id }) => id)) }))
		for (const record of batch) records.push(record);
	return records;
}

/** Keeps a stretch beside those that count: its place on the chain was taken back, or is asked again. */
export async function dropStretch(store: Store, receipt: Receipt, file: StoredFile): Promise<void> {
	await putStretch(store, {
		receipt,
		records: await recordsOf(store, [receipt]),
		reading: readingOf(file),
		size: file.paths.length > 0 ? file.size : undefined,
		dropped: true,
	});
}
