import test from 'ava';
import * as fc from 'fast-check';
import { checkEnough, checkTooLittle } from './frontier-truth.ts';
import { worlds } from './frontier-world.ts';

test('with enough to spend, what is followed is the full pass, and only what it reaches was opened', async (t) => {
	await fc.assert(fc.asyncProperty(worlds, checkEnough), { numRuns: 100, seed: 20230811 });
	t.pass();
});

test('with too little, what was left out is known to the unit, and going on ends at the full pass', async (t) => {
	const property = fc.asyncProperty(worlds, fc.integer({ min: 1, max: 4 }), fc.boolean(), checkTooLittle);
	await fc.assert(property, { numRuns: 100, seed: 20230812 });
	t.pass();
});
