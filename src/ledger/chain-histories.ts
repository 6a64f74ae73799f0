import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import { grouped } from './grouped.ts';
import { asksFor, covers, type FetchOutcome, HISTORY_KINDS, type HistoryKind, type Receipt } from './receipt.ts';
import { common, type Span, without } from './span.ts';

/** Marks that were answered in full: receipts that touch, joined. */
export interface CoveredStretch {
	/** Both ends in it, as the receipts count. */
	readonly from: number;
	readonly until: number;
	readonly fromInstant: number;
	readonly untilInstant: number;
	readonly provisional: boolean;
	readonly receipts: number;
	readonly pages: number;
	readonly records: number;
	/** Who answered, sorted. */
	readonly endpoints: readonly string[];
	/** When the last of it was asked. */
	readonly lastAsked: number;
}

/** Marks that no receipt covers, or of which the answers contradict something. */
export interface OpenStretch {
	readonly outcome: FetchOutcome;
	readonly reason: string;
	readonly from: number;
	readonly until: number;
	readonly fromInstant: number;
	readonly untilInstant: number;
	readonly endpoint: string;
	readonly askedAt: number;
	readonly receipt: string;
}

/** What is known of one history of one account, by all receipts of it. */
export interface ChainHistory {
	readonly account: AccountId;
	readonly chain: string;
	readonly history: HistoryKind;
	/** Tokens asked for; empty: all, or the history has none. */
	readonly tokens: readonly AssetId[];
	readonly unit: Receipt['unit'];
	/** `empty`: answered in full, and nothing was there. */
	readonly state: 'complete' | 'empty' | 'incomplete';
	readonly covered: readonly CoveredStretch[];
	readonly open: readonly OpenStretch[];
}

/** Outcomes that say something against what was answered: a later answer of the same stretch does not settle them. */
const CONTRADICTIONS: ReadonlySet<FetchOutcome> = new Set(['balance-differs', 'disagreement']);

/** Receipts by account, history and tokens asked for, in a fixed order; failed attempts as far as no other receipt covers them. */
export function chainHistories(receipts: readonly Receipt[]): ChainHistory[] {
	return (
		[...grouped(receipts, subjectOf).values()]
			.flatMap((all) => [...grouped(all, tokensOf).values()].map((list) => historyOf(list, all)))
			// Where other answers cover all that failed, nothing is left to say.
			.filter(({ covered, open }) => covered.length > 0 || open.length > 0)
			.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
	);
}

function subjectOf({ account, history, unit }: Receipt): string {
	return [account, history, unit].join('|');
}

function tokensOf({ tokens }: Pick<Receipt, 'tokens'>): string {
	return [...tokens].sort().join();
}

function keyOf(history: ChainHistory): string {
	return [history.account, HISTORY_KINDS.indexOf(history.history), tokensOf(history), history.unit].join('|');
}

/** @param all receipts of the same history, whatever tokens were asked for */
function historyOf(receipts: readonly Receipt[], all: readonly Receipt[]): ChainHistory {
	const sorted = [...receipts].sort((a, b) => a.from - b.from || a.until - b.until || (a.id < b.id ? -1 : 1));
	const { account, chain, history, tokens, unit } = sorted[0] as Receipt;
	const covered = coveredOf(sorted.filter(covers));
	const open = sorted.filter((receipt) => !covers(receipt)).flatMap((receipt) => openOf(receipt, all));
	const state = open.length > 0 ? 'incomplete' : covered.every(({ records }) => records === 0) ? 'empty' : 'complete';
	return { account, chain, history, tokens: [...tokens].sort(), unit, state, covered, open };
}

function openOf(receipt: Receipt, all: readonly Receipt[]): OpenStretch[] {
	const { outcome, reason, endpoint, askedAt, id } = receipt;
	const about = { outcome, reason, endpoint, askedAt, receipt: id };
	const { from, until, fromInstant, untilInstant } = receipt;
	if (CONTRADICTIONS.has(outcome)) return [{ ...about, from, until, fromInstant, untilInstant }];
	const full = all.filter((other) => covers(other) && asksFor(other, receipt.tokens));
	return without([{ from, until }], full).map((left) => ({
		...about,
		...left,
		fromInstant: (left.from > from && full.find((r) => r.until === left.from - 1)?.untilInstant) || fromInstant,
		untilInstant: (left.until < until && full.find((r) => r.from === left.until + 1)?.fromInstant) || untilInstant,
	}));
}

function coveredOf(full: readonly Receipt[]): CoveredStretch[] {
	const stretches: { -readonly [K in keyof CoveredStretch]: CoveredStretch[K] }[] = [];
	for (const receipt of full) {
		const last = stretches.at(-1);
		const { from, until, fromInstant, untilInstant, provisional, answers, records, endpoint, askedAt } = receipt;
		if (!last || last.provisional !== provisional || from > last.until + 1) {
			stretches.push({
				from,
				until,
				fromInstant,
				untilInstant,
				provisional,
				receipts: 1,
				pages: answers.length,
				records,
				endpoints: [endpoint],
				lastAsked: askedAt,
			});
			continue;
		}
		if (until > last.until) [last.until, last.untilInstant] = [until, untilInstant];
		last.receipts += 1;
		last.pages += answers.length;
		last.records += records;
		last.endpoints = [...new Set([...last.endpoints, endpoint])].sort();
		last.lastAsked = Math.max(last.lastAsked, askedAt);
	}
	return stretches;
}

/**
 * Stretches of time in which every movement of an account on its chain is in the case: all three histories answered in
 * full and for good, the tokens among them all or all that the case knows there, and nothing said against it.
 *
 * @param assets ids of the assets that the case knows
 */
export function wholeOnChain(histories: readonly ChainHistory[], assets: Iterable<AssetId>): Map<AccountId, Span[]> {
	const known = [...assets];
	const whole = new Map<AccountId, Span[]>();
	for (const [account, list] of grouped(histories, (history) => history.account)) {
		const wanted = known.filter((id) => id.startsWith(`${list[0]?.chain}:`) && !id.endsWith(':coin'));
		const spans = HISTORY_KINDS.map((kind) => {
			const own = list.filter(({ history }) => history === kind);
			const all = own.filter(({ tokens }) => tokens.length === 0 || wanted.every((id) => tokens.includes(id)));
			// What is said against some of the tokens holds for those who asked for more of them, too.
			const against = own.flatMap(({ open }) => open.filter(({ outcome }) => CONTRADICTIONS.has(outcome)));
			return without(all.flatMap(firmSpans), against.map(spanOf));
		});
		const [tokens = [], coins = [], internal = []] = spans;
		const all = common(common(tokens, coins), internal);
		if (all.length > 0) whole.set(account, all);
	}
	return whole;
}

function firmSpans({ covered, open }: ChainHistory): Span[] {
	const firm = covered.filter(({ provisional }) => !provisional).map(spanOf);
	return without(firm, open.map(spanOf));
}

function spanOf({ fromInstant, untilInstant }: Pick<CoveredStretch, 'fromInstant' | 'untilInstant'>): Span {
	return { from: fromInstant, until: untilInstant };
}
