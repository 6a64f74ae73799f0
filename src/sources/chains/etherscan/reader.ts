/** A chain through Etherscan's API V2, or an API like it: all three histories of an account, page by page. */
import type { AccountId } from '../../../ledger/account.ts';
import type { AssetId } from '../../../ledger/asset.ts';
import { Problem } from '../../../ledger/problem.ts';
import { covers, HISTORY_KINDS, type Receipt } from '../../../ledger/receipt.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';
import type {
	ChainReader,
	Exchange,
	Head,
	HistoryQuestion,
	OpenReader,
	ReaderSetup,
	Stretch,
	Visibility,
} from '../contract.ts';
import { ChainTrouble, type Transport } from '../transport/contract.ts';
import { openTransport } from '../transport/open.ts';
import { underReceipt } from '../under-receipt.ts';
import { DamagedAnswer, rowsIn, valueIn, valueJudge } from './answer.ts';
import { Blocks } from './blocks.ts';
import { Explorers } from './explorers.ts';
import { balanceAsk, type HistoryTerms } from './question.ts';
import { decodeRows } from './records.ts';
import { blockOf } from './rows.ts';
import { answeredStretch, failedStretch, type Marks, type Reading } from './stretch.ts';
import { PageLimits, type WalkTerms, walkWindows } from './windows.ts';

/** Opens an explorer of a chain. Nothing is sent yet. @throws Problem as `openTransport` */
export const openEtherscan: OpenReader = (setup) => {
	const { clock, allowance } = setup;
	const endpoints = setup.endpoints.map((endpoint) => ({
		...(endpoint.url.includes('{key}') ? {} : { keyParameter: 'apikey' }),
		...endpoint,
	}));
	return new EtherscanReader(setup, openTransport(endpoints, { clock, ...(allowance ? { allowance } : {}) }));
};

class EtherscanReader implements ChainReader {
	readonly network: string;
	readonly unit = 'block';
	readonly first = 0;
	readonly histories: readonly Visibility[];
	readonly #setup: ReaderSetup;
	readonly #transport: Transport;
	/** Undefined: all. */
	readonly #tokens: readonly AssetId[] | undefined;
	readonly #explorers: Explorers;
	readonly #blocks: Blocks;
	readonly #limits = new PageLimits();
	readonly #pinned = new Map<AssetId, number>();
	/** Whether the plan has balances of old blocks; undefined: not asked yet. */
	#balances: boolean | undefined;

	constructor(setup: ReaderSetup, transport: Transport) {
		this.network = setup.terms.network;
		this.#setup = setup;
		this.#transport = transport;
		this.#tokens = setup.terms.tokens?.filter((id) => id.startsWith(`${this.network}:0x`)).sort();
		// Nothing asked would look like nothing there.
		const hidden = this.#tokens?.length === 0 ? 'the case names no token of this network' : '';
		this.histories = HISTORY_KINDS.map((history) => {
			const reason = history === 'tokens' ? hidden : '';
			return { history, visible: reason === '', reason };
		});
		this.#explorers = new Explorers(this.network, transport);
		this.#blocks = new Blocks(transport, this.#explorers, this.network, setup.confirmations);
	}

	get sent(): number {
		return this.#transport.sent;
	}

	close(): Promise<void> {
		return this.#transport.close();
	}

	head(signal: AbortSignal): Promise<Head> {
		return this.#blocks.head(signal);
	}

	async blockHash(mark: number, signal: AbortSignal): Promise<string | undefined> {
		return (await this.#blocks.fresh(mark, signal))?.hash;
	}

	async balance(account: AccountId, asset: AssetId, mark: number, signal: AbortSignal): Promise<bigint | undefined> {
		if (this.#balances === false) return undefined;
		const judge = valueJudge((result) => (/^\d+$/.test(String(result)) ? '' : 'no balance'));
		try {
			const { text } = await this.#explorers.ask(
				this.#transport,
				balanceAsk(this.network, account, asset, mark),
				judge,
				mark,
				signal,
			);
			this.#balances = true;
			return BigInt(String(valueIn(text)));
		} catch (error) {
			if (!(error instanceof ChainTrouble) || !['denied', 'unable', 'refused'].includes(error.kind)) throw error;
			this.#balances = false;
			return undefined;
		}
	}

	async *read(question: HistoryQuestion): AsyncIterable<Stretch> {
		const { account, history, head } = question;
		const tokens = history === 'tokens' ? (this.#tokens ?? []) : [];
		const terms: HistoryTerms = { network: this.network, account, history, tokens };
		const marks: Marks = { next: question.from, instant: 0 };
		const parts = [
			{ until: Math.min(question.until, head.final), provisional: false },
			{ until: question.until, provisional: true },
		];
		for (const { until, provisional } of parts) {
			if (marks.next > until) continue;
			const askedAt = this.#setup.clock.now();
			const reading: Reading = { question: { ...question, until }, terms, provisional, askedAt };
			try {
				yield* this.#part(reading, marks);
			} catch (error) {
				if (!(error instanceof ChainTrouble)) throw error;
				yield failedStretch(reading, marks, this.#limits.size, error);
				return;
			}
		}
	}

	reread(receipt: Receipt, exchanges: readonly Exchange[]): readonly LedgerRecord[] {
		if (!covers(receipt)) return [];
		try {
			const rows = exchanges.flatMap(({ text }) => rowsIn(text)).filter((row) => within(blockOf(row), receipt));
			const { assets } = this.#setup.terms;
			const { records } = decodeRows(rows, { ...receipt, network: receipt.chain, assets });
			return underReceipt(records, receipt.id);
		} catch (cause) {
			if (!(cause instanceof DamagedAnswer)) throw cause;
			throw new Problem('evidence', 'chain.kept-damaged', { file: receipt.id, reason: cause.message }, cause);
		}
	}

	/** @throws ChainTrouble */
	async *#part(reading: Reading, marks: Marks): AsyncIterable<Stretch> {
		const { question, provisional } = reading;
		const { until, signal } = question;
		const { assets } = this.#setup.terms;
		const shared = { assets, explorers: this.#explorers, pinned: this.#pinned, signal };
		const terms: WalkTerms = { ...reading.terms, ...shared, provisional };
		marks.instant ||= (await this.#blocks.needed(marks.next, signal)).instant;
		for await (const piece of walkWindows(this.#transport, terms, this.#limits, marks.next, until)) {
			const end = await this.#blocks.needed(piece.until, signal);
			yield answeredStretch(reading, piece, marks, end);
			marks.next = piece.until + 1;
			// Between two blocks of a chain there is nothing.
			marks.instant = end.instant;
		}
	}
}

function within(block: number, { from, until }: Pick<Receipt, 'from' | 'until'>): boolean {
	return block >= from && block <= until;
}
