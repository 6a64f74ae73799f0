import { readFile } from 'node:fs/promises';
import type { Asset } from '../../ledger/asset.ts';
import { Problem } from '../../ledger/problem.ts';
import { type NamedQuery, type QueryColumn, readQuery } from '../../stores/neo4j/named-query.ts';
import { parametersOf } from '../../stores/neo4j/named-query-parameters.ts';
import { openPeopleGraph, type PeopleAnswer } from '../../stores/neo4j/people-query.ts';
import type { QueryValue } from '../../stores/neo4j/people-query-values.ts';
import { openCase } from '../case-folder.ts';
import { loadSettings } from '../load-settings.ts';
import { defined } from '../settings.ts';
import { type Environment, storePlace } from '../store-place.ts';

/** Rows of a query, with what a view must know to print them. */
export interface QueryAnswer {
	readonly query: string;
	readonly case: string;
	readonly run: string;
	readonly columns: readonly QueryColumn[];
	readonly rows: readonly (readonly QueryValue[])[];
	/** After how many rows the rest was left out. */
	readonly cut?: number;
	readonly assets: ReadonlyMap<string, Asset>;
	readonly offsetMinutes: number;
}

/**
 * Asks a case's graph.
 *
 * @param given parameters as a person typed them
 * @throws Problem `query.no-graph` {folder}: the case is not on a Neo4j server; `report.missing` {folder};
 * `query.not-exact` {column}; what `parametersOf` and `PeopleGraph.ask` throw
 */
export async function askQuery(
	root: string,
	env: Environment,
	query: NamedQuery,
	given: ReadonlyMap<string, string>,
): Promise<QueryAnswer> {
	const parameters = parametersOf(query, given);
	const folder = await openCase(root);
	const { assets, offsetMinutes } = await loadSettings(folder);
	const place = await storePlace(folder, env);
	if (typeof place === 'string') throw new Problem('usage', 'query.no-graph', { folder: root });
	const graph = await openPeopleGraph(place);
	try {
		const run = await graph.run();
		if (run === undefined) throw new Problem('usage', 'report.missing', { folder: root });
		const answer = await graph.ask(query.text, { ...parameters, run });
		return {
			query: query.name,
			case: place.case,
			run: String(run),
			columns: columnsOf(query, answer),
			rows: answer.rows,
			...defined('cut', answer.cut),
			assets,
			offsetMinutes,
		};
	} finally {
		await graph.close();
	}
}

/** A statement of a person's own. @throws Problem `query.unreadable` {file} */
export async function readOwnQuery(file: string): Promise<NamedQuery> {
	try {
		return readQuery(file, await readFile(file, 'utf8'));
	} catch (cause) {
		throw new Problem('usage', 'query.unreadable', { file }, cause);
	}
}

/** Columns in the order of the answer; one that the header does not declare is taken as it comes. */
function columnsOf(query: NamedQuery, answer: PeopleAnswer): QueryColumn[] {
	const declared = new Map(query.columns.map((column) => [column.name, column]));
	return answer.columns.map((name, index) => {
		const column = declared.get(name) ?? { name, unit: '', zh: name, en: name };
		const isAmount = column.unit === 'fen' || column.unit === 'units';
		// A sum past 2^63 comes as a float: the server does not say so.
		if (isAmount && answer.rows.some((row) => !isExact(row[index] ?? null)))
			throw new Problem('usage', 'query.not-exact', { column: name });
		return column;
	});
}

function isExact(value: QueryValue): boolean {
	return value === null || typeof value === 'bigint' || (typeof value === 'string' && /^-?\d+$/.test(value));
}
