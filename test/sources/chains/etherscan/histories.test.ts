import test from 'ava';
import { covers } from '../../../../src/ledger/receipt.ts';
import { GENESIS } from '../../../chain/anvil.ts';
import { type ExplorerRows, explorerRows } from '../../../chain/etherscan-rows.ts';
import { startExplorer } from '../../../chain/etherscan-server.ts';
import { type EvmWorld, makeWorld } from '../../../chain/evm-world.ts';
import { assetsOf, movement, never, readerOf, recordsOf, stretchesOf } from './reading.ts';

let world: EvmWorld;
let rows: ExplorerRows;
test.before(async () => {
	world = await makeWorld();
	await world.flood(60, 7);
	await world.mine(6);
	rows = await explorerRows(world.anvil);
});
test.after.always(() => world?.anvil.kill());

/** Token transfers of an address as they were meant, up to a block; unknown tokens are kept at 18 decimals. */
function tokensOf(address: string, until: number): string[] {
	const assets = assetsOf(world);
	return world.transfers
		.filter(({ from, to, block }) => (from === address || to === address) && block <= until)
		.map(({ transaction, block, from, to, token, amount }) => {
			const asset = `${world.network}:${token}`;
			const scale = assets.has(asset) || token === world.places.gold ? 0n : 12n;
			return [transaction, block, account(from), account(to), asset, amount * 10n ** scale, 'done'].join(' ');
		});
}

function account(address: string): string {
	return `${world.network}:${address}`;
}

async function coinsOf(address: string, until: number): Promise<string[]> {
	const coin = `${world.network}:coin`;
	const told: string[] = [];
	for (const { transaction, block, from, to, amount, done } of world.coins) {
		if ((from !== address && to !== address) || block > until) continue;
		told.push([transaction, block, account(from), account(to), coin, amount, done ? 'done' : 'failed'].join(' '));
		const { gasUsed, effectiveGasPrice } = await world.anvil.rpc<Record<'gasUsed' | 'effectiveGasPrice', string>>(
			'eth_getTransactionReceipt',
			transaction,
		);
		const fee = BigInt(gasUsed) * BigInt(effectiveGasPrice);
		told.push([transaction, block, account(from), `${world.network}:@fee`, coin, fee, 'done'].join(' '));
	}
	return told;
}

function internalOf(address: string, until: number): string[] {
	return world.internal
		.filter(({ from, to, block }) => (from === address || to === address) && block <= until)
		.map(({ transaction, block, from, to, amount }) =>
			[transaction, block, account(from), account(to), `${world.network}:coin`, amount, 'done'].join(' '),
		);
}

test('all three histories are exact through windows of any size, and lie without a gap', async (t) => {
	const { payer, core, leader } = world.people;
	// The flood puts 60 transfers into one block: with 7 at once it takes nine pages, and 60 are more than half of a window of 61.
	for (const habits of [{ logs: true }, { window: 100, cap: 7 }, { window: 61 }]) {
		const explorer = await startExplorer(world.anvil, rows, habits);
		try {
			const reader = readerOf(world, [explorer.url]);
			for (const address of [core, leader, payer, world.places.forwarder]) {
				const { final } = await reader.head(never);
				for (const history of ['tokens', 'coins', 'internal'] as const) {
					const stretches = await stretchesOf(reader, address, history);
					const told = recordsOf(stretches)
						.filter(({ state }) => history !== 'internal' || state === 'done')
						.map(movement);
					const meant = { tokens: tokensOf, coins: coinsOf, internal: internalOf }[history](address, final);
					const where = `${history} of ${address} with ${JSON.stringify(habits)}`;
					t.deepEqual(told, await meant, where);
					let next = 0;
					for (const { receipt, records } of stretches) {
						t.true(covers(receipt), `${where}: ${receipt.reason}`);
						t.is(receipt.from, next, where);
						t.is(receipt.untilInstant, (GENESIS + 12 * receipt.until) * 1000, where);
						t.is(receipt.records, records.length);
						next = receipt.until + 1;
					}
					t.is(next, final + 1, where);
				}
			}
		} finally {
			await explorer.close();
		}
	}
});
