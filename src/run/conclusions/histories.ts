import type { Findings } from '../../findings/schema.ts';
import { historyCaption } from '../../reports/graph-captions.ts';
import type { HistoryRow } from '../../stores/conclusions.ts';
import { defined } from '../settings.ts';

/** How completely chains showed each history of an account. */
export function historyRows({ chains }: Findings): HistoryRow[] {
	return chains.histories.map(({ account, chain, history, tokens, state, covered, open }) => {
		const [first, last] = [covered[0], covered.at(-1)];
		const outcomes = [...new Set(open.map(({ outcome }) => outcome))].sort();
		const total = (count: (stretch: (typeof covered)[number]) => number) =>
			covered.reduce((sum, stretch) => sum + count(stretch), 0);
		return {
			id: [account, history, ...tokens].join(' '),
			account,
			chain,
			history,
			tokens,
			state,
			outcomes,
			reasons: [...new Set(open.map(({ reason }) => reason).filter((reason) => reason !== ''))].sort(),
			...defined('from', first?.fromInstant),
			...defined('until', last?.untilInstant),
			receipts: total(({ receipts }) => receipts) + open.length,
			records: total(({ records }) => records),
			provisional: covered.some(({ provisional }) => provisional),
			endpoints: [
				...new Set([...covered.flatMap(({ endpoints }) => endpoints), ...open.map(({ endpoint }) => endpoint)]),
			]
				.filter((endpoint) => endpoint !== '')
				.sort(),
			asked: Math.max(...covered.map(({ lastAsked }) => lastAsked), ...open.map(({ askedAt }) => askedAt)),
			caption: historyCaption(history, outcomes.length > 0 ? outcomes : [state]),
		};
	});
}
