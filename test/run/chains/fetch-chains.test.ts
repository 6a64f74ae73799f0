import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { covers, type Receipt } from '../../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import { fetchChains } from '../../../src/run/chains/fetch-chains.ts';
import { noteNotKept, restore } from '../../../src/run/chains/restore.ts';
import type { ChainSettings } from '../../../src/run/chains/settings.ts';
import { recordsOf, stretchesIn } from '../../../src/run/chains/stretches.ts';
import { fatesOf, vanishedTransfers } from '../../../src/run/chains/vanished.ts';
import { ChainTrouble } from '../../../src/sources/chains/transport/contract.ts';
import type { Store } from '../../../src/stores/contract.ts';
import { fakeClock } from '../../chain/fake-clock.ts';
import { MemoryChain, NETWORK, TOKEN } from '../../chain/memory-chain.ts';
import { openFor, scratchFolder } from '../../stores/scratch.ts';

const [A, B] = ['0A', '0B'].map((end) => `${NETWORK}:0x${end.padStart(40, '0')}`) as [string, string];
const OTHER = `${NETWORK}:0x00000000000000000000000000000000000000BB`;
const SETTINGS: ChainSettings = {
	network: NETWORK,
	endpoints: [{ url: 'http://memory', interface: 'rpc', perSecond: 5, timeoutMs: 1000 }],
	unconfirmed: false,
	tokens: [TOKEN.id],
	accounts: [],
	internal: 'auto',
	crossCheck: false,
	keepAnswers: true,
};

/** A folder with a store in it, and what is asked of the chain for it. */
async function place(
	t: ExecutionContext,
	chain: MemoryChain,
	changed: Partial<ChainSettings> = {},
	known?: { readonly root: string; readonly store: Store },
) {
	const root = known?.root ?? (await scratchFolder(t));
	const store = known?.store ?? (await openFor(t, join(root, 'store.duckdb')));
	const settings = { ...SETTINGS, ...changed };
	const clock = fakeClock();
	const fetch = async (accounts: readonly string[] = [A, B], signal = new AbortController().signal) => {
		const opened = [{ kind: 'rpc' as const, reader: chain.reader(clock.now, 3, settings.tokens) }];
		const terms = { root, store, clock, signal, told: () => {} };
		await fetchChains([{ settings, opened, accounts }], new Map([[TOKEN.id, TOKEN]]), terms);
	};
	return { root, store, settings, fetch };
}

/** Ten blocks, in every second of which A pays B its number. */
function tenBlocks(): MemoryChain {
	const chain = new MemoryChain();
	chain.mine({ from: `${NETWORK}:0x${'09'.padStart(40, '0')}`, to: A, amount: 1000n });
	for (let number = 2; number <= 10; number++)
		chain.mine(...(number % 2 === 0 ? [{ from: A, to: B, amount: BigInt(number) }] : []));
	return chain;
}

async function liveOf(store: Store, account: string): Promise<{ receipts: Receipt[]; records: LedgerRecord[] }> {
	const receipts = (await stretchesIn(store)).live.filter((one) => one.account === account && one.history === 'tokens');
	return { receipts, records: await recordsOf(store, receipts) };
}

const amounts = (records: readonly LedgerRecord[]) => records.map(({ amount }) => Number(amount));
const spans = (receipts: readonly Receipt[]) =>
	receipts.map(({ from, until, outcome }) => `${from}-${until} ${outcome}`);

test.serial('a history is brought whole, and the next fetch asks only for what is new', async (t) => {
	const chain = tenBlocks();
	const { store, fetch, root } = await place(t, chain);
	await fetch();
	t.deepEqual(spans((await liveOf(store, A)).receipts), [
		'1-3 complete',
		'4-6 complete',
		'7-9 complete',
		'10-10 complete',
	]);
	t.deepEqual(amounts((await liveOf(store, B)).records), [2, 4, 6, 8, 10]);
	t.is((await readdir(join(root, 'chains', NETWORK))).length, 12, 'four stretches and two hidden histories each');
	chain.asked.length = 0;
	await fetch();
	t.deepEqual(chain.asked, ['head', 'hash 10'], 'nothing new: one question about the block where both ended');
	chain.mine({ from: B, to: A, amount: 11n });
	chain.asked.length = 0;
	await fetch();
	t.deepEqual(
		chain.asked.filter((one) => /\d-\d/.test(one)),
		['0A 11-11', '0B 11-11'],
	);
	t.deepEqual(amounts((await liveOf(store, A)).records), [1000, 2, 4, 6, 8, 10, 11]);
	const hidden = (await stretchesIn(store)).live.filter(({ history }) => history !== 'tokens');
	t.deepEqual([...new Set(hidden.map(({ outcome }) => outcome))], ['not-visible']);
	t.is(hidden.length, 4, 'one for each, the last one alone');
});

