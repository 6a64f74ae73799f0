import type { Neo4jPlace } from '../place.ts';

/** Port of a Neo4j server where the address names none. */
const BOLT_PORT = 7687;

/** Where to knock, and how the address is shown: without the login somebody may have written into it. */
export function partsOf(address: string): { host: string; port: number; shown: string } {
	const url = new URL(address);
	const port = url.port === '' ? BOLT_PORT : Number(url.port);
	return { host: url.hostname.replace(/^\[|\]$/g, ''), port, shown: `${url.protocol}//${url.host}` };
}

/** What stands for the path of the store in messages: `neo4j://host:7687/database (case)`. Never a login. */
export function shownPlace(place: Neo4jPlace): string {
	const database = place.database === undefined ? '' : `/${place.database}`;
	return `${partsOf(place.address).shown}${database} (${place.case})`;
}
