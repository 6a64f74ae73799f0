import { defaultModel, type Entity, Model } from '@alephdata/followthemoney';
import test from 'ava';
import graphology from 'graphology';
import graphologyGraphml from 'graphology-graphml';
import jsonld from 'jsonld';
import { SaxesParser } from 'saxes';
import type { Findings } from '../../src/findings/schema.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { GRADES } from '../../src/ledger/transfer.ts';
import { provenance } from '../../src/reports/custody/provenance.ts';
import { worldOf } from '../../src/reports/exchange/world.ts';
import type { LedgerRow } from '../../src/reports/ledger-row.ts';
import { exchange } from '../../src/reports/package/exchange.ts';
import type { PackageInput } from '../../src/reports/package/part.ts';
import { numbers, USDT } from './fixtures.ts';
import { transferRows, wholeCase } from './whole-case.ts';

const findings: Findings = withHashes(wholeCase());
const HOSTILE = ['<img onerror="x">', '=cmd|x', '\u202Egpj.exe', '"&\'\n]]>', '😀\ud800', 'a'.repeat(10_000)];
const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, [USDT]: 6, 'eth:unknown': 18 };

/** Payments of every kind of account, several between the same two, amounts beyond what a float holds, hostile texts. */
function* rows(): Generator<LedgerRow> {
	yield* transferRows();
	const [template] = transferRows();
	const [known] = findings.evidence.files;
	if (!template || !known) throw new Error('a case without rows');
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
			grade: GRADES[below(4)] as LedgerRow['grade'],
			evidence: [{ path: 'elsewhere', sheet: '页', row: `${index + 1}`, hash: known.hash }, ...template.evidence],
			exclusion: below(10) === 0 ? 'failed' : '',
		};
}

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

/** Each file with a content of its own. */
function withHashes(base: Findings): Findings {
	const files = base.evidence.files.map((file, index) => ({ ...file, hash: `${index}e`.repeat(32) }));
	return { ...base, evidence: { ...base.evidence, files } };
}

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

/** Rows as a file tells them, each `F` and number put back into the hash that the file gives for it. */
function hashed(evidence: string, hashes: ReadonlyMap<string, string>): string {
	return evidence.replaceAll(/F\d+(?= ›)/g, (number) => hashes.get(number) ?? `no file ${number}`);
}

/** The same of our own rows. */
function rowsUnder({ evidence }: LedgerRow): string {
	const known = new Set(findings.evidence.files.map(({ hash }) => hash));
	const places = evidence.map(({ path, sheet, row, hash }) => [known.has(hash) ? hash : path, sheet, row]);
	return places.map((place) => place.filter((part) => part !== '').join(' › ')).join('; ');
}

test('GraphML: each payment names its rows, the files their hashes', (t) => {
	const graph = graphologyGraphml.parse(graphology.MultiDirectedGraph, files.get('graphml') as string);
	const listed = [...String(graph.getAttribute('files')).matchAll(/^(F\d+) .* SHA-256 (\w+)$/gm)];
	const hashes = new Map(listed.map(([, number = '', hash = '']) => [number, hash]));
	t.is(hashes.size, findings.evidence.files.length);
	for (const row of counted) t.is(hashed(graph.getEdgeAttribute(row.id, 'evidence') ?? '', hashes), rowsUnder(row));
});

test('FollowTheMoney: a public reader knows every property, and finds every payment as an edge with its rows', (t) => {
	const lines = (files.get('ftm.json') as string).split('\n').filter((line) => line !== '');
	const model = new Model(defaultModel);
	// It throws at what its schema does not know.
	const entities = lines.map((line) => model.getEntity(JSON.parse(line)));
	const byId = new Map(entities.map((entity) => [entity.id, entity]));
	t.is(byId.size, entities.length);
	for (const entity of entities) {
		for (const name of entity.schema.required) t.true(entity.hasProperty(name), `${entity.schema.name} ${name}`);
		for (const property of entity.getProperties().filter(({ type }) => type.isEntity))
			for (const id of entity.getProperty(property))
				t.true(byId.get(String(id))?.schema.isA(property.getRange()), `${entity.schema.name} ${property.name}`);
	}
	const of = (schema: string) => entities.filter((entity) => entity.schema.name === schema);
	const first = (entity: Entity, name: string) => String(entity.getFirst(name) ?? '');
	const hashes = new Map(
		of('Document').map((one) => [first(one, 'title').split(' ')[0] ?? '', first(one, 'notes').replace('SHA-256 ', '')]),
	);
	const payments = of('Payment');
	t.deepEqual(
		payments.map(({ id }) => id),
		counted.map(({ id }) => id),
	);
	t.true(payments.every(({ schema }) => schema.isEdge));
	const told = (payment: Entity, fact: string) =>
		new RegExp(`^${fact}: (.*)$`, 'm').exec(first(payment, 'description'))?.[1] ?? '';
	for (const [index, payment] of payments.entries()) {
		t.regex(first(payment, 'date'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
		t.is(hashed(told(payment, '检材行'), hashes), rowsUnder(counted[index] as LedgerRow));
		// What its programs would round stands in the text too.
		const amount = first(payment, 'amount');
		if (Number(amount).toString() !== amount.replace(/\.?0+$/, '')) t.true(told(payment, '金额').startsWith(amount));
	}
	const assetOf = (payment: Entity) => told(payment, '币种') || first(payment, 'currency');
	t.deepEqual(sumsOf(payments.map((one) => [assetOf(one), unitsOf(assetOf(one), first(one, 'amount'))])), ours);
	const owned = new Set(of('Ownership').map((one) => first(one, 'asset')));
	t.true(of('BankAccount').every(({ id }) => owned.has(id)));
	t.true(of('CryptoWallet').every((one) => one.hasProperty('holder') && one.hasProperty('publicKey')));
	t.true(of('UserAccount').every((one) => one.hasProperty('owner')));
});

interface Node {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Node[];
}

/** What a conforming parser finds in a document: it throws at whatever is not well-formed. */
function parsed(xml: string): Node {
	const root: Node = { name: '', attributes: {}, children: [] };
	const open = [root];
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const node: Node = { name, attributes: attributes as Record<string, string>, children: [] };
		open.at(-1)?.children.push(node);
		open.push(node);
	});
	parser.on('closetag', () => open.pop());
	parser.write(xml).close();
	return root;
}

