import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InterfaceAbi } from 'ethers';

export interface Contract {
	readonly abi: InterfaceAbi;
	/** `0x` and the code that makes it. */
	readonly code: string;
}

interface Compiled {
	readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
	readonly contracts: Readonly<
		Record<string, Record<string, { readonly abi: InterfaceAbi; readonly evm: { bytecode: { object: string } } }>>
	>;
}

const FOLDER = join('test', 'chain', 'contracts');
let compiled: Promise<ReadonlyMap<string, Contract>> | undefined;

/** The contracts of `test/chain/contracts` by name, compiled once a process. */
export function contracts(): Promise<ReadonlyMap<string, Contract>> {
	compiled ??= compile();
	return compiled;
}

async function compile(): Promise<ReadonlyMap<string, Contract>> {
	// Loading the compiler takes a second: only those who make a world pay it.
	const { default: solc } = await import('solc');
	const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sol')).sort();
	const sources = Object.fromEntries(
		await Promise.all(names.map(async (name) => [name, { content: await readFile(join(FOLDER, name), 'utf8') }])),
	);
	const settings = {
		evmVersion: 'shanghai',
		optimizer: { enabled: true },
		outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
	};
	const output = JSON.parse(solc.compile(JSON.stringify({ language: 'Solidity', sources, settings }))) as Compiled;
	const errors = (output.errors ?? []).filter(({ severity }) => severity === 'error');
	if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
	return new Map(
		Object.values(output.contracts)
			.flatMap((file) => Object.entries(file))
			.map(([name, { abi, evm }]) => [name, { abi, code: `0x${evm.bytecode.object}` }]),
	);
}
