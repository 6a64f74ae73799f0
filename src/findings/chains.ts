import { chainHistories } from '../ledger/chain-histories.ts';
import { grouped } from '../ledger/grouped.ts';
import type { Receipt } from '../ledger/receipt.ts';
import { formatDay } from '../ledger/time.ts';
import type { ChainFacts } from './input.ts';
import type { Findings } from './schema.ts';

/** What was asked of chains, in compact form. */
export function chainsOf({ receipts, vanished, disagreements }: ChainFacts): Findings['chains'] {
	const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]));
	return {
		histories: chainHistories(receipts).map((history) => ({
			...history,
			tokens: [...history.tokens],
			covered: history.covered.map((one) => ({ ...one, endpoints: [...one.endpoints] })),
			open: [...history.open],
		})),
		disagreements: disagreements.map((one) => ({
			...one,
			receipts: [...one.receipts],
			histories: one.receipts.flatMap((id) => {
				const receipt = byId.get(id);
				return receipt ? [{ account: receipt.account, history: receipt.history }] : [];
			}),
		})),
		vanished: vanished
			.map((one) => ({ ...one, amount: one.amount.toString() }))
			.sort((a, b) => (a.record < b.record ? -1 : a.record > b.record ? 1 : 0)),
	};
}

/** Where a history of an account is not whole, one entry for each outcome: it makes a run end with exit code 1. */
export function chainGaps(chains: Findings['chains'], offsetMinutes: number): Findings['incomplete'] {
	return [...chains.histories.flatMap((history) => gapsOf(history, offsetMinutes)), ...disagreementGaps(chains)];
}

type HistoryRow = Findings['chains']['histories'][number];

function gapsOf({ account, chain, history, open }: HistoryRow, offsetMinutes: number): Findings['incomplete'] {
	// 0: the time of a block that nobody has seen.
	const dayOf = (instant: number) => (instant === 0 ? '?' : formatDay(instant, offsetMinutes));
	return [...grouped(open, ({ outcome }) => outcome)].map(([outcome, list]) => {
		const [last] = [...list].sort((a, b) => b.askedAt - a.askedAt) as [(typeof list)[number]];
		return {
			code: `chain-${outcome}`,
			facts: {
				account,
				chain,
				history,
				from: dayOf(Math.min(...list.map(({ fromInstant }) => fromInstant))),
				until: dayOf(Math.max(...list.map(({ untilInstant }) => untilInstant))),
				reason: last.reason || last.endpoint || outcome,
			},
		};
	});
}

function disagreementGaps({ disagreements }: Findings['chains']): Findings['incomplete'] {
	const told = disagreements.flatMap((one) => one.histories.map((history) => ({ ...history, ...one })));
	return [...grouped(told, ({ account, history }) => `${account}|${history}`)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, [first, ...more]]) => {
			const { account, chain, history, transaction } = first as (typeof told)[number];
			return { code: 'chain-contradiction', facts: { account, chain, history, transaction, count: more.length + 1 } };
		});
}

/** Every receipt, for the table beside the findings and for 附表20: by account, history and stretch. */
export function receiptRows(receipts: readonly Receipt[]): Receipt[] {
	return [...receipts].sort((a, b) => {
		const [x, y] = [sortKey(a), sortKey(b)];
		return (
			(x < y ? -1 : x > y ? 1 : 0) ||
			a.from - b.from ||
			a.until - b.until ||
			a.askedAt - b.askedAt ||
			(a.id < b.id ? -1 : 1)
		);
	});
}

function sortKey({ account, history }: Receipt): string {
	return `${account}|${history}`;
}
