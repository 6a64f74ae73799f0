import { z } from 'zod';
import { amount, instant } from './values-schema.ts';

const id = z.string().describe('`q` + 16 hex digits: the same question has the same id in every run');
const facts = z.record(z.string(), z.union([z.string(), z.number()]));

/** Something that a person should do next. */
export const todoSchema = z.object({
	id,
	code: z.string().describe('what to do: a code of the catalogue'),
	subject: z.string().describe('account, transfer, cash-out, file or person'),
	facts,
	stake: amount.describe('yuan at stake in fen, 0 where it cannot be said; the rule of each code is in docs/todo.md'),
	quantity: z.object({ asset: z.string(), amount }).optional().describe('coins at stake'),
	transfers: z.array(z.string()).optional().describe('the largest transfers behind it, at most three'),
	request: z
		.object({
			platform: z.string().describe('network of the account: whom to ask'),
			account: z.string(),
			holder: z.string().describe('as far as known'),
			from: instant.optional(),
			until: instant.optional(),
			want: z.enum(['history', 'registration', 'exchange-user']).describe('what to ask for'),
		})
		.optional()
		.describe('a line of the request list (待调取清单)'),
	adopt: z
		.object({
			account: z.string().optional(),
			party: z.string().describe('party id, "" for somebody the case does not know'),
			name: z.string().describe('"" where whoever confirms must name the person'),
			role: z.string().optional(),
			group: z.string().optional(),
			superior: z.string().optional(),
			from: z.string().optional(),
			until: z.string().optional(),
		})
		.optional()
		.describe('what the case gains where a person confirms it'),
	options: z
		.array(z.object({ subject: z.string(), label: z.string() }))
		.optional()
		.describe('claims or lines one of which may be decided instead of the whole'),
});

/** A point that a person rejected: nothing is to be done about it, and it is not asked again. */
export const todoRejectedSchema = z.object({
	id,
	code: z.string(),
	subject: z.string(),
	facts,
	by: z.string(),
	why: z.string(),
	line: z.number().int().describe('line of decisions.csv'),
});
