import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { type FollowRequest, followOnChain } from '../../../src/run/chains/follow.ts';
import type { FollowAnswer } from '../../../src/run/chains/follow-answer.ts';
import { systemClock } from '../../../src/sources/chains/transport/clock.ts';
import { follow } from '../../../src/tracing/follow.ts';
import { buildGraph } from '../../../src/tracing/graph.ts';
import { findSwaps } from '../../../src/tracing/swaps.ts';
import type { Flow, Policy } from '../../../src/tracing/types.ts';
import { type EvmWorld, makeWorld } from '../../chain/evm-world.ts';
import { fakeClock } from '../../chain/fake-clock.ts';
import { liuxiang } from '../../cli/terminal.ts';
import { scratchFolder } from '../../stores/scratch.ts';

let world: EvmWorld;
test.before(async () => {
	world = await makeWorld();
	const { usdt } = world.places;
	const { member1, member2, leader, cashier } = world.people;
	// Money that goes round, and comes on late.
	await world.pay('member1', usdt, member2, 50_000_000n);
	await world.mine();
	await world.pay('member2', usdt, leader, 120_000_000n);
	await world.pay('leader', usdt, member1, 40_000_000n);
	await world.mine();
	await world.pay('leader', usdt, cashier, 150_000_000n);
	await world.mine(5);
});
test.after.always(async () => await world?.anvil.kill());

type Folder = Parameters<typeof scratchFolder>[0];

/** A case folder that knows the two true tokens, and that the swap contract is a service. */
async function caseFolder(t: Folder, more = ''): Promise<string> {
	const root = join(await scratchFolder(t), 'case');
	await mkdir(join(root, 'evidence'), { recursive: true });
	const { network, places } = world;
	const token = (id: string, symbol: string, decimals: number) =>
		`  - { id: "${network}:${id}", symbol: ${symbol}, decimals: ${decimals} }`;
	const yaml = [
		'version: 1',
		'name: follow',
		'assets:',
		token(places.usdt, 'USDT', 6),
		token(places.gold, 'GOLD', 18),
		'chains:',
		`  - network: ${network}`,
		'    confirmations: 2',
		'    internal: off',
		more,
		'    endpoints:',
		`      - { url: "${world.anvil.url}", interface: rpc, requests_per_second: 1000 }`,
	];
	await writeFile(join(root, 'case.yaml'), `${yaml.filter((line) => line !== '').join('\n')}\n`);
	const head = '账号,主体,证件号码,类别,关系,来源,置信度,起,止,撤回日期,撤回原因';
	const rows = [`${network}:${places.swap},换币合约,,服务商,控制,链上合约,,,,,`];
	await writeFile(join(root, 'accounts.csv'), `${[head, ...rows].join('\n')}\n`);
	return root;
}

interface Asking {
	readonly signal?: AbortSignal;
	readonly onProgress?: (step: string) => void;
}

function ask(
	root: string,
	more: Partial<FollowRequest> = {},
	{ signal, onProgress }: Asking = {},
): Promise<FollowAnswer> {
	const request = { what: world.people.payer, chain: world.network, budget: 1_000, policy: 'fifo' as const, ...more };
	const access = { clock: systemClock, signal: signal ?? new AbortController().signal };
	return followOnChain(root, request, { env: {}, access, onProgress: onProgress ?? (() => {}) });
}

const told = ({ rows }: FollowAnswer) =>
	rows.map(({ from, to, asset, amount, traced, depth }) => [from, to, asset, amount, traced, depth].join(' '));

/** The full pass over what is known to have happened on the chain, all accounts of it, known tokens alone. */
function truth(policy: Policy): string[] {
	const { network, places, transfers, people } = world;
	const name = (address: string) => `${network}:${address}`;
	const real = transfers.filter(({ token }) => [places.usdt, places.gold].includes(token));
	const moved = real.filter(({ amount, from, to }) => amount > 0n && from !== to);
	const flows = moved.map((move): Flow => {
		const shared = moved.filter(({ transaction }) => transaction === move.transaction).length > 1;
		return {
			id: `${move.block}.${move.log}`,
			from: name(move.from),
			to: name(move.to),
			asset: name(move.token),
			amount: move.amount,
			instant: move.block,
			tied: false,
			...(shared ? { transaction: move.transaction } : {}),
		};
	});
	const services = new Set([name(places.swap)]);
	const { swaps } = findSwaps(flows, { isPerson: () => false, services });
	const starts = flows.filter(({ from }) => from === name(people.payer)).map(({ id }) => id);
	const terms = { seeds: new Map(), services, conversions: swaps, openings: new Map() };
	const byId = new Map(flows.map((flow) => [flow.id, flow]));
	return follow(buildGraph(flows), terms, starts, policy, {}).map(({ transfer, amount, hops }) => {
		const flow = byId.get(transfer) as Flow;
		return [flow.from, flow.to, flow.asset, flow.amount, amount, hops].join(' ');
	});
}

