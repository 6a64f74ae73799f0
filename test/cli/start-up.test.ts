import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'ava';

/** What `--help` may load: small packages and our own small files. */
const LIGHT = new Set(['yargs', 'string-width']);

/** Files and packages that a module brings along when it is loaded. */
function loadedBy(module: string): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
	const files = new Set<string>();
	const packages = new Set<string>();
	const walk = (path: string): void => {
		if (files.has(path)) return;
		files.add(path);
		for (const name of staticImports(readFileSync(path, 'utf8'))) {
			if (name.startsWith('.')) walk(join(dirname(path), name));
			else if (!name.startsWith('node:')) packages.add(name);
		}
	};
	walk(module);
	return { files, packages };
}

test('help waits for no store, no chain library and no schema: they are imported inside handlers', (t) => {
	const { files, packages } = loadedBy('src/cli/main.ts');
	t.deepEqual(
		[...packages].filter((name) => !LIGHT.has(name)),
		[],
	);
	const outside = [...files].map((path) => relative('src', path)).filter((path) => !path.startsWith('cli'));
	t.deepEqual(outside.sort(), [
		'ledger/file-trouble.ts',
		'ledger/problem.ts',
		'reports/visible.ts',
		'run/deciding/kinds.ts',
	]);
});

test('a run loads nothing that could ask a chain: readers come when a case names one', (t) => {
	const { files, packages } = loadedBy('src/run/run-case.ts');
	t.true(files.has('src/run/chains/take-chains.ts'));
	for (const name of ['ethers', 'tronweb', 'ws']) t.false(packages.has(name), name);
	const readers = /^src\/sources\/chains\/(?:evm|etherscan|tron|transport\/(?!contract))/;
	t.deepEqual(
		[...files].filter((path) => readers.test(path)),
		[],
	);
});

function staticImports(text: string): string[] {
	return [...text.matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gms)].map((match) => match[1] ?? '');
}
