import type { AccountId } from '../../../ledger/account.ts';
import { accountOf, handleOf } from '../../../ledger/account.ts';
import type { AssetId } from '../../../ledger/asset.ts';
import { Problem } from '../../../ledger/problem.ts';
import { covers, type Receipt } from '../../../ledger/receipt.ts';
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
import type { Transport } from '../transport/contract.ts';
import { openTransport } from '../transport/open.ts';
import { Damage } from './damage.ts';
import { decode } from './decode.ts';
import { Endpoints } from './endpoints.ts';
import { Node } from './node.ts';
import { constantOf } from './node-answers.ts';
import { decoding, type Facts } from './pieces.ts';
import { stretches } from './stretches.ts';
import { NETWORK, recordOf, type Subject } from './subject.ts';
import { PAGE_ROWS, walk } from './walk.ts';

/** 2018-06-24, before the first block with a time. */
const FIRST = 1_529_800_000_000;
/** The last moment that a time of thirteen digits names, and one more. */
const LAST = 9_999_999_999_998;
/** Between two blocks (java-tron, `BLOCK_PRODUCED_INTERVAL`). */
const BLOCK_MS = 3000;
/**
 * The histories come out of an index that follows the nodes. What it has not taken in yet when a stretch up to the head
 * is read would be missed for good, so final is what has been final for a minute.
 */
const INDEX_LAG_MS = 60_000;

/** Opens TRON through TronGrid's interface. Nothing is sent yet. */
export const openTronGrid: OpenReader = (setup) => new TronReader(setup);

class TronReader implements ChainReader {
	readonly network = NETWORK;
	readonly unit = 'ms';
	readonly first = FIRST;
	readonly histories: readonly Visibility[] = (['tokens', 'coins', 'internal'] as const).map((history) => {
		return { history, visible: true, reason: '' };
	});
	readonly #setup: ReaderSetup;
	readonly #transport: Transport;
	readonly #endpoints: Endpoints;
	readonly #facts: Facts = new Map();
	/** The furthest heads seen, milliseconds since 1970. */
	readonly #seen = { latest: 0, final: 0 };

	constructor(setup: ReaderSetup) {
		const { clock, allowance } = setup;
		const endpoints = setup.endpoints.map((endpoint) => ({ keyHeader: 'TRON-PRO-API-KEY', ...endpoint }));
		this.#setup = setup;
		this.#transport = openTransport(endpoints, { clock, ...(allowance ? { allowance } : {}) });
		this.#endpoints = new Endpoints(this.#transport);
	}

	get sent(): number {
		return this.#transport.sent;
	}

	close(): Promise<void> {
		return this.#transport.close();
	}

	async head(signal: AbortSignal): Promise<Head> {
		// Of several nodes behind one address some are a few blocks behind; one that lags further does not count.
		const solid = await this.#endpoints.head(true, this.#seen.final - INDEX_LAG_MS, signal);
		const now = await this.#endpoints.head(false, this.#seen.latest - INDEX_LAG_MS, signal);
		this.#seen.final = Math.max(this.#seen.final, solid.instant);
		this.#seen.latest = Math.max(this.#seen.latest, now.instant);
		const latest = Math.max(now.instant, solid.instant);
		const { confirmations } = this.#setup;
		const settled =
			confirmations === undefined ? solid.instant : Math.min(solid.instant, latest - confirmations * BLOCK_MS);
		const final = Math.max(FIRST, settled - INDEX_LAG_MS);
		return { latest, final, latestInstant: latest, finalInstant: final };
	}

	/** A mark is a moment, and has no block of its own; what is final here stays. */
	async blockHash(): Promise<string | undefined> {
		return undefined;
	}

	/**
	 * A node tells the present balance only, that of its last final block. It is the one at a mark where the history has
	 * nothing behind the mark, not even what is not final: asked after the balance, so that nothing comes in between.
	 */
	async balance(account: AccountId, asset: AssetId, mark: number, signal: AbortSignal): Promise<bigint | undefined> {
		if (mark < FIRST) return 0n;
		if (accountOf(NETWORK, handleOf(asset)) !== asset) return undefined;
		const need = { kind: 'balance', contract: handleOf(asset), owner: handleOf(account) } as const;
		const asked = this.#endpoints.upTo(Math.min(mark, this.#seen.final));
		const { text } = await new Node(asked).ask(need, false, signal);
		const window = { from: mark + 1, until: LAST, provisional: true } as const;
		const { assets } = this.#setup.terms;
		const subject: Subject = { account, history: 'tokens', tokens: [asset], assets, ...window };
		const { exchanges, trouble } = await walk(asked, subject, PAGE_ROWS, signal);
		if (trouble !== undefined) throw trouble;
		// Leave to take tokens is a row, and moves none.
		return decoding(subject, exchanges).moves.length === 0 ? constantOf(text) : undefined;
	}

	read(question: HistoryQuestion): AsyncIterable<Stretch> {
		const { clock, terms } = this.#setup;
		return stretches({ clock, terms, endpoints: this.#endpoints, facts: this.#facts }, question);
	}

	reread(receipt: Receipt, exchanges: readonly Exchange[]): readonly LedgerRecord[] {
		if (!covers(receipt)) return [];
		const { account, history, from, until, provisional } = receipt;
		const tokens = receipt.tokens.length === 0 ? undefined : receipt.tokens;
		const { assets } = this.#setup.terms;
		try {
			const { moves } = decode({ account, history, tokens, assets, from, until, provisional }, exchanges);
			return moves.map((move) => recordOf(move, receipt.id));
		} catch (error) {
			if (!(error instanceof Damage)) throw error;
			throw new Problem('evidence', 'chain.kept-damaged', { file: receipt.id, reason: error.message }, error);
		}
	}
}
