import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface Seen {
	readonly method: string;
	/** Path and query. */
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

export interface Loopback {
	/** `http://127.0.0.1:<port>` */
	readonly url: string;
	readonly seen: readonly Seen[];
	close(): Promise<void>;
}

/** An HTTP server of the loopback that answers as told. */
export async function loopback(
	answer: (seen: Seen, response: ServerResponse, number: number) => void | Promise<void>,
): Promise<Loopback> {
	const seen: Seen[] = [];
	const server = createServer(async (request, response) => {
		const pieces: Buffer[] = [];
		for await (const piece of request) pieces.push(piece);
		const asked: Seen = {
			method: request.method ?? '',
			url: request.url ?? '',
			headers: request.headers,
			body: Buffer.concat(pieces).toString('utf8'),
		};
		seen.push(asked);
		await answer(asked, response, seen.length - 1);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		seen,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
