import { z } from 'zod';
import { reason } from '../values-schema.ts';

/** An inferred link that came, went or got another standing. */
export const linkChangeSchema = z.object({
	kind: z.enum(['cash-out', 'role', 'superior', 'holder']),
	change: z.enum(['new', 'gone', 'changed']),
	id: z.string().describe('what `liuxiang why` or, of a holder, `liuxiang decide` takes'),
	facts: reason.shape.facts.describe('who, whom, how much: by kind'),
	was: z.string().optional().describe('accepted, confirmed, proposed, rejected, adopted; absent of a new one'),
	is: z.string().optional(),
});

export type LinkChange = z.infer<typeof linkChangeSchema>;