function* below(node: Node): Generator<Node> {
	for (const child of node.children) {
		yield child;
		yield* below(child);
	}
}

/** Elements of a chart as others write them, in their order: attributes, then what may stand in them. */
const CHART_FORM: Readonly<Record<string, readonly [attributes: string, children: string]>> = {
	Chart: [
		'Rigorous IdReferenceLinking',
		'StrengthCollection AttributeClassCollection EntityTypeCollection LinkTypeCollection Summary ChartItemCollection',
	],
	StrengthCollection: ['', 'Strength'],
	Strength: ['Id Name DotStyle', ''],
	AttributeClassCollection: ['', 'AttributeClass'],
	AttributeClass: ['Id Name Type IsUser UserCanAdd UserCanRemove ShowValue', ''],
	EntityTypeCollection: ['', 'EntityType'],
	EntityType: ['Id Name PreferredRepresentation IconFile', ''],
	LinkTypeCollection: ['', 'LinkType'],
	LinkType: ['Id Name', ''],
	Summary: ['', 'CustomPropertyCollection'],
	CustomPropertyCollection: ['', 'CustomProperty'],
	CustomProperty: ['Name Type Value', ''],
	ChartItemCollection: ['', 'ChartItem'],
	ChartItem: [
		'Label Description DateSet TimeSet DateTime SourceReference SourceType XPosition',
		'End Link AttributeCollection',
	],
	End: ['X Y Z', 'Entity'],
	Entity: ['EntityId Identity LabelIsIdentity', 'Icon CardCollection'],
	Icon: ['', 'IconStyle'],
	IconStyle: ['Type', ''],
	CardCollection: ['', 'Card'],
	Card: ['Summary', ''],
	Link: ['End1Id End2Id', 'LinkStyle'],
	LinkStyle: ['ArrowStyle Type Strength', ''],
	AttributeCollection: ['', 'Attribute'],
	Attribute: ['AttributeClassReference Value', ''],
};

test('i2: elements as others write them, every payment a link between entities of the chart, drawn by its grade', (t) => {
	const root = parsed(files.get('anx') as string);
	const all = [...below(root)];
	const misplaced = all.flatMap(({ name, attributes, children }) => {
		const [known, inside] = (CHART_FORM[name] ?? ['', '']).map((list) => list.split(' ')) as [string[], string[]];
		const places = children.map((child) => inside.indexOf(child.name));
		const wrong = places.some((place, index) => place === -1 || place < (places[index - 1] ?? 0));
		return wrong || Object.keys(attributes).some((key) => !known.includes(key)) ? [name] : [];
	});
	t.deepEqual([...new Set(misplaced)], []);
	const named = (name: string) => all.filter((node) => node.name === name).map(({ attributes }) => attributes);
	const names = (collection: string) => new Set(named(collection).map(({ Name }) => Name));
	const ends = new Set(named('Entity').map(({ EntityId }) => EntityId));
	t.is(ends.size, named('Entity').length);
	t.true(named('Link').every(({ End1Id, End2Id }) => ends.has(End1Id) && ends.has(End2Id)));
	t.true(
		named('LinkStyle').every(({ Type, Strength }) => names('LinkType').has(Type) && names('Strength').has(Strength)),
	);
	t.true(named('IconStyle').every(({ Type }) => names('EntityType').has(Type)));
	const classes = new Map(named('AttributeClass').map(({ Id, Name }) => [Id, Name]));
	t.true(named('Attribute').every((each) => classes.has(each.AttributeClassReference)));
	const hashes = new Map(
		named('CustomProperty').map(({ Name = '', Value = '' }) => [Name, Value.slice(Value.lastIndexOf(' ') + 1)]),
	);
	const byId = new Map(counted.map((row) => [row.id, row]));
	const strengths = {
		'both-sides': 'Confirmed',
		'one-ledger': 'Unconfirmed',
		inferred: 'Tentative',
		stated: 'Tentative',
	};
	const payments = all.filter(({ name, attributes }) => name === 'ChartItem' && attributes.Description !== undefined);
	const amounts = payments.map((item) => {
		const row = byId.get(item.attributes.Description ?? '') as LedgerRow;
		const inside = [...below(item)];
		t.notRegex(Object.values(item.attributes).join(), /\n/);
		t.is(hashed(item.attributes.SourceReference ?? '', hashes), rowsUnder(row));
		t.is(inside.find(({ name }) => name === 'LinkStyle')?.attributes.Strength, strengths[row.grade]);
		const asset = inside.find((each) => classes.get(each.attributes.AttributeClassReference) === '币种');
		const [amount = '', symbol = ''] = item.attributes.Label?.split(' ') ?? [];
		const id = asset?.attributes.Value ?? symbol;
		return [id, unitsOf(id, amount)] as const;
	});
	t.is(payments.length, counted.length);
	t.deepEqual(sumsOf(amounts), ours);
});

