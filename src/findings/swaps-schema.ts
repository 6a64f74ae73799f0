import { z } from 'zod';
import { amount, instant } from './values-schema.ts';

const swapSchema = z.object({
	id: z.string(),
	transaction: z.string(),
	account: z.string(),
	party: z.string().describe('who held the account then, or ""'),
	instant,
	gives: z.array(z.string()),
	gets: z.array(z.string()),
	gaveAsset: z.string(),
	gave: amount,
	gotAsset: z.string(),
	got: amount,
});

export const swapsSchema = z
	.object({
		made: z.array(swapSchema).describe('lots keep their origin across them'),
		unclear: z
			.array(z.object({ transaction: z.string(), instant, accounts: z.array(z.string()) }))
			.describe('assets changed hands, and nothing says whose swap it was or of what for what: not converted'),
	})
	.describe('tokens given for others inside one transaction');
