import { z } from 'zod';
import { amount, count, instant } from './values-schema.ts';

const mark = z.number().int().describe('block, or milliseconds, as `unit` says');
const history = z.enum(['tokens', 'coins', 'internal']);
const ends = { from: mark, until: mark, fromInstant: instant, untilInstant: instant };

const historySchema = z.object({
	account: z.string(),
	chain: z.string(),
	history,
	tokens: z.array(z.string()).describe('asked for; none: all, or the history has none'),
	unit: z.enum(['block', 'ms']),
	state: z.enum(['complete', 'empty', 'incomplete']).describe('empty: answered in full, and nothing was there'),
	covered: z
		.array(
			z.object({
				...ends,
				provisional: z.boolean().describe('beyond what the chain calls final: its transfers may vanish'),
				receipts: count,
				pages: count,
				records: count,
				endpoints: z.array(z.string()),
				lastAsked: instant,
			}),
		)
		.describe('answered in full; stretches that touch are joined'),
	open: z
		.array(
			z.object({
				...ends,
				outcome: z.string().describe('why nothing covers it: rate-limited, range-refused, cut, not-visible, …'),
				reason: z.string(),
				endpoint: z.string(),
				askedAt: instant,
				receipt: z.string(),
			}),
		)
		.describe('not answered, or contradicted'),
});

const place = { chain: z.string(), transaction: z.string(), position: z.string() };

export const chainsSchema = z
	.object({
		histories: z.array(historySchema),
		disagreements: z
			.array(
				z.object({
					...place,
					receipts: z.array(z.string()).describe('of the two answers; the record of the first counts'),
					histories: z.array(z.object({ account: z.string(), history })),
				}),
			)
			.describe('movements of which two answers say different things'),
		vanished: z
			.array(
				z.object({
					...place,
					record: z.string(),
					block: z.number().int().optional(),
					account: z.string(),
					history,
					from: z.string(),
					to: z.string(),
					asset: z.string(),
					amount,
					instant,
					receipt: z.string().describe('of the answer in which it was first seen'),
					seenAt: instant,
				}),
			)
			.describe('transfers of blocks that the chain took back: in no figure'),
	})
	.describe('what was asked of chains and how completely it was answered; every receipt: chain-receipts.jsonl');
