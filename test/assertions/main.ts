/**
 * `npm run assertions`: runs the tests that the assertions name and writes docs/assertions.md. `-- --from FILE`: takes the
 * output of a run of the whole suite instead (`npm test > FILE`).
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { AREAS } from './list.ts';
import { assertionPage, resultOf } from './page.ts';
import { toldBy } from './results.ts';

const { values } = parseArgs({ options: { from: { type: 'string' } } });
const output = values.from === undefined ? await runNamed() : await readFile(values.from, 'utf8');
const told = toldBy(output);
await writeFile('docs/assertions.md', assertionPage(AREAS, told));
const open = AREAS.flatMap(({ assertions }) => assertions).filter((one) => /^not (met|run)$/.test(resultOf(one, told)));
for (const one of open) console.error(`${one.id} ${resultOf(one, told)}: ${one.says}`);
if (open.length > 0) process.exitCode = 1;

/** @returns TAP of the named test files, compiled before by `npm run compile` */
async function runNamed(): Promise<string> {
	const named = AREAS.flatMap(({ assertions }) => assertions.flatMap(({ tests }) => tests.map(({ file }) => file)));
	const files = [...new Set(named)].map((file) => `.compiled/${file.replace(/\.ts$/, '.js')}`);
	const args = ['node_modules/ava/entrypoints/cli.mjs', '--config', 'test/ava.config.js', '--tap', ...files];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const chunks: Buffer[] = [];
	for await (const chunk of child.stdout) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}