test('what is followed on a node is the full pass over all that happened, and asked again it costs next to nothing', async (t) => {
	const root = await caseFolder(t);
	for (const policy of ['fifo', 'lifo', 'haircut', 'poison'] as const) {
		const answer = await ask(root, { policy });
		t.deepEqual(told(answer), truth(policy), policy);
		t.deepEqual([answer.unopened, answer.incomplete], [[], []]);
		if (policy === 'fifo') t.true(answer.rows.some(({ swap }) => swap !== undefined));
		else t.true(answer.requests <= 6, `${answer.requests} requests, for whose chain it is and its head alone`);
	}
});

test('up to a day that was fetched nothing is asked at all', async (t) => {
	const root = await caseFolder(t);
	const { rows } = await ask(root);
	// Blocks come twelve seconds apart; the case counts in Beijing time.
	const until = '2024-01-01 08:01:30';
	const early = rows.filter(({ instant }) => instant <= Date.parse(`${until.replace(' ', 'T')}+08:00`));
	const again = await ask(root, { until });
	t.is(again.requests, 0);
	t.deepEqual([told(again), again.unopened], [told({ ...again, rows: early }), []]);
	t.true(early.length > 0 && early.length < rows.length);
});

test('a budget too small says what was left; another call goes on from there and ends at the same result', async (t) => {
	const root = await caseFolder(t);
	const first = await ask(root, { budget: 30 });
	t.true(first.unopened.length > 0);
	t.deepEqual([...new Set(first.unopened.map(({ why }) => why))], ['spent']);
	t.true(first.requests <= 30);
	let last = first;
	for (let calls = 0; last.unopened.length > 0 && calls < 20; calls++) last = await ask(root, { budget: 30 });
	t.deepEqual(told(last), truth('fifo'));
});

test('interrupted after any history, and asked again: the same result', async (t) => {
	const whole = truth('fifo');
	for (const after of [1, 4]) {
		const root = await caseFolder(t);
		const controller = new AbortController();
		let histories = 0;
		const onProgress = (step: string) => {
			if (step === 'follow' && ++histories === after) controller.abort();
		};
		const cut = await ask(root, {}, { signal: controller.signal, onProgress });
		t.is(cut.opened.length, after);
		t.true(cut.unopened.every(({ why }) => why === 'interrupted'));
		t.deepEqual(told(await ask(root)), whole);
	}
});

test('the command prints the transfers, what it asked and what nobody could see, and says by its exit that there are gaps', async (t) => {
	const root = await caseFolder(t);
	const args = [world.people.payer, root, '--chain', world.network, '--quiet'];
	const { code, out, err } = await liuxiang(['follow', ...args, '--budget', '500', '--depth', '1']);
	t.is(code, 1, err);
	t.regex(out, /transfers carry the value/);
	t.regex(out, /2 histories opened|1 histories opened/);
	t.regex(out, /Left unopened[\s\S]*too many transfers from the start/);
	t.regex(out, /Not visible[^\n]*coin transfers/);
	const json = await liuxiang(['follow', ...args, '--budget', '500', '--json']);
	t.is(JSON.parse(json.out).rows.length, truth('fifo').length);
	const unknown = await liuxiang(['follow', 'nobody', root, '--chain', world.network, '--budget', '5']);
	t.is(unknown.code, 2);
	t.regex(unknown.err, /"nobody" is no account/);
	t.is((await liuxiang(['follow', ...args, '--budget', '0'])).code, 2);
});

test('where the chain does not answer there is nothing to follow, and why is said', async (t) => {
	const root = await caseFolder(t);
	const yaml = `version: 1\nname: x\nchains:\n  - network: eth\n    endpoints:\n      - { url: "http://127.0.0.1:9", interface: rpc, timeout: 1s }\n`;
	await writeFile(join(root, 'case.yaml'), yaml);
	const access = { clock: fakeClock(), signal: new AbortController().signal };
	const request = { what: world.people.payer, chain: 'eth', budget: 100 };
	const { unanswered, rows } = await followOnChain(root, request, { env: {}, access, onProgress: () => {} });
	t.deepEqual([...new Set(unanswered?.map(({ outcome }) => outcome))], ['unreachable']);
	t.deepEqual(rows, []);
});
