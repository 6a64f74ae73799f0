import test from 'ava';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { trongrid } from '../../src/sources/trongrid.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults } from './written.ts';

sourceContract(test, trongrid, 'datasets/samples/trongrid', { tabular: false });

const [PAYER, PAYEE] = ['TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF', 'TF3XQCE4x1KLqUc9FKR6p3BPyhNGG3ysib'];
const [USDT, FAKE] = ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TUEzbmAB7PruxAL48x5oRCGpTEwdeTzA1v'];

function transfer(changed: Readonly<Record<string, unknown>> = {}): string {
	return JSON.stringify({
		transaction_id: 'ab'.repeat(32),
		token_info: { symbol: 'USDT', address: USDT, decimals: 6, name: 'Tether USD' },
		block_timestamp: 1_678_410_000_000,
		from: PAYER,
		to: PAYEE,
		type: 'Transfer',
		value: '1000000',
		...changed,
	});
}

const page = (...rows: string[]) => `{"data":[${rows.join()}],"success":true,"meta":{"page_size":${rows.length}}}`;
const fileOf = (text: string): EvidenceFile => memoryFile('page.json', Buffer.from(text));
const said = (text: string) => gather(trongrid.read(fileOf(text), HINTS));

test('numbers keep every digit, written as text or bare', async (t) => {
	const bare = transfer().replace('"1000000"', '9007199254740993');
	const { records } = await said(page(transfer({ value: '9007199254740993' }), bare));
	t.deepEqual(
		records.map(({ amount }) => amount),
		[9_007_199_254_740_993n, 9_007_199_254_740_993n],
	);
});

test('an approval moves nothing, and any other kind is a reject', async (t) => {
	const given = await said(page(transfer({ type: 'Approval' }), transfer({ type: 'Mint' })));
	t.deepEqual([given.records.length, given.skipped['not-a-transfer']], [0, 1]);
	t.deepEqual(faults(given), ['value type']);
});

test('a token is its contract: one that only bears the name keeps its own, at the decimals it states', async (t) => {
	const fake = { symbol: 'USDT', address: FAKE, decimals: 2 };
	const given = await said(
		page(transfer({ token_info: fake, value: '150' }), transfer({ token_info: { ...fake, decimals: 77 } })),
	);
	t.deepEqual(
		given.records.map(({ asset, amount }) => [asset, amount]),
		[[`tron:${FAKE}`, 1_500_000_000_000_000_000n]],
	);
	t.deepEqual(faults(given), ['value token_info.decimals']);
});

test('decimals that are not the known token’s are no reason to move the point', async (t) => {
	const given = await said(page(transfer({ token_info: { symbol: 'USDT', address: USDT, decimals: 18 } })));
	t.deepEqual(faults(given), ['value token_info.decimals']);
});

test('times are milliseconds: ten digits would be January 1970', async (t) => {
	t.deepEqual(faults(await said(page(transfer({ block_timestamp: 1_678_410_000 })))), ['time block_timestamp']);
});

test('an address keeps its capitals, and a wrong checksum or a mask is no account', async (t) => {
	const given = await said(page(transfer({ from: PAYER.toLowerCase() }), transfer({ to: 'TF3X****ysib' })));
	t.deepEqual(faults(given), ['account from', 'account to']);
});

test('pages in a list, one after the other, or a bare list of rows are all the same rows', async (t) => {
	const [a, b] = [transfer({ value: '1' }), transfer({ value: '2' })];
	for (const text of [`[${page(a)},${page(b)}]`, `${page(a)}\n${page(b)}\n`, `[${a},${b}]`, `${a}\n${b}`]) {
		t.deepEqual(
			(await said(text)).records.map(({ amount }) => amount),
			[1n, 2n],
		);
	}
});

test('newest first, as the interface answers, is not the order of events', async (t) => {
	const times = [3, 2, 2, 1].map((hour) => transfer({ block_timestamp: 1_678_410_000_000 + hour * 3_600_000 }));
	t.deepEqual(
		(await said(page(...times))).records.map(({ sequence }) => sequence),
		[3, 2, 1, 0],
	);
});

test('of a broken document what stands before is read, and what stands after is kept as unreadable', async (t) => {
	const whole = page(transfer({ value: '1' }), transfer({ value: '2' }));
	const cut = await said(whole.slice(0, whole.indexOf('"2"')));
	t.deepEqual([cut.records.length, cut.rejected.map(({ reason }) => reason)], [1, ['truncated']]);
	t.true(cut.rejected[0]?.raw.includes('transaction_id'));
	// Cut between two rows nothing is left over, and yet rows are missing.
	const between = await said(whole.slice(0, whole.indexOf(`,${transfer({ value: '2' })}`)));
	t.deepEqual([between.records.length, faults(between)], [1, ['truncated ']]);
	const broken = await said(page(transfer(), '{"transaction_id":oops}', transfer({ value: '3' })));
	t.deepEqual(
		[broken.records.map(({ amount }) => amount), broken.rejected.map(({ reason }) => reason)],
		[[1_000_000n, 3n], ['value']],
	);
});

test('an answer that lists nothing under a known name is one unreadable row, never none', async (t) => {
	t.deepEqual(faults(await said(`{"success":false,"error":"limit"}`)), ['missing type']);
	t.deepEqual(faults(await said(`{"items":[${transfer()}]}`)), ['missing type']);
});

test('nesting without end and hostile keys do no harm', async (t) => {
	const deep = `{"data":[${'{"data":['.repeat(20_000)}`;
	t.is((await said(deep)).records.length, 0);
	const nested = page(`{"type":"Transfer","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
	t.is((await said(nested)).rejected.length, 1);
	const proto = page(`{"__proto__":${transfer()},"type":"Transfer"}`);
	t.is((await said(proto)).rejected.length, 1);
	t.deepEqual(faults(await said(page(transfer().replace('"from"', '"to":"x","from"')))), ['value ']);
});

test('a file too large to be held is refused as a whole', async (t) => {
	const huge = { ...fileOf(page()), size: 2 ** 27 };
	await t.throwsAsync(() => gather(trongrid.read(huge, HINTS)), { message: /evidence\.too-large/ });
});
