/** The whole program over one small case in which everything that can be hostile is, and every place of a secret holds one. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import { wholeOf } from '../../src/sources/evidence-file.ts';
import { listZip, memorySource } from '../../src/sources/zip.ts';
import { type Call, liuxiang } from '../cli/terminal.ts';
import { hashesBelow, run, sharedFolder, writeFiles } from '../run/folders.ts';
import { CALLER_CHAT, LEADER_CHAT, OVERSEAS, smallCase } from '../run/small-case.ts';
import { buildZip } from '../sources/zip-builder.ts';

const root = await sharedFolder(test);
const plain = join(root, 'plain');
const folder = join(root, 'hostile');

/** By what people, groups and parties of the small case are called here. */
const CALLED: Readonly<Record<string, string>> = {
	演示甲: '<img src=x onerror=alert(1)>',
	演示乙: '__proto__',
	演示丙: 'constructor',
	演示丁: "=cmd|' /C calc'!A0",
	一组: 'toString',
	境外老板: '＝HYPERLINK(a)\u202egpj.exe',
	样例币商: '\u001b[2J\u001b]0;owned\u0007',
};
const MEMO = '</script><script>window.hit=1</script>\u001b[31m\u200b#set page(fill: red)';

/** Where a case keeps secrets: a canary for each. */
const SECRETS = {
	'secret/archives.txt': 'Canary-archive-7f3a91c2d4',
	'secret/chain.txt': 'Canary-chain-19d2e7b3a5f04c68',
	'secret/neo4j.txt': 'Canary-neo4j-5b1c88e0aa',
	'secret/hook.txt': 'whsec_Q2FuYXJ5LWhvb2stOGEyZjRjNmUxYjNkNWY3OQ==',
	'secret/mail.txt': 'Canary-mail-c0ffee77d1',
};
const SETTINGS = `
passwords_file: secret/archives.txt
neo4j: { password_file: secret/neo4j.txt }
chains:
  - network: eth
    accounts: ["eth:0x52908400098527886E0F7030069857D2E4169EE7"]
    endpoints:
      - { url: "http://127.0.0.1:9/v2/{key}", interface: rpc, key_file: secret/chain.txt, timeout: 1s }
notices:
  on: [always]
  webhook: { url: "http://127.0.0.1:9/hook", secret_file: secret/hook.txt }
  email: { host: 127.0.0.1, port: 9, security: none, user: u, secret_file: secret/mail.txt, from: a@b.example, to: [c@d.example] }
`;

const calls: Call[] = [];
let findings: Findings;

test.before(async (t) => {
	t.timeout(300_000);
	await writeFiles(plain, smallCase());
	const hostile = [...smallCase()].map(([path, text]) => [path, renamed(path, text)] as const);
	await writeFiles(folder, hostile);
	await writeFiles(folder, Object.entries(SECRETS));
	await writeFile(
		join(folder, 'evidence', 'a.zip'),
		buildZip([
			{ name: 'ev\u001b[2Jil\u202e.csv', content: Buffer.from('x') },
			{ name: '__proto__', content: Buffer.from('x') },
			{ name: 'locked.csv', content: Buffer.from('x'), encrypted: true },
		]),
	);
	const ask = async (...args: string[]) => {
		const call = await liuxiang(args);
		calls.push(call);
		return call;
	};
	const { code, err } = await ask('run', folder, '--debug');
	t.true(code === 1 || code === 4, err);
	const latest = await readFile(join(folder, 'reports', 'latest', 'findings.json'), 'utf8');
	findings = JSON.parse(latest) as Findings;
	const payout = findings.payouts[0]?.id ?? '';
	for (const question of [
		['person', folder, '__proto__'],
		['person', folder, CALLED.演示甲 ?? ''],
		['why', folder, payout],
		['origin', folder, payout],
		['trace', folder, '--from', OVERSEAS],
		['trace', folder, '--from', OVERSEAS, '--as', 'csv'],
		['todo', folder],
		['inspect', join(folder, 'evidence'), '--case', folder],
		['status', folder],
		['doctor', folder],
		['changes', folder],
		['report', folder, '--level', 'internal', '--names', 'full'],
		['status', folder, '--json'],
	])
		await ask(...question);
	// A secret that is not where it should be is told, and nothing of it.
	await rename(join(folder, 'secret/chain.txt'), join(folder, 'secret/moved.txt'));
	await ask('run', folder, '--debug');
	await rename(join(folder, 'secret/moved.txt'), join(folder, 'secret/chain.txt'));
});

function renamed(path: string, text: string): string {
	if (path === 'case.yaml') return text + SETTINGS;
	let hostile = text;
	for (const [name, called] of Object.entries(CALLED)) hostile = hostile.replaceAll(name, `"${called}"`);
	return path === 'evidence/chat.csv' ? hostile.replaceAll(/,$/gm, `,"${MEMO}"`) : hostile;
}

