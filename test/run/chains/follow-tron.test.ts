import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { followOnChain } from '../../../src/run/chains/follow.ts';
import type { FollowAnswer } from '../../../src/run/chains/follow-answer.ts';
import { systemClock } from '../../../src/sources/chains/transport/clock.ts';
import { follow } from '../../../src/tracing/follow.ts';
import { buildGraph } from '../../../src/tracing/graph.ts';
import type { Flow } from '../../../src/tracing/types.ts';
import { startTronServer } from '../../chain/tron-server.ts';
import { paid, TronWorld, USDT, ZERO } from '../../chain/tron-world.ts';
import { scratchFolder } from '../../stores/scratch.ts';

/** More rows than one history may take of a small budget, at 200 a page. */
const LONG = 4_500;

/**
 * One wallet pays two of twenty, who pay one another at random; ten have nothing to do with it. One of the twenty is paid
 * by half the world: its history is long.
 */
function gangWorld() {
	const world = new TronWorld('gang');
	const held = new Map<string, number>();
	/** At most what the payer has. */
	const move = (from: string, to: string, wanted: number) => {
		const amount = from === ZERO ? wanted : Math.min(wanted, held.get(from) ?? 0);
		held.set(from, (held.get(from) ?? 0) - amount);
		held.set(to, (held.get(to) ?? 0) + amount);
		return { ...paid(USDT, from, to, BigInt(amount), from === ZERO ? to : from), fee: 0n, energyFee: 0n };
	};
	const [start, bank, ...gang] = Array.from({ length: 22 }, () => world.address()) as [string, string, ...string[]];
	const hub = gang[7] as string;
	world.block(move(ZERO, bank, 50_000_000));
	for (let left = LONG; left > 0; left -= 90)
		world.block(...Array.from({ length: 90 }, () => move(bank, hub, 1 + world.random(9))));
	world.block(move(bank, start, 20_000_000));
	for (const one of gang) world.block(move(bank, one, 100_000));
	for (let k = 0; k < 12; k++) {
		world.block(move(start, gang[k % 2] as string, 400_000 + world.random(100_000)));
		for (let j = 0; j < 6; j++) {
			const [from, to] = [gang[world.random(10)] as string, gang[world.random(10)] as string];
			if (from !== to) world.block(move(from, to, 100_000 + world.random(400_000)));
			world.block(move(gang[10 + world.random(10)] as string, gang[world.random(10)] as string, 5_000));
		}
	}
	return { world: world.rest(), start, hub };
}

/** The full pass, over every transfer of the chain. */
function truth({ world, start }: ReturnType<typeof gangWorld>): string[] {
	const flows = world.blocks.flatMap(({ instant, transactions }) =>
		transactions.flatMap(({ logs }, index) =>
			logs
				.filter(({ from, to, value }) => from !== to && value > 0n)
				.map(({ from, to, value }): Flow => {
					const ends = { from: `tron:${from}`, to: `tron:${to}`, asset: `tron:${USDT}` };
					return { id: `${instant}.${index}`, ...ends, amount: value, instant, tied: false };
				}),
		),
	);
	const byId = new Map(flows.map((flow) => [flow.id, flow]));
	const starts = flows.filter(({ from }) => from === `tron:${start}`).map(({ id }) => id);
	const terms = { seeds: new Map(), services: new Set<string>(), conversions: [], openings: new Map() };
	return follow(buildGraph(flows), terms, starts, 'fifo', {}).map(({ transfer, amount, hops }) => {
		const { instant, from, to } = byId.get(transfer) as Flow;
		return [instant, from, to, amount, hops].join(' ');
	});
}

const told = ({ rows }: FollowAnswer) =>
	rows.map(({ instant, from, to, traced, depth }) => [instant, from, to, traced, depth].join(' '));

test('on TRON: the full pass; with little, a history too long for its share is left out and told with what went there', async (t) => {
	const gang = gangWorld();
	const server = await startTronServer(gang.world);
	t.teardown(async () => await server.close());
	const root = join(await scratchFolder(t), 'case');
	await mkdir(join(root, 'evidence'), { recursive: true });
	await writeFile(
		join(root, 'case.yaml'),
		`version: 1\nname: gang\nchains:\n  - network: tron\n    endpoints:\n      - { url: "${server.url}", interface: trongrid, requests_per_second: 1000 }\n`,
	);
	const ask = (budget: number) => {
		const access = { clock: systemClock, signal: new AbortController().signal };
		const request = { what: gang.start, chain: 'tron', budget, policy: 'fifo' as const };
		return followOnChain(root, request, { env: {}, access, onProgress: () => {} });
	};
	const whole = truth(gang);
	const rows = new Set(whole);
	let last = await ask(80);
	for (let calls = 0; calls < 20 && last.unopened.some(({ why }) => why === 'spent'); calls++) {
		t.true(last.requests <= 80);
		last = await ask(80);
	}
	const [left, ...others] = last.unopened;
	t.like(left, { account: `tron:${gang.hub}`, why: 'too-long' });
	t.deepEqual(others, []);
	t.is(last.forOne, 20);
	const sure = (line: string) => Number(line.split(' ')[0]) < (last.missingFrom ?? 0);
	t.deepEqual(told(last).filter(sure), whole.filter(sure));
	t.true(told(last).length < rows.size);
	const enough = await ask(2_000);
	t.deepEqual(told(enough), whole);
	t.deepEqual([enough.unopened, enough.incomplete, enough.unseen], [[], [], []]);
});
