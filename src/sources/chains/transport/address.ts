import { Problem } from '../../../ledger/problem.ts';
import type { Ask, Endpoint } from './contract.ts';

/** Where an endpoint is asked, and what may be said of it. */
export interface Address {
	/** Scheme, host and path: `{key}` stands as it was written. */
	readonly label: string;
	/** Strings that must not be seen anywhere. */
	readonly secrets: readonly string[];
	/** Headers that carry the key. */
	readonly headers: Readonly<Record<string, string>>;
	readonly socket: boolean;
	/** The whole address of a question, key and all. */
	of(ask: Pick<Ask, 'path' | 'query'>): URL;
}

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:']);
const KEY = '{key}';
/** A shorter key could stand in an answer by chance, and would be blotted out there. */
const SHORTEST_KEY = 8;
/** A part of a path, or a value of a query, that is a key by its look: somebody wrote it where `{key}` belongs. */
const KEY_LIKE = /^(?=.*\d)[\w-]{20,}$/;
const HIDDEN = '***';

/**
 * Reads the address of an endpoint.
 *
 * @throws Problem `chain.address`: no http(s) or ws(s) address, or with name and password, or with the key in its host;
 *   `chain.key`: a key without a place, a place without a key, or a key that cannot be one
 */
export function addressOf(endpoint: Endpoint): Address {
	const { url: text, key } = endpoint;
	const url = parsed(text);
	checkKey(endpoint);
	const base = url.pathname.replace(/\/+$/, '');
	const fill = (part: string) => (key === undefined ? part : part.replaceAll(KEY, encodeURIComponent(key)));
	return {
		label: labelOf(url),
		secrets: [key ?? '', ...keyLike(url)].filter((secret) => secret !== ''),
		headers: key === undefined || endpoint.keyHeader === undefined ? {} : { [endpoint.keyHeader]: key },
		socket: url.protocol.startsWith('ws'),
		of({ path, query }) {
			const whole = new URL(url);
			whole.pathname = fill(bare(path === '' ? url.pathname : `${base}${path}`));
			whole.search = fill(bare(url.search));
			for (const [name, value] of Object.entries(query ?? {})) whole.searchParams.set(name, value);
			if (key !== undefined && endpoint.keyParameter !== undefined) {
				whole.searchParams.set(endpoint.keyParameter, key);
			}
			return whole;
		},
	};
}

function parsed(text: string): URL {
	if (text.split('/')[2]?.includes(KEY)) throw refusal(text, 'key-in-host');
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		throw refusal(text, 'form');
	}
	if (!SCHEMES.has(url.protocol)) throw refusal(text, 'scheme');
	if (url.username !== '' || url.password !== '') throw refusal(text, 'credentials');
	if (url.hash !== '') throw refusal(text, 'form');
	return url;
}

function checkKey({ url, key, keyHeader, keyParameter }: Endpoint): void {
	const placed = url.includes(KEY) || keyHeader !== undefined || keyParameter !== undefined;
	const why = key === undefined ? (url.includes(KEY) ? 'missing' : '') : keyFault(key, placed);
	if (why !== '') throw new Problem('config', 'chain.key', { url: shown(url), why });
}

function keyFault(key: string, placed: boolean): string {
	if (!placed) return 'no-place';
	return key.length < SHORTEST_KEY || !/^[\x21-\x7e]+$/.test(key) ? 'form' : '';
}

function refusal(text: string, why: string): Problem {
	return new Problem('config', 'chain.address', { url: shown(text), why });
}

/** An address as far as it may be printed when it is refused: what comes before an `@` may be a password. */
function shown(text: string): string {
	const bareText = text.replace(/^([^/?#]*\/\/)?[^/?#]*@/, `$1${HIDDEN}@`).replace(/\?.*$/s, '');
	return bareText
		.split('/')
		.map((part) => (KEY_LIKE.test(part) ? HIDDEN : part))
		.join('/');
}

function labelOf(url: URL): string {
	const path = bare(url.pathname)
		.split('/')
		.map((part) => (KEY_LIKE.test(part) ? HIDDEN : part))
		.join('/');
	return `${url.protocol}//${url.host}${path === '/' ? '' : path}`;
}

function keyLike(url: URL): string[] {
	return [...url.pathname.split('/'), ...url.searchParams.values()].filter((part) => KEY_LIKE.test(part));
}

/** `URL` writes the braces of `{key}` as escapes. */
function bare(part: string): string {
	return part.replaceAll(/%7Bkey%7D/gi, KEY);
}
