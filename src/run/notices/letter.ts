import { hash } from 'node:crypto';
import { z } from 'zod';

export const LETTER_SCHEMA = 'liuxiang/letter/1';

/** By what a notice goes out. */
export type Way = 'webhook' | 'email';

const fault = z.strictObject({ code: z.string(), host: z.string(), status: z.number(), cause: z.string() });

/**
 * A notice on its way to one receiver, as it lies in the spool. Its content is fixed when it is put there: every try sends
 * the same id and the same bytes, so that whoever got it twice can tell. Where it goes is read from `case.yaml` at each try.
 */
export const letterSchema = z.strictObject({
	schema: z.literal(LETTER_SCHEMA),
	id: z.string().regex(/^[\w-]{1,100}$/),
	way: z.enum(['webhook', 'email']),
	/** Whom a mail is for; '' for a webhook. A letter each, so that one who is refused does not hide that others were not. */
	to: z.string(),
	/** What it says: names are not sent once `case.yaml` says `counts`. */
	detail: z.enum(['counts', 'people']),
	/** Milliseconds since 1970, as every instant here. */
	made: z.number(),
	/** Subject of a mail; '' for a webhook. */
	subject: z.string(),
	/** Bytes of the body, as UTF-8. */
	body: z.string(),
	tries: z.number().int().min(0),
	/** Not tried again before this; 0 for at once. */
	notBefore: z.number(),
	/** Of the last try. */
	fault: fault.optional(),
	/** When it was given up. */
	given_up: z.number().optional(),
});

export type Letter = z.infer<typeof letterSchema>;

/** Its file in the spool: the id begins with the time, so that names sort by age. */
export function fileName({ id, way, to }: Pick<Letter, 'id' | 'way' | 'to'>): string {
	return `${id}.${way}${to === '' ? '' : `-${hash('sha256', to).slice(0, 12)}`}.json`;
}
