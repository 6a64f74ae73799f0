import { type AccountId, accountOf } from '../../src/ledger/account.ts';
import type { AssetId } from '../../src/ledger/asset.ts';
import { covers } from '../../src/ledger/receipt.ts';
import type { ChainReader, Head, Stretch } from '../../src/sources/chains/contract.ts';
import { openReader } from '../../src/sources/chains/list.ts';
import { ChainTrouble } from '../../src/sources/chains/transport/contract.ts';
import { endpoint, never } from './asking.ts';
import type { TokenTruth } from './evm-chain.ts';
import type { EvmWorld } from './evm-world.ts';
import { fakeClock } from './fake-clock.ts';
import { faultyProxy, type Schedule } from './faulty-proxy.ts';
import { assetsOf, recordsIn } from './reading.ts';

/** What came of reading the payer's tokens through faults, held against what happened. */
export interface Met {
	/** Transfers that were not found. */
	readonly lost: number;
	/** Those of them that lie where the history says it is covered. */
	readonly missed: number;
	readonly invented: number;
	readonly twice: number;
	/** Outcome of the last stretch, trouble, or a balance that does not add up; '' where the history is complete. */
	readonly incomplete: string;
	/** Faults that came to pass. */
	readonly suffered: number;
}

export interface Faults {
	/** Endpoints without faults, to be asked after the faulty one. */
	readonly more?: readonly string[];
	/** Time-out of the faulty one. */
	readonly timeoutMs?: number;
}

/** Reads the payer's tokens by JSON-RPC, the node behind a proxy that lets faults happen. */
export async function readThrough(world: EvmWorld, schedule: Schedule, faults: Faults = {}): Promise<Met> {
	const { more = [], timeoutMs = 20_000 } = faults;
	const proxy = await faultyProxy(world.anvil.url, schedule);
	const reader = await openReader('rpc', {
		terms: { network: world.network, tokens: known(world), assets: assetsOf(world), crossCheck: false },
		endpoints: [
			endpoint(proxy.url, { perSecond: 1e6, timeoutMs }),
			...more.map((url) => endpoint(url, { perSecond: 1e6, timeoutMs: 20_000 })),
		],
		clock: fakeClock(),
		confirmations: 0,
		internal: 'off',
	});
	try {
		const { stretches, incomplete } = await readAll(world, reader);
		return { ...compared(world, stretches), incomplete, suffered: proxy.suffered.length };
	} finally {
		await reader.close();
		await proxy.close();
	}
}

interface Read {
	readonly stretches: readonly Stretch[];
	readonly incomplete: string;
}

async function readAll(world: EvmWorld, reader: ChainReader): Promise<Read> {
	const stretches: Stretch[] = [];
	const account = idIn(world, world.people.payer);
	try {
		const head = await reader.head(never);
		const question = {
			account,
			history: 'tokens',
			from: reader.first,
			until: head.final,
			head,
			signal: never,
		} as const;
		for await (const stretch of reader.read(question)) stretches.push(stretch);
		const last = stretches.at(-1)?.receipt;
		if (last === undefined) return { stretches, incomplete: 'nothing was read' };
		if (!covers(last)) return { stretches, incomplete: last.outcome };
		return { stretches, incomplete: await balanceDiffers(world, reader, stretches, head) };
	} catch (error) {
		if (error instanceof ChainTrouble) return { stretches, incomplete: error.kind };
		throw error;
	}
}

/**
 * The check that what was read adds up to what the chain says is held: the only one that sees a lying page. It can be made
 * of tokens that the case knows; of others nobody would know that there was anything to look for.
 */
async function balanceDiffers(
	world: EvmWorld,
	reader: ChainReader,
	stretches: readonly Stretch[],
	head: Head,
): Promise<string> {
	const account = idIn(world, world.people.payer);
	for (const token of known(world)) {
		const moved = recordsIn(stretches).filter(({ asset }) => asset === token);
		const sum = moved.reduce((held, { amount = 0n, from, to }) => {
			return held + (to.account === account ? amount : 0n) - (from.account === account ? amount : 0n);
		}, 0n);
		if ((await reader.balance(account, token, head.final, never)) !== sum) return 'balance-differs';
	}
	return '';
}

function known(world: EvmWorld): AssetId[] {
	return [world.places.usdt, world.places.gold].map((token) => idIn(world, token));
}

function compared(world: EvmWorld, stretches: readonly Stretch[]): Pick<Met, 'lost' | 'missed' | 'invented' | 'twice'> {
	const truth = new Map(payersTransfers(world).map((move) => [toldBy(world, move), move.block]));
	const seen = recordsIn(stretches).map(({ evidence, block, from, to, asset, amount }) => {
		const place = evidence.kind === 'chain' ? [evidence.transaction, evidence.position] : [];
		return [...place, block?.number, from.account, to.account, asset, amount].join(' ');
	});
	const found = new Set(seen);
	const lost = [...truth].filter(([move]) => !found.has(move));
	const covered = stretches.map(({ receipt }) => receipt).filter(covers);
	return {
		lost: lost.length,
		missed: lost.filter(([, block]) => covered.some(({ from, until }) => from <= block && block <= until)).length,
		invented: seen.filter((move) => !truth.has(move)).length,
		twice: seen.length - found.size,
	};
}

/** All that ever moved at the payer's account of tokens that the case knows. */
export function payersTransfers(world: EvmWorld): TokenTruth[] {
	const { transfers, people } = world;
	const tokens = known(world);
	return transfers.filter(
		({ token, from, to }) => (from === people.payer || to === people.payer) && tokens.includes(idIn(world, token)),
	);
}

function toldBy(world: EvmWorld, { transaction, log, block, from, to, token, amount }: TokenTruth): string {
	const ids = [from, to, token].map((address) => idIn(world, address));
	return [transaction.toLowerCase(), `log ${log}`, block, ...ids, amount].join(' ');
}

function idIn({ network }: EvmWorld, address: string): AccountId {
	const id = accountOf(network, address);
	if (id === undefined) throw new Error(`no address ${address}`);
	return id;
}