test('whatever people are called, the figures are the same', async (t) => {
	const { findings: known } = await run(plain);
	const figures = ({ people }: Findings) => people.map((person) => JSON.stringify(valuesOf(person.figures))).sort();
	t.true(known.people.length > 3);
	t.deepEqual(figures(findings), figures(known));
	t.deepEqual(
		findings.payouts.map(({ amount, kind }) => [amount, kind]).sort(),
		known.payouts.map(({ amount, kind }) => [amount, kind]).sort(),
	);
	for (const name of Object.values(CALLED).slice(0, 4))
		t.true(
			findings.people.some((person) => person.name === name),
			name,
		);
	t.is(Object.keys(Object.prototype).length, 0);
	t.is(({} as Record<string, unknown>).polluted, undefined);
});

/** What a terminal or the eye would obey, by its code. */
function steering(text: string): string[] {
	const obeyed = (code: number) =>
		(code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) ||
		(code >= 0x7f && code < 0xa0) ||
		(code >= 0x200b && code <= 0x200f) ||
		(code >= 0x202a && code <= 0x202e) ||
		(code >= 0x2066 && code <= 0x2069);
	return [...new Set(text)]
		.filter((character) => obeyed(character.codePointAt(0) ?? 0))
		.map((one) => JSON.stringify(one));
}

function valuesOf(figures: Findings['people'][number]['figures']): unknown {
	return Object.entries(figures)
		.map(([name, { value, count }]) => [name, value, count])
		.sort();
}

test('no command says more than its exit codes, and none obeys what evidence says', (t) => {
	for (const { code, out, err } of calls) {
		t.true(code <= 5, `${code} ${err.slice(0, 500)}`);
		for (const text of [out, err]) {
			t.deepEqual(steering(text), [], text.slice(0, 200));
		}
	}
	t.true(calls.some(({ out }) => out.includes('‹U+001B›')));
});

test('no report lets a name run, look like markup or turn the reading', async (t) => {
	let seen = 0;
	for (const path of await filesOf(folder, ['reports', 'packages'])) {
		const texts = await textsIn(path);
		const text = (path.endsWith('.xlsx') ? texts.slice(1) : texts).join('\n');
		if (/\.(csv|svg|html|xlsx|xml|anx|graphml|txt)$/.test(path)) {
			const isMarkup = !/\.(csv|txt)$/.test(path);
			t.false(isMarkup && /<img src=x|<script>window/.test(text), path);
			t.deepEqual(steering(text), [], path);
			seen += 1;
		}
		if (path.endsWith('.csv')) t.notRegex(text, /(?:^|[,"\n])[=＝]/, path);
		if (path.endsWith('.xlsx')) t.notRegex(text, /<f>[^<]*(?:cmd|HYPERLINK)/, path);
	}
	t.true(seen > 20, `${seen}`);
});

test('no secret stands anywhere but in its file', async (t) => {
	const canaries = Object.values(SECRETS).map((secret) => secret.replace('whsec_', ''));
	canaries.push('Canary-hook-8a2f4c6e1b3d5f79');
	for (const { out, err } of calls) for (const canary of canaries) t.false((out + err).includes(canary), canary);
	let files = 0;
	for (const path of await filesOf(folder)) {
		if (path.includes('/secret/')) continue;
		files += 1;
		const texts = await textsIn(path);
		for (const canary of canaries)
			t.false(
				texts.some((text) => text.includes(canary)),
				`${path} holds ${canary}`,
			);
	}
	t.true(files > 50, `${files}`);
	t.true((await readdir(join(folder, 'notices', 'pending'))).length > 0);
});

test('asking changes nothing', async (t) => {
	const before = await hashesBelow(folder);
	for (const question of [
		['person', folder, 'constructor'],
		['todo', folder],
		['trace', folder, '--from', LEADER_CHAT],
		['why', folder, CALLER_CHAT],
		['status', folder],
	])
		await liuxiang(question);
	t.deepEqual(await hashesBelow(folder), before);
});

async function filesOf(place: string, below?: readonly string[]): Promise<string[]> {
	const entries = await readdir(place, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return below ? paths.filter((path) => below.some((name) => path.startsWith(join(place, name)))) : paths;
}

/** The bytes of a file, and what is packed in it where it is a ZIP. */
async function textsIn(path: string): Promise<string[]> {
	const bytes = await readFile(path);
	const texts = [bytes.toString('utf8')];
	if (!path.endsWith('.xlsx')) return texts;
	for (const member of await listZip(path, memorySource(bytes)))
		texts.push((await wholeOf(member.bytes())).toString('utf8'));
	return texts;
}
