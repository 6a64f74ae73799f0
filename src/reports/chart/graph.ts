import type { Findings } from '../../findings/schema.ts';
import type { Grade } from '../../ledger/transfer.ts';

/** A box of the chart. `folded`: it stands for `members` people or accounts that are not drawn one by one. */
export interface ChartNode {
	readonly id: string;
	readonly label: string;
	readonly note: string;
	readonly kind: string;
	readonly role: string;
	readonly level: number;
	readonly members: number;
	readonly folded: boolean;
	/** Why histories of its accounts on a chain are not whole; none where they are. */
	readonly gaps: readonly string[];
	/** Of a folded box that stands for a whole team: how many of which role. */
	readonly crew?: readonly { readonly role: string; readonly members: number }[];
}

/** A line of the chart: one link of the findings, or the sum of several. */
export interface ChartLink {
	readonly from: string;
	readonly to: string;
	readonly asset: string;
	readonly amount: bigint;
	readonly count: number;
	readonly first: number;
	readonly last: number;
	readonly grade: Grade;
	readonly status: string;
	readonly media: readonly string[];
	readonly kinds: readonly string[];
	readonly traced: bigint;
	/** Cash-outs: fen received for the coins. Stands beside the amount, whether that is coins or yuan. */
	readonly yuan?: bigint;
	/** Cash-outs of one link: yuan a coin, as the findings print it. */
	readonly rate?: string;
	/** Numbers of the links in schedule 2 (from 1, in the order of the findings). */
	readonly numbers: readonly number[];
}

export interface ChartGraph {
	readonly nodes: readonly ChartNode[];
	readonly links: readonly ChartLink[];
}

/** Decimals of the case's assets: what makes amounts of different assets comparable in size. */
export type Decimals = ReadonlyMap<string, number>;

export function decimalsOf(findings: Findings): Decimals {
	return new Map(findings.assets.map((asset) => [asset.id, asset.decimals]));
}

/**
 * The flow of the findings with amounts as integers and links numbered as schedule 2 numbers them.
 *
 * @throws RangeError where a link names a node that is not there: a bug of whoever made the findings
 */
export function graphOf(flow: Findings['flow']): ChartGraph {
	const known = new Set(flow.nodes.map((node) => node.id));
	const links = flow.links.map((link, index): ChartLink => {
		if (!known.has(link.from) || !known.has(link.to)) throw new RangeError(`link ${link.id} names an unknown node`);
		return {
			from: link.from,
			to: link.to,
			asset: link.asset,
			amount: BigInt(link.amount),
			count: link.count,
			first: link.first,
			last: link.last,
			grade: link.grade,
			status: link.status,
			media: link.media,
			kinds: link.kinds,
			traced: BigInt(link.traced),
			...(link.yuan === undefined ? {} : { yuan: BigInt(link.yuan) }),
			...(link.rate === undefined ? {} : { rate: link.rate }),
			numbers: [index + 1],
		};
	});
	const costs = costsOf(links);
	const nodes = flow.nodes.map(({ id, label, note, kind, role, level, members, gaps = [] }): ChartNode => {
		const cost = role === '' && costs.has(id);
		return { id, label, note, kind: cost ? COST : kind, role, level, members, folded: false, gaps };
	});
	return { nodes, links };
}

/** Kind of a node that is paid for running costs and for nothing else. */
export const COST = 'cost';

/** Nodes that nothing but operating costs reaches, and that pay nobody. */
function costsOf(links: readonly ChartLink[]): ReadonlySet<string> {
	const only = (link: ChartLink) => link.kinds.every((kind) => kind === 'operating-cost');
	const costs = new Set(links.filter(only).map((link) => link.to));
	for (const link of links) {
		costs.delete(link.from);
		if (!only(link)) costs.delete(link.to);
	}
	return costs;
}

/** What came in or went out, per asset. */
export interface Sum {
	readonly asset: string;
	readonly amount: bigint;
	readonly count: number;
}

export interface NodeSums {
	readonly inflow: readonly Sum[];
	readonly outflow: readonly Sum[];
}

/** Sums of each node over the links drawn at it. */
export function sumsOf(graph: ChartGraph): ReadonlyMap<string, NodeSums> {
	const sums = new Map(graph.nodes.map((node) => [node.id, { inflow: [] as Sum[], outflow: [] as Sum[] }]));
	for (const link of graph.links) {
		const { asset, amount, count } = link;
		add(sums.get(link.from)?.outflow, { asset, amount, count });
		add(sums.get(link.to)?.inflow, { asset, amount, count });
	}
	return sums;
}

/** Adds `sum` to the entry of its asset, in place. */
export function add(sums: Sum[] | undefined, sum: Sum): void {
	if (sums === undefined) return;
	const index = sums.findIndex((each) => each.asset === sum.asset);
	const before = sums[index];
	if (before === undefined) sums.push(sum);
	else sums[index] = { asset: sum.asset, amount: before.amount + sum.amount, count: before.count + sum.count };
}

/** Amounts in units of 10^-18, so that sizes of different assets can be put in an order. No value is meant by it. */
export function size(amount: bigint, asset: string, decimals: Decimals): bigint {
	return amount * 10n ** BigInt(Math.max(0, 18 - (decimals.get(asset) ?? 0)));
}
