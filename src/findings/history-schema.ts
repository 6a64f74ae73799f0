import { z } from 'zod';
import { count, amount as fen } from './values-schema.ts';

export const readingSchema = z.object({
	daysPercent: count,
	wage: fen,
	leads: count,
	rate: fen,
	commission: fen,
	rounding: fen,
});

/** What the cheapest explanations of a whole pay history say of a payout: an inference, in no total. */
export const historySchema = z.object({
	likely: readingSchema.optional().describe('the reading that all of them share'),
	alternatives: z
		.array(
			z.object({
				reading: readingSchema.optional().describe('absent: no pay rule explains the payment'),
				worse: z
					.object({ name: z.string(), count })
					.optional()
					.describe('in what explanations with it are worse than the best; absent: as good as the best'),
			}),
		)
		.describe('best first, not more than a few'),
});

export const rateSpanSchema = z.object({
	payer: z.string(),
	group: z.string(),
	from: z.string().describe('day of the first payout'),
	until: z.string().describe('day of the last payout'),
	rates: z.array(fen).describe('one, or those that explain the history equally well'),
	stated: z.boolean().describe('given by the case; else estimated from the payments'),
	payouts: count,
});
