/** A server that answers as TronGrid and java-tron do, from a `TronWorld`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'lossless-json';
import { tronAddress, tronHex } from '../../src/ledger/tron-address.ts';
import { type Block, type Log, MAIN_GENESIS, type Transaction, type TronWorld, topicsOf } from './tron-world.ts';

export interface Reply {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body: string;
}

export interface Question {
	readonly path: string;
	readonly query: URLSearchParams;
	readonly body: string;
	/** Of the header that carries the key, '' without it. */
	readonly key: string;
}

export interface TronServer {
	readonly url: string;
	readonly asked: readonly Question[];
	/** Answers in place of the server where it gives one. */
	meddle: ((question: Question, number: number) => Reply | undefined) | undefined;
	/** Changes an answer on its way. */
	spoil: ((reply: Reply, question: Question) => Reply) | undefined;
	/** Cursors given so far are refused from now on. */
	expire(): void;
	/** Whether the bounds of a window are in it. */
	inclusive: boolean;
	/** Addresses in rows of the token history in hex, as some versions print them. */
	hex: boolean;
	close(): Promise<void>;
}

/** Bodies as the interface answers them. */
export const SUSPENDED =
	'{"Success":false,"Error":"The key exceeds the frequency limit(15), and the query server is suspended for 3s","StatusCode":403}';
export const SUSPENDED_NODE =
	'{"Error":"request rate exceeded the allowed_rps(10), and the query server is suspended for 2 s"}';
const OLD_CURSOR =
	'{"success":false,"error":"Invalid query filter(s)!: [fingerprint does not match current set of params]","statusCode":400}';

export async function startTronServer(world: TronWorld): Promise<TronServer> {
	const asked: Question[] = [];
	const cursors = new Map<string, { readonly key: string; readonly offset: number }>();
	let given = 0;
	const http = createServer((request, response) => {
		void answer(request, response);
	});
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		let body = '';
		for await (const chunk of request) body += chunk;
		const key = String(request.headers['tron-pro-api-key'] ?? '');
		const question = { path: pathname, query: searchParams, body, key };
		asked.push(question);
		let reply = server.meddle?.(question, asked.length);
		if (reply === undefined) {
			reply = answerOf(question);
			reply = server.spoil?.(reply, question) ?? reply;
		}
		response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
		response.end(reply.body);
	}
	function answerOf(question: Question): Reply {
		const account = /^\/v1\/accounts\/([^/]+)\/(transactions\/trc20|transactions|internal-transactions)$/.exec(
			question.path,
		);
		if (account) return page(question, rowsOf(world, account[1] as string, account[2] as string, question, server));
		const events = /^\/v1\/transactions\/([0-9a-f]{64})\/events$/.exec(question.path);
		if (events) return { body: stringify(eventsOf(world, events[1] as string)) ?? '' };
		const payload = question.body === '' ? {} : (JSON.parse(question.body) as Record<string, string | number>);
		const said = nodeAnswer(world, question.path, payload);
		if (said === undefined) return { status: 404, body: '{"Error":"not found"}' };
		return { body: stringify(said) ?? '' };
	}
	function page({ path, query }: Question, rows: readonly object[]): Reply {
		const limit = Math.min(200, Number(query.get('limit') ?? 20));
		const fingerprint = query.get('fingerprint') ?? '';
		query.delete('fingerprint');
		const key = `${path}?${query}`;
		const cursor = cursors.get(fingerprint);
		if (fingerprint !== '' && cursor?.key !== key) return { status: 400, body: OLD_CURSOR };
		const offset = cursor?.offset ?? 0;
		const data = rows.slice(offset, offset + limit);
		const meta: Record<string, unknown> = { at: world.newest.instant };
		if (offset + limit < rows.length) {
			given += 1;
			const next = `fp${given.toString(36)}x${offset + limit}`;
			cursors.set(next, { key, offset: offset + limit });
			meta.fingerprint = next;
			meta.links = { next: `${server.url}${key}&fingerprint=${next}` };
		}
		meta.page_size = data.length;
		return { body: stringify({ data, success: true, meta }) ?? '' };
	}
	const server = {
		url: '',
		asked,
		meddle: undefined as TronServer['meddle'],
		spoil: undefined as TronServer['spoil'],
		expire: () => cursors.clear(),
		inclusive: true,
		hex: false,
		close: () => new Promise<void>((resolve) => http.close(() => resolve()).closeAllConnections()),
	};
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
	return server;
}

