import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import type { RunResult } from '../../../src/run/run-case.ts';
import { access, runLive } from '../../chain/live-case.ts';
import { startTronServer, type TronServer } from '../../chain/tron-server.ts';
import { paid, sent, TronWorld, USDT, ZERO } from '../../chain/tron-world.ts';
import { rowsOf, sharedFolder, writeFiles } from '../folders.ts';

const root = await sharedFolder(test);
const folder = join(root, 'case');
const world = new TronWorld('case');
const [payer, core, leader, exchange, stranger] = Array.from({ length: 5 }, () => world.address()) as [
	string,
	string,
	string,
	string,
	string,
];
const M = 1_000_000n;
let server: TronServer;
let first: RunResult;

interface TransferRow {
	readonly from: string;
	readonly to: string;
	readonly amount: string;
	readonly asset: string;
	readonly tied: boolean;
	readonly records: readonly string[];
}
const transfersOf = async (run: RunResult) => await rowsOf<TransferRow>(join(run.folder, 'transfers.jsonl'));

test.before(async () => {
	world.block(paid(USDT, ZERO, payer, 10_000n * M, stranger));
	world.block(paid(USDT, payer, core, 1_000n * M));
	// Comes and goes in one block, in this order and in the other.
	world.block(paid(USDT, payer, core, 50n * M), paid(USDT, core, leader, 1_040n * M));
	world.block(paid(USDT, core, exchange, 10n * M), paid(USDT, payer, core, 7n * M));
	world.block(sent(payer, core, 30n * M), {
		...paid(USDT, leader, exchange, 40n * M),
		logs: [0, 1].map(() => ({ kind: 'Transfer' as const, token: USDT, from: leader, to: exchange, value: 20n * M })),
	});
	world.rest();
	server = await startTronServer(world);
	const saved = await fetch(`${server.url}/v1/accounts/${core}/transactions/trc20?limit=200&contract_address=${USDT}`);
	const claims = [
		[payer, '境外甲', '境外', '使用'],
		[core, '核心乙', '人员', '控制'],
		[leader, '组长丙', '人员', '控制'],
		[exchange, '交易所丁', '交易所', '登记'],
	].map(([address, name, category, relation]) => `tron:${address},${name},,${category},${relation},检材一,,,,,`);
	await writeFiles(folder, [
		[
			'case.yaml',
			`version: 1\nname: 波场案件\nchains:\n  - network: tron\n    endpoints: [{ url: "${server.url}", interface: trongrid, requests_per_second: 1000, timeout: 20s }]\n`,
		],
		['accounts.csv', `账号,主体,证件号码,类别,关系,来源,置信度,起,止,撤回日期,撤回原因\n${claims.join('\n')}\n`],
		[
			'people.csv',
			'姓名,证件号码,绰号,角色,组别,上级,介绍人,省市,办案单位,批次,参与起,参与止,来源\n核心乙,,,核心,,,,,,,,,检材一\n组长丙,,,组长,,核心乙,,,,,,,检材一\n',
		],
		['evidence/core.json', await saved.text()],
	]);
	await mkdir(join(folder, 'evidence'), { recursive: true });
	first = await runLive(folder, access());
});
test.after.always(() => server?.close());

test.serial(
	'a case on TRON: each movement once, from a saved answer and from the chain, in the order of the chain',
	async (t) => {
		const tokens = (await transfersOf(first)).filter(({ asset }) => asset === `tron:${USDT}`);
		const short = new Map(
			[payer, core, leader, exchange, ZERO].map((address, index) => [`tron:${address}`, 'PCLX0'[index]]),
		);
		t.deepEqual(
			tokens.map(({ from, to, amount }) => `${short.get(from)}${short.get(to)} ${BigInt(amount) / M}`),
			['0P 10000', 'PC 1000', 'PC 50', 'CL 1040', 'CX 10', 'PC 7', 'LX 20', 'LX 20'],
		);
		t.true(tokens.every(({ tied }) => !tied));
		t.deepEqual(first.findings.incomplete, []);
		t.like(first.findings.seeds, [{ origin: `tron:${payer}`, amount: String(1_057n * M), count: 3 }]);
	},
);

test.serial('a page that leaves rows out and says nothing of it does not make a whole history', async (t) => {
	const liar = join(root, 'liar');
	await cp(join(folder, 'case.yaml'), join(liar, 'case.yaml'));
	await cp(join(folder, 'accounts.csv'), join(liar, 'accounts.csv'));
	await cp(join(folder, 'people.csv'), join(liar, 'people.csv'));
	await mkdir(join(liar, 'evidence'));
	server.spoil = (reply, { path, query }) => {
		// The first rows of a history that is asked for from its beginning.
		if (!path.includes(`${core}/transactions/trc20`) || query.get('min_timestamp') === null) return reply;
		const answer = JSON.parse(reply.body);
		if (answer.data.length > 1) answer.data.splice(1, 1);
		answer.meta.page_size = answer.data.length;
		return { ...reply, body: JSON.stringify(answer) };
	};
	const run = await runLive(liar, access());
	server.spoil = undefined;
	const told = run.findings.chains.histories.find(
		({ account, history }) => account === `tron:${core}` && history === 'tokens',
	);
	t.regex(JSON.stringify(told), /balance-differs|damaged/);
	t.true(run.findings.incomplete.length > 0);
	t.false(run.complete);
});

test.serial('it runs again without network, from the kept answers alone, to the same bytes', async (t) => {
	const bytes = await readFile(join(first.folder, 'findings.json'), 'utf8');
	await rm(join(folder, 'store.duckdb'));
	const again = await runLive(folder);
	t.is(await readFile(join(again.folder, 'findings.json'), 'utf8'), bytes);
});
