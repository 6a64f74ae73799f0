import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'ava';
import { parse } from 'yaml';
import { USDT_ETH, USDT_TRON } from '../../datasets/demo/addresses.ts';
import { type DemoCase, makeDemo, makeWorld } from '../../datasets/demo/generate.ts';
import { accountOf } from '../../src/ledger/account.ts';
import { caseFileSchema } from '../../src/run/case-file.ts';

const DEMO = 'datasets/demo/';
const demo = await makeDemo({ seed: 1 });

function text(path: string, encoding = 'utf-8'): string {
	return new TextDecoder(encoding).decode(demo.files.get(path));
}

function paths(pattern: RegExp): string[] {
	return [...demo.files.keys()].filter((path) => pattern.test(path));
}

function table(path: string): [string, ...string[]][] {
	return text(path)
		.trimEnd()
		.split('\r\n')
		.slice(1)
		.map((line) => line.split(',') as [string, ...string[]]);
}

function digest({ files }: DemoCase): string {
	const hash = createHash('sha256');
	for (const [path, content] of files) hash.update(path).update(content);
	return hash.digest('hex');
}

test('the same seed gives the same bytes, another seed other ones', async (t) => {
	t.is(digest(await makeDemo({ seed: 1 })), digest(demo));
	t.not(digest(await makeDemo({ seed: 2 })), digest(demo));
});

test('the generator imports nothing of the program', (t) => {
	const files = readdirSync(DEMO, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
	t.true(files.length > 20);
	for (const name of files) {
		const imports = [...readFileSync(`${DEMO}${name}`, 'utf8').matchAll(/from '([^']+)'/g)].map(
			([, from]) => from ?? '',
		);
		for (const from of imports) t.regex(from, /^(?:node:|ethers\/address$|\.{1,2}\/(?!.*src\/))/, name);
		t.false(
			imports.some((from) => from.startsWith('../../')),
			name,
		);
	}
});

test('evidence stays small, and scale multiplies the lower ranks', async (t) => {
	const size = [...demo.files.values()].reduce((sum, { length }) => sum + length, 0);
	t.true(size < 7_000_000, `${size}`);
	const twice = await makeDemo({ seed: 1, scale: 2 });
	const ranks = ({ truth }: DemoCase) =>
		['core', 'leader', 'inspector', 'caller'].map((role) => truth.people.filter((one) => one.role === role).length);
	t.deepEqual(ranks(demo), [3, 6, 7, 59]);
	t.deepEqual(ranks(twice), [3, 12, 14, 118]);
});

test('every USDT that goes out has come in before', (t) => {
	const { world, places } = makeWorld(1, 1);
	const outside = new Set([places.exchangeHot.tron, places.exchangeHot.eth, places.stranger]);
	for (const { purpose, from } of world.coins) if (purpose === 'dust') outside.add(from);
	const balances = new Map<string, bigint>();
	const sums = new Map<string, bigint>();
	for (const { from, to, units, contract, purpose } of [...world.coins].sort((a, b) => a.at - b.at)) {
		if (contract !== USDT_TRON && contract !== USDT_ETH) continue;
		balances.set(from, (balances.get(from) ?? 0n) - units);
		balances.set(to, (balances.get(to) ?? 0n) + units);
		sums.set(purpose, (sums.get(purpose) ?? 0n) + units);
		if (!outside.has(from)) t.true((balances.get(from) ?? 0n) >= 0n, `${from} is overdrawn`);
	}
	const of = (purpose: string) => sums.get(purpose) ?? 0n;
	const held = world.cores
		.flatMap(({ tron, eth }) => [...tron, ...eth])
		.reduce((sum, one) => sum + (balances.get(one) ?? 0n), 0n);
	t.is(of('seed') + of('stranger') + of('dust'), of('sale') + of('fee') + held);
	t.is(of('seed').toString(), demo.truth.totals.seededMicroUsdt ?? '');
	t.is(
		demo.truth.overseas.reduce((sum, { total }) => sum + BigInt(total), 0n),
		of('seed'),
	);
});

