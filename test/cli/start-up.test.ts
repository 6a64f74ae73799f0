import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'ava';

/** What `--help` may load: small packages and our own small files. */
const LIGHT = new Set(['yargs', 'string-width']);

test('help waits for no store, no chain library and no schema: they are imported inside handlers', (t) => {
	const seen = new Set<string>();
	const packages = new Set<string>();
	const walk = (path: string): void => {
		if (seen.has(path)) return;
		seen.add(path);
		for (const name of staticImports(readFileSync(path, 'utf8'))) {
			if (name.startsWith('.')) walk(join(dirname(path), name));
			else if (!name.startsWith('node:')) packages.add(name);
		}
	};
	walk('src/cli/main.ts');
	t.deepEqual(
		[...packages].filter((name) => !LIGHT.has(name)),
		[],
	);
	const outside = [...seen].map((path) => relative('src', path)).filter((path) => !path.startsWith('cli'));
	t.deepEqual(outside.sort(), ['ledger/problem.ts', 'reports/visible.ts', 'run/deciding/kinds.ts']);
});

function staticImports(text: string): string[] {
	return [...text.matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gms)].map((match) => match[1] ?? '');
}
