import { enumerate } from './enumerate.ts';
import { Forward } from './forward.ts';
import { flags, type Graph, positionsOf } from './graph.ts';
import { Terrain } from './terrain.ts';
import type { Cut, Ends } from './types.ts';
import { type WayQuestion, way } from './way.ts';

export interface PathQuestion extends WayQuestion {
	readonly to: Ends;
	/** Paths listed at most. */
	readonly paths: number;
}

/** Transfer ids from the start to the end. Across a conversion what was given stands before what came, which may be earlier. */
export type Path = readonly string[];

export interface Paths {
	/** The one whose last transfer comes first in the graph. */
	readonly earliest: Path | undefined;
	/** The one of fewest transfers; of these the one that arrives first. */
	readonly fewest: Path | undefined;
	/** Paths that reach no account twice: shortest first, then in the order of the graph. */
	readonly all: readonly Path[];
	readonly cuts: readonly Cut[];
}

/**
 * Time-respecting paths: each transfer comes after the one before it, or shares a tie group with it. A path ends at the
 * first end it meets, goes on from no service and from no account with more than `hub` transfers, and follows no transfer
 * below `min`. Uses all limits; those that kept anything out are in `cuts`.
 *
 * @throws Error where a transfer is not in the graph
 */
export function findPaths(graph: Graph, question: PathQuestion): Paths {
	const resolved = way(graph, question);
	const goal = {
		accounts: flags(graph, question.to.accounts ?? []),
		transfers: new Set(positionsOf(graph, question.to.transfers ?? []).values()),
	};
	const terrain = new Terrain(graph, resolved, goal, question.limits);
	const forward = new Forward(graph, resolved, terrain).run();
	const listed = enumerate(graph, resolved, terrain, forward, question.paths);
	const named = (positions: readonly number[]): Path => positions.map((position) => graph.ids[position] as string);
	return {
		earliest: forward.earliest < 0 ? undefined : named(forward.pathTo(forward.earliest)),
		fewest: forward.fewest < 0 ? undefined : named(forward.pathTo(forward.fewest)),
		all: listed.paths.map(named),
		cuts: [...forward.cuts(), ...listed.cuts],
	};
}
