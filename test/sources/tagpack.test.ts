import test from 'ava';
import type { Attribution } from '../../src/ledger/attribution.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { tagpack } from '../../src/sources/tagpack.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults, textFile } from './written.ts';

sourceContract(test, tagpack, 'datasets/samples/tagpack', { tabular: false });

const HEAD = [
	'title: Pack',
	'source: https://labels.example.invalid',
	'category: exchange',
	'currency: ETH',
	'label: listed',
];
const [FIRST, SECOND] = ['0x8fbc4a3f394f12997b86af49a8b1a482fcceeaec', '0x37a9a6c0fb83fb1f83f68db96a0b6db5886f469b'];

async function claims(...lines: string[]): Promise<Attribution[]> {
	const { others } = await gather(tagpack.read(textFile('pack.yaml', lines), HINTS));
	return (others.attributions ?? []) as Attribution[];
}

test('a tag inherits what it does not say, and an unquoted address is no number', async (t) => {
	const [first, second] = await claims(
		...HEAD,
		'tags:',
		`- address: ${FIRST}`,
		`- {address: ${SECOND}, label: own, confidence: ownership}`,
	);
	t.like(first, { account: 'eth:0x8fBc4A3f394F12997b86af49A8B1A482FCCEEAEC', category: 'service', confidence: 5 });
	t.like(second, { party: 'own', confidence: 100, source: 'Pack | own | https://labels.example.invalid' });
});

test('a label that many addresses inherit makes no party of them', async (t) => {
	const parties = (await claims(...HEAD, 'tags:', `- address: ${FIRST}`, `- address: ${SECOND}`)).map(
		({ party }) => party,
	);
	t.deepEqual(parties, [`listed (${FIRST})`, `listed (${SECOND})`]);
	const actors = await claims(...HEAD, 'actor: one', 'tags:', `- address: ${FIRST}`, `- address: ${SECOND}`);
	t.deepEqual(
		actors.map(({ party }) => party),
		['one', 'one'],
	);
});

test('a token is on the network that its address has the form of', async (t) => {
	const found = await claims(
		...HEAD,
		'tags:',
		'- {address: TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF, currency: USDT}',
		`- {address: ${FIRST}, currency: USDT}`,
		'- {address: 1SomeBitcoinAddress, currency: USDT}',
	);
	t.deepEqual(
		found.map(({ account }) => account.slice(0, 4)),
		['tron', 'eth:'],
	);
});

test('a network goes by its names, and one that is not followed is passed over', async (t) => {
	const tag = (currency: string) => `- {address: ${FIRST}, currency: ${currency}}`;
	const file = textFile('pack.yaml', [
		...HEAD,
		'tags:',
		...['BEP20', 'MATIC', 'ARBITRUM', 'BNB', 'ETC', 'DAI'].map(tag),
	]);
	const said = await gather(tagpack.read(file, HINTS));
	t.deepEqual(
		(said.others.attributions as Attribution[]).map(({ account }) => account.split(':')[0]),
		['bsc', 'polygon', 'arbitrum'],
	);
	t.is(said.skipped['unsupported-network'], 3);
});

test('aliases that multiply cost nothing, and one broken tag costs one tag', async (t) => {
	const bomb = ['a: &a [x, x]'];
	for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi']) {
		bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
	}
	const file = textFile('bomb.yaml', [
		...HEAD,
		...bomb,
		'tags:',
		`- address: ${FIRST}`,
		'  label: *i',
		'- address: x: y',
		`- address: ${SECOND}`,
	]);
	const said = await gather(tagpack.read(file, HINTS));
	t.is(said.read, 2);
	t.deepEqual(faults(said), ['value ']);
});

test('a tag with a byte that is no text is rejected alone', async (t) => {
	const text = `${HEAD.join('\n')}\ntags:\n- address: ${FIRST}\n  actor: caf\u00e9\n- address: ${SECOND}\n  actor: x~\n`;
	const bytes = Buffer.from(text).map((byte) => (byte === 0x7e ? 0xff : byte));
	const said = await gather(tagpack.read(memoryFile('pack.yaml', bytes), HINTS));
	t.is(said.read, 1);
	t.deepEqual(faults(said), ['encoding ']);
});

test('a document without tags is one reject', async (t) => {
	const said = await gather(tagpack.read(textFile('pack.yaml', ['title: Pack']), HINTS));
	t.is(said.rows, 1);
	t.deepEqual(faults(said), ['columns tags']);
});
