import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question on its way to the server. */
export interface Asked {
	readonly method: string;
	/** Path and query. */
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
	/** The calls of a JSON-RPC body; none for another one. */
	readonly calls: readonly RpcCall[];
}

export interface RpcCall {
	readonly id: unknown;
	readonly method: string;
	readonly params: readonly unknown[];
}

/** What the server answered. */
export interface Passed {
	readonly status: number;
	readonly type: string;
	readonly text: string;
}

/** Something that goes wrong between a server and who asks it. */
export interface Fault {
	readonly name: string;
	/** Questions that it can befall; all of them where absent. */
	befalls?(asked: Asked): boolean;
	/** Answers in place of the server; `pass` asks it, with another body where one is given. */
	apply(asked: Asked, pass: (body?: string) => Promise<Passed>, response: ServerResponse): Promise<void>;
}

/** Which fault befalls a question, if any. */
export type Schedule = (asked: Asked) => Fault | undefined;

export interface FaultyProxy {
	readonly url: string;
	/** Questions so far. */
	readonly asked: readonly Asked[];
	/** Names of the faults that came to pass, in order. */
	readonly suffered: readonly string[];
	/** From now on. */
	plan(schedule: Schedule): void;
	close(): Promise<void>;
}

/** No fault at all. */
export const calm: Schedule = () => undefined;

/** Each time it can. */
export function always(fault: Fault): Schedule {
	return (asked) => (can(fault, asked) ? fault : undefined);
}

/** The first times it can, after it was spared some. */
export function times(count: number, fault: Fault, spared = 0): Schedule {
	let met = 0;
	return (asked) => {
		if (!can(fault, asked)) return undefined;
		met++;
		return met > spared && met <= spared + count ? fault : undefined;
	};
}

/** One fault after the other, each once, as soon as it can; then none. */
export function listed(faults: readonly Fault[]): Schedule {
	const left = [...faults];
	return (asked) => {
		const index = left.findIndex((fault) => can(fault, asked));
		return index === -1 ? undefined : left.splice(index, 1)[0];
	};
}

/**
 * Faults by chance, the same for the same seed and the same questions.
 *
 * @param share of the questions that meet one, 0 to 1
 */
export function seeded(faults: readonly Fault[], seed: number, share: number): Schedule {
	const random = mulberry(seed);
	return (asked) => {
		const [chance, choice] = [random(), random()];
		const able = faults.filter((fault) => can(fault, asked));
		return chance < share ? able[Math.floor(choice * able.length)] : undefined;
	};
}

function can(fault: Fault, asked: Asked): boolean {
	return fault.befalls?.(asked) ?? true;
}

/** Mulberry32: small, and the same everywhere. */
function mulberry(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Stands in front of a test server (anvil, one shaped like TronGrid, one shaped like Etherscan) on a free port of the
 * loopback, and lets faults happen.
 *
 * @param upstream address of the server, without path
 */
export async function faultyProxy(upstream: string, schedule: Schedule = calm): Promise<FaultyProxy> {
	let plan = schedule;
	const asked: Asked[] = [];
	const suffered: string[] = [];
	const server = createServer(async (request, response) => {
		response.on('error', () => response.destroy());
		const question = await read(request);
		asked.push(question);
		const fault = plan(question);
		const pass = (body = question.body) => passOn(upstream, { ...question, body });
		try {
			if (fault === undefined) return answer(response, await pass());
			suffered.push(fault.name);
			await fault.apply(question, pass, response);
		} catch {
			response.destroy();
		}
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		suffered,
		plan(next) {
			plan = next;
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** Sends what was passed, or what a fault made of it. */
export function answer(response: ServerResponse, { status, type, text }: Passed): void {
	response.writeHead(status, { 'content-type': type }).end(text);
}

async function read(request: IncomingMessage): Promise<Asked> {
	const pieces: Buffer[] = [];
	for await (const piece of request) pieces.push(piece);
	const body = Buffer.concat(pieces).toString('utf8');
	return {
		method: request.method ?? '',
		url: request.url ?? '',
		headers: request.headers,
		body,
		calls: callsOf(body),
	};
}

function callsOf(body: string): readonly RpcCall[] {
	try {
		const parsed: unknown = JSON.parse(body);
		const calls = (Array.isArray(parsed) ? parsed : [parsed]) as RpcCall[];
		return calls.filter((call) => typeof call?.method === 'string');
	} catch {
		return [];
	}
}

async function passOn(upstream: string, { method, url, headers, body }: Asked): Promise<Passed> {
	const kept = Object.entries(headers).filter(([name]) => !HOP.has(name));
	const answered = await fetch(upstream + url, {
		method,
		headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
		...(body === '' ? {} : { body }),
	});
	return {
		status: answered.status,
		type: answered.headers.get('content-type') ?? 'application/json',
		text: await answered.text(),
	};
}

/** Headers of one connection, which must not be passed on. */
const HOP: ReadonlySet<string> = new Set([
	'host',
	'connection',
	'keep-alive',
	'content-length',
	'transfer-encoding',
	'accept-encoding',
]);