test.serial(
	'what stands in the way leaves a receipt that covers nothing, the others go on, and the next fetch resumes',
	async (t) => {
		const chain = tenBlocks();
		const { store, fetch } = await place(t, chain);
		chain.onStretch = ({ account }, from) => {
			if (account === A && from === 7) throw new ChainTrouble('rate-limited', 'too many');
		};
		await fetch();
		t.deepEqual(spans((await liveOf(store, A)).receipts), ['1-3 complete', '4-6 complete', '7-10 rate-limited']);
		t.is((await liveOf(store, B)).receipts.filter(covers).length, 4);
		await fetch();
		t.deepEqual(
			spans((await liveOf(store, A)).receipts).at(-1),
			'7-10 rate-limited',
			'one receipt, however often it fails',
		);
		chain.onStretch = () => {};
		chain.asked.length = 0;
		await fetch();
		t.deepEqual(spans((await liveOf(store, A)).receipts), [
			'1-3 complete',
			'4-6 complete',
			'7-9 complete',
			'10-10 complete',
		]);
		t.true(chain.asked.includes('0A 7-10'));
	},
);

test.serial('an interruption keeps what is committed and marks the rest as cut', async (t) => {
	const chain = tenBlocks();
	const { store, fetch } = await place(t, chain);
	const stop = new AbortController();
	chain.onStretch = (_question, from) => {
		if (from === 4) stop.abort();
	};
	await fetch([A, B], stop.signal);
	t.deepEqual(spans((await liveOf(store, A)).receipts), ['1-3 complete', '4-6 complete', '7-10 cut']);
	t.deepEqual(spans((await liveOf(store, B)).receipts), ['1-10 cut']);
});

test.serial('a block that is taken back takes its transfers with it, and they are told as vanished', async (t) => {
	const chain = tenBlocks();
	const { store, fetch } = await place(t, chain);
	await fetch();
	chain.reorganise(3, [[{ from: A, to: B, amount: 88n }], [], []]);
	await fetch();
	t.deepEqual(amounts((await liveOf(store, B)).records), [2, 4, 6, 88]);
	const stretches = await stretchesIn(store);
	t.deepEqual(
		vanishedTransfers(await fatesOf(store, stretches))
			.map(({ amount, block }) => [amount, block])
			.sort(),
		[
			[10n, 10],
			[8n, 8],
		].sort(),
	);
	await fetch();
	t.is(vanishedTransfers(await fatesOf(store, await stretchesIn(store))).length, 2, 'and they stay told');
});

test.serial(
	'beyond finality stretches are provisional, asked again each time, and forgotten where all came back',
	async (t) => {
		const chain = tenBlocks();
		chain.depth = 2;
		const { store, fetch } = await place(t, chain, { unconfirmed: true });
		await fetch();
		const before = await liveOf(store, B);
		t.deepEqual(
			before.receipts.map(({ until, provisional }) => [until, provisional]),
			[
				[3, false],
				[6, false],
				[8, false],
				[10, true],
			],
		);
		t.deepEqual(
			before.records.map(({ state }) => state),
			['done', 'done', 'done', 'done', 'open'],
		);
		chain.mine();
		chain.mine();
		await fetch();
		t.deepEqual(
			(await liveOf(store, B)).records.map(({ state }) => state),
			['done', 'done', 'done', 'done', 'done'],
		);
		t.deepEqual((await stretchesIn(store)).dropped, []);
		chain.mine({ from: A, to: B, amount: 13n });
		await fetch();
		chain.reorganise(1, [[]]);
		await fetch();
		t.deepEqual(
			vanishedTransfers(await fatesOf(store, await stretchesIn(store))).map(({ amount }) => amount),
			[13n],
		);
	},
);

