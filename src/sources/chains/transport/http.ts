import type { Address } from './address.ts';
import type { Ask } from './contract.ts';
import { type Channel, NoReply, type Reply, tooLarge } from './fault.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 3;

/** HTTP by the `fetch` of Node. */
export function httpChannel(address: Address, maxBytes: number): Channel {
	return {
		async send(ask, counted, signal) {
			let url = address.of(ask);
			let method = ask.body === undefined ? 'GET' : 'POST';
			for (let hops = 0; ; hops++) {
				counted();
				const response = await fetched(url, method, ask, address, signal);
				if (!REDIRECTS.has(response.status)) return replyOf(response, maxBytes);
				await response.body?.cancel();
				url = redirected(url, response.headers.get('location'), hops);
				// A question stays the question, but for 303, which says that the answer is elsewhere (RFC 9110, 15.4.4).
				if (response.status === 303) method = 'GET';
			}
		},
		// The pool of `fetch` lets idle connections go by itself.
		close: async () => {},
	};
}

async function fetched(url: URL, method: string, ask: Ask, address: Address, signal: AbortSignal): Promise<Response> {
	const post = method === 'POST' && ask.body !== undefined;
	try {
		return await fetch(url, {
			method,
			redirect: 'manual',
			signal,
			headers: {
				accept: 'application/json',
				'user-agent': 'liuxiang',
				...(post ? { 'content-type': 'application/json' } : {}),
				...address.headers,
			},
			...(post ? { body: ask.body ?? '' } : {}),
		});
	} catch (error) {
		throw new NoReply('unreachable', `no answer: ${causeOf(error)}`);
	}
}

/** @throws NoReply `denied` for another host: a server could pass a key, or a question, on to anybody */
function redirected(from: URL, location: string | null, hops: number): URL {
	let to: URL;
	try {
		to = new URL(location ?? '', from);
	} catch {
		throw new NoReply('damaged', 'redirected to an address that cannot be read');
	}
	if (location === null) throw new NoReply('damaged', 'redirected to nowhere');
	const safe = to.protocol === from.protocol || (from.protocol === 'http:' && to.protocol === 'https:');
	if (to.host !== from.host || !safe) {
		throw new NoReply('denied', `redirected to "${to.protocol}//${to.host}", which is not followed`);
	}
	if (to.username !== '' || to.password !== '') throw new NoReply('denied', 'redirected to an address with a password');
	if (hops >= MOST_REDIRECTS) throw new NoReply('unreachable', `redirected more than ${MOST_REDIRECTS} times`);
	return to;
}

async function replyOf(response: Response, maxBytes: number): Promise<Reply> {
	return {
		status: response.status,
		text: await textOf(response, maxBytes),
		header: (name) => response.headers.get(name) ?? '',
	};
}

/** Reads piece by piece: what is compressed may be a thousand times larger than its length says. */
async function textOf({ body }: Response, maxBytes: number): Promise<string> {
	// A mark at the beginning is a byte of the evidence as any other; bytes that are no UTF-8 must not become others.
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	let text = '';
	let bytes = 0;
	try {
		for await (const piece of body ?? []) {
			bytes += piece.byteLength;
			if (bytes > maxBytes) throw tooLarge(maxBytes);
			text += decoder.decode(piece, { stream: true });
		}
		return text + decoder.decode();
	} catch (error) {
		if (error instanceof NoReply) throw error;
		if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
			throw new NoReply('damaged', 'the answer is no UTF-8');
		}
		throw new NoReply('unreachable', `the answer broke off after ${bytes} bytes: ${causeOf(error)}`);
	}
}

/** Code of what went wrong beneath `fetch`, such as ECONNREFUSED: its sentences name addresses. */
function causeOf(error: unknown): string {
	const { cause } = error as { cause?: { code?: unknown; message?: unknown } };
	return String(cause?.code ?? cause?.message ?? (error as Error).name);
}
