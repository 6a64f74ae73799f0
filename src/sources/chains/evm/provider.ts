import { JsonRpcApiProvider, type JsonRpcPayload, type JsonRpcResult, Network } from 'ethers';
import type { Exchange } from '../contract.ts';
import type { Judge, Transport } from '../transport/contract.ts';
import { jsonRpcJudge } from '../transport/json-rpc.ts';

/**
 * The provider of ethers over a transport of ours: encoding of calls and typed errors are its work, manners are not.
 * One for each question, so that its exchanges are those of the question.
 */
export class TransportProvider extends JsonRpcApiProvider {
	readonly exchanges: Exchange[] = [];
	/** The chain itself refused a call, as it does where a contract reverts. */
	refused = false;
	readonly #transport: Transport;
	readonly #signal: AbortSignal;

	constructor(chainId: number, transport: Transport, signal: AbortSignal) {
		const network = Network.from(chainId);
		super(network, { staticNetwork: network, batchMaxCount: 1, cacheTimeout: -1 });
		this.#transport = transport;
		this.#signal = signal;
	}

	override async send(method: string, params: unknown[]): Promise<unknown> {
		// As in JsonRpcProvider: nothing is sent before there is something to ask.
		await this._start();
		return await super.send(method, params);
	}

	override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
		const [call] = [payload].flat();
		if (call === undefined) return [];
		const byRules = jsonRpcJudge({ id: call.id, method: call.method });
		const judge: Judge = (status, text, header) => {
			const verdict = byRules(status, text, header);
			this.refused = verdict.kind === 'refused' && isError(text);
			// A call that reverts is an answer: ethers says which.
			return this.refused ? { kind: 'taken' } : verdict;
		};
		const ask = { path: '', body: JSON.stringify(call) };
		const { text, endpoint } = await this.#transport.ask(ask, judge, this.#signal);
		this.exchanges.push({ ask, text, endpoint });
		return [JSON.parse(text) as JsonRpcResult];
	}
}

function isError(text: string): boolean {
	try {
		return typeof (JSON.parse(text) as { error?: unknown }).error === 'object';
	} catch {
		return false;
	}
}
