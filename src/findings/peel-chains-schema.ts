import { z } from 'zod';
import { amount } from './values-schema.ts';

export const peelChainSchema = z
	.object({
		asset: z.string(),
		start: z.string().describe('the transfer into the first account'),
		passes: z.array(z.string()).describe('transfers from account to fresh account, in order'),
		peels: z.array(z.string()).describe('what those accounts paid to others'),
		entered: amount,
		peeled: amount,
		left: amount.describe('carried by the last pass'),
	})
	.describe('coins handed from account to fresh account, smaller parts peeled off on the way: a pattern, no figure');
