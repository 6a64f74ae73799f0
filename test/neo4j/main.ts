/**
 * `npm run neo4j`: a server for a developer, until Ctrl-C. `npm run neo4j -- <command> …`: a server for one command,
 * which finds it in `NEO4J_URI`, `NEO4J_USER` and `NEO4J_PASSWORD`; where those are set already, that server is used.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer, namedServer } from './find.ts';

const [program, ...args] = process.argv.slice(2);
process.exitCode = program === undefined ? await serve() : await runWith(program, args);

async function serve(): Promise<number> {
	const server = await findServer();
	if (!server) {
		console.error('A server needs Docker, or a JDK (17 or later) with Maven: install one of them.');
		return 1;
	}
	console.log(`NEO4J_URI=${server.address} NEO4J_USER=${server.user} NEO4J_PASSWORD=${server.password}`);
	console.error('Ctrl-C ends it and removes its data.');
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	await server.remove();
	return 0;
}

async function runWith(command: string, rest: readonly string[]): Promise<number> {
	const named = namedServer();
	const made = named ? undefined : await findServer();
	const login = named ?? made;
	const tally = join(tmpdir(), `liuxiang-skipped-${process.pid}`);
	const env = { ...process.env, NEO4J_SKIPPED: tally };
	if (login) Object.assign(env, { NEO4J_URI: login.address, NEO4J_USER: login.user, NEO4J_PASSWORD: login.password });
	try {
		const child = spawn(command, rest, { stdio: 'inherit', env });
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
		return await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code) => resolve(code ?? 1));
		});
	} finally {
		await made?.remove();
		await tellSkipped(tally);
	}
}

async function tellSkipped(tally: string): Promise<void> {
	if (!existsSync(tally)) return;
	const { size } = await stat(tally);
	await rm(tally);
	console.error(`${size} Neo4j tests were skipped: they need NEO4J_URI, Docker, or a JDK (17 or later) with Maven.`);
}
