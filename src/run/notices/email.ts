import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { Undelivered } from './fault.ts';
import type { Letter } from './letter.ts';
import type { EmailFile } from './notice-file.ts';
import { causeCode, isTlsFault } from './system-cause.ts';

/** What a login of the server may be told: the program, never the name of the machine it runs on. */
const OWN_NAME = '[127.0.0.1]';

/**
 * Hands a letter to the mail server of `case.yaml`, for one person; taken is what the server takes on. The address is looked
 * up by the system (so `/etc/hosts` counts), and the certificate must be in order: `starttls` sends nothing where the server
 * offers no encryption.
 *
 * @param password of the user that `case.yaml` names
 * @param signal ends the try
 * @throws Undelivered
 */
export async function mailLetter(
	letter: Letter,
	mail: EmailFile,
	password: string | undefined,
	signal: AbortSignal,
): Promise<void> {
	const { createTransport } = await import('nodemailer');
	const { host, port, security, user, from } = mail;
	const sockets: Socket[] = [];
	try {
		const transport = createTransport({
			// Connected by ourselves, at the moment when somebody listens to the socket's end.
			getSocket: (_options: unknown, done: (error: Error | null, socket?: { connection: Socket }) => void) => {
				connected(host, port, signal, sockets).then(
					(connection) => done(null, { connection }),
					(cause) => done(cause),
				);
			},
			host,
			port,
			name: OWN_NAME,
			secure: security === 'tls',
			requireTLS: security === 'starttls',
			ignoreTLS: security === 'none',
			tls: { minVersion: 'TLSv1.2', ...(isIP(host) === 0 ? { servername: host } : {}) },
			disableFileAccess: true,
			disableUrlAccess: true,
			...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
		});
		await transport.sendMail({
			messageId: `<${letter.id}@${from.slice(from.indexOf('@') + 1)}>`,
			date: new Date(letter.made),
			from: { name: 'liuxiang', address: from },
			to: { name: '', address: letter.to },
			subject: letter.subject,
			text: letter.body,
			xMailer: false,
			headers: { 'Auto-Submitted': 'auto-generated' },
			signal,
		});
	} catch (cause) {
		throw faultOf(cause, `${host}:${port}`, signal);
	} finally {
		for (const socket of sockets) socket.destroy();
	}
}

async function connected(host: string, port: number, signal: AbortSignal, sockets: Socket[]): Promise<Socket> {
	const socket = connect({ host, port });
	sockets.push(socket);
	// Whoever uses the socket is told of its end by its own listener; without one at all an error would end the process.
	socket.on('error', () => {});
	await once(socket, 'connect', { signal });
	return socket;
}

function faultOf(cause: unknown, host: string, signal: AbortSignal): Undelivered {
	if (signal.aborted) return new Undelivered({ code: 'timeout', host, status: 0, cause: '' });
	const { code, responseCode, command } = cause as Readonly<Record<'code' | 'responseCode' | 'command', unknown>>;
	const status = typeof responseCode === 'number' ? responseCode : 0;
	if (code === 'EAUTH' || code === 'ENOAUTH') return new Undelivered({ code: 'login', host, status, cause: '' });
	if (isTlsFault(cause)) return new Undelivered({ code: 'tls', host, status, cause: causeCode(cause) });
	// RFC 5321, 4.2.1: 4yz may be taken later, 5yz not as it is.
	if (status > 0) {
		// A mailbox that is full, or one that the server puts off, says nothing of the others.
		const alone = status >= 500 || command === 'RCPT TO';
		return new Undelivered({ code: status < 500 ? 'busy' : 'refused', host, status, cause: '' }, { alone });
	}
	return new Undelivered({ code: 'unreachable', host, status, cause: causeCode(cause) });
}
