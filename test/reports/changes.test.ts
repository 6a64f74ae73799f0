import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { chromium } from 'playwright-core';
import { noTransferChanges } from '../../src/findings/changes/changes.ts';
import { type Changes, changesSchema } from '../../src/findings/changes/schema.ts';
import { changesPage } from '../../src/reports/changes/page.ts';
import { changesText } from '../../src/reports/changes/text.ts';

const HOSTILE = '<img src=x onerror=alert(1)></script><script>alert(2)</script>\u202e';
const USDT = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

/** A report with one of everything. */
function report(language: 'zh' | 'en'): Changes {
	const transfer = {
		...{ id: 't000000000000000000000001', from: 'bank:6222', to: 'wechat:wxid_1', fromName: HOSTILE, toName: '' },
		...{ asset: 'CNY', amount: '123450', instant: Date.UTC(2023, 2, 1, 4) },
	};
	const none = noTransferChanges(10);
	const wasIs = { was: 'a'.repeat(64), is: 'b'.repeat(64) };
	return changesSchema.parse({
		schema: 'liuxiang/changes/1',
		...{ case: { name: `样例${HOSTILE}`, language, offsetMinutes: 480 }, today: '2023-06-04', basis: 'compared' },
		before: { run: 'run-000000000001', program: 'liuxiang 0.1.0' },
		after: { run: 'run-000000000002', program: 'liuxiang 0.2.0' },
		changed: true,
		alarms: [
			{ code: 'file-altered', facts: { file: `evidence/${HOSTILE}.csv`, ...wasIs }, fresh: true },
			{ code: 'decision-gone', facts: { line: 2, subject: 't1', act: 'dispute', by: '李检' }, fresh: true },
			{
				...{ code: 'freeze-lapses', fresh: false },
				facts: { person: '演示乙', account: 'bank:6222', document: '冻1号', until: '2023-06-20', days: 16 },
			},
		],
		counts: { transfers_new: 1, alarms: 3 },
		assets: [{ id: USDT, symbol: 'USDT', decimals: 6 }],
		holders: [{ account: 'wechat:wxid_1', name: '演示丙' }],
		totals: [{ name: 'inflow', was: '100000', is: '123450' }],
		files: [
			{ path: `evidence/${HOSTILE}.csv`, kind: 'evidence', change: 'altered', ...wasIs, rows: 4, status: 'read' },
		],
		settings: [{ key: 'trace.policy', was: 'fifo', is: 'lifo' }],
		decisions: { added: [], gone: [] },
		transfers: {
			...none,
			new: { count: 60, sums: [{ asset: 'CNY', count: 60, amount: '123450' }], largest: [transfer] },
			changed: {
				count: 2,
				largest: [
					{ ...transfer, fields: [{ field: 'amount', was: '100', is: '123450' }] },
					{
						...transfer,
						fields: [
							{ field: 'asset', was: USDT, is: 'CNY' },
							{ field: 'amount', was: '1500000', is: '123450' },
						],
					},
				],
			},
		},
		people: {
			...{ come: [{ id: 'p1', name: HOSTILE }], gone: [] },
			changed: [
				{
					...{ id: 'p2', name: '演示丙', parts: ['accounts'] },
					figures: [
						{ name: 'received', id: 'p2/received', unit: 'CNY', was: '100', is: '123450' },
						{ name: 'coins', unit: USDT, was: '1500000', is: '1000000' },
						{ name: 'kept-most', id: 'p2/kept', unit: 'CNY', is: '5' },
					],
				},
			],
		},
		links: [
			{
				...{ kind: 'cash-out', change: 'new', id: 'c1', is: 'proposed' },
				facts: { quantity: '1000000', asset: USDT, fen: '700', person: '演示甲', side: 'sold', rate: '7', instant: 0 },
			},
		],
		histories: [{ account: 'wechat:wxid_1', history: 'return', was: 'incomplete', became: 'not-missed' }],
		gaps: { come: [{ code: 'unknown-format', facts: { file: HOSTILE } }], gone: [] },
		vanished: [],
		freezes: [],
	});
}

test('as text, in both languages: figures as they were and are, what to type, what is more, alarms first', (t) => {
	const english = changesText(report('en'));
	for (const line of [
		/^! \[new\] The evidence file "evidence\/<img/m,
		/^! \[still\] The freeze or seizure of bank:6222 of 演示乙 \(冻1号\) lapses in 16 days/m,
		/^inflow \(yuan\) +1,000\.00 yuan +1,234\.50 yuan +\+234\.50 yuan +liuxiang why case\/inflow$/m,
		/^演示丙 +received +1\.00 yuan +1,234\.50 yuan +\+1,233\.50 yuan +liuxiang why p2\/received$/m,
		/^演示丙 +coins received +1\.50 USDT +1\.00 USDT +-0\.50 USDT$/m,
		/^演示丙 +kept, at most +- +0\.05 yuan +liuxiang why p2\/kept$/m,
		/^program +liuxiang 0\.1\.0 +liuxiang 0\.2\.0$/m,
		/^60 of 1,234\.50 yuan in all$/m,
		/^59 more stand in transfers\.jsonl\.$/m,
		/amount 1\.00 yuan → 1,234\.50 yuan$/m,
		/amount 1\.50 USDT → 1,234\.50 yuan$/m,
		/1\.00 USDT for 7\.00 yuan/,
		/no longer missed, which does not say that it is there$/m,
	])
		t.regex(english, line);
	t.true(english.indexOf('Alarms') < english.indexOf('At a glance'));
	const chinese = changesText(report('zh'));
	t.regex(chinese, /^! \[新\] decisions\.csv中原第2行的决定（存疑，对象 t1，李检）已被删改/m);
	// Every code has a word in both.
	for (const text of [english, chinese]) t.notRegex(text, /[^!] \[[a-z_-]+\] |undefined|\u202e/);
});

test('as a page: text of the evidence is text, nothing runs, is loaded or sent, and it fits a desk and a telephone', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-changes-page-'));
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--no-sandbox'],
	});
	try {
		await writeFile(join(folder, 'changes.html'), [...changesPage(report('zh'))].join(''));
		const address = pathToFileURL(join(folder, 'changes.html')).href;
		const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
		const trouble: string[] = [];
		page.on('request', (request) => {
			if (request.url() !== address) trouble.push(request.url());
		});
		page.on('console', (message) => trouble.push(message.text()));
		page.on('dialog', (dialog) => trouble.push(dialog.message()));
		await page.goto(address);
		t.true((await page.locator('h1').textContent())?.includes('<img src=x onerror=alert(1)>'));
		t.is(await page.locator('main img, main script').count(), 0);
		t.is(await page.locator('.alarm.fresh').count(), 2);
		// The style applies: its hash is the one that the policy names.
		t.is(await page.evaluate("getComputedStyle(document.querySelector('td.number')).textAlign"), 'right');
		for (const width of [1300, 480]) {
			await page.setViewportSize({ width, height: 900 });
			t.true(((await page.evaluate('document.documentElement.scrollWidth')) as number) <= width, String(width));
		}
		t.deepEqual(trouble, []);
	} finally {
		await browser.close();
		await rm(folder, { recursive: true, force: true });
	}
});
