import { z } from 'zod';

/** Values that every part of the findings is made of. */

export const amount = z
	.string()
	.regex(/^-?\d+$/)
	.describe('smallest units of the asset');
export const instant = z.number().int().describe('milliseconds since 1970-01-01T00:00:00Z');
export const count = z.number().int().nonnegative();
export const grade = z.enum(['both-sides', 'one-ledger', 'inferred', 'stated']);
export const reason = z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) });
