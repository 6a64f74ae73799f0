import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const POM = 'test/pom.xml';
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** Folder of the server's jars: fetched from Maven Central once (123 MB), then kept in the user's cache. */
export async function serverJars(): Promise<string> {
	const version = /<version>(\d+\.\d+\.\d+)<\/version>/.exec(await readFile(POM, 'utf8'))?.[1];
	const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'liuxiang');
	const jars = join(cache, `neo4j-${version}`);
	if (existsSync(jars)) return jars;
	await mkdir(cache, { recursive: true });
	// A folder of its own until it is whole: a fetch that was cut must not look like one that was not.
	const part = join(cache, `neo4j-${version}.${process.pid}`);
	process.stderr.write('fetching the Neo4j test server from Maven Central (123 MB, once)\n');
	try {
		await run('mvn', ['-B', '-q', '-f', POM, COPY, `-DoutputDirectory=${part}`, '-DincludeScope=runtime']);
		await rename(part, jars);
	} catch (error) {
		await rm(part, { recursive: true, force: true });
		if (!existsSync(jars)) throw error;
	}
	return jars;
}

/** Runs a program to its end; its output goes to stderr. */
export function run(program: string, args: readonly string[], env = process.env): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { stdio: ['ignore', 2, 2], env });
		child.once('error', reject);
		child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
	});
}
