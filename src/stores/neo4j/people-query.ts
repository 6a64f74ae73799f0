import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { Problem } from '../../ledger/problem.ts';
import type { Neo4jPlace } from '../place.ts';
import { connect } from './connect.ts';
import { statement } from './cypher.ts';
import type { Row } from './graph.ts';
import { checkReadOnly } from './people-query-check.ts';
import { plainValue, type QueryValue } from './people-query-values.ts';
import { assertFolder } from './schema.ts';
import { serverTrouble } from './trouble.ts';

/** What one question may cost. Fixed: no option, header or parameter raises it. */
export interface Limits {
	readonly timeMs: number;
	readonly rows: number;
}

const LIMITS: Limits = { timeMs: 60_000, rows: 10_000 };
const ROWS_A_FETCH = 1_000;

export type Parameters = Readonly<Record<string, string | number | bigint>>;

export interface PeopleAnswer {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly QueryValue[])[];
	/** Whether rows were left out, and after how many. */
	readonly cut?: number;
}

/** One case of a Neo4j database, as people ask it. */
export interface PeopleGraph {
	/** Number of the run that holds; undefined where none does. */
	run(): Promise<bigint | undefined>;
	/**
	 * Runs a statement that only reads, in a transaction of its own, with `$case` given.
	 *
	 * @throws Problem as {@link checkReadOnly}; `query.statement` {detail}: the server does not understand it;
	 * `query.too-long` {seconds}
	 */
	ask(text: string, parameters: Parameters): Promise<PeopleAnswer>;
	close(): Promise<void>;
}

/** Connects for people's questions: nothing is made or changed, and nobody is held up. Throws what `connect` does. */
export async function openPeopleGraph(place: Neo4jPlace): Promise<PeopleGraph> {
	const driver = await connect(place, 'bigint');
	return peopleGraph(driver, place, LIMITS);
}

/** The same on a driver that gives integers as bigint. The caller's limits are for tests. */
export function peopleGraph(driver: Driver, place: Neo4jPlace, limits: Limits): PeopleGraph {
	const inSession = async <T>(use: (session: Session) => Promise<T>): Promise<T> => {
		// The access mode is the client's own word: the server refuses a write in it, but who may write is up to the login.
		const session = driver.session({
			defaultAccessMode: neo4j.session.READ,
			fetchSize: ROWS_A_FETCH,
			...(place.database === undefined ? {} : { database: place.database }),
		});
		try {
			return await use(session);
		} catch (error) {
			throw troubleOf(error, place, limits);
		} finally {
			await session.close();
		}
	};
	return {
		async run() {
			const { records } = await inSession((session) => session.run(statement('read/case'), { case: place.case }));
			const state = records[0]?.get(0) as Row | undefined;
			if (!state) return undefined;
			assertFolder(state, place);
			const run = state[1];
			return typeof run === 'bigint' && run > 0n ? run : undefined;
		},
		ask: (text, parameters) =>
			inSession((session) => askIn(session, text, { ...parameters, case: place.case }, limits)),
		close: async () => await driver.close(),
	};
}

async function askIn(session: Session, text: string, parameters: Parameters, limits: Limits): Promise<PeopleAnswer> {
	const config = { timeout: limits.timeMs };
	const { summary } = await session.run(`EXPLAIN ${text}`, parameters, config);
	checkReadOnly({ queryType: summary.queryType, plan: summary.plan });
	const result = session.run(text, parameters, config);
	const columns = await result.keys();
	const rows: QueryValue[][] = [];
	for await (const record of result) {
		// Leaving the loop tells the server to stop.
		if (rows.length === limits.rows) return { columns: columns.map(String), rows, cut: limits.rows };
		rows.push([...record.values()].map(plainValue));
	}
	return { columns: columns.map(String), rows };
}

function troubleOf(error: unknown, place: Neo4jPlace, limits: Limits): unknown {
	if (!(error instanceof Error) || error.name !== 'Neo4jError') return error;
	const { code } = error as { code?: string };
	const detail = error.message.split('\n')[0] ?? '';
	if (/Transaction\.TransactionTimedOut/.test(code ?? ''))
		return new Problem('store', 'query.too-long', { seconds: limits.timeMs / 1000 }, error);
	if (/Statement\.AccessMode$/.test(code ?? '')) return new Problem('usage', 'query.writes', {}, error);
	if (/^Neo\.ClientError\.(?:Statement|Procedure)\./.test(code ?? ''))
		return new Problem('usage', 'query.statement', { detail }, error);
	return serverTrouble(error, place);
}
