/** Long seeded trials: `npm run torture -- [--seed S] [--rounds N] [--only name]`. A failure prints its seed. */
import { parseArgs } from 'node:util';
import { chainFaults } from './chain-faults.ts';
import { chainKills } from './chain-kills.ts';
import { faults } from './faults.ts';
import { forty } from './forty.ts';
import { frontier } from './frontier.ts';
import { full } from './full.ts';
import { kills } from './kills.ts';
import { merging } from './merging.ts';
import { mutations } from './mutations.ts';
import { neo4jAnswers } from './neo4j-answers.ts';
import { neo4jKills } from './neo4j-kills.ts';
import { rendering } from './rendering.ts';
import { soak } from './soak.ts';
import { tracing } from './tracing.ts';

const TORTURES = [
	merging,
	tracing,
	frontier,
	kills,
	faults,
	full,
	neo4jKills,
	neo4jAnswers,
	mutations,
	rendering,
	chainFaults,
	chainKills,
	forty,
	soak,
];

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		rounds: { type: 'string' },
		only: { type: 'string' },
	},
});
const chosen = TORTURES.filter(({ name }) => values.only === undefined || name === values.only);
const seed = Number(values.seed);
const asked = values.rounds === undefined ? undefined : Number(values.rounds);
if (
	chosen.length === 0 ||
	!Number.isInteger(seed) ||
	(asked !== undefined && !(Number.isInteger(asked) && asked > 0))
) {
	console.error(
		`--seed and --rounds are whole numbers; --only is one of ${TORTURES.map(({ name }) => name).join(', ')}`,
	);
	process.exit(2);
}
for (const { name, rounds, run } of chosen) {
	const start = performance.now();
	try {
		await run(seed, asked ?? rounds);
		console.log(
			`${name}: ${asked ?? rounds} rounds, seed ${seed}, ${Math.round((performance.now() - start) / 1000)} s`,
		);
	} catch (error) {
		console.error(error);
		console.error(`failed: npm run torture -- --only ${name} --seed ${seed} --rounds ${asked ?? rounds}`);
		process.exitCode = 1;
	}
}
