import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, readlink, rm, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import test from 'ava';
import { makeDemo } from '../../datasets/demo/generate.ts';
import { storedZip } from '../../datasets/demo/zip.ts';
import type { Findings } from '../../src/findings/schema.ts';
import type { RunResult } from '../../src/run/run-case.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { hashesBelow, run, sharedFolder, writeFiles } from './folders.ts';
import { LEADER_CHAT, smallCase } from './small-case.ts';

/** One group of the demo: every layout of file, and a run in a few seconds. */
const { files } = await makeDemo({ seed: 3, scale: 0.17 });
const paths = [...files.keys()].filter((path) => path.startsWith('evidence/'));
const bill = paths.find((path) => path.startsWith('evidence/微信账单/') && path.endsWith('.csv')) as string;

const root = await sharedFolder(test);
let first: RunResult;
let reports: Map<string, string>;
let evidence: Map<string, string>;
const LONG_AGO = new Date('2024-01-02T03:04:05Z');

/** A case folder of its own with the demo's files. */
async function newCase(name: string, left: (path: string) => boolean = () => true): Promise<string> {
	const folder = join(root, name);
	await writeFiles(
		folder,
		[...files].filter(([path]) => left(path)),
	);
	return folder;
}

test.before(async () => {
	const folder = await newCase('first');
	for (const path of paths) await utimes(join(folder, path), LONG_AGO, LONG_AGO);
	evidence = await hashesBelow(join(folder, 'evidence'));
	first = await run(folder);
	reports = await hashesBelow(first.folder);
});

test('evidence is never written to', async (t) => {
	t.deepEqual(await hashesBelow(join(root, 'first/evidence')), evidence);
	for (const path of paths) t.is((await stat(join(root, 'first', path))).mtimeMs, LONG_AGO.getTime(), path);
});

test.serial('a second run gives the same folder with the same bytes', async (t) => {
	const second = await run(join(root, 'first'));
	t.is(second.folder, first.folder);
	t.deepEqual(await hashesBelow(second.folder), reports);
	t.is(await readlink(join(root, 'first/reports/latest')), basename(first.folder));
	const manifest = JSON.parse(await readFile(join(second.folder, 'manifest.json'), 'utf8'));
	for (const { name, sha256 } of manifest.files) t.is(reports.get(name), sha256, name);
	// All but itself and the sums.
	t.is(manifest.files.length, reports.size - 2);
});

test('a run far away in another language gives the same bytes', async (t) => {
	const folder = await newCase('abroad');
	const env = { ...process.env, TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
	const script = `import(${JSON.stringify(moduleUrl('test/run/folders').href)}).then((m) => m.run(process.argv[1]))`;
	const child = spawn(process.execPath, [...NODE_ARGS, '-e', script, folder], { env, stdio: 'inherit' });
	t.deepEqual(await once(child, 'close'), [0, null]);
	t.deepEqual(await hashesBelow(join(folder, 'reports', basename(first.folder))), reports);
});

test('a file that comes later gives what it would have given from the start, and one that goes leaves no trace', async (t) => {
	const folder = await newCase('later', (path) => path !== bill);
	const without = await run(folder);
	t.not(basename(without.folder), basename(first.folder));
	t.true(without.findings.merging.records < first.findings.merging.records);
	await writeFiles(folder, [[bill, files.get(bill) as Uint8Array]]);
	const added = await run(folder);
	t.deepEqual(await hashesBelow(added.folder), reports);
	const former = await hashesBelow(without.folder);
	await rm(join(folder, bill));
	const again = await run(folder);
	t.is(again.folder, without.folder);
	t.deepEqual(await hashesBelow(again.folder), former);
});

test('files that lie there twice change nothing but the paths', async (t) => {
	const folder = await newCase('twice');
	const copied = paths.filter((path) => !path.endsWith('.zip'));
	// Before and after the original in the order of paths, and in a ZIP.
	await writeFiles(folder, [
		...copied.slice(0, 5).map((path) => [`evidence/zz/${path.slice(9)}`, files.get(path) as Uint8Array] as const),
		['evidence/0/a.csv', files.get(bill) as Uint8Array],
		['evidence/1.zip', storedZip(new Map(copied.map((path) => [path.slice(9), files.get(path) as Uint8Array])))],
	]);
	const { findings } = await run(folder);
	t.deepEqual(withoutPaths(findings), withoutPaths(first.findings));
	const ofBill = findings.evidence.files.find((file) => file.paths.includes(bill.slice(9)));
	t.deepEqual(ofBill?.paths, ['0/a.csv', `1.zip!/${bill.slice(9)}`, bill.slice(9)].sort());
	t.deepEqual((await run(folder)).findings, findings);
});

/** Findings without what tells where files lie. */
function withoutPaths({ evidence, incomplete, todo, ...rest }: Findings): unknown {
	const plain = evidence.files.map(({ paths: _paths, problem, ...file }) => ({ ...file, problem: problem?.code }));
	plain.sort((a, b) => (a.hash < b.hash ? -1 : 1));
	return {
		...rest,
		evidence: { ...evidence, files: plain },
		incomplete: incomplete.map((one) => one.code),
		todo: todo.map(({ code, stake }) => ({ code, stake })),
	};
}

test('a case that was moved with its store and reports goes on', async (t) => {
	const folder = join(root, 'moved', 'far');
	await mkdir(join(root, 'moved'));
	await cp(join(root, 'first'), folder, { recursive: true, verbatimSymlinks: true });
	const moved = await run(folder);
	t.deepEqual(await hashesBelow(moved.folder), reports);
});

test('a copy without a holder does not take the holder from the file in the register', async (t) => {
	const folder = join(root, 'holder');
	const small = smallCase();
	const yaml = small.get('case.yaml') as string;
	const mapping = `  - name: own-book
    when: [我的时间, 对方, 数额]
    network: wechat
    columns: { time: 我的时间, counterparty: 对方, amount: 数额 }
`;
	const book = '我的时间,对方,数额\n2023-03-10 12:00:00,wxid_small_caller,-35.00\n';
	await writeFiles(folder, [
		...small,
		['case.yaml', yaml + mapping],
		['evidence.csv', `文件,持有人\nmine.csv,${LEADER_CHAT}\n`],
		['evidence/mine.csv', book],
	]);
	const alone = await run(folder);
	const paid = alone.findings.payouts.find((payout) => payout.amount === '3500');
	t.is(paid?.kind, 'commission');
	await writeFiles(folder, [['evidence/a-copy.csv', book]]);
	const both = await run(folder);
	t.deepEqual(both.findings.payouts, alone.findings.payouts);
	t.deepEqual((await run(folder)).findings, both.findings);
});