test.serial('a node behind what was seen before is no answer', async (t) => {
	const chain = tenBlocks();
	const { store, fetch } = await place(t, chain);
	await fetch([A]);
	chain.behind = 4;
	await fetch([A]);
	const { receipts, records } = await liveOf(store, A);
	t.deepEqual(spans(receipts).at(-1), '11-11 unreachable');
	t.is(records.length, 6);
});

test.serial('an empty page that lies is found by the balance, and the history asked once more', async (t) => {
	const chain = tenBlocks();
	const { store, fetch } = await place(t, chain);
	chain.lie = [4, 6];
	await fetch([B]);
	const lied = (await liveOf(store, B)).receipts.find(({ outcome }) => outcome === 'balance-differs');
	t.is(lied?.reason, `${TOKEN.id}: 30 by balance, 20 by transfers`);
	chain.lie = [0, -1];
	await fetch([B]);
	t.true((await liveOf(store, B)).receipts.every(covers));
	t.deepEqual(amounts((await liveOf(store, B)).records), [2, 4, 6, 8, 10]);
	t.deepEqual((await stretchesIn(store)).dropped, []);
	chain.lie = [2, 6];
	const second = await place(t, chain);
	await second.fetch([B]);
	await second.fetch([B]);
	chain.asked.length = 0;
	await second.fetch([B]);
	t.deepEqual(chain.asked, ['head', 'hash 10'], 'asked twice, and then no more');
	t.true((await liveOf(second.store, B)).receipts.some(({ outcome }) => outcome === 'balance-differs'));
});

test.serial('where no balance can be had, the receipt says that nothing was compared', async (t) => {
	const chain = tenBlocks();
	chain.balances = false;
	const { store, fetch } = await place(t, chain);
	await fetch([A]);
	const { receipts, records } = await liveOf(store, A);
	t.is(receipts.at(-1)?.reason, 'balance not checked: the chain does not say');
	t.is(records.length, 6);
});

test.serial(
	'more tokens, or an earlier beginning, are asked for, and nothing that is there is asked again',
	async (t) => {
		const chain = tenBlocks();
		const late = await place(t, chain, { from: 5 });
		await late.fetch([B]);
		t.deepEqual(amounts((await liveOf(late.store, B)).records), [6, 8, 10]);
		chain.asked.length = 0;
		const clock = fakeClock();
		const terms = { root: late.root, store: late.store, clock, signal: new AbortController().signal, told: () => {} };
		const opened = [{ kind: 'rpc' as const, reader: chain.reader(clock.now) }];
		const assets = new Map([[TOKEN.id, TOKEN]]);
		await fetchChains([{ settings: SETTINGS, opened, accounts: [B] }], assets, terms);
		t.deepEqual(chain.asked, ['head', 'hash 10', '0B 1-4']);
		t.deepEqual(amounts((await liveOf(late.store, B)).records), [2, 4, 6, 8, 10]);
	},
);

test.serial('blocks that are never looked at keep none of the newer ones from being asked for', async (t) => {
	const chain = tenBlocks();
	chain.scannedFrom = 4;
	chain.depth = 1;
	const { store, fetch } = await place(t, chain, { unconfirmed: true });
	await fetch([B]);
	t.deepEqual(spans((await liveOf(store, B)).receipts), [
		'1-3 not-visible',
		'4-6 complete',
		'7-9 complete',
		'10-10 complete',
	]);
	chain.mine();
	chain.mine({ from: A, to: B, amount: 12n });
	chain.mine();
	await fetch([B]);
	const { receipts, records } = await liveOf(store, B);
	t.deepEqual(amounts(records), [4, 6, 8, 10, 12]);
	t.true(
		receipts.every((one) => covers(one) || one.until === 3),
		'what nobody looks at, and no false alarm',
	);
});

