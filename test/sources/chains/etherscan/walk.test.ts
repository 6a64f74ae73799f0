import test from 'ava';
import fc from 'fast-check';
import { Problem } from '../../../../src/ledger/problem.ts';
import { covers } from '../../../../src/ledger/receipt.ts';
import type { Stretch } from '../../../../src/sources/chains/contract.ts';
import { openEtherscan } from '../../../../src/sources/chains/etherscan/reader.ts';
import { ChainTrouble } from '../../../../src/sources/chains/transport/contract.ts';
import { type ExplorerRows, explorerRows } from '../../../chain/etherscan-rows.ts';
import {
	type Explorer,
	type ExplorerHabits,
	type Mishap,
	type Query,
	refusal,
	startExplorer,
} from '../../../chain/etherscan-server.ts';
import { type EvmWorld, makeWorld } from '../../../chain/evm-world.ts';
import { fakeClock } from '../../../chain/fake-clock.ts';
import { movement, never, type Reading, readerOf, recordsOf, stretchesOf } from './reading.ts';

let world: EvmWorld;
let rows: ExplorerRows;
let core: string;
let payer: string;
/** What a sound explorer tells of the core member's tokens. */
let sound: readonly string[];
const open: Explorer[] = [];

test.before(async () => {
	world = await makeWorld();
	await world.flood(30, 7);
	await world.mine(6);
	rows = await explorerRows(world.anvil);
	({ core, payer } = world.people);
	sound = recordsOf(await stretchesOf(readerOf(world, [(await explorer()).url]), core, 'tokens')).map(movement);
});
test.after.always(async () => {
	await Promise.all(open.map((one) => one.close()));
	await world?.anvil.kill();
});

async function explorer(habits: ExplorerHabits = {}, mishap?: Mishap): Promise<Explorer> {
	const one = await startExplorer(world.anvil, rows, habits);
	if (mishap) one.plan(mishap);
	open.push(one);
	return one;
}

/** The core member's tokens through one explorer, to which something happens. */
async function readThrough(habits: ExplorerHabits, mishap: Mishap, reading: Reading = {}): Promise<Stretch[]> {
	return await stretchesOf(readerOf(world, [(await explorer(habits, mishap)).url], reading), core, 'tokens');
}

function isList({ module, action }: Query): boolean {
	return module === 'account' && action === 'tokentx';
}

type Listed = { readonly result: readonly Readonly<Record<string, string>>[] };

/** Does something to the rows of an answer. */
function withRows(change: (result: Listed['result'], query: Query) => unknown): Mishap {
	return (query, answer) => {
		if (!isList(query)) return undefined;
		const { result } = answer() as Listed;
		if (!Array.isArray(result)) return undefined;
		return { status: '1', message: 'OK', result: change(result, query) };
	};
}

test('a block that has more rows than the window is where the history is cut, and what lies before it stays', async (t) => {
	const flood = world.transfers.at(-1)?.block ?? 0;
	const stretches = await stretchesOf(readerOf(world, [(await explorer({ window: 29 })).url]), payer, 'tokens');
	const last = stretches.pop();
	t.is(last?.receipt.outcome, 'cut');
	t.regex(last?.receipt.reason ?? '', new RegExp(`^block ${flood} alone has more than 29 rows: Result window`));
	t.is(last?.receipt.from, flood);
	t.deepEqual(last?.records, []);
	t.true(stretches.every(({ receipt }) => covers(receipt)));
	t.is(stretches.at(-1)?.receipt.until, flood - 1);
	const meant = world.transfers.filter(({ from, to, block }) => (from === payer || to === payer) && block < flood);
	t.is(recordsOf(stretches).length, meant.length);
});

