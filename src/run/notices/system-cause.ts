/** Code of what went wrong beneath a connection, such as ECONNREFUSED; its sentences name addresses and are not kept. */
export function causeCode(error: unknown): string {
	const { code, originalCode, errors } = (error ?? {}) as Coded;
	// A name with several addresses fails with an error for each.
	const own = originalCode ?? code;
	const found = typeof own === 'string' ? own : errors === undefined ? undefined : causeCode(errors[0]);
	return found !== undefined && /^[A-Z][A-Z0-9_]{1,60}$/.test(found) ? found : '';
}

interface Coded {
	readonly code?: unknown;
	/** What nodemailer put its own code over. */
	readonly originalCode?: unknown;
	readonly errors?: readonly unknown[];
}

/** Whether a connection was not made because nobody could prove to be the one that was named, or none of it was safe. */
export function isTlsFault(error: unknown): boolean {
	return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO$|ETLS$|EREQUIRETLS$)/.test(
		causeCode(error),
	);
}
