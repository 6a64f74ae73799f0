import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { makeDemo } from '../../../datasets/demo/generate.ts';
import type { Findings } from '../../../src/findings/schema.ts';
import { gatherParties, type Parties } from '../../../src/ledger/parties.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import type { Transfer } from '../../../src/ledger/transfer.ts';
import { askQuery } from '../../../src/run/questions/query.ts';
import { runCase } from '../../../src/run/run-case.ts';
import { namedQuery } from '../../../src/stores/neo4j/named-query.ts';
import type { QueryValue } from '../../../src/stores/neo4j/people-query-values.ts';
import { openStore } from '../../../src/stores/open.ts';
import { withDriver } from '../../neo4j/driver.ts';
import { serverLogin } from '../../neo4j/gate.ts';
import { rowsOf, sharedFolder, writeFiles } from '../../run/folders.ts';

/** A row of an answer: whole numbers and amounts as text, instants in milliseconds. */
export type Row = Readonly<Record<string, unknown>>;

/** A case that was run into the test server, with what it should answer from. */
export interface GraphCase {
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
	readonly findings: Findings;
	readonly parties: Parties;
	readonly records: readonly LedgerRecord[];
	/** In the order of tracing, amounts as bigint. */
	readonly transfers: readonly Transfer[];
	ask(name: string, given?: Readonly<Record<string, string>>): Promise<Row[]>;
}

export type DemoGraph = GraphCase & { readonly truth: Awaited<ReturnType<typeof makeDemo>>['truth'] };

/** Runs the demo into the server, once for all tests of a file. */
export function demoGraph(): () => Promise<DemoGraph> {
	let made: Promise<DemoGraph> | undefined;
	return () => {
		made ??= makeDemo({ seed: 1 }).then(async ({ files, truth }) => ({ ...(await graphCase('demo', files)), truth }));
		return made;
	};
}

/** Writes a case, keeps it on the test server, and runs it. It goes with the test file. */
export async function graphCase(
	name: string,
	files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<GraphCase> {
	const folder = join(root, name);
	const { address, user, password } = serverLogin();
	const caseName = `${name} ${process.pid} ${Date.now()}`;
	names.push(caseName);
	const env = { NEO4J_TEST_PASSWORD: password };
	await writeFiles(folder, files);
	const yaml = (await readFile(join(folder, 'case.yaml'), 'utf8')).replace(/^store:.*\n/m, '');
	const neo4j = `neo4j: { user: ${user}, password_env: NEO4J_TEST_PASSWORD, case: ${JSON.stringify(caseName)} }`;
	await writeFiles(folder, [['case.yaml', `${yaml}\nstore: ${address}\n${neo4j}\n`]]);
	const result = await runCase(folder, { program: 'liuxiang test', dryRun: false, env, onProgress: () => {} });
	const store = await openStore({ address, user, password, case: caseName, runs: 1 });
	try {
		const records: LedgerRecord[] = [];
		for await (const batch of store.records()) records.push(...batch);
		const table = await rowsOf<Transfer & { amount: string; gross: string }>(join(result.folder, 'transfers.jsonl'));
		return {
			folder,
			env,
			findings: result.findings,
			parties: gatherParties(await store.statements('spells'), await store.statements('attributions')),
			records,
			transfers: table.map((row) => ({ ...row, amount: BigInt(row.amount), gross: BigInt(row.gross) })),
			ask: async (query, given = {}) => {
				const answer = await askQuery(folder, env, namedQuery(query), new Map(Object.entries(given)));
				return answer.rows.map((row) =>
					Object.fromEntries(answer.columns.map((column, index) => [column.name, simple(row[index] ?? null)])),
				);
			},
		};
	} finally {
		await store.close();
	}
}

const names: string[] = [];
const root = await sharedFolder(test);

test.after.always(async () => {
	if (names.length === 0) return;
	const statement = await readFile('test/neo4j/remove-case.cypher', 'utf8');
	await withDriver(serverLogin(), async (driver) => {
		const session = driver.session();
		for (const name of names) await session.run(statement, { case: name });
		await session.close();
	});
});

function simple(value: QueryValue): unknown {
	if (typeof value === 'bigint') return value.toString();
	return value instanceof Date ? value.getTime() : value;
}
