import type { Flow } from '../../../src/tracing/types.ts';
import { Chances } from '../cash-outs/chances.ts';
import type { LaunderingCase } from '../laundernet/read.ts';
import type { Payment } from './amlsim.ts';
import { inPeriod, snowball, stretched } from './background.ts';
import type { Edge } from './edge.ts';
import { linksTo } from './links.ts';

/** A case among decoys, as any method is given it. */
export interface Mixed {
	/** In order; those of one block are a tie group. */
	readonly flows: readonly Flow[];
	/** Ids of the flows that are the case's own. */
	readonly real: ReadonlySet<string>;
	readonly accounts: ReadonlySet<string>;
	readonly sources: ReadonlySet<string>;
	readonly terminals: ReadonlySet<string>;
}

/** Of the decoys, those that touch the case; of the others, at most this share comes from the other cases. */
const LINKS = 0.1;
const OTHERS = 0.5;

/** @param times decoy flows as a multiple of the case's own; 0 gives the case alone */
export function mix(
	given: LaunderingCase,
	others: readonly LaunderingCase[],
	payments: readonly Payment[],
	times: number,
	seed: number,
): Mixed {
	const chances = new Chances(seed * 6007 + given.edges);
	const real = edgesOf(given);
	const links = Math.round(real.length * times * LINKS);
	const body = real.length * times - links;
	const foreign = others.flatMap((other) => stretched(edgesOf(other), other.name, real));
	const taken = foreign.sort((a, b) => a.block - b.block).slice(0, Math.floor(body * OTHERS));
	const decoys =
		times === 0 ? [] : [...taken, ...inPeriod(chances, snowball(chances, payments, body - taken.length), real)];
	const edges = [...real, ...decoys, ...(times === 0 ? [] : linksTo(chances, real, given.sources, decoys, links))];
	return {
		...ordered(edges),
		accounts: new Set(real.flatMap(({ from, to }) => [from, to])),
		sources: given.sources,
		terminals: given.terminals,
	};
}

function edgesOf(given: LaunderingCase): Edge[] {
	return given.transfers.map(({ from, to, amount, block }) => {
		if (!block) throw new Error(`${given.name}: a flow without a block`);
		return { from, to, cents: amount, block: block.number, real: true };
	});
}

function ordered(edges: readonly Edge[]): Pick<Mixed, 'flows' | 'real'> {
	const sorted = edges.filter(({ from, to }) => from !== to).sort((a, b) => a.block - b.block);
	const inBlock = new Map<number, number>();
	for (const { block } of sorted) inBlock.set(block, (inBlock.get(block) ?? 0) + 1);
	const real = new Set<string>();
	const flows = sorted.map((edge, k): Flow => {
		const id = `f${String(k).padStart(7, '0')}`;
		if (edge.real) real.add(id);
		const { from, to, cents: amount, block } = edge;
		return { id, from, to, asset: 'usd', amount, instant: block * 12_000, tied: (inBlock.get(block) ?? 0) > 1 };
	});
	return { flows, real };
}