test.serial('stretches that asked for fewer tokens stay where nothing else has asked for their blocks', async (t) => {
	const chain = tenBlocks();
	const { root, store, fetch } = await place(t, chain);
	await fetch([B]);
	chain.mine({ from: A, to: B, amount: 11n });
	const more = await place(t, chain, { from: 8, tokens: [OTHER, TOKEN.id].sort() }, { root, store });
	await more.fetch([B]);
	t.deepEqual(spans((await liveOf(store, B)).receipts), [
		'1-3 complete',
		'4-6 complete',
		'7-9 complete',
		'8-10 complete',
		'11-11 complete',
	]);
});

test.serial('what is no longer asked for has not vanished', async (t) => {
	const chain = tenBlocks();
	chain.depth = 2;
	const { root, store, fetch } = await place(t, chain, { unconfirmed: true, tokens: [OTHER, TOKEN.id].sort() });
	await fetch([B]);
	const fewer = await place(t, chain, { unconfirmed: true, tokens: [OTHER] }, { root, store });
	await fewer.fetch([B]);
	t.deepEqual(vanishedTransfers(await fatesOf(store, await stretchesIn(store))), []);
});

test.serial(
	'a balance is held against blocks without a gap, and a transfer in two stretches counts once',
	async (t) => {
		const chain = tenBlocks();
		const { root, store, fetch } = await place(t, chain);
		await fetch([B]);
		chain.mine({ from: A, to: B, amount: 11n });
		for (let number = 12; number <= 15; number++) chain.mine({ from: A, to: B, amount: BigInt(number) });
		const later = await place(t, chain, { from: 13 }, { root, store });
		await later.fetch([B]);
		const { receipts } = await liveOf(store, B);
		t.deepEqual(spans(receipts).slice(-2), ['10-10 complete', '13-15 complete']);

		const other = await place(t, chain, { tokens: [OTHER, TOKEN.id].sort() });
		await other.fetch([B]);
		const third = await place(t, chain, { tokens: [TOKEN.id, `${NETWORK}:third`].sort() }, other);
		await third.fetch([B]);
		chain.mine();
		const one = await place(t, chain, {}, other);
		await one.fetch([B]);
		t.true((await liveOf(other.store, B)).receipts.every(covers));
	},
);

test.serial('nights without anything leave one stretch with the answers of all of them', async (t) => {
	const chain = tenBlocks();
	const { root, store, fetch } = await place(t, chain);
	const [C, kept] = [`${NETWORK}:0x${'0C'.padStart(40, '0')}`, join(root, 'chains', NETWORK)];
	await fetch([C]);
	const [first] = (await liveOf(store, C)).receipts as [Receipt];
	const [path, bytes] = [join(kept, `${first.id}.jsonl.gz`), await readFile(join(kept, `${first.id}.jsonl.gz`))];
	for (let night = 2; night <= 4; night++) {
		chain.mine();
		await fetch([C]);
	}
	const { receipts } = await liveOf(store, C);
	t.deepEqual(spans(receipts), ['1-13 empty']);
	t.is(receipts[0]?.answers.length, 7, 'four of the first night, one of each of the others');
	t.is((await readdir(kept)).length, 3, 'and two hidden histories');

	// Killed before the former one was forgotten.
	await writeFile(path, bytes);
	await restore({ root, store, assets: new Map([[TOKEN.id, TOKEN]]) }, () => Promise.resolve(chain.reader()));
	t.is((await liveOf(store, C)).receipts.length, 2);
	chain.mine({ from: A, to: C, amount: 5n });
	await fetch([C]);
	chain.mine();
	await fetch([C]);
	t.deepEqual(spans((await liveOf(store, C)).receipts), ['1-13 empty', '14-14 complete', '15-15 empty']);

	const again = await openFor(t, join(root, 'again.duckdb'));
	t.deepEqual(
		await restore({ root, store: again, assets: new Map([[TOKEN.id, TOKEN]]) }, () => Promise.resolve(chain.reader())),
		[],
	);
	t.deepEqual(await stretchesIn(again), await stretchesIn(store));
	t.deepEqual(await again.files(), await store.files());
});