test('answers that are none of what was asked are damaged, and another endpoint is asked', async (t) => {
	const liars: Readonly<Record<string, Mishap>> = {
		'another account': withRows(() =>
			rows.tokentx.filter(({ from, to }) => from !== core.toLowerCase() && to !== core.toLowerCase()),
		),
		'newest first': withRows((result) => [...result].reverse()),
		'no heed of blocks': withRows((_, query) =>
			rows.tokentx.filter(({ from, to }) => [from, to].includes(query.address?.toLowerCase() ?? '')).slice(0, 3),
		),
		'a float for an amount': withRows((result) => result.map((row) => ({ ...row, value: 2.5 }))),
		'a number beyond 2^53': withRows((result) => result.map((row) => ({ ...row, value: 2 ** 60 }))),
		'other decimals than the case knows': withRows((result) => result.map((row) => ({ ...row, tokenDecimal: '8' }))),
		'more rows than asked': withRows((result) => Array.from({ length: 51 }, () => result[0])),
		'one movement twice': withRows((result, { offset }) =>
			result.flatMap((row) => [0, 1].map(() => ({ ...row, logIndex: '7' }))).slice(0, Number(offset)),
		),
		'a list in another form': (query) => (isList(query) ? { jsonrpc: '2.0', id: 1, result: [] } : undefined),
		'a cut answer': (query, answer) => (isList(query) ? JSON.stringify(answer()).slice(0, 500) : undefined),
	};
	const good = await explorer();
	for (const [what, mishap] of Object.entries(liars)) {
		const habits = { window: 50 };
		const from = 3;
		const bad = await explorer(habits, mishap);
		const alone = await stretchesOf(readerOf(world, [bad.url]), core, 'tokens', { from });
		t.is(alone.at(-1)?.receipt.outcome, 'damaged', what);
		const told = recordsOf(alone).map(movement);
		t.deepEqual(told, sound.slice(0, told.length), what);
		const both = await stretchesOf(readerOf(world, [bad.url, good.url]), core, 'tokens', { from });
		t.deepEqual(recordsOf(both).map(movement), sound, what);
	}
});

test('ranges and pages that are refused are made smaller, down to one block', async (t) => {
	const slow = refusal('Query Timeout occured. Please select a smaller result dataset');
	const wide = ({ startblock, endblock }: Query, blocks: number) => Number(endblock) - Number(startblock) >= blocks;
	const stretches = await readThrough({}, (query) => (isList(query) && wide(query, 3) ? slow : undefined));
	t.deepEqual(recordsOf(stretches).map(movement), sound);
	const small = await readThrough({ window: 40 }, (query) => (Number(query.offset) > 33 ? slow : undefined));
	t.deepEqual(recordsOf(small).map(movement), sound);
	const never = await readThrough({}, (query) => (isList(query) ? slow : undefined));
	t.deepEqual(
		never.map(({ receipt }) => [receipt.outcome, receipt.from, covers(receipt)]),
		[['range-refused', 0, false]],
	);
	t.regex(never[0]?.receipt.reason ?? '', /Query Timeout/);
});

test('the first page for every page is found out, though what counts up differs', async (t) => {
	let first: Listed['result'] = [];
	const stretches = await readThrough({ cap: 1 }, (query, answer) => {
		if (!isList(query)) return undefined;
		if (query.page === '1') first = (answer() as Listed).result;
		return { status: '1', message: 'OK', result: first.map((row) => ({ ...row, confirmations: query.page })) };
	});
	t.is(stretches.at(-1)?.receipt.outcome, 'damaged');
	t.regex(stretches.at(-1)?.receipt.reason ?? '', /page 2 is the one before it/);
	const told = recordsOf(stretches).map(movement);
	t.deepEqual(told, sound.slice(0, told.length));
});

test('a list that gives fewer rows than another one is not taken for whole because the other is long', async (t) => {
	const short: Mishap = ({ action, page }, answer) => {
		const { result } = answer() as Listed;
		if (action !== 'txlist' || page !== '1' || result.length === 0) return undefined;
		return { status: '1', message: 'OK', result: result.slice(0, 2) };
	};
	const reader = readerOf(world, [(await explorer({}, short)).url]);
	t.deepEqual(recordsOf(await stretchesOf(reader, core, 'tokens')).map(movement), sound);
	const coins = recordsOf(await stretchesOf(reader, payer, 'coins')).map(movement);
	const whole = await stretchesOf(readerOf(world, [(await explorer()).url]), payer, 'coins');
	t.deepEqual(coins, recordsOf(whole).map(movement));
	t.true(sound.length > 2 && coins.length > 4);
});

