/** Coins that transactions sent, and their fees: from whole blocks to drafts of records. Pure. */
import { getCreateAddress } from 'ethers';
import { handleOf } from '../../../ledger/account.ts';
import { blockPlace, FEE_PLACE, VALUE_PLACE } from '../../../ledger/block-place.ts';
import { feeOf, type RawBlock, type RawReceipt, type RawTransaction, receiptsIn } from './blocks.ts';
import { accountAt, type Decoded, type Draft, feeSink } from './draft.ts';
import type { Frame } from './frame.ts';
import { headerOf, headersIn } from './headers.ts';
import { smallNumber, wholeNumber } from './hex.ts';
import { Contradiction } from './history.ts';
import type { Told } from './rpc.ts';

/** Those that the account sent or was sent, and the one that made it, where it is a contract. */
export function ownTransactions({ transactions }: RawBlock, account: string): RawTransaction[] {
	const own = handleOf(account).toLowerCase();
	return transactions.filter((each) => each.from.toLowerCase() === own || receiverOf(each) === own);
}

/** A contract's address follows from who makes it, before any receipt tells it. */
function receiverOf({ from, to, nonce }: RawTransaction): string | undefined {
	if (to !== null) return to.toLowerCase();
	const number = wholeNumber(nonce);
	return number === undefined ? undefined : getCreateAddress({ from: from.toLowerCase(), nonce: number }).toLowerCase();
}

function blocksIn(told: readonly Told[]): RawBlock[] {
	return told
		.filter(({ call }) => call.method === 'eth_getBlockByNumber' && call.params[1] === true)
		.map(({ value }) => value as RawBlock);
}

/** @throws Contradiction where the receipt of a transaction is missing, or a block changed */
export function decodeCoins(frame: Frame, told: readonly Told[]): Decoded {
	const receipts = new Map(
		told
			.filter(({ call }) => call.method === 'eth_getTransactionReceipt' || call.method === 'eth_getBlockReceipts')
			.flatMap(({ value }) => receiptsIn(value))
			.map((receipt) => [receipt.transactionHash, receipt]),
	);
	headersIn(told);
	const drafts: Draft[] = [];
	for (const block of blocksIn(told)) {
		const { number, instant } = headerOf(block);
		if (number < frame.from || number > frame.until) continue;
		for (const transaction of ownTransactions(block, frame.account)) {
			const receipt = receipts.get(transaction.hash);
			if (receipt === undefined) throw new Contradiction(`no receipt of ${transaction.hash}`);
			drafts.push(...draftsOf(frame, transaction, receipt, number, instant / 1000));
		}
	}
	return { drafts, notes: {} };
}

function draftsOf(
	{ network, provisional }: Frame,
	transaction: RawTransaction,
	receipt: RawReceipt,
	block: number,
	seconds: number,
): Draft[] {
	const index = smallNumber(transaction.transactionIndex);
	const failed = receipt.status === '0x0';
	const done = provisional ? 'open' : 'done';
	const common = {
		transaction: transaction.hash.toLowerCase(),
		from: accountAt(network, transaction.from),
		asset: `${network}:coin`,
		block,
		seconds,
		type: methodOf(transaction),
		raw: JSON.stringify({ transaction, receipt: { ...receipt, logs: undefined, logsBloom: undefined } }),
	};
	// A contract that was made has no address where making it failed.
	const to = transaction.to ?? receipt.contractAddress ?? undefined;
	const fee = feeOf(receipt, transaction.gasPrice) ?? 0n;
	const drafts: Draft[] = [];
	if (fee > 0n) {
		// The sender pays for the attempt, whether or not it came through.
		const place = blockPlace(index, FEE_PLACE);
		drafts.push({
			...common,
			position: 'fee',
			to: feeSink(network),
			amount: fee,
			medium: 'fee',
			state: done,
			place,
		});
	}
	if (to !== undefined) {
		const place = blockPlace(index, VALUE_PLACE);
		const amount = wholeNumber(transaction.value);
		const state = failed ? 'failed' : done;
		drafts.push({
			...common,
			position: 'value',
			to: accountAt(network, to),
			amount,
			medium: 'coin',
			state,
			place,
		});
	}
	return drafts;
}

/** The first four bytes of what a contract is asked. */
function methodOf({ input = '0x' }: RawTransaction): string {
	return input.length < 10 ? '' : input.slice(0, 10);
}
