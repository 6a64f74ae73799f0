import type { Driver } from 'neo4j-driver';
import { openStore } from '../../src/stores/open.ts';
import { buildGraph } from '../../src/tracing/graph.ts';
import { reach } from '../../src/tracing/reach.ts';
import type { Flow } from '../../src/tracing/types.ts';
import type { ServerLogin } from '../neo4j/server.ts';
import { medianOf } from './measure.ts';
import { STORE_CASE } from './neo4j-load.ts';
import { statement, takeRows } from './neo4j-statements.ts';
import type { GraphWorld } from './neo4j-world.ts';
import type { BenchRow } from './row.ts';

const DEPTH = 6;
const ROUNDS = 3;
/** Rank of the account asked for: it pays about forty times. */
const RANK = 500;
const WAYS = [
	{ file: 'reach-pattern', name: 'a quantified pattern' },
	{ file: 'reach-unfolded', name: 'a pattern for each length' },
	{ file: 'reach-layers', name: 'a step at a time, earliest arrivals only' },
];

/** Time-respecting reach from a busy account: the core with the data loaded, beside three ways to ask the server. */
export async function reachFigures(server: ServerLogin, driver: Driver, world: GraphWorld): Promise<BenchRow[]> {
	const store = await openStore({ ...server, case: STORE_CASE, runs: 1 });
	const flows: Flow[] = [];
	for await (const batch of store.transfers()) flows.push(...batch);
	await store.close();
	const graph = buildGraph(flows);
	const account = world.accounts[RANK] as string;
	const question = {
		from: { accounts: [account] },
		services: new Set<string>(),
		conversions: [],
		limits: { depth: DEPTH },
	};
	const core = () => reach(graph, question);
	const reached = core().hops.reduce((count, hops) => count + Math.sign(hops), 0);
	const session = driver.session({ defaultAccessMode: 'READ' });
	const rows: BenchRow[] = [];
	try {
		for (const { file, name } of WAYS) {
			const text = await statement(file);
			const cypher = async () => {
				await takeRows(session, text, { case: STORE_CASE, account }, ([count]) => {
					if (count !== reached) throw new Error(`${file} found ${count}, the core ${reached}`);
				});
			};
			rows.push(
				await beside(
					`neo4j, reach to depth ${DEPTH} from one account, beside Cypher with ${name}`,
					graph.size,
					cypher,
					core,
				),
			);
		}
	} finally {
		await session.close();
	}
	return rows;
}

async function beside(name: string, size: number, cypher: () => Promise<void>, core: () => unknown): Promise<BenchRow> {
	const times: { cypher: number[]; core: number[] } = { cypher: [], core: [] };
	for (let round = 0; round <= ROUNDS; round++) {
		const start = performance.now();
		core();
		const between = performance.now();
		await cypher();
		if (round === 0) continue;
		times.core.push(between - start);
		times.cypher.push(performance.now() - between);
	}
	const [value, against] = [medianOf(times.core), medianOf(times.cypher)];
	return { name, size, value, unit: 'ms', against, ratio: value / against };
}
