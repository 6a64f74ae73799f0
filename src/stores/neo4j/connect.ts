import { connect as dial } from 'node:net';
import neo4j, { type Driver } from 'neo4j-driver';
import { Problem } from '../../ledger/problem.ts';
import type { Neo4jPlace } from '../place.ts';
import { partsOf } from './address.ts';
import { statement } from './cypher.ts';
import { firstTrouble, placeFacts } from './trouble.ts';
import { isTooOld, OLDEST_SERVER } from './version.ts';

/** How long to wait until somebody is there. */
const FIRST_WAIT_MS = 5_000;
/** A server that has just started, or has much to do, may take its time over the first statement. */
const PING_MS = 30_000;
/** How long a port that took the call may take to speak Bolt and to check a password. */
const HANDSHAKE_MS = 15_000;
/** How long a part of the work is tried again where the server says that trying helps. */
const RETRY_MS = 30_000;
/** How long to wait for a free connection: longer than any one statement should hold one up. */
const POOL_WAIT_MS = 60_000;
const ROWS_A_FETCH = 10_000;

export interface ServerVersion {
	/** Such as `5.26.30`. */
	readonly version: string;
	/** `community` or `enterprise`. */
	readonly edition: string;
}

/**
 * A driver for the server of a place, once that has answered, let us in and is new enough. Whoever asked closes it.
 *
 * @param integers `number`: no integer of ours is above 2^53; `bigint` where people ask what they like
 * @throws Problem as {@link askServer}
 */
export async function connect(place: Neo4jPlace, integers: 'number' | 'bigint' = 'number'): Promise<Driver> {
	// With a driver of its own, which does not wait as long.
	await askServer(place);
	return driverFor(place, RETRY_MS, POOL_WAIT_MS, integers);
}

/**
 * Asks the server of a place which Neo4j it is, once.
 *
 * @throws Problem `store.neo4j-refused`, `-host`, `-silent` (nobody there), `-tls`, `-none` (not a Neo4j), `-login`,
 * `-database`, `-forbidden`, `-old` {version, needed}, `-other` {reason}; each with {path, address, host, port, user,
 * database}. `store.neo4j-away` or another of `serverTrouble` where it went away meanwhile
 */
export async function askServer(place: Neo4jPlace): Promise<ServerVersion> {
	await knock(place);
	const text = statement('read/ping');
	const driver = driverFor(place, 0, HANDSHAKE_MS);
	try {
		const found = await ping(driver, text, place.database);
		if (!isTooOld(found.version)) return found;
		const facts = { ...placeFacts(place), version: found.version, needed: OLDEST_SERVER };
		throw new Problem('store', 'store.neo4j-old', facts);
	} catch (error) {
		throw firstTrouble(error, place);
	} finally {
		await driver.close();
	}
}

function driverFor(
	{ address, user, password }: Neo4jPlace,
	retryMs: number,
	poolWaitMs: number,
	integers: 'number' | 'bigint' = 'number',
): Driver {
	const token = password === '' ? { scheme: 'none', credentials: '' } : neo4j.auth.basic(user, password);
	return neo4j.driver(address, token, {
		connectionTimeout: FIRST_WAIT_MS,
		connectionAcquisitionTimeout: poolWaitMs,
		maxTransactionRetryTime: retryMs,
		fetchSize: ROWS_A_FETCH,
		...(integers === 'bigint' ? { useBigInt: true } : { disableLosslessIntegers: true }),
		telemetryDisabled: true,
	});
}

async function ping(driver: Driver, text: string, database: string | undefined): Promise<ServerVersion> {
	const session = driver.session({ defaultAccessMode: neo4j.session.READ, ...(database ? { database } : {}) });
	try {
		const { records } = await session.run(text, {}, { timeout: PING_MS });
		return { version: String(records[0]?.get('version') ?? ''), edition: String(records[0]?.get('edition') ?? '') };
	} finally {
		await session.close();
	}
}

/** The driver hides a refused connection behind a failed discovery: ask the socket first. */
async function knock(place: Neo4jPlace): Promise<void> {
	const { host, port } = partsOf(place.address);
	const fault = await new Promise<string | undefined>((resolve) => {
		// A name with several addresses tries each of them; the default of 250 ms is too short for a server far away.
		const socket = dial({ host, port, autoSelectFamilyAttemptTimeout: 1_000 });
		const end = (found: string | undefined) => {
			socket.destroy();
			resolve(found);
		};
		socket.setTimeout(FIRST_WAIT_MS, () => end('store.neo4j-silent'));
		socket.once('connect', () => end(undefined));
		socket.once('error', (error: NodeJS.ErrnoException) => end(faultOf(error.code ?? '')));
	});
	if (fault !== undefined) throw new Problem('store', fault, placeFacts(place));
}

function faultOf(code: string): string {
	if (/^(?:ENOTFOUND|EAI_)/.test(code)) return 'store.neo4j-host';
	return /^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code) ? 'store.neo4j-silent' : 'store.neo4j-refused';
}
