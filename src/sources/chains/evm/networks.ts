const NAMED: Readonly<Record<string, number>> = { eth: 1, bsc: 56, polygon: 137, arbitrum: 42161 };

/** Chain id (EIP-155) of a network as accounts name it. @throws Error where it is none of Ethereum's kind */
export function chainIdOf(network: string): number {
	const id = NAMED[network] ?? Number(/^evm-(\d+)$/.exec(network)?.[1] ?? Number.NaN);
	if (!Number.isSafeInteger(id)) throw new Error(`no chain id of "${network}"`);
	return id;
}
