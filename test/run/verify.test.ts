import { hash } from 'node:crypto';
import { appendFile, cp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import test from 'ava';
import { seeded } from '../../datasets/demo/random.ts';
import type { PackageManifest, RunManifest } from '../../src/run/custody/manifest.ts';
import { sumsText } from '../../src/run/custody/sums.ts';
import type { Difference, Verification } from '../../src/run/custody/verification.ts';
import { verifyCase } from '../../src/run/custody/verify-case.ts';
import { verifyPackage } from '../../src/run/custody/verify-package.ts';
import { drawPackage } from '../../src/run/package/draw-package.ts';
import { openStore } from '../../src/stores/open.ts';
import { liuxiang } from '../cli/terminal.ts';
import { hashesBelow, run, sharedFolder, writeFiles } from './folders.ts';
import { CALLER_CHAT, smallCase } from './small-case.ts';

const root = await sharedFolder(test);
const whole = join(root, 'whole');
const handed = join(root, 'handed');
const CHAT = smallCase().get('evidence/chat.csv') as string;
const OPTIONS = { program: 'liuxiang test', env: {}, onProgress: () => {} };

test.before(async () => {
	await writeFiles(whole, [
		...smallCase(),
		['decisions.csv', `对象,决定,值,决定人,理由,时间\n${CALLER_CHAT},确认,,李检,核对登记,2023-06-01\n`],
		['evidence.csv', `文件,持有人,校验值\nchat.csv,,${hash('sha256', CHAT)}\n`],
		['evidence/坏行.csv', '支付时间,付款人,收款人,金额,单号,附言\n2023-03-09 12:00:00,x,y,多,W9,\n'],
	]);
	await run(whole);
	await drawPackage(whole, { level: 'court', names: 'full', to: handed });
});

/** A copy of the case, to be spoilt. */
async function copyOf(name: string): Promise<string> {
	const folder = join(root, name);
	await cp(whole, folder, { recursive: true, verbatimSymlinks: true });
	return folder;
}

async function verified(folder: string): Promise<{ verification: Verification; by: (id: string) => Difference[] }> {
	const verification = await verifyCase(folder, OPTIONS);
	const by = (id: string) => verification.checks.flatMap((check) => (check.id === id ? check.differences : []));
	return { verification, by };
}

async function replace(path: string, from: string, to: string): Promise<void> {
	const text = await readFile(path, 'utf8');
	if (!text.includes(from)) throw new Error(`"${from}" is not in ${path}`);
	await writeFile(path, text.replace(from, to));
}

const codes = (differences: readonly Difference[]) => differences.map(({ code }) => code);

test('a case that nobody touched is equal in everything, and verifying it changes nothing', async (t) => {
	const before = await hashesBelow(whole);
	const { verification } = await verified(whole);
	for (const { id, differences, compared } of verification.checks) {
		t.deepEqual(differences, [], id);
		t.true(compared > 0, id);
	}
	t.deepEqual(verification.notes, []);
	t.is(verification.seal, hash('sha256', await readFile(join(whole, 'reports/latest/SHA256SUMS'))));
	const after = await hashesBelow(whole);
	// A store that was opened may be written anew by its library; what it holds is what the check says.
	for (const hashes of [before, after]) hashes.delete('store.duckdb');
	t.deepEqual(after, before);
});

test('one changed digit of the evidence is named, with the file, the row and the figures that move', async (t) => {
	const folder = await copyOf('evidence');
	await replace(join(folder, 'evidence/chat.csv'), '245.00', '250.00');
	const { by } = await verified(folder);
	t.like(by('inputs'), [{ code: 'verify.changed', facts: { file: 'evidence/chat.csv' } }]);
	t.is(by('files').length, 0);
	t.is(by('store').length, 0);
	const ledger = by('results').find(({ code, facts }) => code === 'verify.result' && /附表3/.test(String(facts.file)));
	t.regex(String(ledger?.facts.here), /245\.00/);
	t.regex(String(ledger?.facts.computed), /250\.00/);
	t.true(
		by('results').some(
			({ code, facts }) =>
				code === 'verify.figure' && facts.person === '演示丙' && facts.was === '33000' && facts.is === '33500',
		),
	);
});

test('evidence that is added, taken away or renamed is named', async (t) => {
	const folder = await copyOf('moved');
	await rename(join(folder, 'evidence/leader-bank.csv'), join(folder, 'evidence/other.csv'));
	const { by } = await verified(folder);
	t.deepEqual(
		by('inputs').map(({ code, facts }) => [code, facts.file]),
		[
			['verify.missing', 'evidence/leader-bank.csv'],
			['verify.added', 'evidence/other.csv'],
		],
	);
});

test('a decision that is changed, or added after the run, is told line by line', async (t) => {
	const changed = await copyOf('decision');
	await replace(join(changed, 'decisions.csv'), '核对登记', '核对登己');
	const one = await verified(changed);
	t.like(one.by('inputs'), [{ code: 'verify.changed', facts: { file: 'decisions.csv' } }]);
	t.like(one.by('decisions'), [
		{ code: 'verify.decision-then', facts: { line: 2, why: '核对登记' } },
		{ code: 'verify.decision-now', facts: { line: 2, why: '核对登己' } },
	]);
	const added = await copyOf('decided');
	await appendFile(join(added, 'decisions.csv'), `${CALLER_CHAT},驳回,,王检,系他人账号,2023-06-02\n`);
	const other = await verified(added);
	t.like(other.by('decisions'), [{ code: 'verify.decision-now', facts: { line: 3, by: '王检' } }]);
	t.true(codes(other.by('results')).includes('verify.figure'));
});

test('a changed setting is named with both values', async (t) => {
	const folder = await copyOf('settings');
	await replace(join(folder, 'case.yaml'), 'yuan_per_lead: "5"', 'yuan_per_lead: "6"');
	const { by } = await verified(folder);
	t.like(by('inputs'), [{ code: 'verify.changed', facts: { file: 'case.yaml' } }]);
	t.is(by('settings').length, 1);
	t.like(by('settings')[0]?.facts, { was: '5', is: '6' });
});

test('a result that was changed together with its lists does not come out again', async (t) => {
	const folder = await copyOf('forged');
	const run = join(folder, 'reports', basename((await verified(folder)).verification.run));
	const name = (await readdir(run)).find((file) => file.startsWith('附表4_')) as string;
	await replace(join(run, name), '330.00', '930.00');
	await relist(run, name);
	const { by } = await verified(folder);
	t.deepEqual(by('files'), []);
	const [told, ...more] = by('results');
	t.deepEqual(more, []);
	t.like(told, { code: 'verify.result', facts: { file: name } });
	t.regex(String(told?.facts.here), /930\.00/);
	t.regex(String(told?.facts.computed), /330\.00/);
});

/** Writes the new hashes of a file into both lists, as a forger would. */
async function relist(folder: string, name: string): Promise<void> {
	const bytes = await readFile(join(folder, name));
	const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as RunManifest | PackageManifest;
	const files = manifest.files.map((file) =>
		file.name === name ? { name, size: bytes.length, sha256: hash('sha256', bytes), sm3: hash('sm3', bytes) } : file,
	);
	const text = `${JSON.stringify({ ...manifest, files }, null, '\t')}\n`;
	await writeFile(join(folder, 'manifest.json'), text);
	const all = [...files, { name: 'manifest.json', sha256: hash('sha256', text) }];
	await writeFile(join(folder, 'SHA256SUMS'), sumsText(all.sort((a, b) => (a.name < b.name ? -1 : 1))));
}

test('a store that was changed is told, and which part of it', async (t) => {
	const folder = await copyOf('store');
	const store = await openStore(join(folder, 'store.duckdb'));
	const writer = await store.beginRun();
	for await (const batch of store.transfers())
		await writer.transfers(batch.map((one) => (one.amount === 24500n ? { ...one, amount: 24501n } : one)));
	for (const key of await store.findingKeys()) await writer.finding(key, (await store.finding(key)) as string);
	await writer.commit();
	await store.close();
	const { by } = await verified(folder);
	t.deepEqual(codes(by('store')), ['verify.store-run', 'verify.asset']);
	t.like(by('store')[1]?.facts, { asset: 'CNY' });
	t.deepEqual(by('results'), []);
});

test('evidence that was exchanged before the run is told from the hash in the register', async (t) => {
	const folder = await copyOf('exchanged');
	await replace(join(folder, 'evidence/chat.csv'), '245.00', '246.00');
	await run(folder);
	const { by } = await verified(folder);
	t.like(by('register'), [{ code: 'verify.register', facts: { file: 'chat.csv', recorded: hash('sha256', CHAT) } }]);
	t.deepEqual([by('inputs'), by('store'), by('results')], [[], [], []]);
});

test.serial('a changed byte in any file of a package is found by the folder alone, and the file named', async (t) => {
	t.deepEqual((await verifyPackage(handed)).checks[0]?.differences, []);
	const random = seeded('bytes');
	const manifest = JSON.parse(await readFile(join(handed, 'manifest.json'), 'utf8')) as PackageManifest;
	for (const name of [...manifest.files.map((file) => file.name), 'manifest.json', 'SHA256SUMS']) {
		const path = join(handed, name);
		const bytes = await readFile(path);
		const spoilt = Buffer.from(bytes);
		const at = random.int(0, bytes.length - 1);
		spoilt[at] = (bytes[at] as number) ^ (1 << random.int(0, 7));
		await writeFile(path, spoilt);
		const { differences } = (await verifyPackage(handed)).checks[0] ?? { differences: [] };
		await writeFile(path, bytes);
		t.true(differences.length > 0, `${name}, byte ${at}`);
		if (!['manifest.json', 'SHA256SUMS'].includes(name)) {
			t.deepEqual(codes(differences), ['verify.changed']);
			t.is(differences[0]?.facts.file, name);
		}
	}
});

test.serial('what is added to a package, missing or a link is told; so is a list that is gone', async (t) => {
	const folder = join(root, 'spoilt');
	await cp(handed, folder, { recursive: true });
	const [first, second] = (JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as PackageManifest).files;
	await rm(join(folder, first?.name ?? ''));
	await rm(join(folder, second?.name ?? ''));
	await symlink('/etc/hostname', join(folder, second?.name ?? ''));
	await writeFile(join(folder, '.hidden'), '');
	const told = (await verifyPackage(folder)).checks[0]?.differences ?? [];
	t.deepEqual(
		told.map(({ code, facts }) => [code, facts.file]),
		[
			['verify.no-file', second?.name],
			['verify.added', '.hidden'],
			['verify.missing', first?.name],
			['verify.missing', second?.name],
		],
	);
	await rm(join(folder, 'manifest.json'));
	const less = codes((await verifyPackage(folder)).checks[0]?.differences ?? []);
	t.true(less.includes('verify.no-list') && less.includes('verify.missing-sum'));
});

test.serial('the command says it in either language and ends with 3', async (t) => {
	for (const lang of ['zh', 'en']) {
		const equal = await liuxiang(['verify', '--package', handed, '--lang', lang]);
		t.is(equal.code, 0, equal.err);
		const name = (await readdir(join(handed, '附表')))[0] as string;
		const path = join(handed, '附表', name);
		const bytes = await readFile(path);
		await writeFile(path, `${bytes} `);
		const differs = await liuxiang(['verify', '--package', handed, '--lang', lang]);
		await writeFile(path, bytes);
		t.is(differs.code, 3);
		t.true(differs.out.includes(name));
		t.notRegex(differs.out, /‹|undefined|\[verify/);
	}
	t.is((await liuxiang(['verify', '--package', root])).code, 2);
});

test('a list of another build, or one that was cut down, is told in words, and no package is drawn from it', async (t) => {
	const folder = await copyOf('older');
	const manifest = join(folder, 'reports/latest/manifest.json');
	const { files } = JSON.parse(await readFile(manifest, 'utf8')) as RunManifest;
	await writeFile(manifest, JSON.stringify({ files }));
	const { verification, by } = await verified(folder);
	t.true(codes(by('files')).includes('verify.list-unreadable'));
	t.deepEqual(codes(verification.notes), ['verify.no-inputs']);
	const request = { level: 'court', names: 'full', only: ['schedules'] } as const;
	await t.throwsAsync(drawPackage(folder, request), { message: /report\.older/ });
});
