import type { ReaderSetup } from '../contract.ts';
import { ChainTrouble } from '../transport/contract.ts';
import {
	blockCall,
	blockCheck,
	blockReceiptsCall,
	type RawBlock,
	type RawTransaction,
	receiptCall,
	receiptsCheck,
} from './blocks.ts';
import { decodeCoins, ownTransactions } from './coin-drafts.ts';
import type { Frame } from './frame.ts';
import { smallNumber } from './hex.ts';
import { type Answers, type EvmHistory, hiddenHistory } from './history.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import type { Nodes } from './nodes.ts';
import { Spans } from './spans.ts';

/** Blocks of a stretch: one has up to a megabyte. */
export const SCANNED = 16;

/** Coins of transactions, found by looking at each block of a declared range. */
export function scannedCoins(scan: ReaderSetup['scan'], nodes: Nodes, kept: KeptBlocks): EvmHistory {
	if (scan === undefined)
		return hiddenHistory(
			'JSON-RPC has no history of native transfers by account; a block scan can be declared',
			decodeCoins,
		);
	let inOne = true;
	/** Receipts of several transactions at once, where the node offers that. */
	async function askReceipts(block: RawBlock, own: readonly RawTransaction[], answers: Answers, signal: AbortSignal) {
		const number = smallNumber(block.number);
		const check = receiptsCheck(block, own);
		if (own.length > 1 && inOne) {
			try {
				answers.take(await nodes.ask(blockReceiptsCall(number), check, number, signal));
				return;
			} catch (error) {
				if (!(error instanceof ChainTrouble) || (error.kind !== 'unable' && error.kind !== 'refused')) throw error;
				inOne = false;
			}
		}
		for (const transaction of own) {
			const one = receiptsCheck(block, [transaction]);
			answers.take(await nodes.ask(receiptCall(transaction.hash), one, number, signal));
		}
	}
	return {
		hidden: '',
		range: scan,
		tokens: [],
		query: 'eth_getBlockByNumber with transactions, each block; receipts of those of the account',
		spans: new Spans(SCANNED, SCANNED),
		decode: decodeCoins,
		async ask(frame: Frame, final: number, answers: Answers, signal: AbortSignal) {
			for (let block = frame.from; block <= frame.until; block++) {
				const told = await kept.ask<RawBlock>(blockCall(block), blockCheck(block), block, final, signal);
				answers.take(told);
				const own = ownTransactions(told.value, frame.account);
				if (own.length > 0) await askReceipts(told.value, own, answers, signal);
			}
			return { decimals: {} };
		},
	};
}
