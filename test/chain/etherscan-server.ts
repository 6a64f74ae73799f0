import type { Anvil } from './anvil.ts';
import type { ExplorerRow, ExplorerRows } from './etherscan-rows.ts';
import { type Loopback, loopback } from './loopback.ts';

/** How one explorer differs from another. */
export interface ExplorerHabits {
	/** Product of page and size beyond which it refuses. */
	readonly window?: number;
	/** Rows that it gives at most, without saying so. */
	readonly cap?: number;
	/** Prints log indexes, as Blockscout does. */
	readonly logs?: boolean;
	/** Has balances of old blocks, as a plan that is paid for. */
	readonly paid?: boolean;
	/** Answers to everybody where it is left out. */
	readonly key?: string;
	/** Is of one chain, whatever `chainid` says. */
	readonly anyChain?: boolean;
	/** Knows which block is final. */
	readonly finalized?: boolean;
}

/** Parameters of a question. */
export type Query = Readonly<Record<string, string>>;

/** What it answers instead, or does to its answer; undefined: nothing goes wrong. */
export type Mishap = (query: Query, answer: () => unknown) => unknown;

export interface Explorer extends Pick<Loopback, 'url' | 'close'> {
	/** Questions so far. */
	readonly asked: readonly Query[];
	/** From now on. */
	plan(mishap: Mishap): void;
}

/**
 * Etherscan's API V2 over a node.
 *
 * @param rows what it has gathered from there; what the node mined since, it does not list
 */
export async function startExplorer(anvil: Anvil, rows: ExplorerRows, habits: ExplorerHabits = {}): Promise<Explorer> {
	const asked: Query[] = [];
	let mishap: Mishap = () => undefined;
	const chainId = String(Number(await anvil.rpc('eth_chainId')));
	const server = await loopback(async ({ url }, response) => {
		const query = Object.fromEntries(new URL(url, 'http://explorer.example').searchParams);
		asked.push(query);
		const answer =
			query.chainid === chainId || habits.anyChain
				? await answerTo(query, anvil, habits, rows)
				: refusal('Missing or unsupported chainid parameter (required for v2 api), please see chainlist');
		const instead = mishap(query, () => answer);
		const body = instead === undefined ? answer : instead;
		response.setHeader('content-type', 'application/json');
		response.end(typeof body === 'string' ? body : JSON.stringify(body));
	});
	return {
		url: `${server.url}/v2/api`,
		close: server.close,
		asked,
		plan(next) {
			mishap = next;
		},
	};
}

/** An answer that is none, as Etherscan gives it. */
export function refusal(result: string): unknown {
	return { status: '0', message: 'NOTOK', result };
}

async function answerTo(query: Query, anvil: Anvil, habits: ExplorerHabits, rows: ExplorerRows): Promise<unknown> {
	const { module, action = '' } = query;
	if (habits.key !== undefined && query.apikey !== habits.key) return refusal('Invalid API Key');
	if (module === 'proxy') return await handedThrough(query, anvil, habits);
	if (action.endsWith('balancehistory')) return await balance(query, anvil, habits);
	if (module !== 'account' || !Object.hasOwn(rows, action)) return refusal('Error! Missing Or invalid Action name');
	return listed(query, habits, rows[action as keyof ExplorerRows]);
}

function listed(query: Query, { window = 10_000, cap = window, logs }: ExplorerHabits, rows: readonly ExplorerRow[]) {
	const [page, size] = [Number(query.page), Number(query.offset)];
	if (page * size > window)
		return refusal(`Result window is too large, PageNo x Offset size must be less than or equal to ${window}`);
	const address = (query.address ?? '').toLowerCase();
	const token = query.contractaddress?.toLowerCase();
	const sides = query.action === 'tokentx' ? ['from', 'to'] : ['from', 'to', 'contractAddress'];
	const found = rows.filter(
		(row) =>
			Number(row.blockNumber) >= Number(query.startblock) &&
			Number(row.blockNumber) <= Number(query.endblock) &&
			(token === undefined || row.contractAddress === token) &&
			sides.some((side) => row[side] === address),
	);
	const given = Math.min(size, cap);
	const result = found.slice((page - 1) * given, page * given).map(({ logIndex, ...row }) => ({
		...row,
		...(logs && logIndex !== undefined ? { logIndex } : {}),
		confirmations: String(1 + Math.floor(Math.random() * 1000)),
	}));
	if (result.length > 0) return { status: '1', message: 'OK', result };
	return { status: '0', message: 'No transactions found', result: [] };
}

/** A node's own answer, in its own form. */
async function handedThrough({ action, tag, boolean }: Query, anvil: Anvil, { finalized = true }: ExplorerHabits) {
	const answered = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result });
	if (action === 'eth_blockNumber') return answered(await anvil.rpc('eth_blockNumber'));
	if (action !== 'eth_getBlockByNumber') return refusal('Error! Missing Or invalid Action name');
	if (tag === 'finalized' && !finalized)
		return {
			jsonrpc: '2.0',
			id: 1,
			error: { code: -32602, message: 'invalid argument 0: hex string without 0x prefix' },
		};
	return answered(await anvil.rpc('eth_getBlockByNumber', tag, boolean === 'true'));
}

async function balance(query: Query, anvil: Anvil, { paid }: ExplorerHabits) {
	const { action, address = '', contractaddress, blockno } = query;
	if (!paid)
		return refusal(
			'Sorry, it looks like you are trying to access an API Pro endpoint. Contact us to upgrade to API Pro.',
		);
	const tag = `0x${Number(blockno).toString(16)}`;
	const call = { to: contractaddress, data: `0x70a08231${address.slice(2).padStart(64, '0')}` };
	const held =
		action === 'balancehistory'
			? await anvil.rpc<string>('eth_getBalance', address, tag)
			: await anvil.rpc<string>('eth_call', call, tag);
	return { status: '1', message: 'OK', result: BigInt(held).toString() };
}
