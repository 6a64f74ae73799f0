import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { drawPage, pageScript } from '../page/draw-page.ts';
import { id } from '../page/page-case.ts';
import { medianOf } from './measure.ts';
import type { BenchRow } from './row.ts';

const ROWS = 200_000;
const OPEN_MAX_MS = 2000;
const SEARCH_MAX_MS = 100;
const RUNS = 5;
/** People, an amount, accounts, order numbers, and what nobody has. */
const WANTED = ['某', '85', 'wxid_12', '2023030100', 'zzz'];

/** The page of a case in Chromium (`CHROMIUM`, or Debian's): to open it, to search, and the first path, which settles the case. */
export async function pageBench(): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-page-'));
	let browser: Browser | undefined;
	try {
		const file = join(folder, 'page.html');
		const content = await drawPage(await pageScript(), ROWS);
		await writeFile(file, content);
		browser = await chromium.launch({
			executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
			args: ['--no-sandbox'],
		});
		const told: Told[] = [];
		for (let k = 0; k < RUNS; k++) told.push(await visit(browser, pathToFileURL(file).href));
		const row = (name: keyof Told, of: string, most: number | null): BenchRow => {
			const value = medianOf(told.map((each) => each[name]));
			return { name: `page, ${of}`, size: ROWS, value, unit: 'ms', against: most, ratio: most && value / most };
		};
		const bytes = { value: Buffer.byteLength(content) / 1e6, unit: 'MB', against: null, ratio: null };
		return [
			row('open', 'open', OPEN_MAX_MS),
			row('search', 'slowest search', SEARCH_MAX_MS),
			row('path', 'first path to a wallet', null),
			{ name: 'page, size', size: ROWS, ...bytes },
		];
	} finally {
		await browser?.close();
		await rm(folder, { recursive: true, force: true });
	}
}

interface Told {
	readonly open: number;
	/** Of the slowest of `WANTED`, from the key to the results. */
	readonly search: number;
	readonly path: number;
}

async function visit(browser: Browser, address: string): Promise<Told> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	try {
		const page = await context.newPage();
		const start = performance.now();
		await page.goto(address);
		await page.waitForSelector('h1');
		const open = performance.now() - start;
		const search = await slowestSearch(page);
		const asked = performance.now();
		await page.evaluate(`location.hash = '#/transfers?t=${id(6)}'`);
		await page.waitForSelector('ol.steps');
		return { open, search, path: performance.now() - asked };
	} finally {
		await context.close();
	}
}

/** As text: what runs in the page is no program of Node. */
function slowestSearch(page: Page): Promise<number> {
	return page.evaluate<number>(`(() => {
		const field = document.getElementById('search');
		return Math.max(...${JSON.stringify(WANTED)}.map((text) => {
			field.value = text;
			const before = performance.now();
			field.dispatchEvent(new Event('input'));
			return performance.now() - before;
		}));
	})()`);
}