test('a rate limit is waited out; where it lasts, the history goes on the next time from there', async (t) => {
	let met = 0;
	const limit = refusal('Max calls per sec rate limit reached (3/sec)');
	const some = await readThrough({ cap: 4 }, (query) => (isList(query) && met++ % 3 === 1 ? limit : undefined));
	t.deepEqual(recordsOf(some).map(movement), sound);
	t.true(some.every(({ receipt }) => covers(receipt)));

	met = 0;
	const one = await explorer({ cap: 4 }, (query) => (isList(query) && ++met > 2 ? limit : undefined));
	const reader = readerOf(world, [one.url]);
	const begun = await stretchesOf(reader, core, 'tokens');
	const { receipt } = begun.at(-1) as Stretch;
	t.is(receipt.outcome, 'rate-limited');
	t.regex(receipt.reason, /Max calls per sec/);
	t.is(receipt.from, (begun.at(-2)?.receipt.until ?? 0) + 1);
	t.true(recordsOf(begun).length > 0);
	one.plan(() => undefined);
	const rest = await stretchesOf(reader, core, 'tokens', { from: receipt.from });
	t.deepEqual([...recordsOf(begun), ...recordsOf(rest)].map(movement), sound);
});

test('a wrong key is denied, an interruption and a spent budget cut; no key stands anywhere', async (t) => {
	const key = 'K3Y-of-the-tests';
	const guarded = await explorer({ key });
	const right = readerOf(world, [guarded.url], { key });
	const stretches = await stretchesOf(right, core, 'tokens');
	t.deepEqual(recordsOf(stretches).map(movement), sound);
	const written = readerOf(world, [`${guarded.url}?apikey={key}`], { key });
	t.true(covers((await stretchesOf(written, core, 'coins'))[0]?.receipt ?? { outcome: 'cut' }), 'where it is written');
	t.false(JSON.stringify(stretches, (_, value) => (typeof value === 'bigint' ? String(value) : value)).includes(key));
	const wrong = readerOf(world, [guarded.url], { key: 'wrong-as-can-be' });
	const denied = await t.throwsAsync(wrong.head(never), { instanceOf: ChainTrouble });
	t.is(denied?.kind, 'denied');
	const aborted = new AbortController();
	aborted.abort();
	const cut = await stretchesOf(right, core, 'coins', { signal: aborted.signal });
	t.deepEqual(
		cut.map(({ receipt }) => receipt.outcome),
		['cut'],
	);
	let left = 5;
	const spend = () => {
		left -= 1;
		if (left < 0) throw new ChainTrouble('budget', 'no requests left');
	};
	const poor = readerOf(world, [guarded.url], { key, allowance: { spend } });
	t.is((await stretchesOf(poor, core, 'tokens')).at(-1)?.receipt.outcome, 'cut');
});

test('reading may stop after any stretch and go on later: the same records, each once', async (t) => {
	const explorers = await Promise.all([2, 5, 11, undefined].map((cap) => explorer(cap === undefined ? {} : { cap })));
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.record({ which: fc.nat(explorers.length - 1), stretches: fc.integer({ min: 1, max: 3 }) }), {
				maxLength: 4,
			}),
			async (stops) => {
				const records: string[] = [];
				let next = 0;
				for (const { which, stretches } of [...stops, { which: 0, stretches: Number.POSITIVE_INFINITY }]) {
					const reader = readerOf(world, [explorers[which]?.url ?? '']);
					const head = await reader.head(never);
					if (next > head.final) break;
					const account = `${world.network}:${core}`;
					let left = stretches;
					for await (const stretch of reader.read({
						account,
						history: 'tokens',
						from: next,
						until: head.final,
						head,
						signal: never,
					})) {
						records.push(...stretch.records.map(movement));
						next = stretch.receipt.until + 1;
						left -= 1;
						if (left === 0) break;
					}
				}
				t.deepEqual(records, sound);
			},
		),
		{ numRuns: 6 },
	);
});

