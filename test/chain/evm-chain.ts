import { getAddress, getCreateAddress, Interface } from 'ethers';
import { type Anvil, GENESIS } from './anvil.ts';
import { contracts } from './contracts.ts';

/** A `Transfer` log that was caused. */
export interface TokenMove {
	readonly token: string;
	readonly from: string;
	readonly to: string;
	/** Smallest units. */
	readonly amount: bigint;
}
export interface TokenTruth extends TokenMove {
	readonly transaction: string;
	readonly block: number;
	/** Index in the block. */
	readonly log: number;
}
/** What one transaction sent of the chain's coin, and its sender's account paid a fee for. */
export interface CoinTruth {
	readonly from: string;
	/** The contract made, where one was. */
	readonly to: string;
	readonly amount: bigint;
	readonly done: boolean;
	readonly transaction: string;
	readonly block: number;
}
export interface CoinMove {
	readonly from: string;
	readonly to: string;
	readonly amount: bigint;
}
/** What contracts sent on, and kept sent. */
export interface InternalTruth extends CoinMove {
	readonly transaction: string;
	readonly block: number;
}

/** Who has a key, in the order of anvil's accounts. */
export const ACTORS = [
	'deployer',
	'payer',
	'core',
	'cashier',
	'leader',
	'member1',
	'member2',
	'member3',
	'poisoner',
] as const;
export type Actor = (typeof ACTORS)[number];

/** A chain to which transactions are sent, with a list of what they did: by what was meant, not by what logs say. */
export interface EvmChain {
	readonly anvil: Anvil;
	readonly network: string;
	readonly people: Readonly<Record<Actor, string>>;
	/** In chain order; of mined blocks only. */
	readonly transfers: readonly TokenTruth[];
	readonly coins: readonly CoinTruth[];
	readonly internal: readonly InternalTruth[];
	/** Blocks mined. */
	readonly height: () => number;
	/** Address that the contract will have. */
	deploy(contract: string, args: readonly unknown[]): Promise<string>;
	/** A call that goes well. @param logs one for each log that it causes, undefined where that is no transfer of tokens */
	call(
		from: Actor,
		to: string,
		contract: string,
		name: string,
		args: readonly unknown[],
		logs: readonly (TokenMove | undefined)[],
		value?: bigint,
		internal?: readonly CoinMove[],
	): Promise<void>;
	/** A call that reverts. */
	fail(from: Actor, to: string, contract: string, name: string, args: readonly unknown[]): Promise<void>;
	pay(from: Actor, token: string, to: string, amount: bigint): Promise<void>;
	/** Coins. @param done false: the receiver refuses them */
	give(from: Actor, to: string, amount: bigint, done?: boolean): Promise<void>;
	/** Puts what was sent into a block, twelve seconds after the last. @param empty so many empty ones after it */
	mine(empty?: number): Promise<void>;
}

interface Sent {
	readonly coin: Omit<CoinTruth, 'block'>;
	readonly logs: readonly (TokenMove | undefined)[];
	readonly internal: readonly CoinMove[];
}

/** @param anvil just started */
export async function openChain(anvil: Anvil): Promise<EvmChain> {
	const [known, accounts, chainId] = await Promise.all([
		contracts(),
		anvil.rpc<string[]>('eth_accounts'),
		anvil.rpc<string>('eth_chainId'),
	]);
	const people = Object.fromEntries(ACTORS.map((actor, i) => [actor, getAddress(accounts[i] ?? '')])) as Record<
		Actor,
		string
	>;
	const transfers: TokenTruth[] = [];
	const coins: CoinTruth[] = [];
	const internal: InternalTruth[] = [];
	let sent: Sent[] = [];
	let height = 0;
	let deployed = 0;

	const contractOf = (name: string) => {
		const contract = known.get(name);
		if (!contract) throw new Error(`no contract "${name}"`);
		return { ...contract, abi: new Interface(contract.abi) };
	};
	async function send(from: Actor, to: string | undefined, data: string, value: bigint, rest: SentRest): Promise<void> {
		const transaction = await anvil.rpc<string>('eth_sendTransaction', {
			from: people[from],
			...(to === undefined ? {} : { to }),
			data,
			value: `0x${value.toString(16)}`,
			gas: `0x${(100_000 + 70_000 * rest.logs.length + data.length * 400).toString(16)}`,
		});
		const coin = { from: people[from], to: to ?? rest.made ?? '', amount: value, done: rest.done, transaction };
		sent.push({ coin, logs: rest.logs, internal: rest.internal });
	}
	function keep(): void {
		let log = 0;
		for (const { coin, logs, internal: moves } of sent) {
			const place = { transaction: coin.transaction, block: height };
			coins.push({ ...coin, block: height });
			for (const move of moves) internal.push({ ...move, ...place });
			for (const move of logs) {
				if (move) transfers.push({ ...move, ...place, log });
				log += 1;
			}
		}
		sent = [];
	}

	return {
		anvil,
		network: `evm-${Number(chainId)}`,
		people,
		transfers,
		coins,
		internal,
		height: () => height,
		async deploy(name, args) {
			const { abi, code } = contractOf(name);
			const made = getCreateAddress({ from: people.deployer, nonce: deployed });
			deployed += 1;
			const data = code + abi.encodeDeploy(args).slice(2);
			await send('deployer', undefined, data, 0n, { done: true, logs: [], internal: [], made });
			return made;
		},
		async call(from, to, contract, name, args, logs, value = 0n, moves = []) {
			if (from === 'deployer') deployed += 1;
			const data = contractOf(contract).abi.encodeFunctionData(name, args);
			await send(from, to, data, value, { done: true, logs, internal: moves });
		},
		async fail(from, to, contract, name, args) {
			const data = contractOf(contract).abi.encodeFunctionData(name, args);
			await send(from, to, data, 0n, { done: false, logs: [], internal: [] });
		},
		async pay(from, token, to, amount) {
			const data = contractOf('Token').abi.encodeFunctionData('transfer', [to, amount]);
			await send(from, token, data, 0n, {
				done: true,
				logs: [{ token, from: people[from], to, amount }],
				internal: [],
			});
		},
		async give(from, to, amount, done = true) {
			if (from === 'deployer') deployed += 1;
			await send(from, to, '0x', amount, { done, logs: [], internal: [] });
		},
		async mine(empty = 0) {
			for (let i = 0; i <= empty; i++) {
				height += 1;
				await anvil.rpc('evm_mine', { timestamp: GENESIS + height * 12 });
				if (i === 0) keep();
			}
		},
	};
}

interface SentRest {
	readonly done: boolean;
	readonly logs: readonly (TokenMove | undefined)[];
	readonly internal: readonly CoinMove[];
	readonly made?: string;
}
