import { buildGraph } from './graph.ts';
import type { Flow } from './types.ts';

/** The same flows with the order inside every tie group turned round: nothing says that it was not so. */
export function reversedTies(flows: readonly Flow[]): Flow[] {
	const { ids, ties } = buildGraph(flows);
	const order = [...ids];
	for (let k = 0; k < ties.length; k += 2) {
		const [from, end] = [ties[k] as number, ties[k + 1] as number];
		order.splice(from, end - from, ...ids.slice(from, end).reverse());
	}
	const byId = new Map(flows.map((flow) => [flow.id, flow]));
	return order.map((id) => ({ ...(byId.get(id) as Flow), tied: false }));
}