test('kept answers give the same records, and say so where they were touched', async (t) => {
	const reader = readerOf(world, [(await explorer({ cap: 7 })).url]);
	const offline = readerOf(world, []);
	for (const [address, history] of [
		[payer, 'tokens'],
		[core, 'coins'],
		[world.people.leader, 'internal'],
	] as const)
		for (const { receipt, records, exchanges } of await stretchesOf(reader, address, history)) {
			t.deepEqual(offline.reread(receipt, exchanges), records);
			t.is(receipt.answers.length, exchanges.length);
		}
	const [stretch] = (await stretchesOf(reader, payer, 'tokens')).filter(({ records }) => records.length > 0);
	const touched = (stretch?.exchanges ?? []).map((exchange) => ({ ...exchange, text: exchange.text.slice(0, -9) }));
	const error = t.throws(() => offline.reread((stretch as Stretch).receipt, touched), { instanceOf: Problem });
	t.is(error?.code, 'chain.kept-damaged');
});

test('what lies beyond the final block is provisional and stands in a stretch of its own', async (t) => {
	const reader = readerOf(world, [(await explorer()).url], { confirmations: 11 });
	const { latest, final } = await reader.head(never);
	t.is(latest - final, 11);
	const stretches = await stretchesOf(reader, core, 'coins', { until: latest });
	t.true(stretches.every(({ receipt }) => receipt.provisional === receipt.from > final && receipt.until <= latest));
	t.true(stretches.some(({ receipt }) => !receipt.provisional && receipt.until === final));
	for (const { receipt, records } of stretches)
		for (const { state } of records)
			t.true(receipt.provisional ? ['open', 'failed'].includes(state) : state !== 'open');
	t.true(recordsOf(stretches).some(({ state }) => state === 'open'));
});

test('two explorers that tell the same agree, whatever they print; where one leaves a row out, both answers are kept', async (t) => {
	const [one, two] = [await explorer({ cap: 7 }), await explorer({ logs: true, cap: 3 })];
	const agreed = await stretchesOf(readerOf(world, [one.url, two.url], { crossCheck: true }), core, 'tokens');
	t.deepEqual(recordsOf(agreed).map(movement), sound);
	t.true(agreed.every(({ receipt }) => receipt.endpoint === `${one.url} ${two.url}`));
	const offline = readerOf(world, []);
	for (const { receipt, records, exchanges } of agreed) t.deepEqual(offline.reread(receipt, exchanges), records);

	const lost = rows.tokentx.filter(({ from, to }) => [from, to].includes(core.toLowerCase()))[4];
	two.plan(withRows((result) => result.filter(({ hash, to }) => hash !== lost?.hash || to !== lost?.to)));
	const differing = await stretchesOf(readerOf(world, [one.url, two.url], { crossCheck: true }), core, 'tokens');
	const { receipt, records, exchanges } = differing.find((stretch) => !covers(stretch.receipt)) as Stretch;
	t.is(receipt.outcome, 'disagreement');
	t.true(receipt.from <= Number(lost?.blockNumber) && receipt.until >= Number(lost?.blockNumber));
	t.true(receipt.reason.endsWith(`the earliest difference is in transaction ${lost?.hash}`), receipt.reason);
	t.deepEqual(records, []);
	t.deepEqual(new Set(exchanges.map(({ endpoint }) => endpoint)), new Set([one.url, two.url]));
	t.true(differing.slice(0, -1).every((stretch) => covers(stretch.receipt)));
	t.is(differing.at(-1)?.receipt, receipt, 'it ends there');
	t.true(differing.length > 1);
	two.plan(({ action }) => (action === 'tokentx' ? refusal('Invalid API Key') : undefined));
	const denied = await stretchesOf(readerOf(world, [one.url, two.url], { crossCheck: true }), core, 'tokens');
	t.deepEqual(
		denied.map(({ receipt: { outcome, from } }) => [outcome, from]),
		[['denied', 0]],
	);
});

