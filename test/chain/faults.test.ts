import test from 'ava';
import { type AccountId, accountOf } from '../../src/ledger/account.ts';
import type { AssetId } from '../../src/ledger/asset.ts';
import { covers } from '../../src/ledger/receipt.ts';
import type { ChainReader, Stretch } from '../../src/sources/chains/contract.ts';
import { openReader } from '../../src/sources/chains/list.ts';
import { endpoint, never } from './asking.ts';
import { type EvmWorld, makeWorld } from './evm-world.ts';
import { fakeClock } from './fake-clock.ts';
import { brokenOff, cutJson, drip, dropped, emptyBody, html, redirect, silent, status, tooMany } from './faults.ts';
import { always, type Fault, type FaultyProxy, faultyProxy, type Schedule, seeded, times } from './faulty-proxy.ts';
import { assetsOf, recordsIn } from './reading.ts';
import {
	duplicates,
	foreignLog,
	lyingEmpty,
	missingBlocks,
	oneMissing,
	RANGE_WORDINGS,
	rangeLimit,
	rpcError,
	staleHead,
	wrongId,
} from './rpc-faults.ts';

let world: EvmWorld;

test.before(async () => {
	world = await makeWorld();
	await world.flood(600);
});
test.after.always(() => world?.anvil.kill());

/** What came of reading the payer's and the core member's tokens, with the balances of the chain looked at. */
interface Read {
	readonly stretches: readonly Stretch[];
	/** Told by the last stretch, or by a balance that does not add up; '' where the history is complete. */
	readonly incomplete: string;
}

async function readThrough(urls: readonly string[], account: AccountId): Promise<Read> {
	const clock = fakeClock();
	const reader = await openReader('rpc', {
		terms: { network: world.network, tokens: undefined, assets: assetsOf(world), crossCheck: false },
		endpoints: urls.map((url) =>
			endpoint(url, { perSecond: 1_000_000, timeoutMs: url === urls[0] ? patience : 20_000 }),
		),
		clock,
		confirmations: 0,
		internal: 'off',
	});
	try {
		return await readAll(reader, account);
	} finally {
		await reader.close();
	}
}

/** Time-out of the endpoint that faults befall. */
let patience = 20_000;

async function readAll(reader: ChainReader, account: AccountId): Promise<Read> {
	const stretches: Stretch[] = [];
	let head: Awaited<ReturnType<ChainReader['head']>>;
	try {
		head = await reader.head(never);
	} catch (error) {
		return { stretches, incomplete: String((error as Error).message) };
	}
	const question = { account, history: 'tokens', from: reader.first, until: head.final, head, signal: never } as const;
	for await (const stretch of reader.read(question)) stretches.push(stretch);
	const last = stretches.at(-1)?.receipt;
	if (last === undefined) return { stretches, incomplete: 'nothing was read' };
	if (!covers(last)) return { stretches, incomplete: last.outcome };
	return { stretches, incomplete: await balanceDiffers(reader, account, stretches, head.final) };
}

/** The check that what was read adds up to what the chain says is held: the only one that sees a lying page. */
async function balanceDiffers(
	reader: ChainReader,
	account: AccountId,
	stretches: readonly Stretch[],
	mark: number,
): Promise<string> {
	const sums = new Map<AssetId, bigint>([[usdt(), 0n]]);
	for (const { asset, amount = 0n, from, to, state } of recordsIn(stretches)) {
		if (state === 'failed') continue;
		const moved = (to.account === account ? amount : 0n) - (from.account === account ? amount : 0n);
		sums.set(asset, (sums.get(asset) ?? 0n) + moved);
	}
	for (const [asset, sum] of sums) {
		// The look-alike states transfers that never were: only the true token's balance is the issuer's word.
		if (asset !== usdt()) continue;
		try {
			if ((await reader.balance(account, asset, mark, never)) !== sum) return 'balance-differs';
		} catch (error) {
			return `no balance: ${(error as Error).message}`;
		}
	}
	return '';
}

function usdt(): AssetId {
	return idOf(world.places.usdt);
}

function idOf(address: string): AccountId {
	const id = accountOf(world.network, address);
	if (id === undefined) throw new Error(`no address ${address}`);
	return id;
}

/** Transfers of an account: where they stand, who moved how much. */
function truthOf(account: string): string[] {
	return world.transfers
		.filter(({ from, to }) => [from, to].some((side) => side.toLowerCase() === account.toLowerCase()))
		.map((move) => {
			const place = `${move.transaction.toLowerCase()} log ${move.log}, block ${move.block}`;
			return `${place}: ${idOf(move.from)} ${idOf(move.to)} ${idOf(move.token)} ${amountIn(idOf(move.token), move.amount)}`;
		})
		.sort();
}

function seenIn(stretches: readonly Stretch[]): string[] {
	return recordsIn(stretches)
		.map(({ evidence, block, from, to, asset, amount = 0n }) => {
			const place = evidence.kind === 'chain' ? `${evidence.transaction} ${evidence.position}` : '';
			return `${place}, block ${block?.number}: ${from.account} ${to.account} ${asset} ${amountIn(asset, amount)}`;
		})
		.sort();
}

/** The look-alike is no asset of the case: how its amounts are scaled is another test's matter. */
function amountIn(asset: AssetId, amount: bigint): string {
	return asset === idOf(world.places.fake) ? '' : String(amount);
}

