import test from 'ava';
import graphology from 'graphology';
import graphologyGraphml from 'graphology-graphml';
import type { Findings } from '../../src/findings/schema.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { provenance } from '../../src/reports/custody/provenance.ts';
import type { LedgerRow } from '../../src/reports/ledger-row.ts';
import { exchange } from '../../src/reports/package/exchange.ts';
import type { PackageInput } from '../../src/reports/package/part.ts';
import { numbers, USDT } from './fixtures.ts';
import { descendants, readXml } from './svg-reader.ts';
import { transferRows, wholeCase } from './whole-case.ts';

const HOSTILE = ['<img onerror="x">', '=cmd|x', '\u202Egpj.exe', '"&\'\n]]>', '😀\ud800', 'a'.repeat(10_000)];
const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, [USDT]: 6, 'eth:unknown': 18 };

/** Payments of every kind of account, several between the same two, amounts beyond what a float holds, hostile texts. */
function* rows(): Generator<LedgerRow> {
	yield* transferRows();
	const [template] = transferRows();
	if (!template) throw new Error('a case without rows');
	const below = numbers(7);
	const networks = ['tron', 'bank', 'wechat', 'eth', 'nick', 'unknown'];
	const account = () => `${networks[below(6)]}:${HOSTILE[below(5)]}${below(9)}`;
	for (let index = 0; index < 400; index++)
		yield {
			...template,
			id: `x${index}`,
			payer: HOSTILE[below(6)] as string,
			payerId: below(3) === 0 ? '' : `p${below(5)}`,
			payerAccount: account(),
			payee: HOSTILE[below(6)] as string,
			payeeId: below(3) === 0 ? '' : `p${below(5)}`,
			payeeAccount: account(),
			amount: 2n ** BigInt(below(70)) + BigInt(below(1000)),
			asset: ['CNY', USDT, 'eth:unknown'][below(3)] as string,
			memo: HOSTILE[below(6)] as string,
			exclusion: below(10) === 0 ? 'failed' : '',
		};
}

const findings: Findings = wholeCase();
const input = { findings, rows: { [Symbol.iterator]: rows } } as unknown as PackageInput;
const counted = [...rows()].filter(({ exclusion }) => exclusion === '');
const files = new Map<string, string>();

test.before(async () => {
	for (const { path, content } of exchange.files(input)) {
		let text = '';
		for await (const piece of content()) text += piece;
		files.set(path.slice(path.indexOf('.') + 1), text);
	}
});

function sumsOf(amounts: Iterable<readonly [asset: string, amount: bigint]>): Record<string, string> {
	const sums = new Map<string, bigint>();
	for (const [asset, amount] of amounts) sums.set(asset, (sums.get(asset) ?? 0n) + amount);
	return Object.fromEntries([...sums].sort().map(([asset, sum]) => [asset, sum.toString()]));
}

/** Smallest units of what a file prints: every file writes all decimals. */
function unitsOf(asset: string, printed: string): bigint {
	const known = findings.assets.find(({ id }) => id === asset);
	const decimals = known?.decimals ?? DECIMALS[asset] ?? 18;
	const units = BigInt(printed.replace('.', ''));
	if (formatAmount(units, decimals) !== printed) throw new Error(`${printed} of ${asset}`);
	return units;
}

const ours = sumsOf(counted.map(({ asset, amount }) => [asset, amount]));

test('GraphML: a public reader finds every payment as an edge, and the sums to the last unit', (t) => {
	const graph = graphologyGraphml.parse(graphology.MultiDirectedGraph, files.get('graphml') as string);
	const payments = graph
		.mapEdges((id, values) => ({ id, ...values }) as { id: string; link: string; asset: string; amount: string })
		.filter(({ link }) => link === 'payment');
	t.deepEqual(payments.map(({ id }) => id).sort(), counted.map(({ id }) => id).sort());
	t.deepEqual(sumsOf(payments.map(({ asset, amount }) => [asset, unitsOf(asset, amount)])), ours);
	for (const row of counted.slice(0, 50)) {
		const [from, to] = graph.extremities(row.id).map((node) => graph.getNodeAttribute(node, 'account'));
		t.is(graph.extremities(row.id).length, 2);
		if (!HOSTILE.some((text) => row.payerAccount.includes(text))) t.is(from, row.payerAccount);
		if (!HOSTILE.some((text) => row.payeeAccount.includes(text))) t.is(to, row.payeeAccount);
	}
});

interface Entity {
	readonly id: string;
	readonly schema: string;
	readonly properties: Readonly<Record<string, readonly string[]>>;
}

