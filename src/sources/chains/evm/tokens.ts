import { handleOf } from '../../../ledger/account.ts';
import type { Asset, AssetId } from '../../../ledger/asset.ts';
import type { ReaderTerms } from '../contract.ts';
import type { Frame } from './frame.ts';
import type { Answers, EvmHistory } from './history.ts';
import { logCall, logCheck } from './logs.ts';
import type { Nodes } from './nodes.ts';
import { Spans } from './spans.ts';
import type { TokenContracts } from './token-contract.ts';
import { assetOf, decodeTokens, logQuestions, logsIn } from './token-drafts.ts';

/** Logs that make a good stretch; where each block's time must be asked for by itself, far fewer. */
const WANTED = 5_000;
const WANTED_UNTIMED = 250;

/** Transfers of tokens, by their logs. Logs are there for transactions that went well, and for no others. */
export function tokenHistory(terms: ReaderTerms, nodes: Nodes, contracts: TokenContracts): EvmHistory {
	const tokens = terms.tokens?.filter((id) => id.startsWith(`${terms.network}:0x`)).sort();
	const which = tokens ? `tokens ${tokens.map(handleOf).join(' ')}` : 'all tokens';
	const spans = new Spans(1_000, 10_000_000);
	return {
		hidden: tokens?.length === 0 ? 'the case names no token of this network' : '',
		tokens: tokens ?? [],
		query: `eth_getLogs Transfer, account as sender and as receiver, ${which}`,
		spans,
		decode: decodeTokens,
		async ask(frame: Frame, final: number, answers: Answers, signal: AbortSignal) {
			for (const question of logQuestions(frame))
				answers.take(await nodes.ask(logCall(question), logCheck(question), frame.until, signal));
			const { logs } = logsIn(answers.told);
			const decimals: Record<AssetId, number> = {};
			for (const asset of [...new Set(logs.map((log) => assetOf(frame, log)))].sort()) {
				const stated = await contracts.decimals(handleOf(asset), signal);
				answers.exchanges.push(...stated.exchanges);
				if (stated.decimals !== undefined) decimals[asset] = stated.decimals;
				const quarrel = quarrelOver(terms.assets.get(asset), stated.decimals);
				if (quarrel !== undefined) return { decimals, quarrel };
			}
			const untimed = new Set(logs.flatMap(({ seconds, block }) => (seconds === undefined ? [block] : [])));
			for (const block of untimed) answers.take(await nodes.headers.at(block, final, signal));
			spans.answered(logs.length, untimed.size > 0 ? WANTED_UNTIMED : WANTED);
			return { decimals };
		},
	};
}

function quarrelOver(known: Asset | undefined, stated: number | undefined): string | undefined {
	if (known === undefined || known.decimals === stated) return undefined;
	return `${known.id}: the case says ${known.decimals} decimals, the chain states ${stated ?? 'none'}`;
}
