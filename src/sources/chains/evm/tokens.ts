import { handleOf } from '../../../ledger/account.ts';
import type { Asset, AssetId } from '../../../ledger/asset.ts';
import type { ReaderTerms } from '../contract.ts';
import { accountAt } from './draft.ts';
import type { Frame } from './frame.ts';
import type { Answers, EvmHistory } from './history.ts';
import { logCall, logCheck } from './logs.ts';
import type { Nodes } from './nodes.ts';
import { Spans } from './spans.ts';
import type { TokenContracts } from './token-contract.ts';
import { decodeTokens, logQuestions, unsaid } from './token-drafts.ts';

/** Logs that make a good stretch; where each block's time must be asked for by itself, far fewer. */
const WANTED = 5_000;
const WANTED_UNTIMED = 250;

/** Characters of an answer, some 10,000 logs: what memory a history takes must not depend on its length. */
const MOST = 8_000_000;
/** The first blocks that are asked for, before anything is known of the account and the node. */
const FIRST_SPAN = 100;
const LARGEST_SPAN = 10_000_000;

/** Transfers of tokens, by their logs. Logs are there for transactions that went well, and for no others. */
export function tokenHistory(terms: ReaderTerms, nodes: Nodes, contracts: TokenContracts): EvmHistory {
	const tokens = terms.tokens?.filter((id) => id.startsWith(`${terms.network}:0x`)).sort();
	const which = tokens ? `tokens ${tokens.map(handleOf).join(' ')}` : 'all tokens';
	const spans = new Spans(FIRST_SPAN, LARGEST_SPAN);
	return {
		hidden: tokens?.length === 0 ? 'the case names no token of this network' : '',
		tokens: tokens ?? [],
		query: `eth_getLogs Transfer, account as sender and as receiver, ${which}`,
		spans,
		decode: decodeTokens,
		async ask(frame: Frame, final: number, answers: Answers, signal: AbortSignal) {
			const most = frame.until > frame.from ? MOST : undefined;
			const both = logQuestions(frame).map((question) =>
				nodes.ask(logCall(question), logCheck(question), frame.until, signal, most),
			);
			for (const asked of await Promise.all(both)) answers.take(asked);
			const { tokens: met, blocks, logs } = unsaid(answers.told);
			const decimals: Record<AssetId, number> = {};
			for (const address of met) {
				const asset = accountAt(terms.network, address);
				const stated = await contracts.decimals(handleOf(asset), signal);
				answers.exchanges.push(...stated.exchanges);
				if (stated.decimals !== undefined) decimals[asset] = stated.decimals;
				const quarrel = quarrelOver(terms.assets.get(asset), stated.decimals);
				if (quarrel !== undefined) return { decimals, quarrel };
			}
			for (const block of blocks) answers.take(await nodes.headers.at(block, final, signal));
			spans.answered(logs, blocks.length > 0 ? WANTED_UNTIMED : WANTED);
			return { decimals };
		},
	};
}

function quarrelOver(known: Asset | undefined, stated: number | undefined): string | undefined {
	if (known === undefined || known.decimals === stated) return undefined;
	return `${known.id}: the case says ${known.decimals} decimals, the chain states ${stated ?? 'none'}`;
}
