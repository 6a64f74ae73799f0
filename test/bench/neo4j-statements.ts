import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { ServerLogin } from '../neo4j/server.ts';

/** Rows sent, and records fetched, at a time. */
export const BATCH = 10_000;

/** The statements of a file beside the benches, such as `node/load`. */
export async function statements(name: string): Promise<string[]> {
	const text = await readFile(fileURLToPath(new URL(`./cypher/${name}.cypher`, import.meta.url)), 'utf8');
	return text.split(/;\s*$/m);
}

/** The only statement of a file beside the benches. */
export async function statement(name: string): Promise<string> {
	const [text, ...rest] = await statements(name);
	if (text === undefined || rest.length > 0) throw new Error(`${name}.cypher does not hold one statement`);
	return text;
}

/** A driver set as the store's is. */
export function benchDriver({ address, user, password }: ServerLogin): Driver {
	return neo4j.driver(address, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, fetchSize: BATCH });
}

/** Makes what must be unique, and waits until the indexes are there. */
export async function makeSchema(session: Session, name: string): Promise<void> {
	for (const text of await statements(name)) await session.run(text);
	await session.run('CALL db.awaitIndexes(60)');
}

/** Sends rows in batches, each in a managed transaction. */
export async function sendBatches(
	session: Session,
	text: string,
	rows: readonly unknown[],
	parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
	for (let at = 0; at < rows.length; at += BATCH) {
		const batch = rows.slice(at, at + BATCH);
		await session.executeWrite((transaction) => transaction.run(text, { ...parameters, rows: batch }));
	}
}

/** Takes the rows of a statement one by one as they come. */
export async function takeRows(
	session: Session,
	text: string,
	parameters: Readonly<Record<string, unknown>>,
	take: (cells: readonly unknown[]) => void,
): Promise<number> {
	let rows = 0;
	return await new Promise<number>((resolve, reject) => {
		session.run(text, parameters).subscribe({
			onNext(record) {
				rows += 1;
				// A public method: the record's cells in the order of its keys, without an object for each row.
				take([...record.values()]);
			},
			onCompleted: () => resolve(rows),
			onError: reject,
		});
	});
}
