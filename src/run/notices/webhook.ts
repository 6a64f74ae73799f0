import { createHmac } from 'node:crypto';
import { type ClientRequestArgs, type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SafeAgent, request as safeRequest } from 'node:https';
import { retryAfter } from '../../sources/chains/transport/retry-after.ts';
import { type FaultCode, Undelivered } from './fault.ts';
import type { Letter } from './letter.ts';
import { causeCode, isTlsFault } from './system-cause.ts';

/** What of an answer is read before the connection is let go: nothing in it matters but its code. */
const MOST_ANSWER = 64 << 10;

/**
 * Signature of a call as the Standard Webhooks scheme has it (version 1, https://www.standardwebhooks.com): HMAC-SHA256 over
 * id, seconds and body, joined by dots.
 *
 * @param seconds when this try is made, so that a receiver can refuse what somebody recorded and plays again
 */
function signature(key: Buffer, id: string, seconds: number, body: string): string {
	return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/**
 * Posts a letter to the address of `case.yaml`, and to nowhere else: redirects are not followed, and no proxy of the
 * environment is asked. Taken is what is answered by 200 to 299.
 *
 * @param now milliseconds, for the time of the signature
 * @param signal ends the try
 * @throws Undelivered
 */
export async function postLetter(
	letter: Letter,
	{ url: text, key }: { readonly url: string; readonly key: Buffer },
	now: number,
	signal: AbortSignal,
): Promise<void> {
	const url = new URL(text);
	const seconds = Math.floor(now / 1000);
	const headers = {
		'content-type': 'application/json; charset=utf-8',
		'content-length': Buffer.byteLength(letter.body),
		'user-agent': 'liuxiang',
		'webhook-id': letter.id,
		'webhook-timestamp': String(seconds),
		'webhook-signature': signature(key, letter.id, seconds, letter.body),
	};
	const { status, after } = await exchange(url, { method: 'POST', headers, signal }, letter.body);
	if (status >= 200 && status < 300) return;
	throw new Undelivered(
		{ code: faultOf(status), host: url.host, status, cause: '' },
		{ after: retryAfter(after, now) },
	);
}

/** Codes that speak of the server's state, though they are in the range of those that refuse. */
const BUSY: ReadonlySet<number> = new Set([408, 425, 429]);

function faultOf(status: number): FaultCode {
	if (status === 410) return 'gone';
	if (status >= 300 && status < 400) return 'redirected';
	return status >= 400 && status < 500 && !BUSY.has(status) ? 'refused' : 'busy';
}

/** @returns the code of the answer, and its `Retry-After` */
async function exchange(
	url: URL,
	options: ClientRequestArgs & { readonly signal: AbortSignal },
	body: string,
): Promise<{ readonly status: number; readonly after: string }> {
	const safe = url.protocol === 'https:';
	// An agent of its own: the shared one may have been given a proxy, and keeps connections.
	const agent = safe
		? new SafeAgent({ keepAlive: false, minVersion: 'TLSv1.2' })
		: new PlainAgent({ keepAlive: false });
	try {
		return await new Promise((resolve, reject) => {
			const asked = (safe ? safeRequest : plainRequest)(url, { ...options, agent }, (response) => {
				resolve({ status: response.statusCode ?? 0, after: response.headers['retry-after'] ?? '' });
				letGo(response);
			});
			asked.on('error', reject);
			// A server that switches protocols gets its connection closed: no answer is told then, and no error.
			asked.on('close', () => reject(new Error('closed without an answer')));
			asked.end(body);
		});
	} catch (cause) {
		const timedOut = options.signal.aborted;
		const code = timedOut ? 'timeout' : isTlsFault(cause) ? 'tls' : 'unreachable';
		throw new Undelivered({ code, host: url.host, status: 0, cause: timedOut ? '' : causeCode(cause) });
	} finally {
		agent.destroy();
	}
}

/** Reads the rest of an answer as far as it is short; whatever is wrong with it, the code was said. */
function letGo(response: IncomingMessage): void {
	let bytes = 0;
	response.on('error', () => {});
	response.on('data', (piece: Buffer) => {
		bytes += piece.length;
		if (bytes > MOST_ANSWER) response.destroy();
	});
}
