import test from 'ava';
import { makeWorld } from './evm-world.ts';

const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

interface Log {
	readonly address: string;
	readonly topics: readonly string[];
	readonly data: string;
	readonly transactionHash: string;
	readonly blockNumber: string;
	readonly logIndex: string;
}

test('the node says of the world what was meant to happen, and the same each time', async (t) => {
	const [one, other] = await Promise.all([makeWorld(), makeWorld()]);
	t.teardown(() => Promise.all([one.anvil.kill(), other.anvil.kill()]));
	await one.flood(700);
	const logs = await one.anvil.rpc<Log[]>('eth_getLogs', { fromBlock: '0x0', toBlock: 'latest', topics: [TRANSFER] });
	const told = logs
		.filter(({ topics }) => topics.length === 3)
		.map((log) => [
			log.address,
			...log.topics.slice(1).map((topic) => `0x${topic.slice(26)}`),
			BigInt(log.data),
			log.transactionHash,
			Number(log.blockNumber),
			Number(log.logIndex),
		]);
	const meant = one.transfers.map(({ token, from, to, amount, transaction, block, log }) => [
		token.toLowerCase(),
		from.toLowerCase(),
		to.toLowerCase(),
		amount,
		transaction,
		block,
		log,
	]);
	t.deepEqual(told, meant);
	for (const { transaction, done, block } of one.coins) {
		const receipt = await one.anvil.rpc<{ status: string; blockNumber: string }>(
			'eth_getTransactionReceipt',
			transaction,
		);
		t.deepEqual([receipt.status, Number(receipt.blockNumber)], [done ? '0x1' : '0x0', block], transaction);
	}
	t.deepEqual(other.coins, one.coins.slice(0, other.coins.length));
});
