import test from 'ava';
import type { Login } from '../../src/ledger/statement.ts';
import { wechatLogins } from '../../src/sources/wechat-logins.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { textFile } from './written.ts';

sourceContract(test, wechatLogins, 'datasets/samples/wechat-logins');

const LINES = ['登录日志：', '\t时间\tIP', '\t2026-01-27 11:53:50 +0800 CST\t198.51.100.7'];

async function accounts(lines: readonly string[], hints = HINTS) {
	const { others } = await gather(wechatLogins.read(textFile('a.txt', lines), hints));
	return (others.logins as readonly Login[]).map(({ account }) => account);
}

test('the account is the one the file names, else the one the register names, else the file’s own', async (t) => {
	const hints = { ...HINTS, owner: 'wechat:wxid_register' };
	t.deepEqual(await accounts(['微信号: wxid_file', ...LINES], hints), ['wechat:wxid_file']);
	t.deepEqual(await accounts(LINES, hints), ['wechat:wxid_register']);
	t.regex((await accounts(LINES))[0] ?? '', /^bill:[0-9a-f]{12}$/);
});

test('the zone that a time prints is its zone', async (t) => {
	const { others } = await gather(wechatLogins.read(textFile('a.txt', LINES), { ...HINTS, offsetMinutes: 0 }));
	t.is((others.logins as readonly Login[])[0]?.moment.instant, Date.UTC(2026, 0, 27, 3, 53, 50));
});