test('balances printed by chat pay and banks add up', (t) => {
	for (const path of paths(/TenpayTrades\.txt$/)) {
		const [header = '', ...lines] = text(path).trimEnd().split('\n');
		let before: bigint | undefined;
		const seen = new Set<string>();
		for (const line of lines.filter((one) => one !== header)) {
			const [, order = '', , , side, , , , amount = '', balance = '', card = ''] = line.split('\t');
			const change = card && line.includes('快捷支付') ? 0n : side === '出' ? -BigInt(amount) : BigInt(amount);
			if (before !== undefined && !seen.has(order)) t.is(before + change, BigInt(balance), `${path}: ${line}`);
			seen.add(order);
			before = BigInt(balance);
			t.true(before >= 0n);
		}
	}
	const [, ...rows] = text('evidence/银行/交易明细_1.csv').trimEnd().split('\r\n');
	let before: string | undefined;
	for (const row of rows) {
		const cells = row.split(',');
		const [amount = '', balance = '', side = ''] = cells.slice(5);
		const cents = (yuan: string) => BigInt(yuan.replace('.', ''));
		const change = cells[18] === '失败' ? 0n : side === '进' ? cents(amount) : -cents(amount);
		if (before !== undefined) t.is(cents(before) + change, cents(balance));
		before = balance;
	}
});

test('at least nine in ten commissions are provable, and each other one names what is missing', (t) => {
	const { commissions, people, totals } = demo.truth;
	const provable = commissions.filter((one) => one.provable);
	t.true(provable.length * 10 >= commissions.length * 9);
	t.true(provable.length < commissions.length);
	for (const one of commissions) {
		t.is(one.missing === '', one.provable);
		t.is(BigInt(one.leads) * BigInt(one.rateFen), BigInt(one.fen));
		t.true(BigInt(one.transferFen) >= BigInt(one.fen) - 100n);
	}
	t.deepEqual([...new Set(commissions.map(({ missing }) => missing))].sort(), [
		'',
		'当日引流日报或该组计酬单价',
		'收款微信号的登记或使用依据',
		'收款支付宝号的注册信息',
	]);
	t.is(String(commissions.reduce((sum, { fen }) => sum + BigInt(fen), 0n)), totals.commissionFen ?? '');
	for (const one of people) t.is(one.missing === '', one.exact);
	t.true(people.filter(({ exact }) => exact).length > 60);
});

test('people sum to the totals of the world', (t) => {
	const { people, totals } = demo.truth;
	const sum = (
		name: 'fundingFen' | 'wagesFen' | 'commissionsFen' | 'bonusesFen' | 'roundingFen' | 'cashOutsFen' | 'keptFen',
	) => people.reduce((total, one) => total + BigInt(one[name]), 0n);
	t.is(String(sum('fundingFen')), totals.fundingFen ?? '');
	t.is(String(sum('cashOutsFen')), totals.cashOutFen ?? '');
	t.is(String(sum('wagesFen') + sum('commissionsFen') + sum('bonusesFen') + sum('roundingFen')), totals.payFen ?? '');
	// The same yuan counts at every level, but what all kept together is what came in from outside.
	t.is(String(sum('keptFen')), totals.cashOutFen ?? '');
});

test('the case file is one that the program accepts, and every account is valid', (t) => {
	const file = caseFileSchema.parse(parse(text('case.yaml')));
	t.is(file.mappings.length, 8);
	t.is(file.cash_outs.rates.length, 4);
	for (const [account] of table('accounts.csv')) {
		const colon = account.indexOf(':');
		t.is(accountOf(account.slice(0, colon), account.slice(colon + 1)), account);
	}
	for (const [, identity = ''] of table('people.csv')) t.regex(identity, /^000000\d{11}[\dX]$/);
	const identities = new Set(demo.truth.people.map(({ identity }) => identity));
	t.is(identities.size, demo.truth.people.length);
});

