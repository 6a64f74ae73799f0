import type { Exchange } from '../contract.ts';
import type { Ask, Judge, Transport, Verdict } from '../transport/contract.ts';
import { answersIn, judgeAnswers } from '../transport/json-rpc.ts';

/** A call of JSON-RPC. */
export interface Call {
	readonly method: string;
	readonly params: readonly unknown[];
}

/** A call and its result, whether just asked or kept. */
export interface Told<T = unknown> {
	readonly call: Call;
	readonly value: T;
	/** The whole answer. */
	readonly text: string;
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
	/** An answer of more characters is too much at once. */
	readonly most?: number;
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
	async ask<T>(call: Call, check: Check, manner: Manner): Promise<Asked<T>> {
		const { signal, present = true, at = this.transport, most = Number.POSITIVE_INFINITY } = manner;
		this.#id += 1;
		const id = this.#id;
		const { method, params } = call;
		const ask: Ask = { path: '', body: JSON.stringify({ jsonrpc: '2.0', id, method, params }) };
		let value: unknown;
		const judge: Judge = (status, text) => {
			if (text.length > most)
				return { kind: 'range-refused', detail: `${method}: an answer of ${text.length} characters` };
			const answers = answersIn(text);
			const verdict = judgeAnswers([{ id, method, present }], status, text, answers);
			if (verdict.kind !== 'taken') return verdict;
			value = (answers?.[0] as { readonly result?: unknown } | undefined)?.result;
			const fault = check(value) ?? verdict;
			return typeof fault === 'string' ? { kind: 'damaged', detail: `${method}: ${fault}` } : fault;
		};
		const { text, endpoint } = await at.ask(ask, judge, signal);
		return { call, value: value as T, text, exchange: { ask, text, endpoint } };
	}
}

/** What an exchange that was kept told. @throws SyntaxError where it is no JSON */
export function toldBy({ ask, text }: Exchange): Told {
	const { method, params } = JSON.parse(ask.body ?? '') as Call;
	return { call: { method, params }, value: resultIn(text), text };
}

function resultIn(text: string): unknown {
	return (JSON.parse(text) as { result?: unknown }).result;
}
