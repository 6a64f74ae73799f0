/**
 * A node of java-tron, asked by TronWeb over our own transport, so that pace, keys and kept answers hold for it too.
 * TronWeb knows how a call is encoded and which path it takes. What it makes of an answer is not used: it reads numbers
 * through floats. The answer is kept as it came, and read by `node-answers.ts`.
 */
import type { TronWeb } from 'tronweb';
import type { Exchange } from '../contract.ts';
import { type Ask, ChainTrouble, type Judge } from '../transport/contract.ts';
import type { Need } from './asks.ts';
import { Damage } from './damage.ts';
import type { Asked } from './endpoints.ts';
import { tronJudge } from './judge.ts';
import { type BlockHead, blockFactsOf, blockHeadOf, blockNumberOf, constantOf, precisionOf } from './node-answers.ts';

/** A block, and who showed it. */
interface Shown {
	readonly head: BlockHead;
	readonly endpoint: string;
}

/** Sends what TronWeb asks for. */
type Send = (ask: Ask) => Promise<string>;

/** TronWeb takes 0.3 s and 60 MB to load: it is, once, when the first question of a node is put. */
let loaded: Promise<(send: Send) => TronWeb> | undefined;

export class Node {
	readonly #transport: Asked;

	constructor(transport: Asked) {
		this.#transport = transport;
	}

	/**
	 * The newest block, or the newest that is final.
	 *
	 * @param notBefore milliseconds since 1970: a node whose newest block is older lags, and another is asked
	 * @throws ChainTrouble
	 */
	async head(confirmed: boolean, notBefore: number, signal: AbortSignal): Promise<Shown> {
		const { text, endpoint } = await this.#asked(
			(tronWeb) => (confirmed ? tronWeb.trx.getConfirmedCurrentBlock() : tronWeb.trx.getCurrentBlock()),
			tronJudge((text) => {
				const { instant } = blockHeadOf(text);
				if (instant < notBefore)
					throw new Damage(`the newest block is of ${instant}, and there was one of ${notBefore}`);
			}),
			signal,
		);
		return { head: blockHeadOf(text), endpoint };
	}

	/** The chain's first block, whose id tells chains apart. @throws ChainTrouble */
	async genesis(signal: AbortSignal): Promise<Shown> {
		const judge = tronJudge((text) => void blockHeadOf(text));
		const { text, endpoint } = await this.#asked((tronWeb) => tronWeb.trx.getBlockByNumber(0), judge, signal);
		return { head: blockHeadOf(text), endpoint };
	}

	/** @throws ChainTrouble */
	ask(need: Need, latest: boolean, signal: AbortSignal): Promise<Exchange> {
		return this.#asked(
			(tronWeb) => put(tronWeb, need, latest),
			tronJudge((text) => read(need, text)),
			signal,
		);
	}

	async #asked(put: (tronWeb: TronWeb) => Promise<unknown>, judge: Judge, signal: AbortSignal): Promise<Exchange> {
		let exchange: Exchange | undefined;
		let trouble: unknown;
		const send: Send = async (ask) => {
			try {
				const answer = await this.#transport.ask(ask, judge, signal);
				exchange = { ask, ...answer };
				return answer.text;
			} catch (error) {
				trouble = error;
				throw error;
			}
		};
		loaded ??= load();
		try {
			await put((await loaded)(send));
		} catch (error) {
			// TronWeb refuses some answers that are good: a block without transactions, a call of an unnamed owner.
			if (trouble !== undefined) throw trouble;
			if (exchange === undefined) throw error;
		}
		if (exchange === undefined) throw new ChainTrouble('refused', 'nothing was asked');
		return exchange;
	}
}

async function load(): Promise<(send: Send) => TronWeb> {
	const { TronWeb, providers } = await import('tronweb');
	class OurProvider extends providers.HttpProvider {
		readonly #send: Send;

		constructor(send: Send) {
			super('http://localhost');
			this.#send = send;
		}

		override async request<T>(url: string, payload: object = {}, method = 'get'): Promise<T> {
			const path = `/${url}`;
			const text = await this.#send(
				method.toLowerCase() === 'post' ? { path, body: JSON.stringify(payload) } : { path },
			);
			return JSON.parse(text) as T;
		}
	}
	return (send) => new TronWeb({ fullHost: new OurProvider(send) as unknown as string });
}

function put(tronWeb: TronWeb, need: Need, latest: boolean): Promise<unknown> {
	const { trx, transactionBuilder: builder } = tronWeb;
	const provider = latest ? tronWeb.fullNode : tronWeb.solidityNode;
	switch (need.kind) {
		case 'decimals':
		case 'balance': {
			const owner = need.kind === 'balance' ? need.owner : need.contract;
			const selector = need.kind === 'balance' ? 'balanceOf(address)' : 'decimals()';
			const parameters = need.kind === 'balance' ? [{ type: 'address', value: owner }] : [];
			return latest
				? builder.triggerConstantContract(need.contract, selector, {}, parameters, owner)
				: builder.triggerConfirmedConstantContract(need.contract, selector, {}, parameters, owner);
		}
		case 'precision':
			return trx.getTokenByID(need.token);
		case 'transaction':
			return latest ? trx.getUnconfirmedTransactionInfo(need.transaction) : trx.getTransactionInfo(need.transaction);
		case 'block':
			return blockOf(provider, latest, need.number);
	}
}

/** TronWeb has no method of its own for it. */
function blockOf(provider: TronWeb['fullNode'], latest: boolean, num: number): Promise<unknown> {
	return provider.request(`${latest ? 'wallet' : 'walletsolidity'}/gettransactioninfobyblocknum`, { num }, 'post');
}

function read(need: Need, text: string): void {
	switch (need.kind) {
		case 'decimals':
		case 'balance':
			constantOf(text);
			return;
		case 'precision':
			precisionOf(text, need.token);
			return;
		case 'transaction':
			blockNumberOf(text, need.transaction);
			return;
		case 'block':
			blockFactsOf(text, need.number);
			return;
	}
}
