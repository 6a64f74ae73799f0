import { Problem } from '../../ledger/problem.ts';
import { type OpenOptions, STORE_SCHEMA_VERSION } from '../contract.ts';
import type { Neo4jPlace } from '../place.ts';
import { shownPlace } from './address.ts';
import { statement, statementsIn } from './cypher.ts';
import type { Graph, Row } from './graph.ts';
import { integer } from './properties.ts';
import { countedStock } from './stock.ts';
import type { Writer } from './writer.ts';

/**
 * Makes the constraints and the node of a case that is not there yet, or checks that this program understands it.
 *
 * @returns the version of the case's layout; an older one is brought up to date by `migrate`
 * @throws Problem `store.newer` {path, version, known}; `store.other-folder` {path, case}; `store.foreign` {path, detail}
 * where nodes of somebody else's stand in the way of a constraint
 */
export async function prepareSchema(graph: Graph, { readOnly = false }: OpenOptions): Promise<number> {
	const [state] = await graph.read('read/case');
	if (state) assertFolder(state, graph.place);
	const version = Number(state?.[0] ?? 0);
	if (version > STORE_SCHEMA_VERSION) {
		throw new Problem('store', 'store.newer', {
			path: shownPlace(graph.place),
			version,
			known: STORE_SCHEMA_VERSION,
		});
	}
	if (readOnly || version !== 0) return version;
	await makeConstraints(graph);
	await setVersion(graph);
	return STORE_SCHEMA_VERSION;
}

async function setVersion(graph: Graph): Promise<void> {
	const numbers = { schema: integer(STORE_SCHEMA_VERSION), folder: graph.place.folder ?? null };
	await graph.write((send) => send('write/case', numbers));
}

/** Files whose stock is noted in one transaction. */
const FILES_PER_BATCH = 5_000;

/**
 * Brings a case of version 1 up to version 2: what it holds is read once and noted beside it, and nothing that is there
 * changes. The version is set last: a process killed before it leaves version 1, and the next one begins anew.
 */
export async function migrate(graph: Graph, writer: Pick<Writer, 'write'>): Promise<void> {
	await makeConstraints(graph);
	const { files, run } = await countedStock(graph);
	const rows = [...files].map(([hash, stock]) => [hash, JSON.stringify(stock)]);
	for (let at = 0; at === 0 || at < rows.length; at += FILES_PER_BATCH) {
		const parameters = { files: rows.slice(at, at + FILES_PER_BATCH), run: JSON.stringify(run) };
		await writer.write((send) => send('write/note-stock', parameters));
	}
	await setVersion(graph);
}

/**
 * @param state as `cypher/read/case.cypher` returns it
 * @throws Problem `store.other-folder` {path, case}: the database has a case of this name from another folder
 */
export function assertFolder(state: Row, place: Neo4jPlace): void {
	const [, , , folder] = state;
	if (typeof folder !== 'string' || place.folder === undefined || folder === place.folder) return;
	throw new Problem('store', 'store.other-folder', { path: shownPlace(place), case: place.case });
}

/** Those that are there already are not asked for again: even `IF NOT EXISTS` waits for every writer of the label. */
async function makeConstraints(graph: Graph): Promise<void> {
	const there = new Set((await graph.read('read/constraints')).map(([name]) => name));
	for (const name of statementsIn('schema')) {
		const [, constraint] = /^CREATE (?:CONSTRAINT|INDEX) (\w+)/m.exec(statement(name)) ?? [];
		if (!there.has(constraint)) await graph.write((send) => send(name));
	}
}
