import type { Asset, AssetId } from '../../ledger/asset.ts';
import { covers, type Receipt, sealReceipt } from '../../ledger/receipt.ts';
import type { Head, Interface, Stretch } from '../../sources/chains/contract.ts';
import type { Clock } from '../../sources/chains/transport/contract.ts';
import type { Store } from '../../stores/contract.ts';
import { forgetKept, type Kept, keepAnswers, setAside } from './kept-answers.ts';
import type { OpenInterface } from './open-chain.ts';
import type { ChainSettings } from './settings.ts';
import { dropStretch, type HistoryName, storeStretch } from './stretches.ts';

/** How far a fetch is, told after each stretch. */
export interface FetchStep extends HistoryName {
	/** Last mark that is covered, and the one to reach. */
	readonly mark: number;
	readonly until: number;
	/** Accounts of all networks that are not done yet, this one among them. */
	readonly accountsLeft: number;
}

/** What fetching a network needs beside the network. */
export interface FetchTerms {
	/** Case folder. */
	readonly root: string;
	readonly store: Store;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly told: (step: FetchStep) => void;
}

/** The same, and what the case knows of tokens. */
export interface KeepingTerms extends FetchTerms {
	readonly assets: ReadonlyMap<AssetId, Asset>;
}

/** One history that is being brought up to the chain. */
export interface Work extends HistoryName {
	readonly terms: KeepingTerms;
	readonly settings: ChainSettings;
	readonly by: OpenInterface;
	readonly head: Head;
	readonly accountsLeft: number;
	/** Live stretches of this history; kept up to date. */
	held: Receipt[];
	/** Attempts that failed earlier and did not fail in the same way again. */
	former: Receipt[];
	/** Times of marks of the network. */
	readonly instants: ReadonlyMap<number, number>;
	/** What was brought was held against balances. */
	compared: boolean;
	/** Hash of the chain's block at a mark, asked once for all accounts. @throws ChainTrouble */
	readonly blockHash: (mark: number) => Promise<string | undefined>;
}

/** What an attempt that brought nothing says. */
export interface Failure extends HistoryName {
	readonly chain: string;
	readonly tokens: readonly string[];
	readonly unit: Receipt['unit'];
	readonly from: number;
	readonly until: number;
	readonly head?: Head;
	readonly outcome: Receipt['outcome'];
	readonly reason: string;
	readonly askedAt: number;
	/** Times of marks, as far as they are known. */
	readonly instants?: ReadonlyMap<number, number>;
}

/** Times of the ends of stretches, by mark. */
export function instantsIn(receipts: readonly Receipt[], known = new Map<number, number>()): Map<number, number> {
	for (const { from, fromInstant, until, untilInstant } of receipts.filter(covers))
		known.set(from, fromInstant).set(until, untilInstant);
	return known;
}

export function failedReceipt({ head, instants, ...said }: Failure): Receipt {
	const { unit, from, until } = said;
	const at = (mark: number) =>
		unit === 'ms' ? mark : (instants?.get(mark) ?? (mark === head?.final ? head.finalInstant : undefined));
	// Before a mark of which nothing is known, the one that was answered last comes nearest.
	const began = at(from) ?? at(from - 1);
	return sealReceipt({
		...said,
		query: '',
		endpoint: '',
		fromInstant: began ?? at(until) ?? 0,
		untilInstant: at(until) ?? began ?? 0,
		latest: head?.latest ?? 0,
		final: head?.final ?? 0,
		provisional: false,
		cursor: '',
		answers: [],
		records: 0,
		decimals: {},
		// One line, as every receipt has it.
		reason: said.reason.replaceAll(/\s+/g, ' '),
	});
}

/** Answers first: killed in between, the next run finds them and needs not ask again. */
export async function commit(
	{ root, store, assets }: Pick<KeepingTerms, 'root' | 'store' | 'assets'>,
	{ receipt, records, exchanges, ...joined }: Stretch & Pick<Kept, 'parts'>,
	by: Interface,
	keep: boolean,
): Promise<void> {
	const size = keep ? await keepAnswers(root, { interface: by, receipt, exchanges, ...joined }) : undefined;
	await storeStretch(store, { receipt, records, interface: by, assets, size, dropped: false });
}

/** Forgets a receipt that says nothing any more, and what was kept of it. */
export async function forget({ root, store }: Pick<FetchTerms, 'root' | 'store'>, receipt: Receipt): Promise<void> {
	await forgetKept(root, receipt);
	await store.removeFile(receipt.id);
}

/** Takes stretches out of those that count; what they hold and is not brought again has vanished. */
export async function drop(work: Work, receipts: readonly Receipt[]): Promise<void> {
	if (receipts.length === 0) return;
	const { root, store } = work.terms;
	const files = new Map((await store.files()).map((file) => [file.hash, file]));
	for (const receipt of receipts) {
		await setAside(root, receipt);
		const file = files.get(receipt.id);
		if (file) await dropStretch(store, receipt, file);
	}
	const gone = new Set(receipts);
	work.held = work.held.filter((one) => !gone.has(one));
}
