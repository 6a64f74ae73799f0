/** Reading a `TronWorld` through the reader, and what must come of it. */
import { KNOWN_ASSETS } from '../../src/ledger/asset.ts';
import { covers, type HistoryKind } from '../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { ChainReader, ReaderSetup, ReaderTerms, Stretch } from '../../src/sources/chains/contract.ts';
import { openReader } from '../../src/sources/chains/list.ts';
import { endpoint, never } from './asking.ts';
import { fakeClock } from './fake-clock.ts';
import { type TronWorld, USDT } from './tron-world.ts';

export const USDT_ID = `tron:${USDT}`;

export function openTron(
	urls: string | readonly string[],
	terms: Partial<ReaderTerms> = {},
	more: Partial<ReaderSetup> = {},
): Promise<ChainReader> {
	const endpoints = (typeof urls === 'string' ? [urls] : urls).map((url) =>
		endpoint(url, { key: 'key-of-tron', timeoutMs: 5000 }),
	);
	const assets = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));
	return openReader('trongrid', {
		terms: { network: 'tron', tokens: [USDT_ID], assets, crossCheck: false, ...terms },
		endpoints,
		clock: fakeClock(),
		internal: 'auto',
		...more,
	});
}

export interface ReadTerms {
	readonly history?: HistoryKind;
	readonly from?: number;
	readonly until?: number;
	/** Stretches after which whoever reads goes away. */
	readonly stop?: number;
}

/** Stretches of a history up to its final end, or to where it was told to stop. */
export async function readStretches(reader: ChainReader, address: string, terms: ReadTerms = {}): Promise<Stretch[]> {
	const head = await reader.head(never);
	const { history = 'tokens', from = reader.first, until = head.final, stop = Number.POSITIVE_INFINITY } = terms;
	const stretches: Stretch[] = [];
	const question = { account: `tron:${address}`, history, from, until, head, signal: never };
	for await (const stretch of reader.read(question)) {
		stretches.push(stretch);
		if (stretches.length >= stop) break;
	}
	return stretches;
}

/** Whether stretches lie one after the other, each covering, from the first mark to the last. */
export function gapless(stretches: readonly Stretch[], from: number, until: number): boolean {
	let next = from;
	for (const { receipt } of stretches) {
		if (receipt.from !== next || !covers(receipt)) return false;
		next = receipt.until + 1;
	}
	return next === until + 1;
}

export function recordsOf(stretches: readonly Stretch[]): LedgerRecord[] {
	return stretches.flatMap(({ records }) => records);
}

/** What a record says moved, without its place. */
export function told({ keys, asset, from, to, amount }: LedgerRecord): string {
	return [keys.order, asset, from.account, to.account, amount].join(' ');
}

/** What the world's logs say that moved of a token at an account, in the order of the chain. */
export function tokenTruth(world: TronWorld, address: string, tokens: readonly string[], until = Infinity): string[] {
	return world.blocks.flatMap(({ instant, transactions }) =>
		transactions.flatMap(({ id, logs }) =>
			logs.flatMap(({ kind, token, from, to, value }) =>
				kind === 'Transfer' && instant <= until && tokens.includes(token) && (from === address || to === address)
					? [[id, `tron:${token}`, `tron:${from}`, `tron:${to}`, value].join(' ')]
					: [],
			),
		),
	);
}

/** What the world says of coins at an account: what transactions moved, their fees, and what contracts sent. */
export function coinTruth(world: TronWorld, address: string, history: 'coins' | 'internal'): string[] {
	const account = (text: unknown) => `tron:${text}`;
	return world.blocks.flatMap(({ transactions }) =>
		transactions.flatMap(({ id, owner, value, fee, result, internals }) => {
			if (history === 'internal') {
				return internals
					.filter(({ from, to }) => from === address || to === address)
					.map(({ from, to, values, rejected }) => {
						return [id, account(from), account(to), values._, rejected ? 'failed' : 'done'].join(' ');
					});
			}
			if (owner !== address && !Object.values(value).includes(address)) return [];
			const moved = [value.to_address && !value.asset_name ? value.amount : undefined, value.call_value].find(Boolean);
			const to = value.to_address ?? value.contract_address;
			const state = result === 'SUCCESS' ? 'done' : 'failed';
			return [
				...(moved === undefined ? [] : [[id, account(owner), account(to), moved, state].join(' ')]),
				...(fee === 0n ? [] : [[id, account(owner), 'tron:@fee', fee, 'done'].join(' ')]),
			];
		}),
	);
}

export function toldOfCoins({ keys, from, to, amount, state }: LedgerRecord): string {
	return [keys.order, from.account, to.account, amount, state].join(' ');
}
