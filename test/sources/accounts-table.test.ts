import test from 'ava';
import fc from 'fast-check';
import type { Attribution } from '../../src/ledger/attribution.ts';
import { accountsTableSource } from '../../src/sources/accounts-table.ts';
import { identified } from '../../src/sources/attribution-id.ts';
import { sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, accountsTableSource, 'datasets/samples/accounts-table');

const HEADER = '账号,主体,证件号码,关系,来源,撤回日期,撤回原因';

test('withdrawing a claim leaves its id, changing whose claim it is does not', async (t) => {
	const { others } = await readLines(accountsTableSource, HEADER, [
		'wechat:wxid_a,演示甲,1,使用,笔录,,',
		'wechat:wxid_a,演示甲,1,使用,笔录,2023-09-01,借用',
		'wechat:wxid_a,演示甲,2,使用,笔录,,',
	]);
	const [claim, withdrawn, other] = others.attributions as Attribution[];
	t.is(withdrawn?.id, claim?.id);
	t.not(other?.id, claim?.id);
	t.deepEqual(withdrawn?.withdrawn, { on: '2023-09-01', why: '借用' });
});

test('an account is read as people write it', async (t) => {
	const { others } = await readLines(accountsTableSource, '账号,主体,关系', [
		'微信：wxid_a,甲,使用',
		'TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF,甲,控制',
		'0x37a9a6c0fb83fb1f83f68db96a0b6db5886f469b,甲,控制',
		'6200 0000 0000 0000 011,甲,登记',
		'银行卡:6200-0000-0000-0000-011,甲,登记',
	]);
	t.deepEqual(
		(others.attributions as Attribution[]).map(({ account }) => account),
		[
			'wechat:wxid_a',
			'tron:TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF',
			'eth:0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469b',
			'bank:6200000000000000011',
			'bank:6200000000000000011',
		],
	);
});

test('ids differ wherever the claim does, even where texts run into one another', (t) => {
	const claim = (account: string, party: string, source: string) =>
		identified({ account, party, source, category: 'person', grade: 'uses', confidence: 70 }).id;
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.string()), { maxLength: 8 }), (claims) => {
			const ids = new Set(claims.map(([account, party, source]) => claim(account, party, source)));
			return ids.size === new Set(claims.map((parts) => JSON.stringify(parts))).size;
		}),
		{ numRuns: 100, seed: 1 },
	);
	t.pass();
});
