import test from 'ava';
import * as fc from 'fast-check';
import { LAYOUTS } from './layouts/list.ts';
import { casesOf, readsBack, titleOf } from './layouts/render.ts';

/** Files a layout; `npm run torture` tries far more. */
const CASES = 50;

for (const layout of LAYOUTS) {
	test(`${titleOf(layout)}: what is printed is read back`, async (t) => {
		const run = fc.assert(readsBack(layout), { seed: 1, numRuns: casesOf(layout, CASES), includeErrorInReport: true });
		await t.notThrowsAsync(run);
	});
}
