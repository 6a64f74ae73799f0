import { z } from 'zod';
import { amount, reason } from './values-schema.ts';

const figureBounds = z.object({
	least: amount.optional().describe('at least, in fen; absent (of kept only) where nothing bounds it from below'),
	shown: amount.optional().describe('what rows show at most, nothing hidden; absent of kept'),
	most: amount.optional().describe('at most, in fen; absent where nothing bounds it'),
	cap: reason.describe('on what the upper bound rests: a code of the catalogue'),
	missing: z
		.array(reason)
		.describe('rows that are not certain (bounds.jsonl), and evidence that is missing; of kept see the other two'),
});

/** Between what a person’s figures lie. */
export const boundsSchema = z
	.object({ received: figureBounds, passedOn: figureBounds, kept: figureBounds })
	.describe('documented at least, possible at most (docs/concepts.md, "Bounds")');
