import { hash } from 'node:crypto';
import type { Asset } from '../../src/ledger/asset.ts';
import { recordId } from '../../src/ledger/evidence.ts';
import { type HistoryKind, type Receipt, sealReceipt } from '../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { ChainReader, Exchange, Head, HistoryQuestion, Stretch } from '../../src/sources/chains/contract.ts';
import { ChainTrouble } from '../../src/sources/chains/transport/contract.ts';

export const NETWORK = 'evm-4242';
export const TOKEN: Asset = { id: `${NETWORK}:0x00000000000000000000000000000000000000AA`, symbol: 'T', decimals: 0 };

export interface Paid {
	readonly from: string;
	readonly to: string;
	readonly amount: bigint;
}

interface Block {
	readonly hash: string;
	readonly paid: readonly Paid[];
}

/** A chain in memory with token transfers on it: the outside world of a test of what is asked, and when. */
export class MemoryChain {
	readonly blocks: Block[] = [];
	/** Blocks on top of one that make it final. */
	depth = 0;
	/** Calls by what they ask, the questions of `read` as `<account> <from>-<until>`. */
	readonly asked: string[] = [];
	/** Called before each stretch; throws the trouble that shall end the reading. */
	onStretch: (question: HistoryQuestion, from: number) => void = () => {};
	/** A node that knows fewer blocks than the chain has. */
	behind = 0;
	/** First and last block for which the node swears that nothing happened. */
	lie: readonly [number, number] = [0, -1];
	/** First block that is looked at, as in a block scan that somebody declared. */
	scannedFrom = 1;
	/** Whether the node still has states to tell balances of. */
	balances = true;
	#made = 0;

	mine(...paid: readonly Paid[]): void {
		this.#made += 1;
		this.blocks.push({ hash: `0x${hash('sha256', `${this.#made}`)}`, paid });
	}

	/** Takes the last blocks back and puts others in their place. */
	reorganise(depth: number, blocks: readonly (readonly Paid[])[]): void {
		this.blocks.splice(-depth);
		for (const paid of blocks) this.mine(...paid);
	}

	reader(now: () => number = () => 1_700_000_000_000, size = 3, tokens: readonly string[] = [TOKEN.id]): ChainReader {
		const chain = this;
		return {
			network: NETWORK,
			unit: 'block',
			first: 1,
			histories: (['tokens', 'coins', 'internal'] as const).map((history) => ({
				history,
				visible: history === 'tokens',
				reason: history === 'tokens' ? '' : 'no interface of this chain shows it',
			})),
			async head(signal) {
				chain.asked.push('head');
				if (signal.aborted) throw new ChainTrouble('aborted', 'interrupted');
				return chain.#head();
			},
			async blockHash(mark) {
				chain.asked.push(`hash ${mark}`);
				return chain.blocks[mark - 1]?.hash;
			},
			async balance(account, _asset, mark) {
				chain.asked.push(`balance ${account} ${mark}`);
				if (!chain.balances) return undefined;
				const moves = chain.blocks.slice(0, mark).flatMap(({ paid }) => paid);
				return moves.reduce(
					(sum, { from, to, amount }) => sum + (to === account ? amount : 0n) - (from === account ? amount : 0n),
					0n,
				);
			},
			read: (question) => chain.#read(question, now, size, tokens),
			reread: recordsOf,
			get sent() {
				return chain.asked.length;
			},
			close: () => Promise.resolve(),
		};
	}

	#head(): Head {
		const latest = this.blocks.length - this.behind;
		const final = latest - this.depth;
		return { latest, final, latestInstant: instantOf(latest), finalInstant: instantOf(final) };
	}

	async *#read(
		question: HistoryQuestion,
		now: () => number,
		size: number,
		tokens: readonly string[],
	): AsyncGenerator<Stretch> {
		const { account, history, from, until, head, signal } = question;
		this.asked.push(`${account.slice(-2)} ${from}-${until}`);
		const first = Math.max(from, this.scannedFrom);
		if (from < first) {
			const hidden = { account, history, tokens, from, until: Math.min(until, first - 1), head, askedAt: now() };
			const receipt = receiptOf({ ...hidden, provisional: false, outcome: 'not-visible', reason: 'not looked at' });
			yield { receipt, records: [], exchanges: [] };
		}
		for (let at = first; at <= until; at += size) {
			const end = Math.min(at + size - 1, until);
			const about = {
				account,
				history,
				tokens,
				from: at,
				until: end,
				head,
				provisional: at > head.final,
				askedAt: now(),
			};
			try {
				if (signal.aborted) throw new ChainTrouble('aborted', 'interrupted');
				this.onStretch(question, at);
			} catch (cause) {
				if (!(cause instanceof ChainTrouble)) throw cause;
				const outcome = cause.kind === 'aborted' ? 'cut' : 'rate-limited';
				yield { receipt: receiptOf({ ...about, until, outcome, reason: cause.detail }), records: [], exchanges: [] };
				return;
			}
			const rows = this.blocks
				.slice(at - 1, end)
				.flatMap(({ paid }, index) =>
					paid
						.map((one, log) => [
							at + index,
							log,
							one.from,
							one.to,
							one.amount.toString(),
							this.blocks[at + index - 1]?.hash,
						])
						.filter(
							([mark, , payer, payee]) =>
								tokens.includes(TOKEN.id) && !this.#hidden(Number(mark)) && (payer === account || payee === account),
						),
				);
			const exchange = {
				ask: { path: '', body: `${account} ${at}-${end}` },
				text: JSON.stringify(rows),
				endpoint: 'memory',
			};
			const untilHash = this.blocks[end - 1]?.hash ?? '';
			const outcome = rows.length > 0 ? 'complete' : 'empty';
			const receipt = receiptOf({ ...about, outcome, untilHash, records: rows.length, answers: [exchange] });
			yield { receipt, records: recordsOf(receipt, [exchange]), exchanges: [exchange] };
		}
	}

	#hidden(mark: number): boolean {
		return mark >= this.lie[0] && mark <= this.lie[1];
	}
}

