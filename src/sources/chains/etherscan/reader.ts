/** A chain through Etherscan's API V2, or an API like it: all three histories of an account, page by page. */
import type { AccountId } from '../../../ledger/account.ts';
import type { AssetId } from '../../../ledger/asset.ts';
import { Problem } from '../../../ledger/problem.ts';
import { covers, HISTORY_KINDS, type Receipt, sealReceipt } from '../../../ledger/receipt.ts';
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
import { type CheckedPiece, crossChecked } from '../cross-check.ts';
import { answersOf, outcomeOf } from '../outcome.ts';
import { ChainTrouble, type Transport } from '../transport/contract.ts';
import { openTransport } from '../transport/open.ts';
import { DamagedAnswer, rowsIn, valueIn, valueJudge } from './answer.ts';
import { Blocks } from './blocks.ts';
import { balanceAsk, type HistoryTerms, historyAsk, printed } from './question.ts';
import { decodeRows, underReceipt } from './records.ts';
import { blockOf } from './rows.ts';
import { CutBlock, PageLimits, type WalkTerms, walkWindows } from './windows.ts';

/** Opens an explorer of a chain. Nothing is sent yet. @throws Problem as `openTransport` */
export const openEtherscan: OpenReader = (setup) => {
	const { endpoints, clock, allowance } = setup;
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
	readonly #blocks: Blocks;
	readonly #limits = new PageLimits();
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
		this.#blocks = new Blocks(transport, this.network, setup.confirmations);
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
			const { text } = await this.#transport.ask(balanceAsk(this.network, account, asset, mark), judge, signal);
			this.#balances = true;
			return BigInt(String(valueIn(text)));
		} catch (error) {
			if (!(error instanceof ChainTrouble) || !['denied', 'unable', 'refused'].includes(error.kind)) throw error;
			this.#balances = false;
			return undefined;
		}
	}

	async *read(question: HistoryQuestion): AsyncIterable<Stretch> {
		const { head } = question;
		const marks: Marks = { next: question.from, instant: 0 };
		const parts = [
			{ until: Math.min(question.until, head.final), provisional: false },
			{ until: question.until, provisional: true },
		];
		for (const { until, provisional } of parts) {
			if (marks.next > until) continue;
			const asked = { ...question, until };
			try {
				if (!(yield* this.#part(asked, provisional, marks))) return;
			} catch (error) {
				if (!(error instanceof ChainTrouble)) throw error;
				yield this.#failed(asked, provisional, marks, error);
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

	/** @returns whether all of it was answered */
	async *#part(question: HistoryQuestion, provisional: boolean, marks: Marks): AsyncGenerator<Stretch, boolean> {
		const { from: _, until, signal } = question;
		const terms: WalkTerms = { ...this.#history(question), assets: this.#setup.terms.assets, provisional, signal };
		const asking = (transport: Transport, from: number, end: number) =>
			walkWindows(transport, terms, this.#limits, from, end);
		marks.instant ||= (await this.#blocks.needed(marks.next, signal)).instant;
		const pieces = this.#setup.terms.crossCheck
			? crossChecked(this.#transport, asking, marks.next, until)
			: asking(this.#transport, marks.next, until);
		for await (const piece of pieces) {
			const end = await this.#blocks.needed(piece.until, signal);
			const { difference = '', endpoints = [] } = piece as Partial<CheckedPiece>;
			const agree = difference === '';
			const receipt = sealReceipt({
				...this.#said(question, provisional),
				query: printed(piece.exchanges[0]?.ask ?? { path: '' }),
				endpoint: [...new Set([...endpoints, ...piece.exchanges.map(({ endpoint }) => endpoint)])].join(' '),
				from: piece.from,
				until: piece.until,
				fromInstant: marks.instant,
				untilInstant: end.instant,
				untilHash: end.hash,
				cursor: `page ${piece.exchanges.at(-1)?.ask.query?.page ?? 1}`,
				answers: answersOf(piece.exchanges),
				records: agree ? piece.records.length : 0,
				decimals: piece.decimals,
				outcome: agree ? (piece.records.length === 0 ? 'empty' : 'complete') : 'disagreement',
				reason: difference,
			});
			yield { receipt, records: agree ? underReceipt(piece.records, receipt.id) : [], exchanges: piece.exchanges };
			if (!agree) return false;
			marks.next = piece.until + 1;
			// Between two blocks of a chain there is nothing.
			marks.instant = end.instant;
		}
		return true;
	}

	#failed(question: HistoryQuestion, provisional: boolean, marks: Marks, trouble: ChainTrouble): Stretch {
		const { head, until } = question;
		const receipt = sealReceipt({
			...this.#said(question, provisional),
			query: printed(
				historyAsk(this.#history(question), { from: marks.next, until, page: 1, size: this.#limits.size }),
			),
			endpoint: '',
			from: marks.next,
			until,
			fromInstant: marks.instant,
			untilInstant: until === head.final ? head.finalInstant : head.latestInstant,
			cursor: '',
			answers: [],
			records: 0,
			decimals: {},
			outcome: trouble instanceof CutBlock ? 'cut' : outcomeOf(trouble),
			reason: trouble.detail,
		});
		return { receipt, records: [], exchanges: [] };
	}

	#history({ account, history }: HistoryQuestion): HistoryTerms {
		const tokens = history === 'tokens' ? (this.#tokens ?? []) : [];
		return { network: this.network, account, history, tokens };
	}

	#said(question: HistoryQuestion, provisional: boolean) {
		const { account, history, tokens } = this.#history(question);
		const { latest, final } = question.head;
		const askedAt = this.#setup.clock.now();
		return {
			account,
			chain: this.network,
			history,
			tokens,
			unit: this.unit,
			latest,
			final,
			provisional,
			askedAt,
		} as const;
	}
}

/** How far a history was read. */
interface Marks {
	next: number;
	/** Time of its first block, or of the one before; 0 where that is not known yet. */
	instant: number;
}

function within(block: number, { from, until }: Pick<Receipt, 'from' | 'until'>): boolean {
	return block >= from && block <= until;
}
