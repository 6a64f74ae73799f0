import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTenpayFile } from './tenpay-file.ts';

const OWNER = 'wxid_b3nchm4rk000001';
const CALLERS = 20;
const SEEDS = 3;

/**
 * A plain case: the Tenpay return of one leader with `rows` rows, twenty callers among the counterparties, three paying
 * accounts as seeds, pay rules as they are usual.
 */
export async function writeRunFolder(folder: string, rows: number, seed: number): Promise<void> {
	await mkdir(join(folder, 'evidence'), { recursive: true });
	await writeTenpayFile(join(folder, 'evidence', 'TenpayTrades.txt'), rows, seed);
	const seeds = Array.from({ length: SEEDS }, (_, n) => `"wechat:${counterparty(n)}"`);
	await writeFile(
		join(folder, 'case.yaml'),
		[
			'version: 1',
			'name: bench',
			`seeds: { accounts: [${seeds.join(', ')}] }`,
			'pay:',
			'  wages: [{ role: caller, yuan_per_day: "200" }]',
			'  commissions: [{ yuan_per_lead: { min: "5", max: "10" } }]',
			'',
		].join('\n'),
	);
	const callers = Array.from({ length: CALLERS }, (_, n) => ({ name: `话务${n}`, handle: counterparty(SEEDS + n) }));
	await writeFile(
		join(folder, 'people.csv'),
		['姓名,角色,组别,上级', '甲某某,组长,一组,', ...callers.map(({ name }) => `${name},话务,一组,甲某某`), ''].join(
			'\n',
		),
	);
	await writeFile(
		join(folder, 'accounts.csv'),
		[
			'账号,主体,关系',
			`wechat:${OWNER},甲某某,使用`,
			...callers.map(({ name, handle }) => `wechat:${handle},${name},使用`),
			'',
		].join('\n'),
	);
}

/** Counterparties as the file writes them: the smaller the number, the more often. */
function counterparty(n: number): string {
	return `wxid_${String(n).padStart(10, 'k')}x7q`;
}
