import { z } from 'zod';
import { amount } from './values-schema.ts';

const policy = z.enum(['fifo', 'lifo', 'haircut', 'poison']);

/** Every policy, in the order of every report. */
export const POLICIES = policy.options;

const percent = z
	.string()
	.regex(/^\d+\.\d$/)
	.describe('of what was received in that asset; one decimal, half up');

export const tracedSchema = z.object({
	policy,
	asset: z.string(),
	origin: z.string().describe('seed group, or ?opening; * under poison: any seed group, each marks the whole'),
	value: amount,
	percent,
});

export const tracedTotalSchema = z
	.object({
		policy,
		asset: z.string(),
		of: amount.describe('all that was received in that asset'),
		value: amount.describe('of it, traced to seeds'),
		percent,
	})
	.describe('each policy beside the others, so that nobody can say that one was picked');
