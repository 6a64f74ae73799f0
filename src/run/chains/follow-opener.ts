import { handleOf } from '../../ledger/account.ts';
import type { Decision } from '../../ledger/decision.ts';
import { mergeRecords } from '../../ledger/merge/merge.ts';
import type { Parties } from '../../ledger/parties.ts';
import { covers, HISTORY_KINDS, type Receipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { namesOf, type Transfer } from '../../ledger/transfer.ts';
import type { Opener, Opening, Refusal } from '../../tracing/frontier-types.ts';
import type { Swaps } from '../../tracing/swaps.ts';
import type { Flow } from '../../tracing/types.ts';
import { gatherRecords } from '../gather-records.ts';
import { leanRecords } from '../lean.ts';
import { servicesOf } from '../services.ts';
import type { Settings } from '../settings.ts';
import { caseSwaps } from '../swaps.ts';
import { flowsOf } from '../trace-case.ts';
import { standingMerges } from '../withdrawn.ts';
import type { ChainFetch } from './fetch-chains.ts';
import { shownBy } from './open-chain.ts';
import { finalOnes } from './plan.ts';
import type { Spending } from './spending.ts';
import { gapsIn, recordsOf, stretchesIn } from './stretches.ts';

/** Part of a history that is not there, and why. */
export type HistoryGap = Pick<Receipt, 'history' | 'outcome' | 'reason'>;

/** What opening histories of one network of a case needs. */
export interface OpenerTerms {
	readonly settings: Settings;
	readonly decisions: readonly Decision[];
	readonly parties: Parties;
	readonly fetch: ChainFetch;
	readonly spending: Spending;
	/** What is not after it need not be asked for again. */
	readonly until: number | undefined;
	readonly told: () => void;
}

/** Opens histories by fetching them into the store of a case, and merges what the store has of the network. */
export class CaseOpener implements Opener {
	/** In the order of tracing, those that are kept apart among them. */
	transfers: readonly Transfer[] = [];
	swaps: Swaps = { swaps: [], unclear: [] };
	/** What is missing of accounts' histories. */
	readonly gaps = new Map<string, readonly HistoryGap[]>();
	private readonly by: OpenerTerms;
	private readonly records = new Map<string, LedgerRecord[]>();
	private readonly lean = leanRecords();
	private opened = 0;

	constructor(terms: OpenerTerms) {
		this.by = terms;
	}

	async open(accounts: readonly string[]): Promise<Opening> {
		const refused = new Map<string, Refusal>();
		const tooLong = new Set<string>();
		const { fetch, spending } = this.by;
		for (const account of accounts) {
			const end = this.ended();
			if (end !== undefined) refused.set(account, end);
			else if (!this.isThere(account)) {
				// Without the first history there is nothing to follow: it may take what there is.
				spending.next(this.opened > 0);
				await fetch.account(account, 1);
				if (spending.tooLong) tooLong.add(account);
			}
			this.opened += 1;
			this.by.told();
		}
		const live = await this.live();
		const incomplete = new Set<string>();
		for (const account of accounts) {
			if (refused.has(account)) continue;
			const { gaps, any } = stateOf(live, account);
			if (gaps.length === 0) continue;
			this.gaps.set(account, gaps);
			const why = this.ended() ?? (tooLong.has(account) ? 'too-long' : any ? undefined : 'refused');
			if (why === undefined) incomplete.add(account);
			else refused.set(account, why);
		}
		return { flows: await this.flows(live), refused, incomplete };
	}

	terms(flows: readonly Flow[]) {
		const { settings, parties } = this.by;
		const accounts = new Set(flows.flatMap(({ from, to }) => [from, to]));
		const services = settings.trace.servicesEndBranches
			? servicesOf(parties, accounts)
			: new Set([...accounts].filter((account) => handleOf(account).startsWith('@')));
		this.swaps = caseSwaps(flows, parties, services);
		return { services, conversions: this.swaps.swaps };
	}

	/** Transfers under an id, or of a transaction, that the store has; what was paid for sending them left out. */
	named(text: string): Transfer[] {
		const inIt = new Set<string>();
		for (const records of this.records.values())
			for (const { id, evidence } of records)
				if (evidence.kind === 'chain' && evidence.transaction === text) inIt.add(id);
		return this.transfers.filter(
			(one) =>
				one.exclusion === undefined &&
				(namesOf(one).includes(text) || (one.medium !== 'fee' && one.records.some((record) => inIt.has(record)))),
		);
	}

	private ended(): Refusal | undefined {
		return this.by.fetch.terms.signal.aborted ? 'interrupted' : this.by.spending.ended;
	}

	/** Whether all that was asked about lies in the store already. */
	private isThere(account: string): boolean {
		const { fetch, until } = this.by;
		if (until === undefined) return false;
		return HISTORY_KINDS.every((history) => {
			const { by } = shownBy(fetch.opened, history);
			if (by === undefined) return true;
			const final = finalOnes(fetch.held.of({ account, history }), fetch.settings.tokens);
			const last = final.at(-1);
			if (last === undefined || last.untilInstant < until) return false;
			return gapsIn(final, fetch.settings.from ?? by.reader.first, last.until).length === 0;
		});
	}

	private async live(): Promise<Receipt[]> {
		const { settings, terms } = this.by.fetch;
		return (await stretchesIn(terms.store)).live.filter(({ chain }) => chain === settings.network);
	}

	private async flows(live: readonly Receipt[]): Promise<Flow[]> {
		const { settings, decisions, fetch } = this.by;
		const unread = live.filter(({ id }) => !this.records.has(id));
		for (const { id } of unread) this.records.set(id, []);
		for (const record of await recordsOf(fetch.terms.store, unread))
			if (record.evidence.kind === 'chain') this.records.get(record.evidence.receipt)?.push(this.lean(record));
		const lists = live.map(({ id }) => this.records.get(id) as LedgerRecord[]);
		const { records } = await gatherRecords(
			{
				records: async function* () {
					yield* lists;
				},
			},
			{},
		);
		this.transfers = mergeRecords({ records, assets: settings.assets, decisions: standingMerges(decisions) }).transfers;
		return [...flowsOf(this.transfers)];
	}
}

/** What is missing of an account's histories, and whether anything is there. What no interface shows is of no account alone. */
function stateOf(
	live: readonly Receipt[],
	account: string,
): { readonly gaps: readonly HistoryGap[]; readonly any: boolean } {
	const own = live.filter((one) => one.account === account);
	const failed = own.filter((one) => !covers(one) && one.outcome !== 'not-visible');
	return { gaps: failed.map(({ history, outcome, reason }) => ({ history, outcome, reason })), any: own.some(covers) };
}
