import { z } from 'zod';
import { amount, grade, instant, reason } from './values-schema.ts';

const score = z.number().min(0).max(1).describe('confidence that this is what happened');

/** A match of coins and yuan: accepted, proposed or rejected. */
export const cashOutSchema = z.object({
	id: z.string(),
	side: z.enum(['sold', 'bought']).describe('sold: coins out, yuan in; bought: yuan out, coins in'),
	pairing: z.enum(['one', 'open']).describe('open: legs of a group that could be exchanged for one another'),
	party: z.string().describe('whose coins they are'),
	payee: z.string().optional().describe('whose yuan they are, where that is a party linked to the former'),
	coins: z.array(z.string()).min(1).describe('transfers, in order of time'),
	yuan: z.array(z.string()).min(1),
	asset: z.string(),
	quantity: amount.describe('of all its coins'),
	fen: amount.describe('of all its yuan'),
	rate: z.string().describe('yuan a coin'),
	coinInstant: instant.describe('of the first of its coins'),
	coinLast: instant,
	yuanInstant: instant.describe('of the first of its yuan'),
	yuanLast: instant,
	grade,
	status: z.enum(['accepted', 'confirmed', 'proposed', 'rejected']),
	score,
	rivals: z.array(z.object({ id: z.string(), score })).describe('other explanations of its legs, best first'),
	chance: z.number().describe('matches that chance alone would give'),
	why: z.string(),
	band: z
		.object({
			min: z.string(),
			max: z.string(),
			source: z.string(),
			basis: z
				.enum(['case', 'orders', 'own'])
				.describe('own: the certain matches of the days around, source their number'),
		})
		.optional()
		.describe('yuan a coin that it was held against; none where orders state it'),
	short: amount.optional().describe('fen below the band, taken as a fee'),
	orders: z.array(z.string()).optional().describe('numbers of the orders that state it'),
	remainder: amount.optional().describe('coins of its legs that no order sold'),
	overturned: z.array(reason).describe('what would overturn it'),
});
