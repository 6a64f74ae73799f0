/**
 * What a notice says of a run (`liuxiang schema notice`): the body of a webhook, and what a mail is written from. With
 * `detail: counts` it has no name of a person, no account and no file: the case's name, counts and codes.
 */
import { z } from 'zod';
import { personChangeSchema } from '../../findings/changes/people-schema.ts';
import { reason } from '../../findings/values-schema.ts';

export const NOTICE_SCHEMA = 'liuxiang/notice/1';

const counts = z.record(z.string(), z.number().int()).describe('by name; no name of a person, no account');
const person = z.object({ id: z.string(), name: z.string() });

const alarm = z.object({
	code: z.string(),
	fresh: z.boolean().describe('false where the report before told of it already and it still stands'),
	facts: reason.shape.facts.optional().describe('with detail: people only'),
});

const run = z.object({
	id: z.string().describe('as in log/runs.jsonl'),
	outcome: z.enum(['done', 'incomplete', 'failed', 'stopped', 'broken']),
	trigger: z.enum(['hand', 'schedule']),
	started: z.iso.datetime(),
	ended: z.iso.datetime().optional(),
	exit: z.number().int().optional().describe('exit code'),
	problem: z.string().optional().describe('its code'),
	facts: reason.shape.facts.optional().describe('of the problem, with detail: people only'),
});

const data = z.object({
	schema: z.literal(NOTICE_SCHEMA),
	case: z.string(),
	because: z.array(z.enum(['changed', 'alarm', 'failed', 'always'])).min(1),
	program: z.string(),
	run,
	broken: z.array(run).describe('runs before this one that left no word: killed, or the power went'),
	counts: counts.describe('of what the run read and found'),
	changes: counts.optional().describe('since the run that was last reported; absent without a comparison'),
	alarms: z.array(alarm),
	people: z
		.object({
			come: z.array(person),
			gone: z.array(person),
			changed: z.array(personChangeSchema),
			more: z.number().int().describe('people who are not listed here for want of room; the change report has them'),
		})
		.optional()
		.describe('with detail: people only'),
});

export const noticeSchema = z.object({
	type: z.enum(['run.done', 'run.changed', 'run.alarm', 'run.failed']),
	timestamp: z.iso.datetime().describe('when the notice was made'),
	data,
});

export type Notice = z.infer<typeof noticeSchema>;
export type Because = Notice['data']['because'][number];
export type NoticeRun = z.infer<typeof run>;

/** The published JSON schema. */
export function noticeJsonSchema(): unknown {
	return z.toJSONSchema(noticeSchema);
}
