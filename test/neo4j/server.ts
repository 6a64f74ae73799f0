import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { run, serverJars } from './jars.ts';
import { answersSoon } from './ready.ts';

/** How to reach a server. */
export interface ServerLogin {
	readonly address: string;
	readonly user: string;
	readonly password: string;
}

/** A throw-away server of our own. */
export interface Server extends ServerLogin {
	/** Kills the process as a power cut would; the data stay. */
	kill(): Promise<void>;
	/** Starts it again on the same data and port. */
	start(): Promise<void>;
	/** Kills it and removes its data. */
	remove(): Promise<void>;
}

const OPENED = ['java.nio', 'java.io', 'java.util.concurrent', 'java.lang'].map((name) => `java.base/${name}`);
const JAVA = [
	...[...OPENED, 'java.base/sun.nio.ch'].map((name) => `--add-opens=${name}=ALL-UNNAMED`),
	'-XX:+UseG1GC',
	'-XX:+ExitOnOutOfMemoryError',
	// With one compiler the JVM keeps 48 MB for code, which a server full of different statements fills.
	'-XX:ReservedCodeCacheSize=256m',
];
/**
 * A server that lives for minutes is done before the second compiler pays: planning 40 statements took 81 s of the
 * processor with it, 44 s without.
 */
const SHORT_LIVED = '-XX:TieredStopAtLevel=1';
const SERVER = 'org.neo4j.server.CommunityEntryPoint';
const ADMIN = 'org.neo4j.cli.AdminTool';
/** The shell outlives nobody: when this process ends, however it ends, its end of the pipe closes. */
const GUARD = 'java "$@" >>"$LOG" 2>&1 & echo $!; cat >/dev/null; kill -9 $! 2>/dev/null';

/**
 * Makes and starts a server in a temporary folder, from the jars of Maven Central, on a free port of the loopback.
 *
 * @param heap such as `512m`
 * @param pageCache the same: how much of the store is kept in memory
 * @param measured whether its own speed matters: compiled as a server in use is
 */
export async function makeServer(heap = '512m', pageCache = '64m', measured = false): Promise<Server> {
	const jars = join(await serverJars(), '*');
	const home = await mkdtemp(join(tmpdir(), 'liuxiang-neo4j-'));
	const port = await freePort();
	const login = { address: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: randomBytes(9).toString('hex') };
	for (const folder of ['conf', 'data', 'logs', 'plugins', 'import']) await mkdir(join(home, folder));
	await writeFile(join(home, 'conf', 'neo4j.conf'), settings(port, pageCache));
	const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
	await run('java', ['-cp', jars, ADMIN, 'dbms', 'set-initial-password', login.password], env);
	const log = join(home, 'logs', 'console.log');
	const args = [...JAVA, ...(measured ? [] : [SHORT_LIVED]), `-Xms${heap}`, `-Xmx${heap}`, '-cp', jars, SERVER];
	args.push(`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`, '--console-mode');
	let running: { pid: number; end(): Promise<void> } | undefined;
	const server: Server = {
		...login,
		async kill() {
			await running?.end();
			running = undefined;
		},
		async start() {
			running = await launch(args, log);
			const { pid } = running;
			if (!(await answersSoon(login, () => isAlive(pid))))
				throw new Error(`the Neo4j server did not start:\n${(await readFile(log, 'utf8')).slice(-2_000)}`);
		},
		async remove() {
			await server.kill();
			await rm(home, { recursive: true, force: true });
		},
	};
	await server.start();
	return server;
}

function settings(port: number, pageCache: string): string {
	const bolt = `127.0.0.1:${port}`;
	return [
		`server.bolt.listen_address=${bolt}`,
		`server.bolt.advertised_address=${bolt}`,
		'server.http.enabled=false',
		'server.https.enabled=false',
		`server.memory.pagecache.size=${pageCache}`,
		'dbms.usage_report.enabled=false',
		'',
	].join('\n');
}

async function launch(args: readonly string[], log: string): Promise<{ pid: number; end(): Promise<void> }> {
	await (await open(log, 'a')).close();
	const shell = spawn('sh', ['-c', GUARD, 'sh', ...args], {
		stdio: ['pipe', 'pipe', 'inherit'],
		env: { ...process.env, LOG: log },
		// Ctrl-C goes to the whole foreground group: the guard must live to do its work.
		detached: true,
	});
	const [line] = (await once(createInterface({ input: shell.stdout }), 'line')) as [string];
	shell.unref();
	const pid = Number(line);
	return {
		pid,
		async end() {
			// Waiting must keep this process alive, though a forgotten server must not.
			shell.ref();
			const closed = once(shell, 'close');
			shell.stdin.end();
			await closed;
			while (isAlive(pid)) await wait(20);
		},
	};
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
