import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { fetchExit } from '../../../src/cli/views/fetch.ts';
import { covers, type Receipt } from '../../../src/ledger/receipt.ts';
import { type FetchedCase, fetchCase } from '../../../src/run/chains/fetch-case.ts';
import type { RunResult } from '../../../src/run/run-case.ts';
import { type EvmWorld, makeWorld } from '../../chain/evm-world.ts';
import { access, payExchange, runLive, writeLiveCase } from '../../chain/live-case.ts';
import { liuxiang } from '../../cli/terminal.ts';
import { rowsOf, sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);
const folder = join(root, 'case');
const USDT = 1_000_000n;
let world: EvmWorld;
let first: RunResult;

test.before(async () => {
	world = await makeWorld();
	await payExchange(world);
	await writeLiveCase(folder, world, { lines: ['unconfirmed: true'] });
	first = await runLive(folder, access());
});
test.after.always(() => world?.anvil.kill());

const account = (name: keyof EvmWorld['people']) => `${world.network}:${world.people[name]}`;
const findingsOf = async (run: RunResult) => await readFile(join(run.folder, 'findings.json'), 'utf8');

interface TransferRow {
	readonly from: string;
	readonly to: string;
	readonly amount: string;
	readonly asset: string;
}
const receiptsOf = async (run: RunResult) => await rowsOf<Receipt>(join(run.folder, 'chain-receipts.jsonl'));
const transfersOf = async (run: RunResult) => await rowsOf<TransferRow>(join(run.folder, 'transfers.jsonl'));

/** Every token transfer that touches an account that was asked for, as the chain was told to make it. */
function meant(): string[] {
	const asked = new Set([world.people.payer, world.people.core, world.people.leader]);
	const known = new Set([world.places.usdt, world.places.gold]);
	return world.transfers
		.filter(({ token, from, to }) => known.has(token) && (asked.has(from) || asked.has(to)))
		.map(({ from, to, amount }) => `${from} ${to} ${amount}`)
		.sort();
}

test.serial(
	'money is followed from the overseas wallet over the core member to the exchange, on what the chain says',
	async (t) => {
		const { findings } = first;
		const asset = `${world.network}:${world.places.usdt}`;
		// 50,000 and three times 5, as the world's story has it.
		t.like(findings.seeds, [{ origin: account('payer'), asset, amount: String(50_015n * USDT), count: 4 }]);
		const nodes = new Map(findings.flow.nodes.map(({ id, label }) => [id, label]));
		const links = findings.flow.links.map((link) => ({
			...link,
			ends: [nodes.get(link.from), nodes.get(link.to)].join(' '),
		}));
		const paid = links.filter((link) => link.ends === '核心乙 交易所丁' && link.asset === asset);
		// 2,000 of 50,015 that all came from overseas: 406 for the batch and 1,000 for the swap went before, and enough was left.
		t.like(paid, [{ amount: String(2_000n * USDT), traced: String(2_000n * USDT), grade: 'both-sides', count: 1 }]);
		t.deepEqual(
			(await transfersOf(first))
				.map(({ from, to, amount }) => `${from.split(':')[1]} ${to.split(':')[1]} ${amount}`)
				.sort(),
			meant(),
		);
		const hidden = findings.incomplete.filter(({ code }) => code === 'chain-not-visible');
		t.is(hidden.length, 6, 'coins and internal transfers of three accounts: JSON-RPC does not show them');
		t.is(findings.incomplete.length, 6);
		t.false(first.complete);
		t.false(
			findings.chains.histories.some((one) => one.account === account('cashier')),
			'a service is not asked for',
		);
	},
);

test.serial('a run without network gives the same bytes, from the store and from kept answers alone', async (t) => {
	const bytes = await findingsOf(first);
	t.is(await findingsOf(await runLive(folder)), bytes);
	await rm(join(folder, 'store.duckdb'));
	t.is(await findingsOf(await runLive(folder)), bytes);
	const dry = await runLive(folder);
	t.deepEqual(dry.findings, first.findings);
});

