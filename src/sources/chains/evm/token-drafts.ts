/** Transfers of tokens: from logs to drafts of records. Pure. */
import { type AccountId, handleOf } from '../../../ledger/account.ts';
import { type AssetId, UNKNOWN_TOKEN_DECIMALS } from '../../../ledger/asset.ts';
import { blockPlace } from '../../../ledger/block-place.ts';
import { accountsOn, type Decoded, type Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import { type Header, headersIn } from './headers.ts';
import { smallNumber } from './hex.ts';
import { Contradiction } from './history.ts';
import { decodeLogs, type LogAnswer, type LogQuestion, type RawLog, secondsOf, type TokenLog } from './logs.ts';
import type { Told } from './rpc.ts';

/** The two questions of a stretch. */
export function logQuestions({ account, tokens, from, until }: Frame): [LogQuestion, LogQuestion] {
	const question = { account: handleOf(account), tokens: tokens.map(handleOf), from, until };
	return [
		{ ...question, side: 'from' },
		{ ...question, side: 'to' },
	];
}

/** What else must be asked about logs: contracts, in small letters, and blocks without time. */
export function unsaid(told: readonly Told[]): {
	readonly tokens: string[];
	readonly blocks: number[];
	readonly logs: number;
} {
	const tokens = new Set<string>();
	const blocks = new Set<number>();
	let logs = 0;
	for (const answer of logAnswers(told)) {
		logs += answer.logs.length;
		for (const log of answer.logs) {
			if (log.removed || log.topics.length !== 3) continue;
			tokens.add(log.address);
			if (secondsOf(log) === undefined) blocks.add(smallNumber(log.blockNumber));
		}
	}
	return { tokens: [...tokens].sort(), blocks: [...blocks].sort((a, b) => a - b), logs };
}

function logAnswers(told: readonly Told[]): LogAnswer[] {
	return told
		.filter(({ call }) => call.method === 'eth_getLogs')
		.map(({ value, text }) => ({ logs: value as RawLog[], text }));
}

/** @throws Contradiction where answers contradict each other or leave out a block's time */
export function decodeTokens(frame: Frame, told: readonly Told[]): Decoded {
	const { logs, others } = decodeLogs(logAnswers(told));
	const headers = headersIn(told);
	for (const log of logs) checkBlock(log, frame, headers);
	const at = accountsOn(frame.network);
	const drafts = logs.map((log) => draftOf(frame, log, headers, at));
	const unscaled = drafts.filter(
		({ asset }) => !frame.assets.has(asset) && fitting(frame.decimals[asset]) === undefined,
	).length;
	return {
		drafts,
		notes: {
			'Transfer logs passed over that are no token amounts (ERC-721)': others,
			'amounts left as they stand, of tokens that state no decimals': unscaled,
		},
	};
}

/**
 * Times never fall from block to block: what a log says of its block's must lie between those of the stretch's ends.
 *
 * @throws Contradiction
 */
function checkBlock({ block, blockHash, seconds }: TokenLog, frame: Frame, headers: ReadonlyMap<number, Header>): void {
	const header = headers.get(block);
	if (header && header.hash !== blockHash) throw new Contradiction(`block ${block} is ${header.hash} and ${blockHash}`);
	if (seconds === undefined) return;
	const first = header ?? headers.get(frame.from);
	const last = header ?? headers.get(frame.until);
	if ((first && seconds * 1000 < first.instant) || (last && seconds * 1000 > last.instant))
		throw new Contradiction(`a log says that block ${block} is of second ${seconds}, and headers say another time`);
}

function draftOf(
	frame: Frame,
	log: TokenLog,
	headers: ReadonlyMap<number, Header>,
	at: (address: string) => AccountId,
): Draft {
	const seconds = log.seconds ?? (headers.get(log.block)?.instant ?? Number.NaN) / 1000;
	if (Number.isNaN(seconds)) throw new Contradiction(`no time of block ${log.block}`);
	const asset = at(log.token);
	return {
		transaction: log.transaction,
		position: `log ${log.log}`,
		from: at(log.from),
		to: at(log.to),
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
	};
}

/**
 * Of an asset that the case knows the number as it stands; of any other brought to the decimals that such tokens are
 * kept at. Where the contract states no decimals that would fit, the number stays as it is: such a token is never counted.
 */
export function scaled(
	{ assets, decimals }: Pick<Frame, 'assets' | 'decimals'>,
	asset: AssetId,
	amount: bigint,
): bigint {
	const stated = fitting(decimals[asset]);
	return assets.has(asset) || stated === undefined ? amount : amount * 10n ** BigInt(UNKNOWN_TOKEN_DECIMALS - stated);
}

function fitting(decimals: number | undefined): number | undefined {
	return decimals === undefined || decimals > UNKNOWN_TOKEN_DECIMALS ? undefined : decimals;
}
