/** A TRON of a seed: blocks, transactions, logs and internal transactions, with everything known about them. */
import { hash } from 'node:crypto';
import { tronAddress, tronHex } from '../../src/ledger/tron-address.ts';

export const USDT = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
export const ZERO = tronAddress('00'.repeat(20));
export const TRANSFER = 'ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const APPROVAL = '8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925';
export const MAIN_GENESIS = '00000000000000001ebf88508a03865c71d452e25f4d51194196a1d22b6653dc';

export interface Token {
	readonly address: string;
	readonly symbol: string;
	readonly decimals: number;
}

export interface Log {
	readonly kind: 'Transfer' | 'Approval';
	readonly token: string;
	readonly from: string;
	readonly to: string;
	readonly value: bigint;
}

export interface Internal {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	/** By `_` for TRX or the number of a TRC-10 token. */
	readonly values: Readonly<Record<string, bigint>>;
	readonly rejected: boolean;
	/** What made it, `call` where it is left out. */
	readonly note?: string;
}

export interface Transaction {
	readonly id: string;
	readonly type: string;
	readonly owner: string;
	/** Members of the contract's parameters beside the owner; addresses in Base58. */
	readonly value: Readonly<Record<string, string | bigint>>;
	readonly result: string;
	readonly fee: bigint;
	readonly energyFee: bigint;
	readonly logs: readonly Log[];
	readonly internals: readonly Internal[];
}

export interface Block {
	readonly number: number;
	readonly instant: number;
	readonly transactions: readonly Transaction[];
}

/** Of a block's transactions, the part that a test decides. */
export type Draft = Partial<Omit<Transaction, 'id'>> & { readonly owner: string };

export class TronWorld {
	readonly tokens = new Map<string, Token>();
	/** Decimals of TRC-10 tokens, by number. */
	readonly numbered = new Map<string, number>();
	readonly blocks: Block[] = [];
	/** Blocks on top of the newest one that is final (19 on the real chain). */
	depth = 19;
	readonly #seed: string;
	#count = 0;

	/** Time of the first block, milliseconds since 1970. */
	readonly start: number;

	constructor(seed = 'tron', start = Date.UTC(2026, 0, 5)) {
		this.#seed = seed;
		this.start = start;
		this.tokens.set(USDT, { address: USDT, symbol: 'USDT', decimals: 6 });
	}

