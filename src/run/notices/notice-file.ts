/** `notices` of `case.yaml`: who is told of a run. Nobody where it is left out. */
import { z } from 'zod';

/** A secret stands in a file (such as a systemd credential) or in a named variable, never here. */
const secret = {
	secret_file: z.string().min(1).optional(),
	secret_env: z
		.string()
		.regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable, never the secret')
		.optional(),
};

interface Secret {
	readonly secret_file?: string | undefined;
	readonly secret_env?: string | undefined;
}
const secretsOf = ({ secret_file, secret_env }: Secret) => [secret_file, secret_env].filter((one) => one !== undefined);

/** One address and nothing that could become a second one, or another header, of a message. */
const address = z
	.string()
	.max(254)
	.regex(/^[^\s\p{Cc}@<>,;:"()[\]\\]+@[^\s\p{Cc}@<>,;:"()[\]\\]+$/u, 'one address, such as desk@police.example');

/** What is sent to the machine itself is read by nobody on the way. */
const OWN_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Read as whoever calls it reads it: `HTTP://` is no safer. */
function isRead(text: string | undefined): boolean {
	if (text === undefined) return false;
	const { protocol, hostname } = new URL(text);
	return protocol === 'http:' && !OWN_MACHINE.has(hostname);
}

const webhook = z
	.strictObject({
		/** Nothing here quotes what was written: an address may hold a key. */
		url: z
			.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' })
			.refine((text) => !/^[^/]*\/\/[^/?#]*@/.test(text), { message: 'an address without user and password' }),
		/** Signs each call (HMAC-SHA256). */
		...secret,
	})
	.refine((hook) => secretsOf(hook).length === 1, {
		message: 'secret_file or secret_env, one of them: calls are signed',
	});

const email = z
	.strictObject({
		host: z.string().regex(/^[\w.:-]+$/, 'the name of a mail server, or its IP address'),
		port: z.number().int().min(1).max(65_535).default(465),
		/** `tls` from the first byte, `starttls` or nothing sent, or `none` on a trusted network. */
		security: z.enum(['tls', 'starttls', 'none']).default('tls'),
		user: z.string().min(1).optional(),
		...secret,
		from: address,
		to: z.array(address).min(1).max(50),
	})
	.refine((mail) => secretsOf(mail).length === (mail.user === undefined ? 0 : 1), {
		message: 'user with secret_file or secret_env, one of them; or neither',
	});

export const noticesSchema = z
	.strictObject({
		/** What a notice is sent for. */
		on: z
			.array(z.enum(['changed', 'alarm', 'failed', 'always']))
			.min(1)
			.default(['changed', 'alarm', 'failed']),
		/** Counts and the case's name alone, or names and figures of people too. */
		detail: z.enum(['counts', 'people']).default('counts'),
		webhook: webhook.optional(),
		email: email.optional(),
	})
	.refine((notices) => notices.webhook !== undefined || notices.email !== undefined, {
		message: 'a webhook, an email, or both',
	})
	.refine(
		({ detail, webhook: hook, email: mail }) => {
			if (detail === 'counts') return true;
			const read = isRead(hook?.url);
			return !read && !(mail?.security === 'none' && !OWN_MACHINE.has(mail.host));
		},
		{ message: 'people only over https, tls or starttls: names may not be read on the way', path: ['detail'] },
	);

export type NoticesFile = z.infer<typeof noticesSchema>;

export type EmailFile = NonNullable<NoticesFile['email']>;
