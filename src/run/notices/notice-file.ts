/** `notices` of `case.yaml`: who is told of a run. Nobody where it is left out. */
import { z } from 'zod';

/** A secret stands in a file (such as a systemd credential) or in a named variable, never here. */
const oneSecret = <T extends { secret_file?: string | undefined; secret_env?: string | undefined }>(place: T) =>
	place.secret_file === undefined || place.secret_env === undefined;
const ONE_SECRET = { message: 'either secret_file or secret_env, not both' };

export const noticesSchema = z.strictObject({
	/** What a notice is sent for. */
	on: z
		.array(z.enum(['changed', 'alarm', 'failed', 'always']))
		.min(1)
		.default(['changed', 'alarm', 'failed']),
	/** Counts and the case's name alone, or names and figures of people too. */
	detail: z.enum(['counts', 'people']).default('counts'),
	webhook: z
		.strictObject({
			url: z.url({ protocol: /^https?$/ }),
			/** Signs each call (HMAC-SHA256). */
			secret_file: z.string().min(1).optional(),
			secret_env: z.string().min(1).optional(),
		})
		.refine(oneSecret, ONE_SECRET)
		.optional(),
	email: z
		.strictObject({
			host: z.string().min(1),
			port: z.number().int().min(1).max(65_535).default(465),
			/** `tls` from the first byte, `starttls` or nothing sent, or `none` on a trusted network. */
			security: z.enum(['tls', 'starttls', 'none']).default('tls'),
			user: z.string().min(1).optional(),
			secret_file: z.string().min(1).optional(),
			secret_env: z.string().min(1).optional(),
			from: z.string().min(3),
			to: z.array(z.string().min(3)).min(1),
		})
		.refine(oneSecret, ONE_SECRET)
		.optional(),
});

export type NoticesFile = z.infer<typeof noticesSchema>;
