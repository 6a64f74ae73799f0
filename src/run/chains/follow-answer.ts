import type { Asset, AssetId } from '../../ledger/asset.ts';
import type { Parties } from '../../ledger/parties.ts';
import type { HistoryKind } from '../../ledger/receipt.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { FollowedOut, Unopened } from '../../tracing/frontier-types.ts';
import type { Policy } from '../../tracing/types.ts';
import { nameAt } from '../questions/case-view.ts';
import { type Hop, hopOf } from '../questions/hops.ts';
import type { CaseOpener, HistoryGap } from './follow-opener.ts';
import type { DamagedAnswers } from './restore.ts';

/** A transfer that carries the value. */
export interface FollowedHop extends Hop {
	/** The value passed through an account whose history is incomplete. */
	readonly resting: boolean;
	/** How much it carries may hang on an order that nobody knows. */
	readonly tied: boolean;
}

/** What was found; amounts in smallest units. */
export interface FollowFindings {
	readonly rows: readonly FollowedHop[];
	/** In the order of opening. */
	readonly opened: readonly string[];
	/** Value that went where nobody looked, the largest of each asset first; `gaps`: what stood in the way. */
	readonly unopened: readonly (Unopened & { readonly name: string; readonly gaps: readonly HistoryGap[] })[];
	/** Before this instant nothing is missing for want of opening; absent where nothing was left out. */
	readonly missingFrom?: number;
	readonly incomplete: readonly {
		readonly account: string;
		readonly name: string;
		readonly gaps: readonly HistoryGap[];
	}[];
	/** Transactions in which assets changed hands and nobody can be said to have swapped: value stays in what was given. */
	readonly unclear: readonly string[];
}

export interface FollowAnswer extends FollowFindings {
	readonly chain: string;
	readonly policy: Policy;
	readonly requests: number;
	readonly budget: number;
	/** Requests that one history might take at most, the first excepted. */
	readonly forOne: number;
	/** Histories that no interface of the case shows of anybody. */
	readonly unseen: readonly { readonly history: HistoryKind; readonly reason: string }[];
	/** Kept answers that are not what they were. */
	readonly damaged: readonly DamagedAnswers[];
	/** For printing amounts and times. */
	readonly assets: ReadonlyMap<AssetId, Asset>;
	readonly offsetMinutes: number;
	/** Present where nothing was answered that could be followed: why. */
	readonly unanswered?: readonly HistoryGap[];
}

/** Puts names and grades to what was followed. */
export function findingsOf(out: FollowedOut, opener: CaseOpener, parties: Parties): FollowFindings {
	const { transfers, swaps } = opener;
	const gapsOf = (account: string) => opener.gaps.get(account) ?? [];
	const byId = new Map(transfers.map((transfer) => [transfer.id, transfer]));
	const into = new Map(swaps.swaps.flatMap((swap) => swap.gets.map((leg) => [leg, swap] as const)));
	const view = {
		parties,
		transfer: (id: string) => byId.get(id),
		cashOutInto: () => undefined,
		swapInto: (id: string) => into.get(id),
	};
	const carrying = new Set(out.followed.map(({ transfer }) => byId.get(transfer)?.transaction));
	const latest = Number.POSITIVE_INFINITY;
	return {
		rows: out.followed.map(({ transfer, amount, hops }) => ({
			...hopOf(view, byId.get(transfer) as Transfer, amount, hops),
			resting: out.resting.has(transfer),
			tied: out.tied.has(transfer),
		})),
		opened: out.opened,
		unopened: out.unopened.map((one) => ({
			...one,
			name: nameAt({ parties }, one.account, one.since),
			gaps: gapsOf(one.account),
		})),
		...(out.missingFrom === undefined ? {} : { missingFrom: out.missingFrom }),
		incomplete: out.incomplete.map((account) => ({
			account,
			name: nameAt({ parties }, account, latest),
			gaps: gapsOf(account),
		})),
		unclear: swaps.unclear.map(({ transaction }) => transaction).filter((transaction) => carrying.has(transaction)),
	};
}
