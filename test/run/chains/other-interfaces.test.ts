import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { explorerRows } from '../../chain/etherscan-rows.ts';
import { startExplorer } from '../../chain/etherscan-server.ts';
import { makeWorld } from '../../chain/evm-world.ts';
import { access, payExchange, runLive, transfersBetween, writeLiveCase } from '../../chain/live-case.ts';
import { startTronServer } from '../../chain/tron-server.ts';
import { paid, sent, TronWorld, USDT } from '../../chain/tron-world.ts';
import { sharedFolder, writeFiles } from '../folders.ts';

const root = await sharedFolder(test);

test('what a node does not show of an account comes from the explorer that stands beside it', async (t) => {
	const world = await makeWorld();
	t.teardown(() => world.anvil.kill());
	await payExchange(world);
	const explorer = await startExplorer(world.anvil, await explorerRows(world.anvil));
	t.teardown(() => explorer.close());
	const folder = join(root, 'explorer');
	await writeLiveCase(folder, world, { more: [`url: "${explorer.url}", interface: etherscan, key_file: api.key`] });
	await writeFile(join(folder, 'api.key'), 'A1B2C3D4E5F6G7H8J9\n');
	const run = await runLive(folder, access());
	t.deepEqual(run.findings.incomplete, []);
	const { core, leader } = world.people;
	const given = run.findings.flow.links.filter(({ asset }) => asset === `${world.network}:coin`);
	// 2 by a transaction; a quarter each by three calls of contracts that the core member paid for.
	const coins = await transfersBetween(run.folder, `${world.network}:${core}`, `${world.network}:${leader}`);
	t.true(coins.includes(`${world.network}:coin ${2n * 10n ** 18n}`), coins.join());
	t.true(given.length > 0);
	const [bytes] = [JSON.stringify(run.findings)];
	await rm(join(folder, 'store.duckdb'));
	t.is(JSON.stringify((await runLive(folder)).findings), bytes, 'from kept answers alone');
	t.false(bytes.includes('A1B2C3D4E5F6G7H8J9'));
});

test('a wallet on TRON is brought with its coins, and once more only with what is new', async (t) => {
	const world = new TronWorld('live case', Date.UTC(2024, 0, 1));
	const [overseas, core, exchange] = [world.address(), world.address(), world.address()];
	world.block(paid(USDT, world.address(), overseas, 90_000_000n));
	world.block(paid(USDT, overseas, core, 70_000_000n), sent(overseas, core, 5_000_000n));
	world.block(paid(USDT, core, exchange, 30_000_000n));
	world.rest();
	const server = await startTronServer(world);
	t.teardown(() => server.close());
	const folder = join(root, 'tron');
	await writeFiles(folder, [
		[
			'case.yaml',
			`version: 1\nname: 波场\nchains:\n  - network: tron\n    endpoints: [{ url: "${server.url}", interface: trongrid, key_env: TRON_KEY, requests_per_second: 1000 }]\n    from: 2023-12-01\n`,
		],
		[
			'people.csv',
			'姓名,证件号码,绰号,角色,组别,上级,介绍人,省市,办案单位,批次,参与起,参与止,来源\n核心乙,,,核心,,,,,,,,,检材一\n',
		],
		[
			'accounts.csv',
			`账号,主体,证件号码,类别,关系,来源,置信度,起,止,撤回日期,撤回原因\ntron:${overseas},境外甲,,境外,使用,检材一,,,,,\ntron:${core},核心乙,,人员,控制,检材一,,,,,\ntron:${exchange},交易所丁,,交易所,登记,检材一,,,,,\n`,
		],
		['evidence/说明.txt', '链上案件\n'],
	]);
	const env = { TRON_KEY: 'a-key-of-tron-0001' };
	const run = await runLive(folder, access(), env);
	const histories = run.findings.chains.histories.map(
		({ account, history, state }) => `${account} ${history} ${state}`,
	);
	t.is(histories.length, 6, histories.join('\n'));
	t.true(
		histories.every((one) => !one.endsWith('incomplete')),
		histories.join('\n'),
	);
	const seed = run.findings.seeds.find(({ asset }) => asset === `tron:${USDT}`);
	t.like(seed, { origin: `tron:${overseas}`, amount: '70000000', count: 1 });
	t.deepEqual(await transfersBetween(run.folder, `tron:${overseas}`, `tron:${core}`), [
		`tron:${USDT} 70000000`,
		'tron:coin 5000000',
	]);
	t.deepEqual(await transfersBetween(run.folder, `tron:${core}`, `tron:${exchange}`), [`tron:${USDT} 30000000`]);
	t.is(JSON.stringify((await runLive(folder)).findings), JSON.stringify(run.findings));
	world.block(paid(USDT, core, exchange, 1_000_000n));
	world.rest();
	const asked = server.asked.length;
	const next = await runLive(folder, access(), env);
	const after = new Set(server.asked.slice(asked).map(({ query }) => query.get('min_timestamp')));
	after.delete(null);
	t.true(
		[...after].every((mark) => Number(mark) > world.start + 3 * 3000),
		[...after].join(),
	);
	t.deepEqual(await transfersBetween(next.folder, `tron:${core}`, `tron:${exchange}`), [
		`tron:${USDT} 30000000`,
		`tron:${USDT} 1000000`,
	]);
	await rm(join(folder, 'store.duckdb'));
	t.is(JSON.stringify((await runLive(folder)).findings), JSON.stringify(next.findings), 'from kept answers alone');
});
