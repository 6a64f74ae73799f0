import type { ChainReader, Interface, OpenReader, ReaderSetup } from './contract.ts';
import { crossChecking } from './cross-check.ts';

/** Each is loaded when it is asked for: the packages behind them are heavy, and most cases read no chain. */
const READERS: Readonly<Record<Interface, () => Promise<OpenReader>>> = {
	etherscan: async () => (await import('./etherscan/reader.ts')).openEtherscan,
	rpc: async () => (await import('./evm/reader.ts')).openEvmReader,
	trongrid: async () => (await import('./tron/reader.ts')).openTronGrid,
};

/** Opens a chain through one kind of interface. Nothing is sent yet. */
export async function openReader(kind: Interface, setup: ReaderSetup): Promise<ChainReader> {
	const open = await READERS[kind]();
	// Without endpoints kept answers are read: those of one are enough.
	if (setup.terms.crossCheck && setup.endpoints.length > 0) return crossChecking(open, setup);
	return open(setup);
}
