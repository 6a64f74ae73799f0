import { hash } from 'node:crypto';
import { grouped } from '../ledger/grouped.ts';
import { cancel, type Edge } from './circulation.ts';
import type { Conversion, Flow } from './types.ts';

/** An account that gave one asset and got another in one transaction: to it a swap, whatever pools lay between. */
export interface Swap extends Conversion {
	readonly transaction: string;
	readonly account: string;
	readonly instant: number;
	readonly gaveAsset: string;
	readonly gave: bigint;
	readonly gotAsset: string;
	readonly got: bigint;
}

/** A transaction in which assets changed hands, and nothing says whose swap it was or of what for what. */
export interface UnclearSwap {
	readonly transaction: string;
	readonly instant: number;
	/** Accounts that gave and got, sorted. */
	readonly accounts: readonly string[];
}

export interface Swaps {
	readonly swaps: readonly Swap[];
	readonly unclear: readonly UnclearSwap[];
}

/** What is known of accounts. */
export interface Known {
	/** Whether somebody is known to have held the account then. */
	isPerson(account: string, instant: number): boolean;
	readonly services: ReadonlySet<string>;
}

/**
 * Swaps, by rules that guess nothing. Inside one transaction what goes round is taken out; then an account that is no
 * service, whose balance fell in one asset alone and rose in one other alone, swapped, if nobody known to be a person
 * stood on the other side. A pool's balances move the same way: so where accounts of known people swapped, it is theirs;
 * else where just one account did, it is that one's; else nothing is converted, and the transaction is unclear, as it is
 * where a known person gave or got several assets.
 *
 * @param flows in total order; those of one transaction have one instant
 */
export function findSwaps(flows: readonly Flow[], known: Known): Swaps {
	const inTransactions = flows.filter((flow) => flow.transaction !== undefined);
	const swaps: Swap[] = [];
	const unclear: UnclearSwap[] = [];
	for (const [transaction, list] of grouped(inTransactions, (flow) => flow.transaction as string)) {
		if (list.length < 2) continue;
		const found = swapsIn(transaction, list, known);
		swaps.push(...found.swaps);
		if (found.unclear) unclear.push(found.unclear);
	}
	return { swaps, unclear };
}

interface Moved {
	readonly account: string;
	/** Of each asset: what came less what left, never 0. */
	readonly balance: ReadonlyMap<string, bigint>;
	readonly person: boolean;
}

function swapsIn(
	transaction: string,
	flows: readonly Flow[],
	known: Known,
): { readonly swaps: readonly Swap[]; readonly unclear?: UnclearSwap } {
	const moving = netted(flows);
	const instant = flows[0]?.instant ?? 0;
	const traders = movedIn(moving, known, instant).filter(({ balance }) => {
		const amounts = [...balance.values()];
		return amounts.some((amount) => amount < 0n) && amounts.some((amount) => amount > 0n);
	});
	if (traders.length === 0) return { swaps: [] };
	const people = traders.filter(({ person }) => person);
	const chosen = people.length > 0 ? people : traders;
	const swaps = chosen.flatMap((trader) => swapOf(transaction, trader, moving, known) ?? []);
	if (swaps.length === chosen.length && (people.length > 0 || chosen.length === 1)) return { swaps };
	return {
		swaps: people.length > 0 ? swaps : [],
		unclear: { transaction, instant, accounts: chosen.map(({ account }) => account).sort() },
	};
}

function swapOf(transaction: string, trader: Moved, moving: readonly Flow[], known: Known): Swap | undefined {
	const { account, balance } = trader;
	const fell = [...balance].filter(([, amount]) => amount < 0n);
	const rose = [...balance].filter(([, amount]) => amount > 0n);
	const [given, gotten] = [fell[0], rose[0]];
	if (given === undefined || gotten === undefined || fell.length + rose.length > 2) return undefined;
	const gives = moving.filter((flow) => flow.from === account && flow.asset === given[0]);
	const gets = moving.filter((flow) => flow.to === account && flow.asset === gotten[0]);
	const instant = gives[0]?.instant ?? 0;
	const others = [...gives.map((flow) => flow.to), ...gets.map((flow) => flow.from)];
	if (others.some((other) => known.isPerson(other, instant))) return undefined;
	return {
		id: ['s', hash('sha256', `${transaction}|${account}`).slice(0, 16)].join(''),
		gives: gives.map((flow) => flow.id),
		gets: gets.map((flow) => flow.id),
		transaction,
		account,
		instant,
		gaveAsset: given[0],
		gave: gives.reduce((sum, flow) => sum + flow.amount, 0n),
		gotAsset: gotten[0],
		got: gets.reduce((sum, flow) => sum + flow.amount, 0n),
	};
}

/** What moves in the end, with what of it does. */
function netted(flows: readonly Flow[]): Flow[] {
	const numbers = new Map<string, number>();
	const number = (account: string, asset: string): number => {
		const key = `${account}|${asset}`;
		const held = numbers.get(key) ?? numbers.size;
		numbers.set(key, held);
		return held;
	};
	const edges = flows.map(
		({ from, to, asset, amount }, position): Edge => ({
			position,
			payer: number(from, asset),
			payee: number(to, asset),
			net: amount,
		}),
	);
	cancel(edges);
	return edges
		.filter(({ net }) => net > 0n)
		.map(({ position, net }) => ({ ...(flows[position] as Flow), amount: net }));
}

function movedIn(moving: readonly Flow[], known: Known, instant: number): Moved[] {
	const balances = new Map<string, Map<string, bigint>>();
	const move = (account: string, asset: string, amount: bigint): void => {
		const balance = balances.get(account) ?? new Map<string, bigint>();
		balances.set(account, balance.set(asset, (balance.get(asset) ?? 0n) + amount));
	};
	for (const { from, to, asset, amount } of moving) {
		move(from, asset, -amount);
		move(to, asset, amount);
	}
	return [...balances]
		.filter(([account]) => !known.services.has(account))
		.map(([account, balance]) => ({
			account,
			balance: new Map([...balance].filter(([, amount]) => amount !== 0n)),
			person: known.isPerson(account, instant),
		}));
}