interface Look {
	readonly inclusive: boolean;
	readonly hex: boolean;
}

function rowsOf(world: TronWorld, address: string, kind: string, { query }: Question, look: Look): object[] {
	const account = address.startsWith('T') ? address : tronAddress(address.slice(-40));
	const rows = blocksIn(world, query, look.inclusive).flatMap((block) =>
		block.transactions.flatMap((transaction) => {
			if (kind === 'transactions/trc20') return tokenRows(world, block, transaction, account, query, look.hex);
			const internal = internalRows(block, transaction, account);
			if (kind === 'internal-transactions') return internal;
			const own = touched(transaction, account) ? [transactionRow(block, transaction)] : [];
			return [...own, ...internal];
		}),
	);
	return query.get('order_by') === 'block_timestamp,asc' ? rows : rows.reverse();
}

function blocksIn(world: TronWorld, query: URLSearchParams, inclusive: boolean): Block[] {
	const from = Number(query.get('min_timestamp') ?? 0);
	const until = Number(query.get('max_timestamp') ?? Number.POSITIVE_INFINITY);
	const newest = query.get('only_confirmed') === 'true' ? world.solid.number : world.newest.number;
	return world.blocks.filter(({ number, instant }) => {
		if (number > newest) return false;
		return inclusive ? instant >= from && instant <= until : instant > from && instant < until;
	});
}

function tokenRows(
	world: TronWorld,
	block: Block,
	transaction: Transaction,
	account: string,
	query: URLSearchParams,
	hex: boolean,
) {
	const contract = query.get('contract_address');
	const spelled = (address: string) => (hex ? `41${tronHex(address)}` : address);
	return transaction.logs
		.filter(({ from, to }) => from === account || to === account)
		.filter(({ token }) => contract === null || contract === token)
		.map(({ token, kind, from, to, value }) => ({
			transaction_id: transaction.id,
			token_info: { ...world.tokens.get(token), name: 'Token' },
			block_timestamp: block.instant,
			from: spelled(from),
			to: spelled(to),
			type: kind,
			value: String(value),
		}));
}

function touched({ owner, value }: Transaction, account: string): boolean {
	return owner === account || Object.values(value).includes(account);
}

function transactionRow({ number, instant }: Block, transaction: Transaction): object {
	const { id, type, owner, value, result, fee, energyFee } = transaction;
	const members = Object.entries(value).map(([name, member]) => {
		return [name, typeof member === 'string' && member.startsWith('T') ? `41${tronHex(member)}` : member];
	});
	const parameters = { ...Object.fromEntries(members), owner_address: `41${tronHex(owner)}` };
	return {
		ret: [{ contractRet: result, fee }],
		signature: ['00'],
		txID: id,
		net_usage: 0,
		raw_data_hex: '0a',
		net_fee: 0n,
		energy_usage: 0,
		blockNumber: number,
		block_timestamp: instant,
		energy_fee: energyFee,
		energy_usage_total: 0,
		raw_data: {
			contract: [{ parameter: { value: parameters, type_url: `type.googleapis.com/protocol.${type}` }, type }],
			ref_block_bytes: '0000',
			ref_block_hash: '0000000000000000',
			expiration: instant + 60_000,
			timestamp: instant - 1000,
		},
		internal_transactions: [],
	};
}

function internalRows({ instant }: Block, { id, internals }: Transaction, account: string): object[] {
	return internals
		.filter(({ from, to }) => from === account || to === account)
		.map(({ id: internal, from, to, values, rejected, note = 'call' }) => ({
			internal_tx_id: internal,
			data: { note: Buffer.from(note).toString('hex'), rejected, call_value: values },
			block_timestamp: instant,
			to_address: `41${tronHex(to)}`,
			tx_id: id,
			from_address: `41${tronHex(from)}`,
		}));
}

