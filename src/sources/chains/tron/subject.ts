import type { AccountId } from '../../../ledger/account.ts';
import type { Asset, AssetId } from '../../../ledger/asset.ts';
import { recordId } from '../../../ledger/evidence.ts';
import type { HistoryKind } from '../../../ledger/receipt.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';

export const NETWORK = 'tron';
export const TRX: AssetId = 'tron:coin';
/** Books of the chain, as the file sources of its data print them. */
export const INSTITUTION = 'chain:tron';

/** What read the records, beside `trongrid` for saved answers. */
const SOURCE = 'trongrid-api';

/** Of what a stretch tells: all that its answers are decoded with. */
export interface Subject {
	readonly account: AccountId;
	readonly history: HistoryKind;
	/** Tokens wanted; undefined: all. */
	readonly tokens: readonly AssetId[] | undefined;
	readonly assets: ReadonlyMap<AssetId, Asset>;
	/** Milliseconds since 1970, both in it. */
	readonly from: number;
	readonly until: number;
	readonly provisional: boolean;
}

/** A movement that a row tells of, before it has its place in the order of the chain and its receipt. */
export interface Move {
	readonly transaction: string;
	readonly position: string;
	readonly record: Omit<LedgerRecord, 'id' | 'evidence' | 'source' | 'sequence'>;
}

/** The record of a movement, as part of a receipt. */
export function recordOf({ transaction, position, record }: Move, receipt: string): LedgerRecord {
	const evidence = { kind: 'chain', chain: NETWORK, transaction, position, receipt } as const;
	// How a history was cut into stretches is no order: it must not show in what they say.
	return { id: recordId(evidence), evidence, ...record, source: SOURCE, sequence: 0 };
}

/** Whether transfers of a token are wanted. */
export function wanted({ tokens }: Subject, asset: AssetId): boolean {
	return tokens === undefined || tokens.includes(asset);
}

/** The one contract that is wanted, where it is one: then no other token's rows need to be asked for. */
export function onlyToken({ tokens }: Subject): AssetId | undefined {
	const contracts = tokens?.filter((token) => token.startsWith(`${NETWORK}:T`)) ?? [];
	return contracts.length === 1 ? contracts[0] : undefined;
}

/** What was passed over, counted by its reason. */
export class Notes {
	readonly #counts = new Map<string, number>();

	add(note: string): void {
		this.#counts.set(note, (this.#counts.get(note) ?? 0) + 1);
	}

	/** One line; '' where nothing was passed over. */
	get text(): string {
		const lines = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([note, count]) => `${count} × ${note}`);
		return lines.join('; ');
	}
}
