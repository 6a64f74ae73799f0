import { deepEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { POLICIES } from '../../src/tracing/types.ts';
import { cases } from '../tracing/cases.ts';
import { lines } from '../tracing/draw.ts';
import { naive } from '../tracing/naive.ts';
import type { Torture } from './torture.ts';

/** Each policy beside the slow tracer that was written from the definitions alone. */
export const tracing: Torture = {
	name: 'tracing',
	rounds: 5_000,
	async run(seed, rounds) {
		for (const policy of POLICIES) {
			const property = fc.property(cases, ({ flows, terms }) => {
				const fast = settle(buildGraph(flows), terms, policy);
				const slow = naive(flows, terms, policy);
				deepEqual(lines(fast.shares(true)).sort(), slow.shares);
				const held = [...fast.held()].map((h) => `${h.account} ${h.asset} ${h.origin} ${h.amount}`);
				deepEqual(held.sort(), slow.held);
				const converted = fast.converted.map((c) => `${c.conversion} ${c.origin} ${c.given} ${c.got}`);
				deepEqual(converted.sort(), [...slow.converted].sort());
			});
			try {
				fc.assert(property, { seed, numRuns: rounds });
			} catch (cause) {
				throw new Error(`${policy} differs from the naive tracer`, { cause });
			}
		}
	},
};
