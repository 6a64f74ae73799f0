import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';
import { type LockFile, sbomOf, sbomText } from '../../docs/deploy/bundle/sbom.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { sharedFolder } from '../run/folders.ts';
import { hook } from '../run/notices/receivers.ts';
import { advisoriesIn, judge, readExceptions } from './advisories.ts';

const root = await sharedFolder(test);

interface Locked {
	readonly version: string;
	readonly integrity?: string;
	readonly resolved?: string;
	readonly dev?: boolean;
	readonly optional?: boolean;
	readonly os?: readonly string[];
	readonly cpu?: readonly string[];
	readonly libc?: readonly string[];
	readonly hasInstallScript?: boolean;
}

const own = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile & { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

test('every version is exact, and everything that the program needs is pinned by its hash, for every platform', (t) => {
	const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
	for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
		t.regex(version as string, EXACT, name);
	t.is(Object.keys(own.optionalDependencies ?? {}).length, 0);
	const forHere = ({ os = ['linux'], cpu = ['x64'], libc = ['glibc'] }: Locked) =>
		os.includes('linux') && cpu.includes('x64') && libc.includes('glibc');
	const loose = packages.filter(([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
	// Builds of tools of development for other machines, which nobody needs who uses the program.
	t.deepEqual(
		loose.filter(([, one]) => !(one.dev && one.optional && !forHere(one))),
		[],
	);
	for (const [path, { version, resolved }] of packages) {
		t.regex(version, EXACT, path);
		t.is(resolved, undefined, 'no address of a registry: npm takes the configured one, and compares the hash');
	}
});

test('nothing that the program needs runs a script when it is installed', (t) => {
	const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
	// Both only look whether their build for the platform is there, and are of development.
	t.deepEqual(
		scripts.map(([path, { dev }]) => [path, dev]),
		[
			['node_modules/@foundry-rs/anvil', true],
			['node_modules/esbuild', true],
		],
	);
});

test('the list of parts names every package that is needed, with its hash, licence and needs, and is the same bytes each time', (t) => {
	const sbom = sbomOf(lock);
	t.is(sbomText(sbom), sbomText(sbomOf(JSON.parse(JSON.stringify(lock)))));
	const needed = packages
		.filter(([, { dev }]) => !dev)
		.map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
	t.deepEqual(
		sbom.components.map((part) => part['bom-ref']),
		[...new Set(needed)].sort(),
	);
	for (const { hashes, licenses, name } of sbom.components) {
		t.regex(hashes?.[0]?.content ?? '', /^[0-9a-f]{128}$/, name);
		// npm writes no licence into the lock of builds for other machines that it did not fetch; they are under their package's.
		if (!/-(win32|darwin|linux)/.test(name)) t.truthy(licenses?.[0]?.expression, name);
	}
	const links = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
	const direct = Object.entries(own.dependencies).map(([name, version]) => `${name}@${version}`);
	t.deepEqual(links.get(`${own.name}@${own.version}`), direct.sort());
	const reached = new Set<string>();
	const reach = (ref: string): void => {
		if (reached.has(ref)) return;
		reached.add(ref);
		for (const next of links.get(ref) ?? []) reach(next);
	};
	reach(`${own.name}@${own.version}`);
	t.deepEqual(
		[...reached].sort(),
		[`${own.name}@${own.version}`, ...new Set(needed)].sort(),
		'nobody stands there whom nothing needs',
	);
	const here = sbomOf(lock, (name) => !/win32|darwin|arm64|musl/.test(name));
	t.true(here.components.length < sbom.components.length);
	t.false(/win32|darwin/.test(sbomText(here)));
});

const WEAK = {
	name: 'papaparse',
	title: 'an invented weakness',
	url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
	severity: 'high',
};
const printed = JSON.stringify({
	auditReportVersion: 2,
	vulnerabilities: { papaparse: { via: [WEAK] }, other: { via: ['papaparse', WEAK] } },
});

test('an advisory is borne by a written exception with a reason until its last day, and not a day longer', (t) => {
	const advisories = advisoriesIn(printed) ?? [];
	t.deepEqual(
		advisories.map(({ id, package: name }) => [id, name]),
		[['GHSA-aaaa-bbbb-cccc', 'papaparse']],
	);
	const borne = {
		advisory: 'GHSA-aaaa-bbbb-cccc',
		package: 'papaparse',
		reason: 'its writer is never called here',
		until: '2023-03-06',
	};
	t.is(judge(advisories, [], '2023-03-06').open.length, 1);
	t.like(judge(advisories, [borne], '2023-03-06'), { open: [], stale: [] });
	t.is(judge(advisories, [borne], '2023-03-07').open.length, 1);
	t.is(judge(advisories, [{ ...borne, package: 'zod' }], '2023-03-06').open.length, 1);
	t.is(judge([], [borne], '2023-03-06').stale.length, 1);
	t.throws(() => readExceptions(JSON.stringify([{ ...borne, reason: 'ok' }])));
	t.throws(() => readExceptions(JSON.stringify([{ ...borne, until: 'never' }])));
	for (const text of ['', '{}', '{"message":"405","error":{}}']) t.is(advisoriesIn(text), undefined);
});

test('the exceptions of this tree can be read', (t) => {
	t.notThrows(readExceptions.bind(undefined, readFileSync('.audit-exceptions.json', 'utf8')));
});

test('a registry that knows a weakness makes the audit fail; one that cannot be asked is no all-clear', async (t) => {
	let refuses = false;
	const registry = await hook((response, _number, request) => {
		if (refuses) response.writeHead(405).end();
		else if (request.url?.includes('advisories/bulk'))
			response.end(
				JSON.stringify({ papaparse: [{ id: 1, ...WEAK, vulnerable_versions: '<99', cwe: [], cvss: { score: 8 } }] }),
			);
		else response.writeHead(404).end('{}');
	});
	t.teardown(registry.close);
	const audit = async () => {
		const args = [...NODE_ARGS, fileURLToPath(moduleUrl('test/supply/main'))];
		const env = {
			...process.env,
			npm_config_registry: registry.url,
			npm_config_cache: join(root, 'npm'),
			npm_config_fetch_retries: '0',
		};
		return await promisify(execFile)(process.execPath, args, { env }).then(
			({ stdout }) => ({ code: 0, said: stdout }),
			({ code, stdout, stderr }) => ({ code, said: `${stdout}${stderr}` }),
		);
	};
	const found = await audit();
	t.is(found.code, 1, found.said);
	t.regex(found.said, /high papaparse: an invented weakness \(GHSA-aaaa-bbbb-cccc\)/);
	refuses = true;
	const unasked = await audit();
	t.is(unasked.code, 75, unasked.said);
	t.regex(unasked.said, /Could not ask/);
});
