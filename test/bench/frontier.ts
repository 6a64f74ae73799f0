import { deepEqual } from 'node:assert/strict';
import { follow } from '../../src/tracing/follow.ts';
import { followOut } from '../../src/tracing/frontier.ts';
import type { Opener } from '../../src/tracing/frontier-types.ts';
import { buildGraph } from '../../src/tracing/graph.ts';
import type { Flow } from '../../src/tracing/types.ts';
import { type Chain, chainWorld, TRANSFERS } from './frontier-world.ts';
import type { BenchRow } from './row.ts';

/** Rows that an interface gives at a time, as TronGrid does. */
const PAGE = 200;
const REQUESTS_MAX = 1.5;
const POLICY = 'fifo';

/**
 * Following one wallet through a million transfers by single histories, page by page, beside the least that any exact
 * method must ask for: every page of the history of each account that followed value comes to, for any of its rows may
 * carry it on. The result must be that of the full pass.
 */
export async function frontierBench(): Promise<BenchRow[]> {
	const chain = chainWorld();
	const pages = new Pages(chain);
	const started = performance.now();
	const out = await followOut(pages.opener(), { from: { accounts: [chain.start] }, policy: POLICY, limits: {} });
	const took = performance.now() - started;
	const whole = performance.now();
	const graph = buildGraph(chain.flows);
	const starts = chain.flows.filter(({ from }) => from === chain.start).map(({ id }) => id);
	const terms = { seeds: new Map(), services: chain.services, conversions: [], openings: new Map() };
	const full = follow(graph, terms, starts, POLICY, {});
	const fullTook = performance.now() - whole;
	deepEqual(out.followed, full);
	const byId = new Map(chain.flows.map((flow) => [flow.id, flow]));
	const payees = full.map(({ transfer }) => byId.get(transfer)?.to as string);
	const reached = new Set([chain.start, ...payees.filter((account) => !chain.services.has(account))]);
	const least = [...reached].reduce((sum, account) => sum + Math.max(1, Math.ceil(pages.rowsOf(account) / PAGE)), 0);
	const row = (name: string, value: number, unit: string, against: number | null): BenchRow => ({
		name: `frontier, ${name}`,
		size: TRANSFERS,
		value,
		unit,
		against,
		ratio: against === null ? null : value / against,
	});
	return [
		row('transfers that followed value is in, beside all', full.length, 'transfers', TRANSFERS),
		row('histories opened, beside accounts that it reaches', out.opened.length, 'histories', reached.size),
		row(`requests, beside the least (held to ${REQUESTS_MAX}x)`, pages.requests, 'requests', least),
		row('time without the network, beside building and settling all', took, 'ms', fullTook),
		row('rounds', pages.rounds, 'rounds', null),
		row('rows read', pages.known.size, 'rows', TRANSFERS),
	];
}

/** An interface that gives the history of an account in pages, and what was read from it. */
class Pages {
	requests = 0;
	rounds = 0;
	readonly known = new Set<number>();
	private readonly chain: Chain;
	private readonly histories = new Map<string, number[]>();

	constructor(chain: Chain) {
		this.chain = chain;
		for (const [k, { from, to }] of chain.flows.entries()) {
			for (const account of [from, to]) {
				const history = this.histories.get(account);
				if (history === undefined) this.histories.set(account, [k]);
				else history.push(k);
			}
		}
	}

	rowsOf(account: string): number {
		return this.histories.get(account)?.length ?? 0;
	}

	opener(): Opener {
		const { services, flows } = this.chain;
		return {
			open: async (accounts) => {
				this.rounds += 1;
				for (const account of accounts) this.read(account);
				const order = Int32Array.from(this.known).sort();
				return { flows: Array.from(order, (k) => flows[k] as Flow), refused: new Map(), incomplete: new Set() };
			},
			terms: () => ({ services, conversions: [] }),
		};
	}

	private read(account: string): void {
		let cursor: number | undefined = 0;
		while (cursor !== undefined) {
			const page = this.page(account, cursor);
			for (const row of page.rows) this.known.add(row);
			cursor = page.next;
		}
	}

	private page(
		account: string,
		cursor: number,
	): { readonly rows: readonly number[]; readonly next: number | undefined } {
		this.requests += 1;
		const history = this.histories.get(account) ?? [];
		const next = cursor + PAGE < history.length ? cursor + PAGE : undefined;
		return { rows: history.slice(cursor, cursor + PAGE), next };
	}
}