test('coins for yuan tie those who held the accounts then, and nobody who held them later', (t) => {
	const [template] = transferRows();
	const leg = (id: string, holders: Partial<LedgerRow>): LedgerRow => ({ ...(template as LedgerRow), id, ...holders });
	const [wallet, card] = ['tron:T1', 'bank:62'];
	const rows = [
		leg('t000000000000000000000002', { payerAccount: wallet, payerId: 'p1' }),
		leg('t000000000000000000000003', { payeeAccount: card, payeeId: 'p1' }),
		leg('t4', { payerAccount: wallet, payerId: 'p2' }),
		leg('t5', { payeeAccount: card, payeeId: 'p2' }),
	];
	const { conversions } = worldOf({ ...input, rows }, (account) => account);
	t.true(conversions.length > 0);
	for (const { givers, takers } of conversions) t.deepEqual([givers, takers], [['p1'], ['p1']]);
});

const CONTENT = 'https://ontology.unifiedcyberontology.org/uco/';

test('CASE/UCO: a public reader finds every file with its hashes, and every reference resolved', async (t) => {
	const listed = (name: string, digit: string) => ({
		...{ name, size: 3, sha256: `${digit}b`.repeat(32), sm3: `${digit}d`.repeat(32) },
	});
	const [inputs, law] = [[listed('evidence/a', '1'), listed('b', '2')], [listed('b', '3')]];
	const made = [listed('c', '4'), { ...listed('b', '5'), sm3: '' }];
	const told = { case: '案', run: 'run-1', program: 'liuxiang 1.0', inputs, law, files: made };
	const text = provenance(told);
	t.is(provenance(told), text);
	// It throws at a term that the context does not define, and asks for nothing.
	const nodes = (await jsonld.flatten(JSON.parse(text), undefined, {
		safe: true,
		documentLoader: refuse,
	} as never)) as unknown as {
		readonly [property: string]: readonly { '@id'?: string; '@value'?: string }[];
	}[];
	const byId = new Map(nodes.map((node) => [String(node['@id']), node]));
	const typed = (type: string) => nodes.filter((node) => String(node['@type']).endsWith(type));
	const values = (node: (typeof nodes)[number] | undefined, property: string) =>
		(node?.[`${CONTENT}${property}`] ?? []).map((value) => value['@id'] ?? value['@value'] ?? '');
	const found = typed('/File').map((node) => {
		const facets = values(node, 'core/hasFacet').map((id) => byId.get(id));
		const hashes = facets.flatMap((facet) => values(facet, 'observable/hash')).map((id) => byId.get(id));
		return [
			...facets.flatMap((facet) => values(facet, 'observable/filePath')),
			...hashes.flatMap((each) => [...values(each, 'types/hashMethod'), ...values(each, 'types/hashValue')]),
		].join(' ');
	});
	const expected = [...inputs, ...law, ...made].map(({ name, sha256, sm3 }) =>
		[name, 'SHA256', sha256.toUpperCase(), ...(sm3 === '' ? [] : ['SM3', sm3.toUpperCase()])].join(' '),
	);
	t.deepEqual(found.sort(), expected.sort());
	const [action] = typed('InvestigativeAction');
	for (const [property, count] of [
		['object', 3],
		['result', 3],
		['instrument', 1],
	] as const) {
		const ids = values(action, `action/${property}`);
		t.is(ids.length, count);
		// A node that nothing describes has but its id.
		for (const id of ids) t.true(Object.keys(byId.get(id) ?? {}).length > 1, id);
	}
});

async function refuse(url: string): Promise<never> {
	throw new Error(`asked for ${url}`);
}
