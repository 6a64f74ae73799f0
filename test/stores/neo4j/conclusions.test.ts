import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ava from 'ava';
import { conclusionsIn } from '../../../src/run/conclusions/last-run.ts';
import { type AllConclusions, concludeAll } from '../../../src/stores/conclusions.ts';
import type { Store } from '../../../src/stores/contract.ts';
import { openPeopleGraph } from '../../../src/stores/neo4j/people-query.ts';
import { openStore } from '../../../src/stores/open.ts';
import type { Neo4jPlace } from '../../../src/stores/place.ts';
import { placeFor, neo4jTest as test } from '../../neo4j/gate.ts';
import { run, sharedFolder, writeFiles } from '../../run/folders.ts';
import { CALLER_CHAT, LEADER_CHAT, smallCase } from '../../run/small-case.ts';

const root = await sharedFolder(ava);

test.before(async () => {
	await writeFiles(root, smallCase());
	await run(root);
});

/** The small case's run, told to a store `times` times before the commit. */
async function conclude(place: Neo4jPlace, times: number): Promise<AllConclusions> {
	const source = await openStore(join(root, 'store.duckdb'));
	const store = await openStore(place);
	try {
		const concluded = { ...((await conclusionsIn(source)) as AllConclusions), proposal: PROPOSALS };
		const writer = await store.beginRun();
		for await (const batch of source.transfers()) await writer.transfers(batch);
		const told = writer.conclude?.bind(writer);
		for (let at = 0; at < times; at++) if (told) await concludeAll({ conclude: told }, concluded);
		await writer.commit();
		return concluded;
	} finally {
		await closeAll(source, store);
	}
}

/** The small case has too few payments to propose anything: a role of a person, and a superior who is nobody known. */
const PROPOSALS: AllConclusions['proposal'] = (['role', 'superior'] as const).map((kind) => ({
	id: `h-${kind}`,
	kind,
	unit: kind === 'role' ? LEADER_CHAT : CALLER_CHAT,
	name: kind,
	role: kind === 'role' ? 'leader' : '',
	superior: kind === 'role' ? '' : '演示乙',
	above: kind === 'role' ? '' : LEADER_CHAT,
	from: Date.UTC(2023, 2, 1),
	until: Date.UTC(2023, 2, 31),
	confidence: 0.931818,
	status: 'proposed',
	reasons: ['逐日付给7人'],
	transfers: 92,
	listed: kind === 'superior',
	differs: false,
	caption: '',
}));

async function closeAll(...stores: Store[]): Promise<void> {
	for (const store of stores) await store.close();
}

const SHAPE = `MATCH (n) WHERE n.case = $case
OPTIONAL MATCH (n)-[r]->(m)
RETURN labels(n) AS labels, n.id AS id, properties(n) AS node, type(r) AS type, properties(r) AS link, m.id AS other
ORDER BY labels, id, type, other, toString(link.claim)`;

async function shapeOf(place: Neo4jPlace, statement = SHAPE) {
	const people = await openPeopleGraph(place);
	try {
		const { rows } = await people.ask(statement, {});
		return JSON.parse(
			JSON.stringify(rows, (key, value) =>
				key === 'case' ? '' : typeof value === 'bigint' ? value.toString() : value,
			),
		) as unknown[][];
	} finally {
		await people.close();
	}
}

test('what is concluded twice, as after a lost answer, is there once, and all of it', async (t) => {
	const [once, twice] = [placeFor(t), placeFor(t)];
	const concluded = await conclude(once, 1);
	await conclude(twice, 2);
	const shape = await shapeOf(once);
	const withoutDigest = (rows: unknown[][]) => rows.filter(([labels]) => !/Run|Lock|Case/.test(String(labels)));
	t.deepEqual(withoutDigest(await shapeOf(twice)), withoutDigest(shape));
	const counts = await shapeOf(once, 'MATCH (n) WHERE n.case = $case UNWIND labels(n) AS label RETURN label, count(n)');
	const byLabel = new Map(counts.map(([label, count]) => [label, Number(count)]));
	const labels = {
		Party: 'party',
		Figure: 'figure',
		Yardstick: 'yardstick',
		Payout: 'payout',
		CashOut: 'cash-out',
		Seed: 'seed',
		Todo: 'todo',
	};
	for (const [label, kind] of Object.entries(labels))
		t.is(byLabel.get(label), concluded[kind as keyof AllConclusions].length, label);
	t.is(byLabel.get('Commission'), concluded.payout.filter(({ commission }) => commission > 0n).length);
	const links = await shapeOf(once, 'MATCH (n {case: $case})-[r]->() RETURN type(r), count(r)');
	const byType = new Map(links.map(([type, count]) => [type, Number(count)]));
	t.is(byType.get('HOLDS'), concluded.holding.length);
	t.is(byType.get('PAYS'), concluded.payout.length);
	const proposed = await shapeOf(
		once,
		'MATCH (n:Proposal {case: $case})-[r]->(m) RETURN n.id, type(r), m.id ORDER BY n.id, type(r)',
	);
	t.deepEqual(
		proposed.map(([id, type]) => [id, type]),
		[
			['h-role', 'ABOUT'],
			['h-superior', 'ABOUT'],
			['h-superior', 'UNDER'],
		],
	);
	for (const [query, columns] of [
		['proposed-roles', 9],
		['proposed-superiors', 10],
	] as const) {
		const text = await readFile(join('cypher/queries', `${query}.cypher`), 'utf8');
		const rows = await shapeOf(once, text.replaceAll('$who', "''").replaceAll('$run', '1'));
		t.deepEqual([rows.length, rows[0]?.length], [1, columns], query);
	}
	t.is(byType.get('COINS'), concluded['cash-out'].flatMap(({ coins }) => coins).length);
	t.is(byType.get('YUAN'), concluded['cash-out'].flatMap(({ yuan }) => yuan).length);
});

test('a run that is dropped leaves nothing that it concluded', async (t) => {
	const place = placeFor(t);
	await conclude(place, 1);
	const store = await openStore(place);
	await store.dropRun();
	await store.close();
	const left = await shapeOf(place, 'MATCH (n) WHERE n.case = $case UNWIND labels(n) AS label RETURN DISTINCT label');
	for (const label of [
		'Party',
		'Figure',
		'Yardstick',
		'Payout',
		'CashOut',
		'Summary',
		'Todo',
		'Gap',
		'History',
		'Lead',
		'LeadRate',
		'Work',
		'Testimony',
		'Measure',
		'Group',
		'Proposal',
		'Asset',
		'Seed',
		'Account',
	])
		t.false(left.flat().includes(label), label);
});
