/** Whole blocks with their transactions, and what came of these. */

import { headerCheck, type RawHeader } from './headers.ts';
import { isAddress, isHash, quantity, smallNumber, wholeNumber } from './hex.ts';
import type { Call, Check } from './rpc.ts';

export interface RawTransaction {
	readonly hash: string;
	readonly blockHash: string;
	readonly transactionIndex: string;
	readonly from: string;
	/** Null where a contract is made. */
	readonly to: string | null;
	/** How many the sender had sent before. */
	readonly nonce?: string;
	readonly value: string;
	readonly input?: string;
	readonly gasPrice?: string;
}

export interface RawBlock extends RawHeader {
	readonly transactions: readonly RawTransaction[];
}

/** What came of a transaction. */
export interface RawReceipt {
	readonly transactionHash: string;
	readonly blockHash: string;
	/** `0x1` where it went well. Absent before the fork of 2017. */
	readonly status?: string;
	readonly contractAddress?: string | null;
	readonly gasUsed: string;
	readonly effectiveGasPrice?: string;
	/** Paid for blobs (EIP-4844). */
	readonly blobGasUsed?: string;
	readonly blobGasPrice?: string;
	/** Paid for the chain below, on rollups that state it apart. */
	readonly l1Fee?: string;
}

export function blockCall(block: number): Call {
	return { method: 'eth_getBlockByNumber', params: [quantity(block), true] };
}

export function blockCheck(block: number): Check {
	const header = headerCheck(block);
	return (result) => header(result) ?? transactionsFault(result as RawBlock);
}

function transactionsFault({ transactions, hash }: RawBlock): string | undefined {
	if (!Array.isArray(transactions)) return 'a block without transactions';
	for (const [index, each] of (transactions as readonly RawTransaction[]).entries()) {
		const whole =
			typeof each === 'object' &&
			each !== null &&
			isHash(each.hash) &&
			isAddress(each.from) &&
			wholeNumber(each.value) !== undefined;
		if (!whole || (each.to !== null && !isAddress(each.to)))
			return `no transaction: ${JSON.stringify(each).slice(0, 200)}`;
		if (each.blockHash !== hash) return `transaction ${each.hash} of another block`;
		if (smallNumber(each.transactionIndex) !== index) return `transaction ${index} is missing`;
	}
	return undefined;
}

export function receiptCall(transaction: string): Call {
	return { method: 'eth_getTransactionReceipt', params: [transaction] };
}

export function blockReceiptsCall(block: number): Call {
	return { method: 'eth_getBlockReceipts', params: [quantity(block)] };
}

/** @param block of which it is @param transactions that must have one each */
export function receiptsCheck(block: RawBlock, transactions: readonly RawTransaction[]): Check {
	return (result) => {
		const receipts = new Map(receiptsIn(result).map((each) => [each?.transactionHash, each]));
		for (const { hash, gasPrice } of transactions) {
			const receipt = receipts.get(hash);
			if (!receipt) return `no receipt of ${hash}`;
			if (receipt.blockHash !== block.hash) return `the receipt of ${hash} is of another block`;
			if (feeOf(receipt, gasPrice) === undefined) return `the receipt of ${hash} has no fee`;
		}
		return undefined;
	};
}

/** One receipt, or those of a block. */
export function receiptsIn(result: unknown): readonly RawReceipt[] {
	return (Array.isArray(result) ? result : [result]) as readonly RawReceipt[];
}

/** Smallest units; undefined where it is not said. @param gasPrice of the transaction: old receipts have none */
export function feeOf(receipt: RawReceipt, gasPrice: string | undefined): bigint | undefined {
	const gas = wholeNumber(receipt.gasUsed);
	const price = wholeNumber(receipt.effectiveGasPrice ?? gasPrice);
	if (gas === undefined || price === undefined) return undefined;
	const blobs = (wholeNumber(receipt.blobGasUsed) ?? 0n) * (wholeNumber(receipt.blobGasPrice) ?? 0n);
	return gas * price + blobs + (wholeNumber(receipt.l1Fee) ?? 0n);
}