test.serial('the next run asks only for new blocks, and brings what happened in them', async (t) => {
	let sent = 0;
	const counting = () => access({ allowance: { spend: () => sent++ } });
	await runLive(folder, counting());
	const idle = sent;
	await world.pay('core', world.places.usdt, world.people.leader, 321n * USDT);
	await world.mine();
	sent = 0;
	const next = await runLive(folder, counting());
	// Of each of three accounts two directions and two balances, and the header of the block.
	t.true(sent <= idle + 13, `${sent} requests for one block more, ${idle} for none`);
	const known = new Set((await receiptsOf(first)).map(({ id }) => id));
	const brought = (await receiptsOf(next)).filter((one) => !known.has(one.id) && covers(one) && !one.provisional);
	t.deepEqual(
		brought.map(({ from, until, final }) => [from, until, final]),
		brought.map(({ final }) => [final, final, final]),
	);
	t.is(brought.length, 3);
	const before = await transfersOf(first);
	const after = await transfersOf(next);
	t.is(after.length, before.length + 1);
	t.true(after.some(({ to, amount }) => to === account('leader') && amount === String(321n * USDT)));
	t.is(next.findings.chains.vanished.length, 0);
	const unconfirmed = next.findings.merging.exclusions.find(({ reason }) => reason === 'unconfirmed');
	t.is(unconfirmed?.transfers, 1, 'in a block that may still be taken back: in no figure');
});

test.serial('a transfer whose block is taken back goes from the findings, and they say so', async (t) => {
	await world.anvil.rpc('anvil_reorg', 1, []);
	await world.anvil.rpc('evm_mine');
	const run = await runLive(folder, access());
	t.like(run.findings.chains.vanished, [
		{ from: account('core'), to: account('leader'), amount: String(321n * USDT), history: 'tokens' },
	]);
	t.false((await transfersOf(run)).some(({ amount }) => amount === String(321n * USDT)));
	t.is(await findingsOf(await runLive(folder)), await findingsOf(run), 'without network the same is told');
	await rm(join(folder, 'store.duckdb'));
	t.is(await findingsOf(await runLive(folder)), await findingsOf(run), 'from kept answers too');
});

test.serial('fetch brings a wallet that is nobody’s yet, and tells of each history how far it is known', async (t) => {
	const wallet = account('member1');
	const { code, out } = await liuxiang(['fetch', folder, '--account', wallet, '--json']);
	t.is(code, 1, 'its coins are not visible');
	const { histories } = JSON.parse(out) as FetchedCase;
	t.deepEqual(
		histories.map((one) => [one.account, one.history, one.outcome, one.records, one.added]),
		[
			// The leader's 6 and one of the batch.
			[wallet, 'tokens', 'complete', 2, 2],
			[wallet, 'coins', 'not-visible', 0, 0],
			[wallet, 'internal', 'not-visible', 0, 0],
		],
	);
	const bare = await liuxiang(['fetch', folder, '--account', world.people.member1]);
	t.regex(bare.out, /token transfers +0-\d+ +2 +0 +\d+ +complete/);
	t.is((await liuxiang(['fetch', folder, '--account', 'eth:0xabc'])).code, 2);
});

test.serial('doctor says how far each endpoint is and what it shows', async (t) => {
	const { out } = await liuxiang(['doctor', folder]);
	t.regex(
		out,
		new RegExp(`OK +${world.network}: ${world.anvil.url} answers; newest block .*; it shows token transfers, and not`),
	);
});

test.serial('an endpoint that nobody answers at gives code 4 of fetch, and stops no run', async (t) => {
	const silent = join(root, 'silent');
	await writeLiveCase(silent, world, { url: 'http://127.0.0.1:9' });
	const fetched = await fetchCase(silent, { accounts: [], env: {}, chains: access(), onProgress: () => {} });
	t.is(fetchExit(fetched), 4);
	const run = await runLive(silent, access());
	const codes = new Set(run.findings.incomplete.map(({ code }) => code));
	t.deepEqual([...codes].sort(), ['chain-not-visible', 'chain-unreachable']);
	t.deepEqual((await runLive(silent)).findings, run.findings);
});