/** Reads through a proxy and holds it against what happened: every transfer once, or the history says that it is incomplete. */
async function judged(
	schedule: Schedule,
	more: readonly string[] = [],
): Promise<{
	lost: number;
	invented: number;
	twice: number;
	incomplete: string;
	proxy: FaultyProxy;
}> {
	const proxy = await faultyProxy(world.anvil.url, schedule);
	try {
		const { payer } = world.people;
		const { stretches, incomplete } = await readThrough([proxy.url, ...more], idOf(payer));
		const truth = truthOf(payer);
		const seen = seenIn(stretches);
		const known = new Set(truth);
		return {
			lost: truth.length - new Set(seen.filter((name) => known.has(name))).size,
			invented: seen.filter((name) => !known.has(name)).length,
			twice: seen.length - new Set(seen).size,
			incomplete,
			proxy,
		};
	} finally {
		await proxy.close();
	}
}

/** Faults that pass, and what a history is called that they never leave. */
const PASSING: readonly (readonly [Fault, RegExp])[] = [
	[tooMany('1'), /^rate-limited/],
	[tooMany(), /^rate-limited/],
	[
		rpcError('429 with status 200', 429, 'Your app has exceeded its compute units per second capacity'),
		/^rate-limited/,
	],
	[status(500), /^unreachable/],
	[status(503, '', { 'retry-after': '1' }), /^unreachable/],
	[dropped, /^unreachable/],
	[brokenOff, /^unreachable/],
	[drip(20), /^unreachable/],
	[silent, /^unreachable/],
	[cutJson, /^damaged/],
	[html, /^damaged/],
	[emptyBody, /^damaged/],
	[wrongId, /^damaged/],
	[missingBlocks, /^(unreachable|damaged)/],
	[duplicates, /^damaged/],
	[foreignLog, /^damaged/],
];
const ENDLESS = new Set([drip(0).name, silent.name]);

for (const [fault, called] of PASSING) {
	test.serial(`${fault.name}: every transfer once where it passes, incomplete where it stays`, async (t) => {
		patience = ENDLESS.has(fault.name) ? 100 : 20_000;
		// Logs are asked for twice only; everything else is asked for before, too.
		const passing = await judged(times(3, fault, fault.befalls === undefined ? 2 : 0));
		t.true(passing.proxy.suffered.length > 0, 'the fault came to pass');
		t.like(passing, { lost: 0, invented: 0, twice: 0, incomplete: '' });
		// From the third question on that it can befall, so that the head is known and the reading has begun.
		const staying = await judged(times(Number.POSITIVE_INFINITY, fault, fault.befalls === undefined ? 4 : 0));
		t.like(staying, { invented: 0, twice: 0 });
		t.regex(staying.incomplete, called);
		const helped = await judged(always(fault), [world.anvil.url]);
		t.like(helped, { lost: 0, invented: 0, twice: 0, incomplete: '' }, 'another endpoint helps');
		patience = 20_000;
	});
}

for (const fault of [status(401), status(403), redirect('http://elsewhere.invalid')]) {
	test.serial(`${fault.name}: denied, and answered by another endpoint`, async (t) => {
		const alone = await judged(times(Number.POSITIVE_INFINITY, fault, 4));
		t.like(alone, { invented: 0, twice: 0, incomplete: 'denied' });
		t.like(await judged(always(fault), [world.anvil.url]), { lost: 0, invented: 0, twice: 0, incomplete: '' });
	});
}

for (const wording of RANGE_WORDINGS) {
	test.serial(`${wording.provider} takes few blocks at once: every transfer once`, async (t) => {
		const met = await judged(always(rangeLimit(3, wording)));
		t.like(met, { lost: 0, invented: 0, twice: 0, incomplete: '' });
		t.true(met.proxy.suffered.length > 0);
		const refusing = await judged(always(rangeLimit(0, wording)));
		t.like(refusing, { lost: truthOf(world.people.payer).length, invented: 0, twice: 0, incomplete: 'range-refused' });
	});
}

for (const fault of [lyingEmpty, oneMissing]) {
	test.serial(`${fault.name}: what no answer shows, the balance does`, async (t) => {
		for (const schedule of [always(fault), times(1, fault, 1)]) {
			const met = await judged(schedule);
			t.like(met, { invented: 0, twice: 0 });
			t.is(met.incomplete, met.lost > 0 ? 'balance-differs' : '');
		}
	});
}

test.serial('stale head: a node behind is never taken for the end of the chain', async (t) => {
	const fault = staleHead(3);
	const late = await judged(times(Number.POSITIVE_INFINITY, fault, 6));
	t.like(late, { invented: 0, twice: 0 });
	t.true(late.lost === 0 || late.incomplete !== '', `${late.lost} lost, "${late.incomplete}"`);
	const helped = await judged(times(Number.POSITIVE_INFINITY, fault, 1), [world.anvil.url]);
	t.like(helped, { invented: 0, twice: 0 });
	t.true(helped.lost === 0 || helped.incomplete !== '', `${helped.lost} lost, "${helped.incomplete}"`);
});

test.serial('faults of every kind by chance: never silently fewer, never anything twice', async (t) => {
	const faults = [
		...PASSING.map(([fault]) => fault),
		lyingEmpty,
		oneMissing,
		staleHead(3),
		rangeLimit(4, RANGE_WORDINGS[0] as never),
	];
	const lasting = faults.filter(({ name }) => !ENDLESS.has(name));
	let complete = 0;
	for (let seed = 1; seed <= 12; seed++) {
		const met = await judged(seeded(lasting, seed, 0.3));
		t.like(met, { invented: 0, twice: 0 }, `seed ${seed}`);
		t.true(met.lost === 0 || met.incomplete !== '', `seed ${seed}: ${met.lost} lost`);
		if (met.incomplete === '') complete++;
	}
	t.true(complete >= 6, `${complete} of 12 complete: most faults pass`);
});