test('FollowTheMoney: every payment has a payer and a payee that are people or organisations, and no value is lost', (t) => {
	const text = files.get('ftm.json') as string;
	const entities = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Entity]));
	const byId = new Map(entities.map((entity) => [entity.id, entity]));
	t.is(byId.size, entities.length);
	const isA = (ids: readonly string[] | undefined, ...schemata: string[]) =>
		(ids ?? []).every((id) => schemata.includes(byId.get(id)?.schema ?? ''));
	const payments = entities.filter(({ schema }) => schema === 'Payment');
	t.is(payments.length, counted.length);
	for (const { properties } of payments) {
		t.is(properties.payer?.length, 1);
		t.is(properties.beneficiary?.length, 1);
		t.true(isA(properties.payer, 'Person', 'LegalEntity') && isA(properties.beneficiary, 'Person', 'LegalEntity'));
		t.true(isA(properties.payerAccount, 'BankAccount') && isA(properties.beneficiaryAccount, 'BankAccount'));
		t.regex(properties.date?.[0] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
	}
	const assetOf = ({ properties }: Entity) => /^币种: (.*)$/m.exec(properties.description?.[0] ?? '')?.[1] ?? '';
	const amounts = payments.map(
		(one) => [assetOf(one), unitsOf(assetOf(one), one.properties.amount?.[0] ?? '')] as const,
	);
	t.deepEqual(sumsOf(amounts), ours);
	for (const { schema, properties } of entities) {
		if (schema === 'CryptoWallet') t.true((properties.holder?.length ?? 0) > 0 && properties.publicKey !== undefined);
		if (schema === 'UserAccount') t.true((properties.owner?.length ?? 0) > 0);
	}
	const owned = new Set(
		entities.filter((one) => one.schema === 'Ownership').flatMap((one) => one.properties.asset ?? []),
	);
	for (const { id, schema } of entities) if (schema === 'BankAccount') t.true(owned.has(id));
});

test('i2: every payment is a link between entities of the chart, on one line, drawn by its grade', (t) => {
	const chart = readXml(files.get('anx') as string);
	const all = [...descendants(chart)];
	const ids = new Set(all.flatMap(({ name, attributes }) => (name === 'Entity' ? [attributes.EntityId] : [])));
	const items = all.filter(({ name }) => name === 'ChartItem');
	const amounts: (readonly [string, bigint])[] = [];
	const strengths = new Set<string | undefined>();
	for (const item of items) {
		t.notRegex(Object.values(item.attributes).join(), /\n/);
		const inside = [...descendants(item)];
		const link = inside.find(({ name }) => name === 'Link');
		if (!link) continue;
		t.true(ids.has(link.attributes.End1Id) && ids.has(link.attributes.End2Id));
		const values = new Map(
			inside.flatMap(({ name, attributes }) =>
				name === 'Attribute' ? [[attributes.AttributeClass, attributes.Value ?? ''] as const] : [],
			),
		);
		const [asset, amount] = [values.get('币种'), values.get('金额')];
		if (asset === undefined || amount === undefined) continue;
		amounts.push([asset, unitsOf(asset, amount.split(' ')[0] ?? '')]);
		strengths.add(inside.find(({ name }) => name === 'LinkStyle')?.attributes.Strength);
		t.is(typeof item.attributes.SourceReference, 'string');
	}
	t.is(amounts.length, counted.length);
	t.deepEqual(sumsOf(amounts), ours);
	t.true([...strengths].every((strength) => ['Confirmed', 'Unconfirmed', 'Tentative'].includes(strength ?? '')));
});

test('CASE/UCO: every file with its hashes, every reference resolved, the same text for the same input', (t) => {
	const listed = (name: string) => ({ name, size: 3, sha256: 'ab'.repeat(32), sm3: 'cd'.repeat(32) });
	const told = { case: '案', run: 'run-1', program: 'liuxiang 1.0', inputs: [listed('evidence/a'), listed('b')] };
	const one = { ...told, law: [listed('b')], files: [listed('c'), listed('b')] };
	const text = provenance(one);
	t.is(provenance(one), text);
	const graph = JSON.parse(text)['@graph'] as Record<string, unknown>[];
	const ids = graph.map((node) => node['@id']);
	t.is(new Set(ids).size, ids.length);
	t.is(graph.filter((node) => node['@type'] === 'uco-observable:File').length, 5);
	const referred = (value: unknown) => [value].flat().map((node) => (node as { '@id': string })['@id']);
	const [action] = graph.filter((node) => node['@type'] === 'case-investigation:InvestigativeAction');
	for (const key of ['uco-action:object', 'uco-action:result', 'uco-action:instrument'])
		for (const id of referred(action?.[key])) t.true(ids.includes(id), `${key} ${id}`);
});
