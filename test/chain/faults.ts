import { setTimeout as wait } from 'node:timers/promises';
import { type Asked, answer, type Fault, type Passed } from './faulty-proxy.ts';

/** Faults of any HTTP interface. Those of JSON-RPC are in `rpc-faults.ts`. */

/** Answers with a status, and nothing of the server's. */
export function status(code: number, text = '', headers: Readonly<Record<string, string>> = {}): Fault {
	const names = Object.entries(headers).map(([name, value]) => `, ${name} ${value}`);
	return {
		name: `HTTP ${code}${names.join('')}`,
		async apply(_, __, response) {
			response.writeHead(code, headers).end(text);
		},
	};
}

/** Too many requests, with the seconds or the date to wait, or without. */
export function tooMany(retryAfter?: string): Fault {
	return status(429, 'Too Many Requests', retryAfter === undefined ? {} : { 'retry-after': retryAfter });
}

/** A page in place of data, with status 200, as gateways and captive portals do. */
export const html: Fault = {
	name: 'HTML instead of JSON',
	async apply(_, __, response) {
		response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Checking your browser</title>');
	},
};

/** The answer ends in the middle, and says that this is all of it. */
export const cutJson: Fault = {
	name: 'cut JSON',
	async apply(_, pass, response) {
		const passed = await pass();
		answer(response, { ...passed, text: passed.text.slice(0, Math.floor(passed.text.length / 2)) });
	},
};

/** Nothing, with status 200. */
export const emptyBody: Fault = {
	name: 'empty body',
	async apply(_, __, response) {
		response.writeHead(200).end();
	},
};

/** The connection ends before any answer. */
export const dropped: Fault = {
	name: 'dropped connection',
	async apply(_, __, response) {
		response.destroy();
	},
};

/** The connection ends within the answer, short of the length that was announced. */
export const brokenOff: Fault = {
	name: 'answer broken off',
	async apply(_, pass, response) {
		const { text } = await pass();
		response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
		response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
	},
};

/** One byte after the other, for ever: each in time, the whole never. */
export function drip(everyMs: number): Fault {
	return {
		name: 'slow drip',
		async apply(_, __, response) {
			response.writeHead(200, { 'content-type': 'application/json' });
			while (!response.destroyed) {
				response.write(' ');
				await wait(everyMs);
			}
		},
	};
}

/** No answer, and no end. */
export const silent: Fault = {
	name: 'silence',
	async apply() {},
};

/** To another host, with whatever was asked. */
export function redirect(to: string): Fault {
	return {
		name: 'redirect to another host',
		async apply({ url }, __, response) {
			response.writeHead(307, { location: to + url }).end();
		},
	};
}

/** More than anybody asked for; sent as fast as it is taken. */
export function huge(bytes: number): Fault {
	return {
		name: 'huge body',
		async apply(_, __, response) {
			response.writeHead(200, { 'content-type': 'application/json' });
			const piece = Buffer.alloc(65_536, ' ');
			for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
				if (!response.write(piece)) await wait(1);
			}
			response.end();
		},
	};
}

/**
 * Makes something else of the server's answer, which stays sound JSON: what no transport can see.
 *
 * @param rewrite of the parsed answer; numbers beyond 2^53 would not survive, so none may stand in it
 */
export function rewritten(
	name: string,
	befalls: (asked: Asked) => boolean,
	rewrite: (parsed: unknown, asked: Asked) => unknown,
): Fault {
	return {
		name,
		befalls,
		async apply(asked, pass, response) {
			const passed: Passed = await pass();
			answer(response, { ...passed, text: JSON.stringify(rewrite(JSON.parse(passed.text), asked)) });
		},
	};
}