test('an explorer that lags, or is of another chain, is never taken at its word', async (t) => {
	const behind: Mishap = (query, answer) => {
		if (query.action === 'eth_blockNumber') return { jsonrpc: '2.0', id: 1, result: '0x6' };
		if (query.action === 'eth_getBlockByNumber' && Number(query.tag) > 6)
			return { jsonrpc: '2.0', id: 1, result: null };
		return withRows((result) => result.filter(({ blockNumber }) => Number(blockNumber) <= 6))(query, answer);
	};
	const lagging = await explorer({}, behind);
	const good = await explorer();
	const reader = readerOf(world, [good.url, lagging.url]);
	const head = await reader.head(never);
	good.plan(({ action }) => (action === 'tokentx' ? refusal('Max rate limit reached') : undefined));
	const account = `${world.network}:${core}`;
	const question = { account, history: 'tokens', from: 0, until: head.final, head, signal: never } as const;
	for await (const { receipt } of reader.read(question)) {
		t.is(receipt.outcome, 'unreachable');
		t.true(receipt.reason.endsWith(`${lagging.url} has not come to block ${head.final}`), receipt.reason);
	}
	good.plan(() => undefined);
	const [stretch] = await stretchesOf(readerOf(world, [good.url, lagging.url]), core, 'tokens', { until: 5 });
	t.true(covers((stretch as Stretch).receipt));

	const asEth = (url: string) =>
		openEtherscan({
			terms: { network: 'eth', tokens: undefined, assets: new Map(), crossCheck: false },
			endpoints: [{ url, perSecond: 1000, timeoutMs: 10_000 }],
			clock: fakeClock(),
			internal: 'auto',
			confirmations: 1,
		});
	// One chain alone, whatever it is asked for.
	const careless = await startExplorer(world.anvil, rows, { anyChain: true });
	open.push(careless);
	const error = await t.throwsAsync(asEth(careless.url).head(never), { instanceOf: Problem });
	t.is(error?.code, 'chain.other-network');
	const strict = await t.throwsAsync(asEth(good.url).head(never), { instanceOf: ChainTrouble });
	t.is(strict?.kind, 'unable');
});

test('head, block hash and balance say what the interface can say', async (t) => {
	const plain = await explorer({ finalized: false });
	const unable = await t.throwsAsync(readerOf(world, [plain.url], { confirmations: 'own' }).head(never), {
		instanceOf: ChainTrouble,
	});
	t.is(unable?.kind, 'unable');
	t.regex(unable?.detail ?? '', /state confirmations/);
	const own = readerOf(world, [(await explorer()).url], { confirmations: 'own' });
	const { final, latest, finalInstant, latestInstant } = await own.head(never);
	t.true(final < latest && latestInstant - finalInstant >= 60_000);
	const soon = await readerOf(world, [(await explorer()).url], { confirmations: 1 }).head(never);
	t.deepEqual([soon.latest - soon.final, soon.latestInstant - soon.finalInstant], [5, 60_000]);

	const block = await world.anvil.rpc<{ hash: string }>('eth_getBlockByNumber', '0x5', false);
	t.is(await own.blockHash(5, never), block.hash);
	t.is(await own.blockHash(latest + 100, never), undefined);

	const account = `${world.network}:${core}`;
	const usdt = `${world.network}:${world.places.usdt}`;
	t.is(await own.balance(account, usdt, 9, never), undefined, 'not on this plan');
	const paid = readerOf(world, [(await explorer({ paid: true })).url]);
	const held = world.transfers
		.filter(({ token, block: number }) => token === world.places.usdt && number <= 9)
		.reduce((sum, { from, to, amount }) => sum + (to === core ? amount : 0n) - (from === core ? amount : 0n), 0n);
	t.is(await paid.balance(account, usdt, 9, never), held);
});
