import { getAddress } from 'ethers';
import { type Anvil, startAnvil } from './anvil.ts';
import { type EvmChain, openChain } from './evm-chain.ts';

/** A chain on which all that is known happened, and what happened. */
export interface EvmWorld extends EvmChain {
	/** Contracts by what they are; addresses with their checksum. */
	readonly places: Readonly<Record<Place, string>>;
	/** `count` transfers of `usdt` out of `payer`, 1, 2, 3 … smallest units, to `people` strangers in turn, `together` a block. */
	flood(count: number, people?: number, together?: number): Promise<void>;
}

const PLACES = {
	/** 6 decimals, like USDT. */
	usdt: ['Token', 'USDT', 6],
	/** 18 decimals. */
	gold: ['Token', 'GOLD', 18],
	/** Calls itself USDT and is another contract, which states transfers that never were. */
	fake: ['Token', 'USDT', 6],
	batch: ['Payer'],
	swap: ['Swap'],
	forwarder: ['Forwarder'],
	second: ['Forwarder'],
	collectible: ['Collectible'],
} as const satisfies Record<string, readonly [string, ...(string | number)[]]>;
export type Place = keyof typeof PLACES;

/** Where the strangers of `flood` begin. */
const STRANGERS = 0x5700_0000_0000_0000n;
const USDT = 1_000_000n;
const COIN = 10n ** 18n;

/** An address that nobody has the key of. */
export function stranger(index: number): string {
	return getAddress(`0x${(STRANGERS + BigInt(index)).toString(16).padStart(40, '0')}`);
}

/**
 * A new node with the world on it, the same hashes every time: an overseas payer, core members, a leader and members, a
 * poisoner, paid in one token of 6 and one of 18 decimals. End it with `anvil.kill()`.
 *
 * @param options of anvil
 */
export async function makeWorld(options: readonly string[] = []): Promise<EvmWorld> {
	const anvil = await startAnvil(options);
	try {
		return await tellStory(anvil);
	} catch (error) {
		await anvil.kill();
		throw error;
	}
}

async function tellStory(anvil: Anvil): Promise<EvmWorld> {
	const chain = await openChain(anvil);
	const places = {} as Record<Place, string>;
	for (const [name, [contract, ...args]] of Object.entries(PLACES))
		places[name as Place] = await chain.deploy(contract, args);
	await chain.mine();
	const { usdt, gold, fake, batch, swap, forwarder, second, collectible } = places;
	const { payer, core, cashier, leader, member1, member2, member3, poisoner } = chain.people;
	const members = [member1, member2, member3];

	for (const [token, to, amount] of [
		[usdt, payer, 1_000_000n * USDT],
		[gold, swap, 500n * COIN],
		[fake, poisoner, 9_000_000n * USDT],
	] as const)
		await chain.call('deployer', token, 'Token', 'mint', [to, amount], [{ token, from: ZERO, to, amount }]);
	for (const [who, spender] of [
		['payer', batch],
		['core', batch],
		['core', swap],
	] as const)
		await chain.call(who, usdt, 'Token', 'approve', [spender, 2n ** 255n], [undefined]);
	await chain.mine();

	await chain.pay('payer', usdt, core, 50_000n * USDT);
	await chain.mine();
	// Three payments of one amount in one block are three payments.
	for (let i = 0; i < 3; i++) await chain.pay('payer', usdt, core, 5n * USDT);
	await chain.mine();
	await chain.call(
		'poisoner',
		fake,
		'Token',
		'pretend',
		[payer, core, 50_000n * USDT],
		[{ token: fake, from: payer, to: core, amount: 50_000n * USDT }],
	);
	await chain.pay('poisoner', fake, core, 777n * USDT);
	// Anybody may move nothing out of anybody's account: the log is the true token's.
	await chain.call(
		'poisoner',
		usdt,
		'Token',
		'transferFrom',
		[core, poisoner, 0n],
		[{ token: usdt, from: core, to: poisoner, amount: 0n }],
	);
	await chain.mine();

	const paid = [leader, ...members].map((to, index) => ({
		token: usdt,
		from: core,
		to,
		amount: (100n + BigInt(index)) * USDT,
	}));
	await chain.call(
		'core',
		batch,
		'Payer',
		'pay',
		[usdt, paid.map(({ to }) => to), paid.map(({ amount }) => amount)],
		paid,
	);
	await chain.mine();
	await chain.call(
		'core',
		swap,
		'Swap',
		'swap',
		[usdt, 1_000n * USDT, gold, 3n * 10n ** 9n],
		[
			{ token: usdt, from: core, to: swap, amount: 1_000n * USDT },
			{ token: gold, from: swap, to: core, amount: 3n * COIN },
		],
	);
	await chain.mine();
	await chain.fail('leader', usdt, 'Token', 'transfer', [core, 1_000_000n * USDT]);
	await chain.pay('leader', usdt, leader, 7n * USDT);
	await chain.call('core', collectible, 'Collectible', 'give', [leader, 42n], [undefined]);
	await chain.pay('core', gold, cashier, COIN + 1n);
	await chain.mine();

	await chain.give('core', leader, 2n * COIN);
	await chain.give('core', usdt, 1n, false);
	await chain.give('leader', leader, 5n);
	await chain.mine();
	const part = COIN / 4n;
	await chain.call('core', forwarder, 'Forwarder', 'split', [[leader, cashier]], [], 2n * part, [
		{ from: forwarder, to: leader, amount: part },
		{ from: forwarder, to: cashier, amount: part },
	]);
	await chain.call('core', forwarder, 'Forwarder', 'through', [second, [leader]], [], part, [
		{ from: forwarder, to: second, amount: part },
		{ from: second, to: leader, amount: part },
	]);
	await chain.call('core', forwarder, 'Forwarder', 'attempt', [second, leader], [], part);
	await chain.mine();
	await chain.pay('leader', usdt, member1, 6n * USDT);
	await chain.give('deployer', core, COIN);
	await chain.mine();

	let flooded = 0;
	return {
		...chain,
		places,
		async flood(count, people = 97, together = 500) {
			for (let start = flooded; start < flooded + count; start += together) {
				const size = Math.min(together, flooded + count - start);
				const paidNow = Array.from({ length: size }, (_, i) => ({
					token: usdt,
					from: payer,
					to: stranger((start + i) % people),
					amount: BigInt(start + i + 1),
				}));
				await chain.call('payer', batch, 'Payer', 'flood', [usdt, start, size, STRANGERS, people], paidNow);
				await chain.mine();
			}
			flooded += count;
		},
	};
}

const ZERO = '0x0000000000000000000000000000000000000000';
