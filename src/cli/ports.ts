/** The questions that the command line asks of a case that was run, and the answers it prints. */
import type { Findings, FindingsPerson } from '../findings/schema.ts';
import type { Asset } from '../ledger/asset.ts';
import type { Facts } from '../ledger/problem.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Grade } from '../ledger/transfer.ts';
import type { Policy } from '../tracing/types.ts';

/** Narrows a trace. Instants and smallest units are worked out by the run layer from what a person types. */
export interface TraceRequest {
	readonly from: string;
	readonly to?: string;
	readonly since?: string;
	readonly until?: string;
	readonly asset?: string;
	readonly min?: string;
	readonly depth?: number;
	readonly policy?: Policy;
}

/** One transfer on the way, with what of it carries the traced value. */
export interface Hop {
	readonly transfer: string;
	readonly instant: number;
	readonly from: string;
	readonly to: string;
	/** Person or service at each end; '' where nobody is known. */
	readonly fromName: string;
	readonly toName: string;
	readonly asset: string;
	readonly amount: bigint;
	readonly traced: bigint;
	readonly grade: Grade;
	/** Transfers from the start, 1 for the first. */
	readonly depth: number;
	/** Present where the value came across a cash-out to get here. */
	readonly cashOut?: string;
}

export interface TraceAnswer {
	readonly policy: Policy;
	readonly rows: readonly Hop[];
	/** Time-respecting paths from `from` to `to`, each a list of transfers; empty without `to`. */
	readonly paths: readonly (readonly Hop[])[];
	/** Limits that cut something: a code of the catalogue with its facts. */
	readonly cut: readonly { readonly code: string; readonly facts: Facts }[];
}

export interface OriginAnswer {
	readonly subject: string;
	readonly asset: string;
	readonly amount: bigint;
	readonly policies: readonly {
		readonly policy: Policy;
		readonly shares: readonly { readonly origin: string; readonly amount: bigint }[];
		/** One admissible chain for each origin, from the seed down to the subject. */
		readonly chains: readonly (readonly Hop[])[];
	}[];
}

export interface PersonAnswer {
	readonly person: FindingsPerson;
	/** What was paid to them and what they paid. */
	readonly received: Findings['payouts'];
	readonly paid: Findings['payouts'];
	readonly cashOuts: Findings['cashOuts'];
	/** Name of every payer and payee above, by id. */
	readonly names: Readonly<Record<string, string>>;
}

export interface WhyAnswer {
	readonly kind: 'figure' | 'transfer' | 'record' | 'cash-out' | 'link';
	readonly id: string;
	readonly facts: Readonly<Record<string, string | number>>;
	readonly records: readonly LedgerRecord[];
	/** Hash of a file -> its path under `evidence/`. */
	readonly paths: Readonly<Record<string, string>>;
	/** Ids of what would also fit. */
	readonly rivals: readonly string[];
}

/** Questions to a case that was run. */
export interface Questions {
	/** Every asset of the case, by id. */
	readonly assets: ReadonlyMap<string, Asset>;
	readonly offsetMinutes: number;
	trace(request: TraceRequest): Promise<TraceAnswer>;
	origin(subject: string): Promise<OriginAnswer>;
	person(text: string): Promise<PersonAnswer>;
	why(id: string): Promise<WhyAnswer>;
	todo(): Promise<Findings['todo']>;
	/** The id a decision names: of a transfer, record, cash-out, attribution or account; a problem where there is none. */
	subject(text: string): Promise<string>;
	close(): Promise<void>;
}
