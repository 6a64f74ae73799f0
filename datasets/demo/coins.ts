import { ethAddress, lookAlike, tronAddress, USDT_ETH, USDT_TRON } from './addresses.ts';
import { clock, FIRST_DAY, MINUTE } from './calendar.ts';
import type { Random } from './random.ts';
import type { CoinMove, CoinPurpose } from './world.ts';

/** A coin with its millionths. */
export const COIN = 1_000_000n;

/** Wallets that are nobody's in the gang, all invented. */
export interface CoinPlaces {
	/** Party -> its wallets; those of the first party include one on Ethereum. */
	readonly overseas: ReadonlyMap<string, readonly string[]>;
	readonly exchangeHot: { readonly tron: string; readonly eth: string };
	/** Where core members deliver what they sell. */
	readonly exchangeDeposits: { readonly tron: readonly string[]; readonly eth: readonly string[] };
	readonly desks: readonly string[];
	/** Rents out energy for TRON transfers and is paid in USDT. */
	readonly energy: string;
	readonly stranger: string;
}

export function makePlaces(random: Random): CoinPlaces {
	const tron = () => tronAddress(random);
	const eth = () => ethAddress(random);
	return {
		overseas: new Map([
			['境外上家甲', [tron(), tron(), eth()]],
			['境外上家乙', [tron(), tron()]],
		]),
		exchangeHot: { tron: tron(), eth: eth() },
		exchangeDeposits: { tron: [tron(), tron()], eth: [eth()] },
		desks: [tron(), tron()],
		energy: tron(),
		stranger: tron(),
	};
}

export interface CoinBooks {
	readonly moves: CoinMove[];
	/** Moves true USDT, and puts down the transaction. */
	move(at: number, from: string, to: string, units: bigint, purpose: CoinPurpose): CoinMove;
	/** A row of another token that calls itself USDT. */
	fake(at: number, from: string, to: string, units: bigint, contract: string): void;
	balance(wallet: string): bigint;
}

export function openCoinBooks(random: Random): CoinBooks {
	const moves: CoinMove[] = [];
	const balances = new Map<string, bigint>();
	const add = (wallet: string, units: bigint) => balances.set(wallet, (balances.get(wallet) ?? 0n) + units);
	const put = (at: number, from: string, to: string, units: bigint, purpose: CoinPurpose, contract?: string) => {
		const chain = from.startsWith('T') ? 'tron' : 'eth';
		const since = at - clock(FIRST_DAY, 0);
		const move: CoinMove = {
			chain,
			at,
			from,
			to,
			units,
			contract: contract ?? (chain === 'tron' ? USDT_TRON : USDT_ETH),
			symbol: 'USDT',
			tx: `${chain === 'eth' ? '0x' : ''}${random.hex(64)}`,
			block: chain === 'tron' ? 49_000_000 + Math.floor(since / 3000) : 16_730_000 + Math.floor(since / 12_000),
			purpose,
		};
		moves.push(move);
		return move;
	};
	return {
		moves,
		move: (at, from, to, units, purpose) => {
			add(from, -units);
			add(to, units);
			return put(at, from, to, units, purpose);
		},
		fake: (at, from, to, units, contract) => {
			put(at, from, to, units, 'fake', contract);
		},
		balance: (wallet) => balances.get(wallet) ?? 0n,
	};
}

/** Rows that swindlers and strangers leave in every wallet's history. */
export function litter(random: Random, books: CoinBooks, places: CoinPlaces, wallets: readonly string[]): void {
	const fakeTron = tronAddress(random);
	const fakeEth = ethAddress(random);
	const payers = [...places.overseas.values()].map(([first]) => first as string);
	const doubles = payers.map((payer) => lookAlike(payer, random));
	const when = (month: string) => clock(`${month}-${String(random.int(10, 27))}`, random.int(0, 23), random.int(0, 59));
	for (const wallet of wallets) {
		const tron = wallet.startsWith('T');
		for (const month of ['2023-03', '2023-04', '2023-05']) {
			const at = when(month);
			const double = tron ? random.pick(doubles) : ethAddress(random);
			// Anyone can enter a transfer of nothing in somebody else's name: it costs the owner no signature.
			books.move(at, wallet, double, 0n, 'poison');
			if (tron) books.move(at + 7 * MINUTE, double, wallet, BigInt(random.int(1, 9)) * 1000n, 'dust');
			books.fake(at + 9 * MINUTE, double, wallet, BigInt(random.int(1, 9)) * 1000n * COIN, tron ? fakeTron : fakeEth);
		}
	}
}