test('the register lists every file with its right hash, but for one where it was forgotten', (t) => {
	const rows = new Map(table('evidence.csv').map((cells) => [cells[0], cells]));
	for (const path of paths(/^evidence\//)) {
		const row = rows.get(path.slice('evidence/'.length));
		const hash = createHash('sha256')
			.update(demo.files.get(path) ?? '')
			.digest('hex');
		t.is(row?.[9], path.includes('聊天') ? '' : hash, path);
	}
	t.true([...rows.keys()].some((path) => path?.includes('.zip!/')));
});

const TRAPS = [
	'节日红包',
	'群红包随机份额',
	'生日红包',
	'聚餐分摊',
	'代买',
	'组长借款',
	'归还组长借款',
	'话务员之间借款',
	'话务员之间往来',
	'非上级的往来',
	'案外人收款',
	'退回多发款',
	'转账被退还',
	'红包未领取',
	'交易关闭',
	'本人账户互转',
	'核心成员与组长之间借款',
	'与涉案无关的银行往来',
];

for (const why of TRAPS) {
	test(`the truth knows that this is no pay: ${why}`, (t) => {
		t.true(demo.truth.notPay.some((one) => one.why === why));
	});
}

test('people are hard to tell apart where they should be', (t) => {
	const people = table('people.csv');
	const identities = (column: number, value: string) =>
		new Set(people.filter((row) => row[column] === value).map((row) => row[1]));
	const doubles = (column: number) => people.filter((row) => identities(column, row[column] ?? '').size > 1);
	t.is(doubles(0).length, 2, 'two of one real name');
	t.is(doubles(2).length, 2, 'two of one nickname');
	const spells = new Map<string, string[][]>();
	for (const row of people) spells.set(row[1] ?? '', [...(spells.get(row[1] ?? '') ?? []), row]);
	const moved = [...spells.values()].filter((rows) => rows.length > 1);
	t.true(
		moved.some(([a, b]) => a?.[5] !== b?.[5]),
		'one changes leader',
	);
	t.true(
		moved.some(([a, b]) => a?.[3] !== b?.[3]),
		'one changes role',
	);
});

test('the files hold the layouts and traps of real exports', (t) => {
	const returns = paths(/TenpayTrades\.txt$/).map((path) => text(path));
	t.true(
		returns.some((file) => file.trimEnd().split('\n').length === 1),
		'a return without rows',
	);
	t.true(
		returns.some((file) => file.split('用户ID\t').length > 2),
		'a header in the middle',
	);
	t.true(
		returns.some((file) => /\t退款\t退款\t/.test(file)),
		'refund rows',
	);
	t.true(
		returns.some((file) => file.includes('奶茶\t')),
		'a TAB inside the last cell',
	);
	t.true(paths(/RegInfo\.txt$/).some((path) => text(path).endsWith('不存在')));
	const bills = paths(/微信账单.*csv$/).map((path) => text(path));
	for (const word of ['已退款(￥', '对方已退还', '微信红包-退款', '发出群红包', '提现失败，已退回零钱', '服务费¥'])
		t.true(
			bills.some((file) => file.includes(word)),
			word,
		);
	t.true(paths(/微信账单.*xlsx$/).length > 0);
	t.true(text('evidence/银行/交易明细_1.csv').includes('财付通-微信零钱充值'));
	t.true(text('evidence/银行/交易明细_2.csv', 'gb18030').includes('财付通-微信转账'));
	t.true(text('evidence/银行/交易明细_2.csv', 'gb18030').includes('查询失败'));
	t.true(text(paths(/支付宝交易明细/)[0] ?? '', 'gb18030').includes('交易关闭'));
	const wallets = paths(/TRON-tokenTransfer/).map((path) => text(path));
	const hashes = wallets.flatMap((file) => file.split('\r\n').map((line) => line.slice(0, 64)));
	t.true(new Set(hashes).size < hashes.length - wallets.length, 'one transfer in two exports');
	t.true(
		wallets.some((file) => file.includes(',0,USDT,')),
		'transfers of nothing',
	);
	t.true(
		wallets.some((file) => /,USDT,(?!TR7NHqj)/.test(file)),
		'another token of the same name',
	);
});

test('sales of coins: most can be matched, the yuan came first in some, and three say what is missing', (t) => {
	const { cashOuts } = demo.truth;
	t.is(cashOuts.filter(({ matchable }) => !matchable).length, 3);
	t.is(cashOuts.filter(({ yuanAt }) => yuanAt === '').length, 1);
	t.true(cashOuts.some(({ coinAt, yuanAt }) => yuanAt !== '' && yuanAt < coinAt));
	t.true(cashOuts.length >= 20);
});
