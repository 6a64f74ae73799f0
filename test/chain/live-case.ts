import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainAccess } from '../../src/run/chains/take-chains.ts';
import type { RunResult } from '../../src/run/run-case.ts';
import { runCase } from '../../src/run/run-case.ts';
import type { Environment } from '../../src/run/store-place.ts';
import { rowsOf, writeFiles } from '../run/folders.ts';
import type { EvmWorld } from './evm-world.ts';
import { fakeClock } from './fake-clock.ts';

const USDT = 1_000_000n;

/** What the chain shall show of the case, beside the world's own story: the overseas payer, a core member, an exchange. */
export async function payExchange(world: EvmWorld): Promise<void> {
	await world.pay('core', world.places.usdt, world.people.cashier, 2_000n * USDT);
	await world.mine(4);
}

const PACE = 'requests_per_second: 1000, timeout: 20s';

interface LiveTerms {
	readonly url?: string;
	/** Further endpoints, as `case.yaml` has them. */
	readonly more?: readonly string[];
	/** More of the chain. */
	readonly lines?: readonly string[];
}

/**
 * Writes a case whose only evidence is the chain: who is overseas, who is core, which account is an exchange's.
 */
export async function writeLiveCase(
	folder: string,
	world: EvmWorld,
	{ url = world.anvil.url, more = [], lines = [] }: LiveTerms = {},
): Promise<void> {
	const { network, people, places } = world;
	const claims = [
		[people.payer, '境外甲', '境外', '使用'],
		[people.core, '核心乙', '人员', '控制'],
		[people.leader, '组长丙', '人员', '控制'],
		[people.cashier, '交易所丁', '交易所', '登记'],
	].map(([account, name, category, relation]) => `${network}:${account},${name},,${category},${relation},检材一,,,,,`);
	const yaml = [
		'version: 1',
		'name: 链上案件',
		'assets:',
		`  - { id: "${network}:${places.usdt}", symbol: USDT, decimals: 6 }`,
		`  - { id: "${network}:${places.gold}", symbol: GOLD, decimals: 18 }`,
		'chains:',
		`  - network: ${network}`,
		`    endpoints: [${[`url: "${url}", interface: rpc`, ...more].map((one) => `{ ${one}, ${PACE} }`).join(', ')}]`,
		'    confirmations: 2',
		...lines.map((line) => `    ${line}`),
	];
	await writeFiles(folder, [
		['case.yaml', `${yaml.join('\n')}\n`],
		[
			'people.csv',
			'姓名,证件号码,绰号,角色,组别,上级,介绍人,省市,办案单位,批次,参与起,参与止,来源\n核心乙,,,核心,,,,,,,,,检材一\n组长丙,,,组长,,核心乙,,,,,,,检材一\n',
		],
		['accounts.csv', `账号,主体,证件号码,类别,关系,来源,置信度,起,止,撤回日期,撤回原因\n${claims.join('\n')}\n`],
	]);
	await mkdir(join(folder, 'evidence'), { recursive: true });
}

/** Leave to ask, at a time that never goes on. */
export function access(more: Partial<ChainAccess> = {}): ChainAccess {
	return { clock: fakeClock(), signal: new AbortController().signal, ...more };
}

/** Runs the case as the command line does; without access: offline. */
export function runLive(folder: string, chains?: ChainAccess, env: Environment = {}): Promise<RunResult> {
	const program = 'liuxiang test';
	return runCase(folder, { program, dryRun: false, env, onProgress: () => {}, ...(chains ? { chains } : {}) });
}

/** Asset and amount of every transfer between two accounts, in order. */
export async function transfersBetween(reports: string, from: string, to: string): Promise<string[]> {
	const rows = await rowsOf<{ from: string; to: string; asset: string; amount: string }>(
		join(reports, 'transfers.jsonl'),
	);
	return rows.filter((row) => row.from === from && row.to === to).map(({ asset, amount }) => `${asset} ${amount}`);
}
