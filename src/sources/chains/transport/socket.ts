import type { IncomingMessage } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import type { Address } from './address.ts';
import { type Channel, NoReply, type Reply, tooLarge } from './fault.ts';

/**
 * JSON-RPC over one socket that stays open. One question at a time: the next message is its answer, and the judge
 * compares ids. Whatever ends a question before its answer came ends the socket too, or the answer to it would come in
 * as the answer to the next.
 */
export function socketChannel(address: Address, maxBytes: number): Channel {
	let open: WebSocket | undefined;
	let last: Promise<unknown> = Promise.resolve();
	const drop = () => {
		open?.terminate();
		open = undefined;
	};

	async function exchanged(body: string, counted: () => void, signal: AbortSignal): Promise<Reply> {
		if (signal.aborted) throw new NoReply('unreachable', 'interrupted');
		signal.addEventListener('abort', drop);
		try {
			if (open?.readyState !== 1) {
				const opened = await opening(address, maxBytes, signal, counted);
				if ('status' in opened) return opened;
				open = opened;
			}
			counted();
			const answer = received(open, maxBytes);
			open.send(body);
			return { status: 200, text: await answer, header: () => '' };
		} catch (error) {
			drop();
			throw error;
		} finally {
			signal.removeEventListener('abort', drop);
		}
	}

	return {
		async send({ path, body }, counted, signal) {
			if (body === undefined || path !== '') throw new NoReply('refused', 'a socket takes JSON-RPC only');
			const mine = last.then(() => exchanged(body, counted, signal));
			last = mine.catch(() => {});
			return mine;
		},
		async close() {
			drop();
		},
	};
}

/** @returns the socket; or what the server answered in place of opening one, such as 429 */
async function opening(
	address: Address,
	maxBytes: number,
	signal: AbortSignal,
	counted: () => void,
): Promise<WebSocket | Reply> {
	const { WebSocket } = await import('ws');
	if (signal.aborted) throw new NoReply('unreachable', 'interrupted');
	counted();
	const socket = new WebSocket(address.of({ path: '' }), {
		headers: { 'user-agent': 'liuxiang', ...address.headers },
		maxPayload: maxBytes,
		followRedirects: false,
	});
	// Errors after the answer, and those of `terminate`, must not end the process.
	socket.on('error', () => {});
	const end = () => socket.terminate();
	signal.addEventListener('abort', end);
	try {
		return await new Promise<WebSocket | Reply>((resolve, reject) => {
			socket.once('open', () => resolve(socket));
			socket.once('error', (error) => reject(new NoReply('unreachable', `no socket: ${codeOf(error)}`)));
			socket.once('unexpected-response', (_, response) => {
				response.resume();
				socket.terminate();
				const { statusCode = 0 } = response;
				// A redirect of a socket is not followed, not even on one host: nobody is known to send one.
				if (statusCode < 400) reject(new NoReply('denied', 'redirected, which a socket does not follow'));
				else resolve(replyOf(response));
			});
		});
	} finally {
		signal.removeEventListener('abort', end);
	}
}

function replyOf({ statusCode = 0, headers }: IncomingMessage): Reply {
	return { status: statusCode, text: '', header: (name) => String(headers[name.toLowerCase()] ?? '') };
}

function received(socket: WebSocket, maxBytes: number): Promise<string> {
	return new Promise((resolve, reject) => {
		const message = (data: RawData) => done(() => resolve(data.toString()));
		const close = () => done(() => reject(new NoReply('unreachable', 'the socket was closed before the answer')));
		const error = (failure: Error) =>
			done(() => reject(isTooLarge(failure) ? tooLarge(maxBytes) : new NoReply('unreachable', codeOf(failure))));
		const done = (settle: () => void) => {
			socket.off('message', message);
			socket.off('close', close);
			socket.off('error', error);
			settle();
		};
		socket.on('message', message);
		socket.on('close', close);
		socket.on('error', error);
	});
}

function isTooLarge(error: Error): boolean {
	return 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
}

/** Code of an error, or its name: sentences may hold the address. */
function codeOf(error: Error): string {
	return 'code' in error ? String(error.code) : error.name;
}
