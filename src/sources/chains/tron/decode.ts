/** From the answers of a stretch to its records: the one way, taken when they are fetched and when kept ones are read again. */
import { handleOf } from '../../../ledger/account.ts';
import type { AssetId } from '../../../ledger/asset.ts';
import { tronHex } from '../../../ledger/tron-address.ts';
import type { Exchange } from '../contract.ts';
import type { Ask } from '../transport/contract.ts';
import { askOf, keyOf, type Need } from './asks.ts';
import { coinMoves } from './coins.ts';
import { Damage } from './damage.ts';
import { internalMoves } from './internal.ts';
import { type BlockFacts, blockFactsOf, blockNumberOf, constantOf, precisionOf } from './node-answers.ts';
import { type Page, type PageQuestion, pageOf } from './page.ts';
import { type Move, Notes, type Subject } from './subject.ts';
import { inChainOrder, openInstants } from './ties.ts';
import { tokenMoves } from './tokens.ts';
import { TokenTen } from './trc10.ts';

export interface Decoded {
	/** In chain order. */
	readonly moves: readonly Move[];
	readonly decimals: Readonly<Record<AssetId, number>>;
	/** What was passed over; '' for nothing. */
	readonly notes: string;
	/** What is to be asked before this is whole. A case that came to know more assets since asks for more. */
	readonly open: readonly Need[];
}

/** What an ask for a page asked for. */
export function pageQuestion({ account, history }: Pick<Subject, 'account' | 'history'>, { query }: Ask): PageQuestion {
	const [from, until] = [Number(query?.min_timestamp), Number(query?.max_timestamp)];
	return { account, hex: tronHex(handleOf(account)), history, from, until };
}

/**
 * Decodes a stretch. Rows outside it are no part of it: a walk asks for a little more than it takes.
 *
 * @param exchanges the pages of one walk in their order, and facts of blocks and tokens
 * @param pages what was already read of them
 * @throws Damage
 */
export function decode(
	subject: Subject,
	exchanges: readonly Exchange[],
	pages: readonly Page[] = pagesIn(subject, exchanges),
): Decoded {
	const answers = new Map(exchanges.map(({ ask, text }) => [keyOf(ask), text]));
	const open = new Map<string, Need>();
	/** What was answered; where nothing was, it is noted as open. */
	const known = <T>(need: Need, read: (text: string) => T): T | undefined => {
		const key = keyOf(askOf(need, subject.provisional));
		const text = answers.get(key);
		// Many rows may need the same.
		if (text === undefined) open.set(key, need);
		return text === undefined ? undefined : read(text);
	};
	const rows = pages.flatMap(({ rows, instants }) =>
		rows.filter((_, index) => {
			const instant = instants[index] as number;
			return instant >= subject.from && instant <= subject.until;
		}),
	);
	const notes = new Notes();
	const told = movesIn(subject, rows, notes, (token) =>
		known({ kind: 'precision', token }, (text) => precisionOf(text, token)),
	);
	const moves = told.moves.map((move) => (subject.provisional ? provisional(move) : move));
	const decimals = new Map(told.decimals);
	for (const asset of subject.history === 'tokens' ? assetsOf(moves) : []) {
		const expected = subject.assets.get(asset)?.decimals;
		if (expected === undefined) continue;
		const stated = known({ kind: 'decimals', contract: handleOf(asset) }, (text) => Number(constantOf(text)));
		if (stated !== undefined) decimals.set(asset, agreed(asset, expected, stated));
	}
	const blocks = new Map<number, BlockFacts>();
	for (const [instant, { transaction, record }] of openInstants(moves, subject)) {
		const number =
			record.block?.number ?? known({ kind: 'transaction', transaction }, (text) => blockNumberOf(text, transaction));
		if (number === undefined) continue;
		const facts = known({ kind: 'block', number }, (text) => blockAt(instant, text, number));
		if (facts !== undefined) blocks.set(instant, facts);
	}
	return {
		moves: inChainOrder(moves, blocks, subject),
		decimals: Object.fromEntries([...decimals].sort(([a], [b]) => (a < b ? -1 : 1))),
		notes: notes.text,
		open: [...open.values()],
	};
}

function pagesIn(subject: Subject, exchanges: readonly Exchange[]): readonly Page[] {
	const pages: Page[] = [];
	for (const { ask, text } of exchanges) {
		if (ask.path.startsWith('/v1/accounts/')) pages.push(pageOf(text, pageQuestion(subject, ask), pages.at(-1)));
	}
	return pages;
}

function movesIn(
	subject: Subject,
	rows: Page['rows'],
	notes: Notes,
	precision: (token: string) => number | undefined,
): { readonly moves: readonly Move[]; readonly decimals: ReadonlyMap<AssetId, number> } {
	if (subject.history === 'tokens') return tokenMoves(rows, subject, notes);
	const trc10 = new TokenTen(precision);
	const read = subject.history === 'coins' ? coinMoves : internalMoves;
	return { moves: read(rows, subject, notes, trc10), decimals: trc10.decimals };
}

/** May still be taken back: what is said to have moved has not yet. */
function provisional(move: Move): Move {
	return move.record.state === 'done' ? { ...move, record: { ...move.record, state: 'open' } } : move;
}

function assetsOf(moves: readonly Move[]): readonly AssetId[] {
	return [...new Set(moves.map(({ record }) => record.asset))].sort();
}

function agreed(asset: AssetId, known: number, stated: number): number {
	if (known !== stated) throw new Damage(`${asset} has ${stated} decimals on the chain and ${known} in the case`);
	return stated;
}

function blockAt(instant: number, text: string, number: number): BlockFacts {
	const facts = blockFactsOf(text, number);
	if (facts.instant !== instant) throw new Damage(`block ${number} is of ${facts.instant}, its rows are of ${instant}`);
	return facts;
}
