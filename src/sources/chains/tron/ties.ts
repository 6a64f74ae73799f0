/** The order of what came and went in one block, which TronGrid's rows do not state. */
import { accountOf } from '../../../ledger/account.ts';
import { blockPlace, FEE_PLACE, VALUE_PLACE } from '../../../ledger/block-place.ts';
import { Damage } from './damage.ts';
import type { BlockFacts, EventLog } from './node-answers.ts';
import { type Move, NETWORK, type Subject } from './subject.ts';

/** Keccak-256 of `Transfer(address,address,uint256)`. */
const TRANSFER = 'ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

/**
 * The instants at which the facts of the block must be asked for, each with a move of it: where one transaction
 * brings an asset to the account and another takes it, and where rows of a transaction are equal, which may be two
 * movements or one that was told twice.
 */
export function openInstants(moves: readonly Move[], { account }: Subject): ReadonlyMap<number, Move> {
	const open = new Map<number, Move>();
	const doors = new Map<string, { readonly into: Set<string>; readonly out: Set<string> }>();
	for (const move of moves) {
		const { transaction, position, record } = move;
		const { instant } = record.moment;
		const key = `${instant} ${record.asset}`;
		const door = doors.get(key) ?? { into: new Set(), out: new Set() };
		doors.set(key, door);
		if (record.to.account === account) door.into.add(transaction);
		if (record.from.account === account) door.out.add(transaction);
		const tied = door.into.size > 0 && door.out.size > 0 && new Set([...door.into, ...door.out]).size > 1;
		const equal = position.startsWith('transfer ') && !position.endsWith(' #1');
		if ((tied || equal) && !open.has(instant)) open.set(instant, move);
	}
	return open;
}

/**
 * The moves in the order of the chain. Those of an instant whose block is known get their place in it (`blockPlace`):
 * tokens by their log, coins by their transaction. Then every row must have its log, and every log its row.
 *
 * @throws Damage
 */
export function inChainOrder(
	moves: readonly Move[],
	blocks: ReadonlyMap<number, BlockFacts>,
	subject: Subject,
): readonly Move[] {
	const groups = new Map<number, Move[]>();
	for (const move of moves) {
		const { instant } = move.record.moment;
		const group = groups.get(instant);
		if (group === undefined) groups.set(instant, [move]);
		else group.push(move);
	}
	const ordered = [...groups].flatMap(([instant, group]) => {
		const block = blocks.get(instant);
		if (block === undefined) return group;
		const placed = subject.history === 'tokens' ? byLog(group, block, subject) : byTransaction(group, block);
		return placed.sort((a, b) => (a.record.block?.index ?? 0) - (b.record.block?.index ?? 0));
	});
	return ordered;
}

function byTransaction(moves: readonly Move[], { number, transactions }: BlockFacts): Move[] {
	const places = new Map(transactions.map(({ id, index }) => [id, index]));
	return moves.map((move) => {
		const index = places.get(move.transaction);
		if (index === undefined) throw new Damage(`block ${number} does not have the transaction ${move.transaction}`);
		const { block } = move.record;
		if (block !== undefined && block.number !== number) {
			throw new Damage(`the transaction ${move.transaction} is in block ${block.number} and in block ${number}`);
		}
		return { ...move, record: { ...move.record, block: { number, index: blockPlace(index, placeOf(move)) } } };
	});
}

/** Calls of one transaction stand behind what it moved itself, and have no order among one another. */
function placeOf({ position }: Move): number {
	return position === 'fee' ? FEE_PLACE : position.startsWith('call ') ? VALUE_PLACE + 1 : VALUE_PLACE;
}

function byLog(moves: readonly Move[], { number, transactions }: BlockFacts, subject: Subject): Move[] {
	const logs = new Map<string, number[]>();
	const told = new Set(moves.map(({ record }) => record.asset));
	for (const { id, index: transaction, logs: events } of transactions) {
		for (const event of events) {
			const transfer = transferOf(event);
			if (transfer === undefined || !told.has(transfer.asset)) continue;
			if (transfer.from !== subject.account && transfer.to !== subject.account) continue;
			const key = `${id} transfer ${transfer.asset} ${transfer.from} ${transfer.to} ${transfer.amount}`;
			logs.set(key, [...(logs.get(key) ?? []), blockPlace(transaction, 2 + event.index)]);
		}
	}
	const placed = moves.map((move) => {
		const key = `${move.transaction} ${move.position.slice(0, move.position.lastIndexOf(' '))}`;
		const index = logs.get(key)?.shift();
		if (index === undefined) throw new Damage(`block ${number} has no log for a row of ${move.transaction}`);
		return { ...move, record: { ...move.record, block: { number, index } } };
	});
	const [left] = [...logs].filter(([, indices]) => indices.length > 0);
	if (left !== undefined) throw new Damage(`block ${number} has a log without a row: ${left[0].slice(0, 64)}`);
	return placed;
}

function transferOf({ address, topics, data }: EventLog) {
	const [event, from, to, value = data] = topics;
	if (event !== TRANSFER || from === undefined || to === undefined || !/^[0-9a-f]{64}$/i.test(value)) return undefined;
	const account = (hex: string) => accountOf(NETWORK, `41${hex.slice(-40)}`);
	return { asset: account(address), from: account(from), to: account(to), amount: BigInt(`0x${value}`) } as {
		readonly [side in 'asset' | 'from' | 'to']: string;
	} & { readonly amount: bigint };
}