function infoOf(block: Block, { id, fee, energyFee, logs, internals, result }: Transaction): object {
	return {
		id,
		...(fee === 0n ? {} : { fee }),
		blockNumber: block.number,
		blockTimeStamp: block.instant,
		contractResult: [''],
		receipt: { energy_fee: energyFee, result },
		...(logs.length === 0 ? {} : { log: logs.map(logOf) }),
		...(internals.length === 0
			? {}
			: {
					internal_transactions: internals.map(({ id: internal, from, to, values, rejected }) => ({
						hash: internal,
						caller_address: `41${tronHex(from)}`,
						transferTo_address: `41${tronHex(to)}`,
						callValueInfo: Object.entries(values).map(([token, callValue]) => {
							return { callValue, ...(token === '_' ? {} : { tokenId: token }) };
						}),
						note: '63616c6c',
						...(rejected ? { rejected } : {}),
					})),
				}),
	};
}

function logOf(log: Log): object {
	return { address: tronHex(log.token), topics: topicsOf(log), data: log.value.toString(16).padStart(64, '0') };
}

function eventsOf(world: TronWorld, id: string): object {
	const block = world.blocks.find(({ transactions }) => transactions.some((transaction) => transaction.id === id));
	const logs = block?.transactions.find((transaction) => transaction.id === id)?.logs ?? [];
	const data = logs.map((log, index) => ({
		block_number: block?.number,
		block_timestamp: block?.instant,
		contract_address: log.token,
		event_index: index,
		event_name: log.kind,
		result: { from: `0x${tronHex(log.from)}`, to: `0x${tronHex(log.to)}`, value: String(log.value) },
		transaction_id: id,
	}));
	return { data, success: true, meta: { at: world.newest.instant, page_size: data.length } };
}

/** Answer of a node; undefined where it has no such path. */
function nodeAnswer(world: TronWorld, path: string, payload: Readonly<Record<string, string | number>>): unknown {
	const confirmed = path.startsWith('/walletsolidity/');
	const visible = confirmed ? world.solid.number : Number.POSITIVE_INFINITY;
	const blocks = world.blocks.filter(({ number }) => number <= visible);
	switch (path.replace(/^\/wallet(?:solidity)?\//, '')) {
		case 'getnowblock':
			return blockOf(confirmed ? world.solid : world.newest);
		case 'getblockbynum':
			if (payload.num === 0) return { blockID: MAIN_GENESIS, block_header: { raw_data: {} } };
			return blockOf(blocks.find(({ number }) => number === payload.num));
		case 'gettransactioninfobyid':
			for (const block of blocks) {
				const found = block.transactions.find(({ id }) => id === payload.value);
				if (found) return infoOf(block, found);
			}
			return {};
		case 'gettransactioninfobyblocknum': {
			const block = blocks.find(({ number }) => number === payload.num);
			return block?.transactions.map((transaction) => infoOf(block, transaction)) ?? [];
		}
		case 'triggerconstantcontract':
			return constantOf(world, payload);
		case 'getassetissuebyid': {
			const precision = world.numbered.get(String(payload.value));
			return precision === undefined ? {} : { id: payload.value, name: '546f6b656e', abbr: '54', precision };
		}
		default:
			return undefined;
	}
}

function blockOf(block: Block | undefined): object {
	if (block === undefined) return {};
	const { number, instant } = block;
	return {
		blockID: number.toString(16).padStart(16, '0').padEnd(64, 'a'),
		block_header: { raw_data: { number, timestamp: instant, version: 30 }, witness_signature: '00' },
	};
}

function constantOf(world: TronWorld, payload: Readonly<Record<string, string | number>>): object {
	const token = tronAddress(String(payload.contract_address).slice(-40));
	const known = world.tokens.get(token);
	if (known === undefined) {
		return {
			result: { code: 'CONTRACT_VALIDATE_ERROR', message: '536d61727420636f6e7472616374206973206e6f7420657869737473' },
		};
	}
	const owner = tronAddress(String(payload.parameter).slice(-40).padStart(40, '0'));
	const number = payload.function_selector === 'decimals()' ? BigInt(known.decimals) : world.balance(token, owner);
	return {
		result: { result: true },
		energy_used: 345,
		constant_result: [number.toString(16).padStart(64, '0')],
		transaction: { ret: [{}], visible: false, txID: '00', raw_data: { contract: [] }, raw_data_hex: '' },
	};
}