	/** A number below `below`, the next of the seed's. */
	random(below: number): number {
		return Number.parseInt(this.#next().slice(0, 12), 16) % below;
	}

	address(): string {
		return tronAddress(this.#next().slice(0, 40));
	}

	token(symbol: string, decimals: number): string {
		const address = this.address();
		this.tokens.set(address, { address, symbol, decimals });
		return address;
	}

	/** Adds the next block, three seconds after the one before. */
	block(...drafts: readonly Draft[]): Block {
		const number = 60_000_001 + this.blocks.length;
		const transactions = drafts.map((draft): Transaction => {
			const { owner, ...given } = draft;
			const plain = { type: 'TriggerSmartContract', value: {}, result: 'SUCCESS', fee: 0n, energyFee: 0n };
			return { id: this.#next(), owner, ...plain, logs: [], internals: [], ...given };
		});
		const block = { number, instant: this.start + this.blocks.length * 3000, transactions };
		this.blocks.push(block);
		return block;
	}

	/** Blocks without anything of interest, so that what came before is final and indexed. */
	rest(blocks = 60): this {
		for (let index = 0; index < blocks; index++) this.block();
		return this;
	}

	/** Takes the newest blocks back. */
	takeBack(blocks: number): void {
		this.blocks.splice(-blocks);
	}

	get solid(): Block {
		return this.blocks[Math.max(0, this.blocks.length - 1 - this.depth)] as Block;
	}

	get newest(): Block {
		return this.blocks.at(-1) as Block;
	}

	internal(from: string, to: string, values: Internal['values'], rejected = false, note = 'call'): Internal {
		return { id: this.#next(), from, to, values, rejected, note };
	}

	balance(token: string, owner: string): bigint {
		let balance = 0n;
		for (const { transactions } of this.blocks) {
			for (const log of transactions.flatMap(({ logs }) => logs)) {
				if (log.kind !== 'Transfer' || log.token !== token) continue;
				if (log.to === owner) balance += log.value;
				if (log.from === owner) balance -= log.value;
			}
		}
		return balance;
	}

	#next(): string {
		return hash('sha256', `${this.#seed} ${this.#count++}`);
	}
}

/** A call of a token that moves, from whoever signed it. */
export function paid(token: string, from: string, to: string, value: bigint, owner = from): Draft {
	return {
		owner,
		value: { contract_address: token },
		energyFee: 13_844_850n,
		fee: 14_189_850n,
		logs: [{ kind: 'Transfer', token, from, to, value }],
	};
}

/** A transfer of TRX. */
export function sent(from: string, to: string, amount: bigint, result = 'SUCCESS'): Draft {
	return { owner: from, type: 'TransferContract', value: { to_address: to, amount }, fee: 268_000n, result };
}

export function topicsOf({ kind, from, to }: Log): readonly string[] {
	const word = (address: string) => tronHex(address).padStart(64, '0');
	return [kind === 'Transfer' ? TRANSFER : APPROVAL, word(from), word(to)];
}

export interface Wallets {
	readonly world: TronWorld;
	/** The account whose history is long. */
	readonly hub: string;
	readonly others: readonly string[];
	/** Carries the symbol of another token. */
	readonly lookAlike: string;
	/** 18 decimals, so that its values are beyond 2^53. */
	readonly large: string;
}

/**
 * A hub that receives and pays: USDT, a token of 18 decimals, a look-alike, approvals, several equal rows in one
 * transaction, money that comes and goes in one block, TRX beyond 2^53, TRC-10, failed transactions, internal ones.
 */
export function hubWorld(seed: string, blocks: number): Wallets {
	const world = new TronWorld(seed);
	const hub = world.address();
	const others = Array.from({ length: 12 }, () => world.address());
	const [lookAlike, large, shop] = [world.token('USDT', 6), world.token('DAI', 18), world.address()];
	world.numbered.set('1000001', 3);
	world.block(
		...[hub, ...others].flatMap((owner) =>
			[USDT, lookAlike, large].map((token) =>
				paid(token, ZERO, owner, token === large ? 10n ** 24n : 10n ** 13n, shop),
			),
		),
	);
	for (let index = 0; index < blocks; index++) {
		const [other, next] = [others[world.random(12)] as string, others[world.random(12)] as string];
		const amount = BigInt(1 + world.random(5_000_000));
		switch (world.random(12)) {
			case 0:
				world.block(paid(large, other, hub, 90_071_992_547_409_931n + amount));
				break;
			case 1:
				world.block(paid(lookAlike, hub, other, amount), paid(USDT, next, hub, amount));
				break;
			case 2: {
				const log = { kind: 'Transfer', token: USDT, from: hub, to: other, value: amount } as const;
				world.block({ ...paid(USDT, hub, other, amount), logs: [log, log, { ...log, to: next }, log] });
				break;
			}
			case 3:
				// In before out, and the other way round, in one block.
				world.block(paid(USDT, other, hub, amount), sent(hub, next, amount), paid(USDT, hub, next, amount));
				break;
			case 4:
				world.block({
					...paid(USDT, hub, other, amount),
					logs: [{ kind: 'Approval', token: USDT, from: hub, to: other, value: 2n ** 256n - 1n }],
				});
				break;
			case 5:
				world.block(sent(other, hub, 90_071_992_547_409_931n), sent(hub, next, amount, 'OUT_OF_ENERGY'));
				break;
			case 6:
				world.block({
					...paid(USDT, hub, other, 0n),
					value: { contract_address: shop, call_value: amount },
					logs: [],
					internals: [world.internal(shop, hub, { _: amount }), world.internal(shop, hub, { _: 7n }, true)],
				});
				break;
			case 7:
				world.block({
					owner: other,
					type: 'TransferAssetContract',
					value: { to_address: hub, amount, asset_name: '31303030303031' },
				});
				break;
			default:
				world.block(paid(USDT, other, hub, amount), ...(index % 3 === 0 ? [paid(USDT, next, other, 1n)] : []));
		}
	}
	world.rest();
	return { world, hub, others, lookAlike, large };
}
