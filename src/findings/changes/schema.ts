/**
 * What changed in a case between the run that was last reported and another one, as one documented JSON object
 * (`liuxiang schema changes`): what the text, the page, notices, `status` and metrics are drawn from.
 *
 * Amounts are integers of the asset's smallest unit, as text; instants are milliseconds. The same two runs on the same
 * day give the same bytes.
 */
import { z } from 'zod';
import { amount, count, instant, reason } from '../values-schema.ts';
import { linkChangeSchema } from './links-schema.ts';
import { personChangeSchema } from './people-schema.ts';
import { transferChangesSchema } from './transfers-schema.ts';

export const CHANGES_SCHEMA = 'liuxiang/changes/1';

const day = z.string().describe('YYYY-MM-DD in the zone of the case');

export const alarmSchema = z.object({
	code: z.enum([
		'file-altered',
		'file-removed',
		'hash-differs',
		'decision-gone',
		'chain-vanished',
		'freeze-lapses',
		'freeze-lapsed',
		'base-unusable',
	]),
	facts: reason.shape.facts.describe('may name people, accounts and files: not for a notice of counts alone'),
	fresh: z.boolean().describe('false where the report before told of it already and it still stands'),
});

const fileChangeSchema = z.object({
	path: z.string().describe('in the case folder'),
	kind: z.enum(['evidence', 'chain-answer', 'table', 'settings', 'decisions', 'law']),
	change: z.enum(['added', 'removed', 'moved', 'altered']),
	was: z.string().optional().describe('SHA-256; absent of what was added'),
	is: z.string().optional().describe('SHA-256; absent of what was removed'),
	from: z.string().optional().describe('of what was moved: where the same bytes lay'),
	rows: count.optional().describe('rows read from it'),
	status: z.string().optional().describe('what became of it: read, partly-read, unknown-format, …'),
});

const decisionSchema = z.object({
	line: count.describe('of decisions.csv'),
	subject: z.string(),
	act: z.string(),
	value: z.string(),
	by: z.string(),
	why: z.string(),
	at: z.string(),
});

const historyChangeSchema = z.object({
	account: z.string(),
	history: z.string().describe('tokens, coins or internal of a chain; return: what a bank or platform was asked for'),
	was: z.string().optional().describe('complete, empty or incomplete; absent where nobody had asked'),
	is: z.string().optional(),
	became: z
		.enum(['complete', 'incomplete', 'known', 'unknown', 'not-missed'])
		.describe('not-missed: a return that nothing asks for any more, which does not say that it is there'),
});

const freezeSchema = z.object({
	id: z.string().describe('of the measure in the findings'),
	kind: z.enum(['freeze', 'seizure']),
	person: z.string(),
	account: z.string(),
	document: z.string(),
	asset: z.string(),
	amount: amount.optional(),
	until: day,
	days: z.number().int().describe('from today to the last day; negative: so long lapsed'),
	fresh: z.boolean(),
});

const vanishedSchema = z.object({
	chain: z.string(),
	transaction: z.string(),
	from: z.string(),
	to: z.string(),
	asset: z.string(),
	amount,
	instant,
});

const wasIs = { was: z.string().optional(), is: z.string().optional() };

export const changesSchema = z.object({
	schema: z.literal(CHANGES_SCHEMA),
	case: z.object({ name: z.string(), language: z.enum(['zh', 'en']), offsetMinutes: z.number().int() }),
	today: day,
	basis: z
		.enum(['first', 'compared', 'unusable'])
		.describe('first: nothing was reported before; unusable: the run before cannot be read, see the alarm'),
	before: z.object({ run: z.string(), program: z.string() }).optional(),
	after: z.object({ run: z.string(), program: z.string() }),
	changed: z.boolean().describe('whether a reader finds anything new: a change, or an alarm that is fresh'),
	alarms: z.array(alarmSchema),
	counts: z.record(z.string(), count).describe('by name, such as transfers_new; no name of a person, no account'),
	assets: z.array(z.object({ id: z.string(), symbol: z.string(), decimals: count })).describe('that amounts are of'),
	holders: z
		.array(z.object({ account: z.string(), name: z.string() }))
		.describe('of accounts that the report names: the one person whom the case knows for it'),
	totals: z
		.array(z.object({ name: z.string(), was: z.string(), is: z.string() }))
		.describe('of the case; those that moved'),
	files: z.array(fileChangeSchema),
	settings: z.array(z.object({ key: z.string(), ...wasIs })),
	decisions: z.object({ added: z.array(decisionSchema), gone: z.array(decisionSchema) }),
	transfers: transferChangesSchema,
	people: z.object({
		come: z.array(z.object({ id: z.string(), name: z.string() })),
		gone: z.array(z.object({ id: z.string(), name: z.string() })),
		changed: z.array(personChangeSchema),
	}),
	links: z.array(linkChangeSchema).describe('inferred: in no certain total'),
	histories: z.array(historyChangeSchema),
	gaps: z.object({ come: z.array(reason), gone: z.array(reason) }).describe('what files or chains did not fully give'),
	vanished: z.array(vanishedSchema).describe('transfers of blocks that a chain took back since'),
	freezes: z.array(freezeSchema).describe('that lapse within 30 days or lapsed already'),
});

export type Changes = z.infer<typeof changesSchema>;
export type Alarm = z.infer<typeof alarmSchema>;

/** The published JSON schema (`liuxiang schema changes`). */
export function changesJsonSchema(): unknown {
	return z.toJSONSchema(changesSchema);
}
