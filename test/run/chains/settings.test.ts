import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { Problem } from '../../../src/ledger/problem.ts';
import { checkCase } from '../../../src/run/case-folder.ts';
import { endpointOf } from '../../../src/run/chains/endpoints.ts';
import { settingsOf } from '../../../src/run/settings.ts';

const KEY = 'a1b2c3d4e5f6a7b8c9d0e1f2';
const ENDPOINT = '{ url: "https://node.example/v3/{key}", interface: rpc, key_file: secrets/eth.key }';

function settingsWith(lines: string) {
	return settingsOf(checkCase(`version: 1\nname: x\n${lines}\n`, 'case.yaml'));
}

function chain(lines: readonly string[], endpoint = ENDPOINT): string {
	return ['chains:', '  - network: eth', `    endpoints: [${endpoint}]`, ...lines.map((line) => `    ${line}`)].join(
		'\n',
	);
}

test('what of chains can move a figure stands among the parameters; where it is asked, and with what key, does not', (t) => {
	const { chains, parameters } = settingsWith(chain(['confirmations: 12', 'from_block: 5', 'keep_answers: false']));
	t.like(chains[0], { network: 'eth', confirmations: 12, from: 5, keepAnswers: false, unconfirmed: false });
	t.deepEqual(chains[0]?.tokens, ['eth:0xdAC17F958D2ee523a2206206994597C13D831ec7']);
	t.is(parameters['chains.0.confirmations'], '12');
	t.is(parameters['chains.0.from_block'], '5');
	t.is(parameters['chains.0.tokens'], 'known');
	const told = JSON.stringify(parameters);
	for (const hidden of ['node.example', 'secrets', 'keep_answers']) t.false(told.includes(hidden));
	t.deepEqual(
		Object.keys(settingsWith('').parameters).filter((name) => name.startsWith('chains')),
		[],
		'a case without chains has the parameters that it always had',
	);
});

for (const [what, text, path] of [
	['an address with a login', chain([], `{ url: "https://me:${KEY}@node.example", interface: rpc }`), 'url'],
	['another scheme', chain([], `{ url: "file:///etc/${KEY}", interface: rpc }`), 'url'],
	['an endpoint that is an address alone', chain([], `"https://node.example/v3/${KEY}?key=${KEY}"`), 'endpoints.0'],
	[
		'a key where its variable belongs',
		chain([], `{ url: "https://n.example", interface: rpc, key_env: ${KEY} }`),
		'key_env',
	],
	['a key beside its file', chain([], `{ url: "https://n.example", interface: rpc, key: ${KEY} }`), 'endpoints.0'],
	['an interface of another chain', chain([], '{ url: "https://n.example", interface: trongrid }'), 'interface'],
	['a chain under its number', chain([]).replace('network: eth', 'network: evm-1'), 'network'],
	['a chain twice', `${chain([])}\n${chain([]).slice('chains:\n'.length)}`, 'chains'],
	['a comparison of one endpoint with itself', chain(['cross_check: true']), 'cross_check'],
	['a day where blocks count', chain(['from: 2023-03-01']), 'from'],
	[
		'a day that no calendar has',
		chain(['from: 2023-02-31'], '{ url: "https://n.example", interface: trongrid }').replace(
			'network: eth',
			'network: tron',
		),
		'from',
	],
] as const)
	test(`${what} is refused, and no key is told`, (t) => {
		const problem = t.throws(() => settingsWith(text), { instanceOf: Problem });
		t.is(problem.code, 'case.field');
		t.true(String(problem.facts.path).includes(path), String(problem.facts.path));
		t.false(JSON.stringify(problem.facts).includes(KEY), JSON.stringify(problem.facts));
	});

test('tokens and accounts of a chain are read in one spelling, and those of another network refused', (t) => {
	const lower = '0xdac17f958d2ee523a2206206994597c13d831ec7';
	const { chains } = settingsWith(chain([`tokens: ["eth:${lower}"]`, `accounts: ["${lower}"]`]));
	t.deepEqual(chains[0]?.tokens, ['eth:0xdAC17F958D2ee523a2206206994597C13D831ec7']);
	t.deepEqual(chains[0]?.accounts, ['eth:0xdAC17F958D2ee523a2206206994597C13D831ec7']);
	t.is(settingsWith(chain(['tokens: all'])).chains[0]?.tokens, undefined);
	const codes = [`accounts: ["bsc:${lower}"]`, 'tokens: [USDT]'].map(
		(line) => t.throws(() => settingsWith(chain([line])), { instanceOf: Problem }).code,
	);
	t.deepEqual(codes, ['chain.account', 'chain.token']);
	const unknown = chain([]).replace('network: eth', 'network: evm-31337');
	t.is(t.throws(() => settingsWith(unknown), { instanceOf: Problem }).code, 'chain.no-tokens');
	t.deepEqual(settingsWith(`${unknown}\n    tokens: all`).assets.get('evm-31337:coin'), {
		id: 'evm-31337:coin',
		symbol: 'COIN',
		decimals: 18,
	});
});

test('a key is read from a file beside the case or from a variable, and never from the evidence', async (t) => {
	const root = await mkdtemp(join(tmpdir(), 'liuxiang-keys-'));
	t.teardown(() => rm(root, { recursive: true, force: true }));
	const folder = { root, evidence: join(root, 'evidence') };
	await mkdir(join(root, 'evidence'));
	for (const [path, text] of [
		['eth.key', `${KEY}\n`],
		['empty.key', ' \n'],
		['evidence/eth.key', KEY],
	] as const)
		await writeFile(join(root, path), text);
	const plain = { url: 'https://node.example', interface: 'rpc', perSecond: 5, timeoutMs: 30_000 } as const;
	t.is((await endpointOf(folder, { ...plain, keyFile: 'eth.key' }, {})).key, KEY);
	t.is((await endpointOf(folder, { ...plain, keyVariable: 'NODE_KEY' }, { NODE_KEY: ` ${KEY} ` })).key, KEY);
	t.is((await endpointOf(folder, plain, {})).key, undefined);
	for (const [where, code] of [
		[{ keyFile: 'absent.key' }, 'chain.key-file'],
		[{ keyFile: 'empty.key' }, 'chain.key-file'],
		[{ keyFile: KEY }, 'chain.key-file'],
		[{ keyFile: 'evidence/../evidence/eth.key' }, 'chain.key-in-evidence'],
		[{ keyVariable: 'NODE_KEY' }, 'chain.key-env'],
	] as const) {
		const problem = await t.throwsAsync(endpointOf(folder, { ...plain, ...where }, {}), { instanceOf: Problem });
		t.is(problem.code, code);
		t.false(JSON.stringify(problem.facts).includes(KEY));
	}
});
