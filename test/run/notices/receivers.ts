import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSafeServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Certificate } from './certificate.ts';

export interface Call {
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export interface Hook {
	readonly url: string;
	readonly calls: readonly Call[];
	/** Whoever opened a connection, also without a call. */
	readonly connections: () => number;
	close(): Promise<void>;
}

/** A receiver of webhooks that answers as told, by the number of the call from 0. */
export async function hook(
	answer: (response: ServerResponse, number: number, request: IncomingMessage) => void,
	certificate?: Certificate,
): Promise<Hook> {
	const calls: Call[] = [];
	let connections = 0;
	const take = async (request: IncomingMessage, response: ServerResponse) => {
		const pieces: Buffer[] = [];
		for await (const piece of request) pieces.push(piece);
		calls.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') });
		answer(response, calls.length - 1, request);
	};
	const server = certificate === undefined ? createServer(take) : createSafeServer(certificate, take);
	server.on('connection', () => connections++);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
		calls,
		connections: () => connections,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

export interface TakenMail {
	readonly from: string;
	readonly to: readonly string[];
	readonly safe: boolean;
	readonly user: string;
	readonly text: string;
}

export interface MailServer {
	readonly port: number;
	readonly mails: readonly TakenMail[];
	close(): Promise<void>;
}

/** A mail server that takes what it gets, but for what {options} say. */
export async function mailServer(options: SMTPServerOptions): Promise<MailServer> {
	const mails: TakenMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		logger: false,
		disableReverseLookup: true,
		closeTimeout: 100,
		onData(stream, session, done) {
			const pieces: Buffer[] = [];
			stream.on('data', (piece: Buffer) => pieces.push(piece));
			stream.on('end', () => {
				const { mailFrom, rcptTo } = session.envelope;
				mails.push({
					from: mailFrom === false ? '' : mailFrom.address,
					to: rcptTo.map(({ address }) => address),
					safe: session.secure,
					user: String(session.user ?? ''),
					text: Buffer.concat(pieces).toString('utf8'),
				});
				done();
			});
		},
		...options,
	});
	// A client that goes away in the middle is what some tests are about.
	server.on('error', () => {});
	const listening = server.listen(0, '127.0.0.1');
	await once(listening, 'listening');
	return {
		port: (listening.address() as AddressInfo).port,
		mails,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
