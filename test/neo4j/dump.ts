import { readFileSync } from 'node:fs';
import type { Driver } from 'neo4j-driver';

const DUMP = readFileSync('test/neo4j/dump.cypher', 'utf8');
/** Numbers and tokens that a try which failed leaves different. They stand in no answer. */
const PASSING = ['writer', 'reading', 'current'];

/** A node with all that goes out from it, as text. */
interface Dumped {
	readonly labels: readonly string[];
	readonly properties: Record<string, unknown>;
	readonly links: readonly { target: Record<string, unknown> | null; id: string | null }[];
	readonly id: string;
}

/**
 * The graph of a case as sorted lines: equal where the graphs are equal.
 *
 * @param exact with the server's own ids and the numbers of readings: equal only where nothing was touched
 */
export async function dumpCase(driver: Driver, name: string, exact = false): Promise<string[]> {
	const { records } = await driver.executeQuery(DUMP, { case: name });
	const lines = records.map((record) => {
		const node = record.toObject() as unknown as Dumped;
		const links = node.links.map((link) =>
			JSON.stringify(exact ? link : { ...link, id: '', target: told(link.target) }),
		);
		return JSON.stringify([
			node.labels,
			exact ? node.properties : told(node.properties),
			links.sort(),
			exact ? node.id : '',
		]);
	});
	return lines.sort();
}

/** Without what a failed try leaves different, in a fixed order. */
function told(properties: Record<string, unknown> | null): [string, unknown][] {
	return Object.entries(properties ?? {})
		.filter(([name]) => !PASSING.includes(name))
		.sort(([a], [b]) => (a < b ? -1 : 1));
}
