/**
 * Prints how well the program finds known truth:
 * `npm run accuracy -- [--benchmarks <folder>] [--only section,...] [--development] [--json]`.
 * Without a folder, the sections that need one are left out, and named.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchRow } from '../bench/row.ts';
import type { Asked, Section } from './section.ts';
import { SECTIONS } from './sections.ts';

const { values } = parseArgs({
	options: {
		benchmarks: { type: 'string' },
		only: { type: 'string' },
		development: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
	},
});
const { benchmarks, only, development, json } = values;
const asked: Asked = { benchmarks, purpose: development ? 'development' : 'reporting' };

const rows: BenchRow[] = [];
for (const section of chosen()) {
	const lacks = section.needs.filter((path) => !benchmarks || !existsSync(join(benchmarks, path)));
	if (lacks.length > 0) {
		const told = `${section.name} is measured on ${lacks.join(', ')}: give --benchmarks <a folder that holds it>`;
		if (benchmarks !== undefined || only !== undefined) refuse(told);
		console.error(`left out: ${told}`);
		continue;
	}
	const told = await section.run(asked);
	rows.push(...told.rows);
	if (!json) console.log(`## ${section.name}\n\n${told.markdown}\n`);
}
if (json) console.log(JSON.stringify(rows, null, '\t'));

function chosen(): Section[] {
	if (only === undefined) return [...SECTIONS];
	return only.split(',').map((name) => {
		const section = SECTIONS.find((known) => known.name === name);
		return section ?? refuse(`no section "${name}": there are ${SECTIONS.map((known) => known.name).join(', ')}`);
	});
}

function refuse(why: string): never {
	console.error(why);
	process.exit(2);
}
