/**
 * Asks the registry whether weaknesses are known in any package of the lock file, those of development too: `npm run audit`.
 * Exit code 0: none but those in `.audit-exceptions.json`; 1: others; 75 (EX_TEMPFAIL of sysexits.h): nobody could be asked,
 * which is no all-clear. It is apart from `npm run check`: what the world learns of a package is no change of this program.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { advisoriesIn, judge, readExceptions } from './advisories.ts';

const NOT_ASKED = 75;

const exceptions = readExceptions(readFileSync('.audit-exceptions.json', 'utf8'));
const { stdout, stderr } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
	encoding: 'utf8',
	maxBuffer: 1 << 26,
});
const advisories = advisoriesIn(stdout ?? '');
if (advisories === undefined) {
	const why = /"message": "([^"]*)"/.exec(stdout ?? '')?.[1] ?? (stderr ?? '').trim().split('\n').at(-1);
	console.error(`Could not ask: the registry gave no list of advisories (${why}). Nothing is known, good or bad.`);
	process.exitCode = NOT_ASKED;
} else {
	const { open, excepted, stale } = judge(advisories, exceptions, new Date().toISOString().slice(0, 10));
	for (const { id, package: name, severity, title } of open) console.log(`${severity} ${name}: ${title} (${id})`);
	for (const { id, package: name } of excepted) console.log(`excepted: ${name} (${id})`);
	for (const { advisory, package: name } of stale)
		console.log(`no longer needed in .audit-exceptions.json: ${name} (${advisory})`);
	console.log(`${open.length} known weaknesses, ${excepted.length} excepted.`);
	process.exitCode = open.length === 0 ? 0 : 1;
}
