import { z } from 'zod';
import { count, amount as fen } from './values-schema.ts';

const counts = z.object({ min: count, max: count });
const fens = z.object({ min: fen, max: fen });
const over = z.object({ days: count, leads: count });

/** What backs the commission of a payout. */
export const backingSchema = z.object({
	reports: z
		.enum(['exact', 'differs', 'none'])
		.describe('a report names these leads; that of the day names others; none'),
	reported: count.describe('leads that the report names'),
	joined: count.describe('joins behind it'),
	statements: z.array(z.string()).describe('ids of the reports and joins, each behind one commission at most'),
});

const expectedSchema = z.object({
	basis: z.enum(['attendance', 'calls', 'leads', 'none']).describe('by what days worked are counted at least'),
	days: counts.describe('hundredths of days; at most: days that anything shows'),
	leads: counts.describe('of several tellings of a day the lowest and the highest'),
	wage: fens,
	commission: fens,
	total: fens,
	wageRates: fens.optional().describe('fen a day by the rules in force'),
	leadRates: fens.optional().describe('fen a lead by the rules in force'),
	missing: z.array(z.string()).describe('inputs that the case does not have of the person'),
});

/** Leads as reported, joined and paid over all days: a day each in lead-days.jsonl. */
export const leadPaySchema = z.object({
	reported: count,
	joined: count,
	paid: count.describe('of documented commissions'),
	likely: count.describe('inferred from the whole history, or of payouts that are only consistent with a commission'),
	overReported: over.describe('more reported than joined, on days where both are known'),
	unpaid: over.describe('more reported than paid, on days where the leads paid are all counted'),
	overPaid: over.describe('more paid than reported or joined, on days where something is known'),
	commissions: z.object({
		all: count,
		exact: count.describe('a report names the leads'),
		differs: count.describe('the report of the day names others'),
		joinsOnly: count,
		none: count.describe('no lead found behind it'),
	}),
	expected: expectedSchema.describe('推算: days x wage + leads x rate; a check, in no total'),
});
