/** Transfers of tokens: from logs to drafts of records. Pure. */
import { handleOf } from '../../../ledger/account.ts';
import { type AssetId, UNKNOWN_TOKEN_DECIMALS } from '../../../ledger/asset.ts';
import { blockPlace } from '../../../ledger/block-place.ts';
import { accountAt, type Decoded, type Draft, draftOn } from './draft.ts';
import type { Frame } from './frame.ts';
import { type Header, headersIn } from './headers.ts';
import { Contradiction } from './history.ts';
import { type DecodedLogs, decodeLogs, type LogQuestion, type RawLog, type TokenLog } from './logs.ts';
import type { Told } from './rpc.ts';

/** The two questions of a stretch. */
export function logQuestions({ account, tokens, from, until }: Frame): [LogQuestion, LogQuestion] {
	const question = { account: handleOf(account), tokens: tokens.map(handleOf), from, until };
	return [
		{ ...question, side: 'from' },
		{ ...question, side: 'to' },
	];
}

/** @throws Contradiction where a block changed between two answers */
export function logsIn(told: readonly Told[]): DecodedLogs {
	const lists = told.filter(({ call }) => call.method === 'eth_getLogs').map(({ value }) => value as RawLog[]);
	const decoded = decodeLogs(lists);
	const headers = headersIn(told);
	const hashes = new Map([...headers].map(([block, { hash }]) => [block, hash]));
	for (const list of lists) {
		for (const { removed, blockNumber, blockHash } of list) {
			if (removed) continue;
			const block = Number(blockNumber);
			const hash = blockHash.toLowerCase();
			const other = hashes.get(block);
			if (other === undefined) hashes.set(block, hash);
			else if (other !== hash) throw new Contradiction(`block ${block} is ${other} and ${hash}`);
		}
	}
	return decoded;
}

export function assetOf({ network }: Pick<Frame, 'network'>, { token }: TokenLog): AssetId {
	return accountAt(network, token);
}

/** @throws Contradiction where answers contradict each other or leave out a block's time */
export function decodeTokens(frame: Frame, told: readonly Told[]): Decoded {
	const { logs, others } = logsIn(told);
	const headers = headersIn(told);
	const drafts = logs.map((log) => draftOf(frame, log, headers));
	const unscaled = drafts.filter(({ amount }) => amount === undefined).length;
	return {
		drafts,
		passed: {
			'Transfer logs that are no token amounts (ERC-721)': others,
			'amounts of tokens that state no decimals': unscaled,
		},
	};
}

function draftOf(frame: Frame, log: TokenLog, headers: ReadonlyMap<number, Header>): Draft {
	const { network } = frame;
	const seconds = log.seconds ?? (headers.get(log.block)?.instant ?? Number.NaN) / 1000;
	if (Number.isNaN(seconds)) throw new Contradiction(`no time of block ${log.block}`);
	const asset = assetOf(frame, log);
	return draftOn(network, {
		transaction: log.transaction,
		position: `log ${log.log}`,
		from: log.from,
		to: log.to,
		asset,
		amount: scaled(frame, asset, log.amount),
		seconds,
		block: log.block,
		place: blockPlace(log.transactionIndex, 2 + log.log),
		log: log.log,
		medium: 'token',
		state: frame.provisional ? 'open' : 'done',
		type: 'Transfer',
		raw: log.raw,
	});
}

/**
 * Of an asset that the case knows the number as it stands; of any other brought to the decimals that such tokens are
 * kept at. Undefined where the contract states no decimals that would fit.
 */
function scaled({ assets, decimals }: Frame, asset: AssetId, amount: bigint): bigint | undefined {
	if (assets.has(asset)) return amount;
	const stated = decimals[asset];
	if (stated === undefined || stated > UNKNOWN_TOKEN_DECIMALS) return undefined;
	return amount * 10n ** BigInt(UNKNOWN_TOKEN_DECIMALS - stated);
}
