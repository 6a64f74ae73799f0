import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { packageRoot } from '../package-root.ts';
import type { CheckResult } from './check.ts';

/** How long to wait for any answer. */
const WAIT_MS = 5_000;

export interface Neo4jLogin {
	/** `neo4j://host:7687`, `bolt+s://…` */
	readonly address: string;
	readonly user: string;
	/** '' where the server asks for none. Never stands in a result. */
	readonly password: string;
	readonly database?: string;
}

/** Asks the server at the address which Neo4j it is, once. */
export async function tryNeo4j(login: Neo4jLogin): Promise<CheckResult> {
	const { host, port, shown } = placeOf(login.address);
	const facts = { address: shown, user: login.user, database: login.database ?? '' };
	// The driver hides a refused connection behind a failed discovery: ask the socket first.
	const refusal = await tryPort(host, port);
	if (refusal !== undefined) return { ok: false, code: refusal, facts: { ...facts, host, port } };
	try {
		const version = await ask(login);
		return { ok: true, code: 'doctor.neo4j', facts: { ...facts, version } };
	} catch (error) {
		const fault = faultOf(error);
		return { ok: false, code: fault.code, facts: { ...facts, ...fault.facts } };
	}
}

async function ask({ address, user, password, database }: Neo4jLogin): Promise<string> {
	const statement = await readFile(join(packageRoot(), 'cypher', 'read', 'ping.cypher'), 'utf8');
	const token = password === '' ? { scheme: 'none', credentials: '' } : neo4j.auth.basic(user, password);
	const driver = neo4j.driver(address, token, {
		connectionTimeout: WAIT_MS,
		connectionAcquisitionTimeout: WAIT_MS,
		maxTransactionRetryTime: 0,
		telemetryDisabled: true,
	});
	try {
		const session = driver.session({ defaultAccessMode: neo4j.session.READ, ...(database ? { database } : {}) });
		const { records } = await session.run(statement, {}, { timeout: WAIT_MS });
		return `${records[0]?.get('version')} ${records[0]?.get('edition')}`;
	} finally {
		await driver.close();
	}
}

function faultOf(error: unknown): { code: string; facts: Record<string, string> } {
	const { code = '', message = '' } = error as { code?: string; message?: string };
	if (code.startsWith('Neo.ClientError.Security.')) return { code: 'doctor.neo4j-login', facts: {} };
	if (code === 'Neo.ClientError.Database.DatabaseNotFound') return { code: 'doctor.neo4j-database', facts: {} };
	if (/\bTLS\b|certificate|SSL/i.test(message)) return { code: 'doctor.neo4j-tls', facts: {} };
	if (/responded HTTP|Bolt protocol|closed by server|acquisition timed out|discovery/.test(message))
		return { code: 'doctor.neo4j-none', facts: {} };
	return { code: 'doctor.neo4j-other', facts: { reason: `${code} ${message.split('\n')[0]}`.trim() } };
}

/** Host and port, and the address without any login somebody may have written into it. */
function placeOf(address: string): { host: string; port: number; shown: string } {
	const url = new URL(address);
	const port = url.port === '' ? 7687 : Number(url.port);
	return { host: url.hostname.replace(/^\[|\]$/g, ''), port, shown: `${url.protocol}//${url.host}` };
}

/** Undefined where somebody listens. */
function tryPort(host: string, port: number): Promise<string | undefined> {
	return new Promise((resolve) => {
		const socket = connect({ host, port });
		const end = (code: string | undefined) => {
			socket.destroy();
			resolve(code);
		};
		socket.setTimeout(WAIT_MS, () => end('doctor.neo4j-silent'));
		socket.once('connect', () => end(undefined));
		socket.once('error', (error: NodeJS.ErrnoException) =>
			end(/ENOTFOUND|EAI_AGAIN/.test(error.code ?? '') ? 'doctor.neo4j-host' : 'doctor.neo4j-refused'),
		);
	});
}
