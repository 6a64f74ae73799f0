import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { answersSoon } from './ready.ts';
import { makeServer, type ServerLogin } from './server.ts';

const IMAGE = 'neo4j:5.26.30';

/** A server for a while, and how to be rid of it. */
export interface FoundServer extends ServerLogin {
	remove(): Promise<void>;
}

/** The server that the environment names (`NEO4J_URI`, `NEO4J_USER`, `NEO4J_PASSWORD`). */
export function namedServer(): ServerLogin | undefined {
	const { NEO4J_URI: address, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
	return address === undefined || address === '' ? undefined : { address, user, password };
}

/** A server of our own: by Docker where an engine answers, else from Maven Central. Undefined where neither can be had. */
export async function findServer(heap = '1g'): Promise<FoundServer | undefined> {
	if (await answers('docker', ['info'])) return await dockerServer();
	if (!(await canMakeServer())) return undefined;
	return await makeServer(heap);
}

/** Whether a server can be started and killed here: a JDK and Maven are installed. */
export async function canMakeServer(): Promise<boolean> {
	return (await answers('java', ['-version'])) && (await answers('mvn', ['-version']));
}

async function dockerServer(): Promise<FoundServer> {
	const password = randomBytes(9).toString('hex');
	const args = [
		'run',
		'--detach',
		'--rm',
		'--publish',
		'127.0.0.1::7687',
		'--env',
		`NEO4J_AUTH=neo4j/${password}`,
		IMAGE,
	];
	const container = (await execute('docker', args)).trim();
	const published = (await execute('docker', ['port', container, '7687'])).trim();
	const login = { address: `bolt://${published}`, user: 'neo4j', password };
	const remove = async () => void (await execute('docker', ['rm', '--force', container]));
	if (!(await answersSoon(login, () => true))) {
		await remove();
		throw new Error('the Neo4j container did not answer');
	}
	return { ...login, remove };
}

async function answers(program: string, args: readonly string[]): Promise<boolean> {
	return await execute(program, args).then(
		() => true,
		() => false,
	);
}

async function execute(program: string, args: readonly string[]): Promise<string> {
	return (await promisify(execFile)(program, args)).stdout;
}
