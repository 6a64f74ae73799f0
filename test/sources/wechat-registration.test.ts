import test from 'ava';
import { wechatRegistration } from '../../src/sources/wechat-registration.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { textFile } from './written.ts';

sourceContract(test, wechatRegistration, 'datasets/samples/wechat-registration');

async function said(lines: readonly string[], hints = HINTS) {
	return (await gather(wechatRegistration.read(textFile('a.txt', lines), hints))).others;
}

test('a nickname names the account and nobody; only a real name is an attribution', async (t) => {
	const nickname = await said(['微信号: wxid_a', '昵称: 张三']);
	t.deepEqual(nickname.attributions, undefined);
	t.like(nickname.aliases?.[0], { account: 'wechat:wxid_a', name: '张三', kind: 'nickname' });
	const real = await said(['微信号: wxid_a', '姓名: 样甲']);
	t.like(real.attributions?.[0], { account: 'wechat:wxid_a', party: '样甲', grade: 'registered' });
	t.deepEqual((await said(['微信号: wxid_a', '姓名: 样*'])).attributions, undefined);
});

test('an account that only a line below names, or none does, is the account of all lines', async (t) => {
	const below = await said(['昵称: 小林', '微信号: wxid_a']);
	t.like(below.aliases?.[0], { account: 'wechat:wxid_a' });
	t.like((await said(['昵称: 小林'], { ...HINTS, owner: 'wechat:wxid_b' })).aliases?.[0], { account: 'wechat:wxid_b' });
	t.regex(
		(await said(['昵称: 小林'])).aliases?.map((alias) => (alias as { account: string }).account)[0] ?? '',
		/^bill:/,
	);
});

test('each account of a file has its own names', async (t) => {
	const { aliases } = await said(['微信号: wxid_a', '昵称: 甲', '微信号: wxid_b', '昵称: 乙']);
	t.like(aliases, [
		{ account: 'wechat:wxid_a', name: '甲' },
		{ account: 'wechat:wxid_b', name: '乙' },
	]);
});
