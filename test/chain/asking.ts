import { ChainTrouble, type Endpoint } from '../../src/sources/chains/transport/contract.ts';
import { jsonRpcJudge } from '../../src/sources/chains/transport/json-rpc.ts';

/** A plain question, how it is judged, and its answer. */
export const ASK = { path: '', body: '{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}' };
export const JUDGE = jsonRpcJudge({ id: 1, method: 'eth_blockNumber' });
export const GOOD = '{"jsonrpc":"2.0","id":1,"result":"0x10"}';

/** Nobody interrupts. */
export const never = new AbortController().signal;

/** An endpoint that is asked as fast as can be. */
export function endpoint(url: string, more: Partial<Endpoint> = {}): Endpoint {
	return { url, perSecond: 1000, timeoutMs: 2000, ...more };
}

/** The trouble that a question ends with. */
export async function troubleOf(asked: Promise<unknown>): Promise<ChainTrouble> {
	try {
		await asked;
	} catch (error) {
		if (error instanceof ChainTrouble) return error;
		throw error;
	}
	throw new Error('an answer, where none was expected');
}
