import { type AccountId, handleOf } from '../../../ledger/account.ts';
import type { AssetId } from '../../../ledger/asset.ts';
import { HISTORY_KINDS, type HistoryKind, type Receipt } from '../../../ledger/receipt.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';
import type { ChainReader, Exchange, Head, HistoryQuestion, ReaderSetup, Stretch, Visibility } from '../contract.ts';
import { ChainTrouble, type Transport } from '../transport/contract.ts';
import { openTransport } from '../transport/open.ts';
import { headerCall, headerCheck, headerOf, type RawHeader } from './headers.ts';
import { quantity } from './hex.ts';
import type { EvmHistory } from './history.ts';
import { KeptBlocks } from './kept-blocks.ts';
import { chainIdOf } from './networks.ts';
import { Nodes } from './nodes.ts';
import { HistoryReading } from './reading.ts';
import { rereadHistory } from './reread.ts';
import { Rpc } from './rpc.ts';
import { scannedCoins } from './scan.ts';
import { TokenContracts } from './token-contract.ts';
import { scaled } from './token-drafts.ts';
import { tokenHistory } from './tokens.ts';
import { TracedCalls } from './traces.ts';

/** Opens a chain through JSON-RPC. Nothing is sent yet. */
export function openEvmReader(setup: ReaderSetup): ChainReader {
	return new EvmReader(setup);
}

class EvmReader implements ChainReader {
	readonly unit = 'block';
	readonly first = 0;
	readonly network: string;
	readonly #setup: ReaderSetup;
	readonly #transport: Transport;
	readonly #rpc: Rpc;
	readonly #nodes: Nodes;
	readonly #contracts: TokenContracts;
	readonly #histories: Readonly<Record<HistoryKind, EvmHistory>>;

	constructor(setup: ReaderSetup) {
		const { terms, endpoints, clock, allowance, confirmations, scan, internal } = setup;
		this.network = terms.network;
		this.#setup = setup;
		this.#transport = openTransport(endpoints, { clock, ...(allowance ? { allowance } : {}) });
		this.#rpc = new Rpc(this.#transport);
		this.#nodes = new Nodes(terms.network, this.#rpc, confirmations);
		this.#contracts = new TokenContracts(chainIdOf(terms.network), this.#transport);
		const blocks = new KeptBlocks((call, check, block, signal) => this.#nodes.ask(call, check, block, signal));
		this.#histories = {
			tokens: tokenHistory(terms, this.#nodes, this.#contracts),
			coins: scannedCoins(scan, this.#nodes, blocks),
			internal: new TracedCalls(internal === 'auto' ? scan : undefined, this.#nodes, blocks),
		};
	}

	get sent(): number {
		return this.#transport.sent;
	}

	get histories(): readonly Visibility[] {
		return HISTORY_KINDS.map((history) => {
			const reason = this.#histories[history].hidden;
			return { history, visible: reason === '', reason };
		});
	}

	head(signal: AbortSignal): Promise<Head> {
		return this.#nodes.head(signal);
	}

	async blockHash(mark: number, signal: AbortSignal): Promise<string | undefined> {
		// A node without a block that was there before lags behind.
		const present = mark <= this.#nodes.latest;
		const wellFormed = headerCheck(mark);
		const check = (result: unknown) => (result === null ? undefined : wellFormed(result));
		const { value } = await this.#rpc.ask<RawHeader | null>(headerCall(quantity(mark)), check, { signal, present });
		return value === null ? undefined : headerOf(value).hash;
	}

	async balance(account: AccountId, asset: AssetId, mark: number, signal: AbortSignal): Promise<bigint | undefined> {
		if (mark < this.first) return 0n;
		const { assets } = this.#setup.terms;
		try {
			const holder = handleOf(account);
			const token = handleOf(asset);
			if (token === 'coin') return await this.#contracts.coins(holder, mark, signal);
			const held = await this.#contracts.balance(token, holder, mark, signal);
			if (held === undefined || assets.has(asset)) return held;
			const { decimals } = await this.#contracts.decimals(token, signal);
			return scaled({ assets, decimals: decimals === undefined ? {} : { [asset]: decimals } }, asset, held);
		} catch (error) {
			if (error instanceof ChainTrouble && (error.kind === 'unable' || error.kind === 'refused')) return undefined;
			throw error;
		}
	}

	read(question: HistoryQuestion): AsyncIterable<Stretch> {
		const { terms, clock } = this.#setup;
		const history = this.#histories[question.history];
		const reading = { question, query: history.query, askedAt: clock.now() };
		return new HistoryReading(reading, history, this.#nodes, terms).stretches();
	}

	reread(receipt: Receipt, exchanges: readonly Exchange[]): readonly LedgerRecord[] {
		return rereadHistory(this.#histories[receipt.history], this.#setup.terms, receipt, exchanges);
	}

	close(): Promise<void> {
		return this.#transport.close();
	}
}
