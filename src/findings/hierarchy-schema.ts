import { z } from 'zod';
import { amount, count, instant, reason } from './values-schema.ts';

const confidence = z.number().min(0).max(1).describe('(observations that fit + 1) / (observations + 2)');
const unit = z.string().describe('person or party id, or an account of nobody known');
const status = z
	.enum(['proposed', 'adopted', 'rejected'])
	.describe('by a person’s decision on the point of the to-do list');

const proposed = {
	id: z.string(),
	unit,
	from: instant.describe('first payment that it rests on'),
	until: instant.describe('last payment'),
	confidence,
	status,
	reasons: z.array(reason),
	transfers: count.describe('proposal -> transfers: hierarchy.jsonl'),
};

const tieSchema = z.object({
	payer: unit,
	payee: unit,
	payments: count,
	apart: count.describe('payments whose note speaks of something else than pay, in nothing beside'),
	sum: amount,
	first: instant,
	last: instant,
	rhythm: z.enum(['daily', 'weekly', 'monthly', 'irregular']),
	days: count.describe('days with a payment; before noon it is for the day before'),
	spanDays: count,
	weeks: count,
	weeksPaid: count,
	medianGap: count.describe('days between pay days'),
	medianMinute: count.describe('minutes after local midnight'),
	least: amount,
	medianDay: amount.describe('of the sums of pay days'),
	most: amount,
	usualDay: amount.describe('the sum of a day that occurs most often'),
	usualDays: count,
	payNotes: count.describe('payments whose note speaks of pay'),
});

/** Superiors and roles that payments alone show: proposals, in no total, beside what the case gives. */
export const hierarchySchema = z
	.object({
		units: z.array(
			z.object({
				id: unit,
				label: z.string(),
				party: z.string().describe('party id, or "" where nobody is known'),
				listed: z.boolean().describe('whether people.csv gives a role'),
				accounts: z
					.array(z.string())
					.describe('of the party; of nobody known: several are joined by top-ups between them'),
			}),
		),
		ties: z.array(tieSchema).describe('who pays whom steadily, or as a proposal says'),
		roles: z.array(
			z.object({
				...proposed,
				role: z.enum(['core', 'leader', 'inspector', 'caller', 'outsider']),
				groups: z
					.array(z.object({ group: z.string(), members: count }))
					.describe('of a leader: groups that people.csv gives those who are paid'),
			}),
		),
		superiors: z.array(z.object({ ...proposed, superior: unit, days: count, daysPaid: count, sum: amount })),
		moves: z
			.array(z.object({ unit, at: instant, from: unit, to: unit }))
			.describe('changes of superior: the first payment of the new one'),
		differences: z.array(
			z.object({
				unit,
				about: z.enum(['role', 'superior', 'dates', 'unpaid', 'checks', 'dialler']),
				given: z.string(),
				proposed: z.string(),
				source: z.string(),
				reason,
				proposals: z.array(z.string()),
			}),
		),
		agreements: z.array(
			z.object({
				basis: z.enum(['people-role', 'people-superior', 'introducer', 'dialler', 'checks']),
				same: count,
				different: count,
			}),
		),
		adopted: z.array(
			z.object({
				point: z.string().describe('of the to-do list, as confirmed in decisions.csv'),
				person: z.string(),
				identity: z.string(),
				role: z.string(),
				superior: z.string(),
				from: instant.optional(),
				until: instant.optional(),
				source: z.string(),
				payouts: count.describe('payouts that rest on it'),
			}),
		),
	})
	.describe('what payments alone show of who paid whom for the work');
