import type { Exchange } from '../contract.ts';
import type { Ask, Judge, Transport, Verdict } from '../transport/contract.ts';
import { jsonRpcJudge } from '../transport/json-rpc.ts';

/** A call of JSON-RPC. */
export interface Call {
	readonly method: string;
	readonly params: readonly unknown[];
}

/** A call and its result, whether just asked or kept. */
export interface Told<T = unknown> {
	readonly call: Call;
	readonly value: T;
}

export interface Asked<T = unknown> extends Told<T> {
	readonly exchange: Exchange;
}

/** Why a result cannot be an answer to its question, one line; undefined where it can. */
export type Check = (result: unknown) => string | Verdict | undefined;

export interface Manner {
	readonly signal: AbortSignal;
	/** What is asked for is known to be there: `null` comes from a node that lags behind. */
	readonly present?: boolean;
	/** One of the endpoints; else all of them, by fail-over. */
	readonly at?: Transport;
}

/** Puts calls to the nodes of one chain. What cannot be an answer is asked again, or elsewhere, by the transport. */
export class Rpc {
	readonly transport: Transport;
	#id = 0;

	constructor(transport: Transport) {
		this.transport = transport;
	}

	/** @throws ChainTrouble */
	async ask<T>(call: Call, check: Check, { signal, present = true, at = this.transport }: Manner): Promise<Asked<T>> {
		this.#id += 1;
		const id = this.#id;
		const { method, params } = call;
		const ask: Ask = { path: '', body: JSON.stringify({ jsonrpc: '2.0', id, method, params }) };
		let value: unknown;
		const byRules = jsonRpcJudge({ id, method, present });
		const judge: Judge = (status, text, header) => {
			const verdict = byRules(status, text, header);
			if (verdict.kind !== 'taken') return verdict;
			value = resultIn(text);
			const fault = check(value) ?? verdict;
			return typeof fault === 'string' ? { kind: 'damaged', detail: `${method}: ${fault}` } : fault;
		};
		const { text, endpoint } = await at.ask(ask, judge, signal);
		return { call, value: value as T, exchange: { ask, text, endpoint } };
	}
}

/** What an exchange that was kept told. @throws SyntaxError where it is no JSON */
export function toldBy({ ask, text }: Exchange): Told {
	const { method, params } = JSON.parse(ask.body ?? '') as Call;
	return { call: { method, params }, value: resultIn(text) };
}

function resultIn(text: string): unknown {
	return (JSON.parse(text) as { result?: unknown }).result;
}