function instantOf(block: number): number {
	return 1_600_000_000_000 + block * 1000;
}

function receiptOf({
	head,
	answers = [],
	...said
}: {
	account: string;
	history: HistoryKind;
	tokens: readonly string[];
	from: number;
	until: number;
	head: Head;
	provisional: boolean;
	askedAt: number;
	outcome: Receipt['outcome'];
	reason?: string;
	untilHash?: string;
	records?: number;
	answers?: readonly Exchange[];
}): Receipt {
	return sealReceipt({
		chain: NETWORK,
		query: 'transfers',
		endpoint: 'memory',
		unit: 'block',
		fromInstant: instantOf(said.from),
		untilInstant: instantOf(said.until),
		latest: head.latest,
		final: head.final,
		cursor: '',
		decimals: { [TOKEN.id]: TOKEN.decimals },
		records: 0,
		reason: '',
		...said,
		answers: answers.map(({ text }) => hash('sha256', text)),
	});
}

/** The transaction hangs on its block, as if the block said when it was signed: after a reorganisation it is another one. */
function recordsOf(receipt: Receipt, exchanges: readonly Exchange[]): LedgerRecord[] {
	return exchanges.flatMap(({ text }) =>
		(JSON.parse(text) as [number, number, string, string, string, string][]).map(
			([mark, log, from, to, amount, block]): LedgerRecord => {
				const transaction = `0x${hash('sha256', `${block} ${log}`)}`;
				const evidence = {
					kind: 'chain',
					chain: NETWORK,
					transaction,
					position: `log ${log}`,
					receipt: receipt.id,
				} as const;
				return {
					id: recordId(evidence),
					evidence,
					source: 'memory',
					institution: `chain:${NETWORK}`,
					own: 'neither',
					from: { account: from },
					to: { account: to },
					asset: TOKEN.id,
					amount: BigInt(amount),
					moment: { instant: instantOf(mark), text: `${mark}`, precision: 'second' },
					block: { number: mark, index: log },
					sequence: 0,
					keys: { order: transaction, log },
					medium: 'token',
					state: receipt.provisional ? 'open' : 'done',
					type: 'Transfer',
					memo: '',
					raw: JSON.stringify([mark, log]),
				};
			},
		),
	);
}