test.serial('answers that are not kept, or not sound, are joined to nothing', async (t) => {
	const chain = tenBlocks();
	const { root, store, fetch } = await place(t, chain, { keepAnswers: false });
	await fetch([B]);
	chain.mine();
	await fetch([B]);
	chain.mine();
	const keeping = await place(t, chain, {}, { root, store });
	await keeping.fetch([B]);
	t.deepEqual(spans((await liveOf(store, B)).receipts).slice(-2), ['11-11 empty', '12-12 empty']);
	const [{ id } = { id: '' }] = (await liveOf(store, B)).receipts.slice(-1);
	await writeFile(join(root, 'chains', NETWORK, `${id}.jsonl.gz`), 'x');
	chain.mine();
	await keeping.fetch([B]);
	t.deepEqual(spans((await liveOf(store, B)).receipts).slice(-2), ['12-12 empty', '13-13 empty']);
});

test.serial(
	'of a token that is asked for since, what failed or is not kept is told, whatever answers about others cover',
	async (t) => {
		const chain = tenBlocks();
		const { root, store, fetch, settings } = await place(t, chain);
		await fetch([B]);
		const more = { ...settings, tokens: [TOKEN.id, `${NETWORK}:0x00000000000000000000000000000000000000BB`] };
		const assets = new Map([[TOKEN.id, TOKEN]]);
		const failed = async () => (await liveOf(store, B)).receipts.filter((one) => !covers(one));
		await noteNotKept([{ settings: more, accounts: [B] }], { store });
		t.deepEqual(spans(await failed()), ['1-10 not-kept']);
		await noteNotKept([{ settings, accounts: [B] }], { store });
		t.deepEqual(await failed(), []);
		const clock = fakeClock();
		const terms = { root, store, clock, signal: new AbortController().signal, told: () => {} };
		const opened = [{ kind: 'rpc' as const, reader: chain.reader(clock.now, 3, more.tokens) }];
		chain.onStretch = () => {
			throw new ChainTrouble('rate-limited', 'too many');
		};
		await fetchChains([{ settings: more, opened, accounts: [B] }], assets, terms);
		t.deepEqual(spans(await failed()), ['1-10 rate-limited']);
		t.deepEqual((await failed())[0]?.tokens, more.tokens);
	},
);

test.serial('kept answers rebuild a store to the same records and receipts; a changed byte is an alarm', async (t) => {
	const chain = tenBlocks();
	const { root, store, fetch, settings } = await place(t, chain);
	await fetch();
	const again = await openFor(t, join(root, 'again.duckdb'));
	const open = () => Promise.resolve(chain.reader());
	chain.asked.length = 0;
	const half = join(root, 'chains', NETWORK, 'x1.jsonl.gz.part');
	await writeFile(half, '');
	t.deepEqual(await restore({ root, store: again, assets: new Map([[TOKEN.id, TOKEN]]) }, open), []);
	t.true(existsSync(half), 'somebody else may be writing it');
	await rm(half);
	await noteNotKept([{ settings, accounts: [A, B] }], { store: again });
	t.deepEqual(chain.asked, []);
	t.deepEqual(await stretchesIn(again), await stretchesIn(store));
	t.deepEqual(await again.files(), await store.files());
	t.deepEqual(await liveOf(again, A), await liveOf(store, A));

	const [{ id } = { id: '' }] = (await liveOf(store, A)).receipts.filter(({ from }) => from === 4);
	const path = join(root, 'chains', NETWORK, `${id}.jsonl.gz`);
	const bytes = await readFile(path);
	bytes[bytes.length - 12] = (bytes[bytes.length - 12] ?? 0) ^ 1;
	await writeFile(path, bytes);
	const third = await openFor(t, join(root, 'third.duckdb'));
	t.deepEqual(
		(await restore({ root, store: third, assets: new Map() }, open)).map(({ file }) => file),
		[`chains/${NETWORK}/${id}.jsonl.gz`],
	);
	await noteNotKept([{ settings, accounts: [A, B] }], { store: third });
	t.deepEqual(spans((await liveOf(third, A)).receipts)[1], '4-6 not-kept');
	await noteNotKept([{ settings, accounts: [B] }], { store: third });
	t.true(
		(await liveOf(third, A)).receipts.every(covers),
		'of an account that is asked for no more, nothing is missing',
	);
	await rm(path);
});
