import { Contract, isError } from 'ethers';
import type { Exchange } from '../contract.ts';
import type { Transport } from '../transport/contract.ts';
import { TransportProvider } from './provider.ts';

const ABI = ['function decimals() view returns (uint8)', 'function balanceOf(address) view returns (uint256)'];

/** What a contract says of its decimals. */
export interface StatedDecimals {
	/** Undefined: it states none, as a contract that is no token of the usual kind. */
	readonly decimals: number | undefined;
	readonly exchanges: readonly Exchange[];
}

/** Asks contracts of tokens on one chain. */
export class TokenContracts {
	readonly #chainId: number;
	readonly #transport: Transport;
	readonly #decimals = new Map<string, StatedDecimals>();

	constructor(chainId: number, transport: Transport) {
		this.#chainId = chainId;
		this.#transport = transport;
	}

	/** Asked once a contract. @throws ChainTrouble */
	async decimals(address: string, signal: AbortSignal): Promise<StatedDecimals> {
		const known = this.#decimals.get(address);
		if (known) return known;
		const { contract, provider } = this.#contract(address, signal);
		const stated = await readable(provider, () => contract.getFunction('decimals')());
		const told = { decimals: stated === undefined ? undefined : Number(stated), exchanges: provider.exchanges };
		this.#decimals.set(address, told);
		return told;
	}

	/** Smallest units; undefined where the contract states none. @throws ChainTrouble `unable` where the state was pruned */
	async balance(address: string, holder: string, block: number, signal: AbortSignal): Promise<bigint | undefined> {
		const { contract, provider } = this.#contract(address, signal);
		return await readable(provider, () => contract.getFunction('balanceOf')(holder, { blockTag: block }));
	}

	/** Of the chain's coin. */
	async coins(holder: string, block: number, signal: AbortSignal): Promise<bigint> {
		return await new TransportProvider(this.#chainId, this.#transport, signal).getBalance(holder, block);
	}

	#contract(address: string, signal: AbortSignal) {
		const provider = new TransportProvider(this.#chainId, this.#transport, signal);
		return { provider, contract: new Contract(address, ABI, provider) };
	}
}

/** Undefined where the call reverts or answers something else than a number. */
async function readable(provider: TransportProvider, ask: () => Promise<unknown>): Promise<bigint | undefined> {
	try {
		return (await ask()) as bigint;
	} catch (error) {
		if (provider.refused || isError(error, 'CALL_EXCEPTION') || isError(error, 'BAD_DATA')) return undefined;
		throw error;
	}
}
