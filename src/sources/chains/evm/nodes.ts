import { Problem } from '../../../ledger/problem.ts';
import type { Head } from '../contract.ts';
import { ChainTrouble, type Transport } from '../transport/contract.ts';
import { type Header, Headers, headerCall, headerCheck, headerOf, type RawHeader } from './headers.ts';
import { smallNumber } from './hex.ts';
import { chainIdOf } from './networks.ts';
import type { Asked, Call, Check, Rpc } from './rpc.ts';

/**
 * What is known of the nodes behind the endpoints: that each serves the right chain, and how far it has come. A node that
 * lags answers a question about later blocks with fewer logs and without a word.
 */
export class Nodes {
	readonly #network: string;
	readonly #rpc: Rpc;
	readonly #confirmations: number | undefined;
	/** Highest block that an endpoint is known to have; an endpoint is in it once its chain is known to be the right one. */
	readonly #heights = new Map<string, number>();
	#latest = -1;
	#final = -1;
	readonly headers: Headers;

	constructor(network: string, rpc: Rpc, confirmations: number | undefined) {
		this.#network = network;
		this.#rpc = rpc;
		this.#confirmations = confirmations;
		this.headers = new Headers((call, check, block, signal) => this.ask(call, check, block, signal));
	}

	/** The newest block ever seen. */
	get latest(): number {
		return this.#latest;
	}

	/** Never behind an earlier one. @throws ChainTrouble; Problem `chain.other-network` */
	async head(signal: AbortSignal): Promise<Head> {
		const finalized = this.#confirmations === undefined ? await this.#finalized(signal) : undefined;
		const floor = Math.max(this.#latest, finalized?.number ?? 0);
		const latest = await this.#tagged('latest', floor, signal);
		this.#latest = latest.number;
		const final = finalized ?? (await this.#below(latest.number - (this.#confirmations ?? 0), signal));
		this.#final = final.number;
		return {
			latest: latest.number,
			final: final.number,
			latestInstant: latest.instant,
			finalInstant: final.instant,
		};
	}

	/**
	 * Asks a node that has the block, and had it when it was asked.
	 *
	 * @throws ChainTrouble `unreachable` where none has; Problem `chain.other-network`
	 */
	async ask<T>(call: Call, check: Check, block: number, signal: AbortSignal, most?: number): Promise<Asked<T>> {
		const manner = { signal, ...(most === undefined ? {} : { most }) };
		const before = new Map(this.#heights);
		const asked = await this.#rpc.ask<T>(call, check, manner);
		const { endpoint } = asked.exchange;
		if ((before.get(endpoint) ?? -1) >= block) return asked;
		// Which of them it was cannot be told but by asking each.
		for (const at of this.#rpc.transport.each) {
			const seen = await unlessTrouble(this.#look(at, signal));
			if (seen === undefined || seen.height < block) continue;
			// One that came to the block only now may have answered without it. The first block they all have.
			if (block === 0 && seen.endpoint === endpoint) return asked;
			const again = await unlessTrouble(this.#rpc.ask<T>(call, check, { ...manner, at }));
			if (again) return again;
		}
		throw new ChainTrouble('unreachable', `${endpoint} has not come to block ${block}`);
	}

	async #finalized(signal: AbortSignal): Promise<Header> {
		try {
			return await this.#tagged('finalized', this.#final, signal);
		} catch (error) {
			if (!(error instanceof ChainTrouble) || (error.kind !== 'refused' && error.kind !== 'unable')) throw error;
			throw new ChainTrouble(
				'unable',
				`no finalized block is named (${error.detail}): the case must say confirmations`,
			);
		}
	}

	async #below(block: number, signal: AbortSignal): Promise<Header> {
		const number = Math.max(this.#final, block, 0);
		return headerOf((await this.headers.at(number, number, signal)).value);
	}

	/** @param floor block behind which only a stale node can be */
	async #tagged(tag: string, floor: number, signal: AbortSignal): Promise<Header> {
		const wellFormed = headerCheck(undefined);
		const check: Check = (result) => {
			const fault = wellFormed(result);
			if (fault !== undefined) return fault;
			const { number } = headerOf(result as RawHeader);
			if (number >= floor) return undefined;
			return { kind: 'unreachable', detail: `the node says ${tag} is ${number}, after ${floor}` };
		};
		const asked = await this.ask<RawHeader>(headerCall(tag), check, 0, signal);
		const header = headerOf(asked.value);
		const { endpoint } = asked.exchange;
		this.#heights.set(endpoint, Math.max(header.number, this.#heights.get(endpoint) ?? 0));
		// That it is final is all that its number will be asked for.
		if (tag === 'finalized') this.headers.keep(asked);
		return header;
	}

	/** How far an endpoint has come, and that it is of the right chain. */
	async #look(at: Transport, signal: AbortSignal): Promise<{ readonly endpoint: string; readonly height: number }> {
		const isNumber: Check = (result) => (Number.isNaN(smallNumber(result)) ? 'no number' : undefined);
		const ask = (method: string) => this.#rpc.ask<string>({ method, params: [] }, isNumber, { signal, at });
		const height = await ask('eth_blockNumber');
		const { endpoint } = height.exchange;
		if (!this.#heights.has(endpoint)) {
			const found = smallNumber((await ask('eth_chainId')).value);
			if (found !== chainIdOf(this.#network))
				throw new Problem('config', 'chain.other-network', {
					network: this.#network,
					found: `chain ${found}, ${endpoint}`,
				});
		}
		this.#heights.set(endpoint, Math.max(smallNumber(height.value), this.#heights.get(endpoint) ?? 0));
		return { endpoint, height: smallNumber(height.value) };
	}
}

/** Troubles that no other endpoint helps: the person's own limits, and a question that must be made smaller. */
const OWN: ReadonlySet<ChainTrouble['kind']> = new Set(['aborted', 'budget', 'range-refused']);

/** Undefined where an endpoint gives no answer: another may. */
async function unlessTrouble<T>(asked: Promise<T>): Promise<T | undefined> {
	try {
		return await asked;
	} catch (error) {
		if (error instanceof ChainTrouble && !OWN.has(error.kind)) return undefined;
		throw error;
	}
}
