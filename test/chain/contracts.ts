import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
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
/** Seconds of work: what one test file has compiled, the others take. */
const KEPT = join('node_modules', '.cache', 'liuxiang-test');
const SETTINGS = {
	evmVersion: 'shanghai',
	optimizer: { enabled: true },
	outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
};

let compiled: Promise<ReadonlyMap<string, Contract>> | undefined;

/** The contracts of `test/chain/contracts` by name. */
export function contracts(): Promise<ReadonlyMap<string, Contract>> {
	compiled ??= read();
	return compiled;
}

async function read(): Promise<ReadonlyMap<string, Contract>> {
	const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sol')).sort();
	const sources = Object.fromEntries(
		await Promise.all(names.map(async (name) => [name, { content: await readFile(join(FOLDER, name), 'utf8') }])),
	);
	const compiler = await readFile(join('node_modules', 'solc', 'package.json'), 'utf8');
	const input = JSON.stringify({ language: 'Solidity', sources, settings: SETTINGS });
	const file = join(KEPT, `${hash('sha256', compiler + input)}.json`);
	const output = (await readFile(file, 'utf8').catch(() => undefined)) ?? (await keep(file, await compile(input)));
	return contractsIn(JSON.parse(output) as Compiled);
}

async function compile(input: string): Promise<string> {
	const { default: solc } = await import('solc');
	return solc.compile(input);
}

/** Another process may read at this moment, or write the same. */
async function keep(file: string, output: string): Promise<string> {
	await mkdir(KEPT, { recursive: true });
	const own = `${file}.${process.pid}`;
	await writeFile(own, output);
	await rename(own, file);
	return output;
}

function contractsIn(output: Compiled): ReadonlyMap<string, Contract> {
	const errors = (output.errors ?? []).filter(({ severity }) => severity === 'error');
	if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
	return new Map(
		Object.values(output.contracts)
			.flatMap((file) => Object.entries(file))
			.map(([name, { abi, evm }]) => [name, { abi, code: `0x${evm.bytecode.object}` }]),
	);
}
