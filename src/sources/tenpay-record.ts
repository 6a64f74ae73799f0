/** One row of TenpayTrades as a record. Called a million times: what repeats is kept, and nothing is searched twice. */
import {
	type AccountId,
	accountOf,
	nickAccount,
	TENPAY_FEE,
	tenpayAccount,
	unknownAccount,
} from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import { recordId } from '../ledger/evidence.ts';
import { parseAmount } from '../ledger/money.ts';
import type { LedgerRecord, Medium, RecordKeys, Side } from '../ledger/record.ts';
import type { Fate, Unreadable } from './batches.ts';
import { emptyIfNone, isDamaged, TimeReader } from './cells.ts';
import type { Header } from './header.ts';
import type { TableRow } from './rows.ts';
import { decimalsOf, type TenpayField } from './tenpay-columns.ts';
import { TenpayKinds } from './tenpay-kinds.ts';
import type { PacketWindow } from './tenpay-packets.ts';

export interface TenpayTable {
	readonly file: string;
	readonly sheet: string;
	readonly header: Header<TenpayField>;
	readonly offsetMinutes: number;
	readonly window: PacketWindow;
	/** Place of a row in time order among the rows of its file. */
	sequenceOf(row: number): number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class TenpayReader {
	readonly #table: TenpayTable;
	readonly #columns: Readonly<Partial<Record<TenpayField, number>>>;
	readonly #times: TimeReader;
	readonly #decimals: number;
	readonly #shareDecimals: number;
	readonly #balanceDecimals: number;
	readonly #kinds = new TenpayKinds();
	/** Cards by what is printed, few in a file. */
	readonly #cards = new Map<string, AccountId | undefined>();

	constructor(table: TenpayTable) {
		this.#table = table;
		this.#columns = table.header.columns;
		this.#times = new TimeReader(table.offsetMinutes);
		this.#decimals = decimalsOf(table.header, 'amount') ?? 0;
		this.#shareDecimals = decimalsOf(table.header, 'share') ?? this.#decimals;
		this.#balanceDecimals = decimalsOf(table.header, 'balance') ?? this.#decimals;
	}

	read(row: TableRow): Fate {
		const { cells } = row;
		const direction = this.#cell(cells, 'direction');
		const out = direction.includes('出');
		if (out === direction.includes('入')) return this.#unreadable(row, 'direction', 'direction');
		const own = accountIn(this.#cell(cells, 'user'));
		if (own === undefined) return this.#unreadable(row, 'user', 'account');
		if (isDamaged(this.#cell(cells, 'other'))) return this.#unreadable(row, 'other', 'account');
		const moment = this.#times.read(this.#cell(cells, 'time'));
		if (moment === undefined) return this.#unreadable(row, 'time', 'time');
		const whole = readUnits(this.#cell(cells, 'amount'), this.#decimals);
		if (typeof whole === 'string') return this.#unreadable(row, 'amount', whole);

		const kind = this.#kinds.of(
			out,
			this.#cell(cells, 'business'),
			this.#cell(cells, 'purpose'),
			this.#cell(cells, 'note'),
		);
		const evidence = { kind: 'file', file: this.#table.file, sheet: this.#table.sheet, row: row.row, part: 0 } as const;
		const id = recordId(evidence);
		const card = this.#card(this.#cell(cells, 'card'));
		const mine = sideOf(own, this.#cell(cells, 'userName'));
		const theirs = this.#counterparty(cells, own, kind.medium, card, id, out ? 'to' : 'from');
		const record: Mutable<LedgerRecord> = {
			id,
			evidence,
			source: 'tenpay-trades',
			institution: 'tenpay',
			own: out ? 'from' : 'to',
			from: out ? mine : theirs,
			to: out ? theirs : mine,
			asset: CNY.id,
			amount: whole,
			moment,
			sequence: this.#table.sequenceOf(row.row),
			keys: this.#keys(cells),
			medium: kind.medium,
			state: 'done',
			type: kind.type,
			memo: this.#memo(cells),
			raw: row.raw,
		};
		const balance = readUnits(this.#cell(cells, 'balance'), this.#balanceDecimals);
		if (typeof balance === 'bigint') record.balance = balance;
		if (card !== undefined) record.card = card;
		const shareText = emptyIfNone(this.#cell(cells, 'share'));
		const share = shareText === '' ? undefined : readUnits(shareText, this.#shareDecimals);
		if (typeof share === 'string') return this.#unreadable(row, 'share', share);
		return { records: divide(record, whole, share, out, this.#table.window) };
	}

	#cell(cells: readonly string[], field: TenpayField): string {
		const column = this.#columns[field];
		return column === undefined ? '' : (cells[column] ?? '');
	}

	/** Extra TABs in a row belong to its last column. */
	#memo(cells: readonly string[]): string {
		const column = this.#columns.memo;
		const width = this.#table.header.names.length;
		if (column === width - 1 && cells.length > width) return cells.slice(column).join(' ').trim();
		return this.#cell(cells, 'memo');
	}

	#keys(cells: readonly string[]): RecordKeys {
		const keys: Mutable<RecordKeys> = {};
		const order = numberIn(this.#cell(cells, 'order'));
		const parent = numberIn(this.#cell(cells, 'parent'));
		const clearing = numberIn(this.#cell(cells, 'clearing')) || numberIn(this.#cell(cells, 'otherClearing'));
		if (order !== '') keys.order = order;
		if (parent !== '') keys.parent = parent;
		if (clearing !== '') keys.clearing = clearing;
		return keys;
	}

	/** The other side: the own card where money goes to or comes from it, else the account, card or name that is printed. */
	#counterparty(
		cells: readonly string[],
		own: AccountId,
		medium: Medium,
		card: AccountId | undefined,
		id: string,
		side: 'from' | 'to',
	): Side {
		const name = emptyIfNone(this.#cell(cells, 'otherName')) || emptyIfNone(this.#cell(cells, 'otherFirm'));
		const passage = medium === 'withdrawal' || medium === 'top-up';
		const account = passage ? undefined : accountIn(emptyIfNone(this.#cell(cells, 'other')));
		if (account !== undefined) return sideOf(account, name);
		const theirCard = this.#card(this.#cell(cells, 'otherCard'));
		const through = passage ? (card ?? theirCard) : theirCard;
		if (through !== undefined) return sideOf(through, passage ? this.#cell(cells, 'otherBank') : name);
		if (medium === 'fee') return sideOf(TENPAY_FEE, name);
		if (name !== '') return sideOf(nickAccount(own, name), name);
		return { account: unknownAccount(id, side) };
	}

	#card(text: string): AccountId | undefined {
		if (text === '') return undefined;
		if (this.#cards.has(text)) return this.#cards.get(text);
		const account = accountOf('bank', emptyIfNone(text));
		if (this.#cards.size < CARDS_MAX) this.#cards.set(detached(text), account);
		return account;
	}

	#unreadable(row: TableRow, field: TenpayField, reject: Unreadable['reject']): Fate {
		const column = this.#table.header.names[this.#columns[field] ?? -1] ?? '';
		return { reject, column, value: this.#cell(row.cells, field) };
	}
}

/**
 * What the counterparty got of what the row shows. A packet's row repeats the whole packet and prints the share beside
 * it: the share is what was paid. A withdrawal prints what reached the card: the rest is the fee.
 */
function divide(
	record: Mutable<LedgerRecord>,
	whole: bigint,
	share: bigint | undefined,
	out: boolean,
	window: PacketWindow,
): LedgerRecord[] {
	if (record.medium === 'red-packet') {
		if (share !== undefined && share !== whole && (out || share > 0n)) {
			record.medium = 'group-packet';
			record.amount = share;
			record.packet = whole;
		} else if (share === undefined && out && window.hasSeveral(record.keys.order ?? '')) {
			record.medium = 'group-packet';
			record.amount = undefined;
			record.packet = whole;
		}
		return [record];
	}
	if (record.medium !== 'withdrawal' || share === undefined || share === 0n || share >= whole) return [record];
	record.amount = share;
	return [record, feeOf(record, whole - share)];
}

/** The fee that a row contains, as its own movement: part 1 of the row. Card, clearing number and balance are the payment's. */
function feeOf(record: LedgerRecord, fee: bigint): LedgerRecord {
	const { card: _card, balance: _balance, keys, ...rest } = record;
	const { clearing: _clearing, ...kept } = keys;
	const evidence = { ...record.evidence, part: 1 } as LedgerRecord['evidence'];
	const to = { account: TENPAY_FEE };
	return { ...rest, keys: kept, id: recordId(evidence), evidence, to, amount: fee, medium: 'fee' };
}

/** Whole numbers of smallest units are nearly every cell; all others go the careful way. */
function readUnits(text: string, decimals: number): bigint | 'amount' | 'amount-damaged' {
	if (decimals === 0 && text.length > 0 && text.length < 16) {
		let digits = true;
		for (let i = 0; i < text.length && digits; i++) {
			const code = text.charCodeAt(i);
			digits = code >= 48 && code <= 57;
		}
		if (digits) return BigInt(Number(text));
	}
	const reading = parseAmount(text, decimals);
	if (!reading.ok) return reading.fault === 'damaged' ? 'amount-damaged' : 'amount';
	return reading.amount;
}

/** An identifier; one that a spreadsheet rounded would be the same for many payments, and is left out. */
function numberIn(cell: string): string {
	return isDamaged(cell) ? '' : emptyIfNone(cell);
}

function sideOf(account: AccountId, name: string): Side {
	return name === '' ? { account } : { account, name };
}

function accountIn(handle: string): AccountId | undefined {
	return isDamaged(handle) ? undefined : tenpayAccount(handle);
}

const CARDS_MAX = 10_000;

/** A copy of its own: a cell is a slice of the block of text it was cut from, and would keep a megabyte alive with it. */
function detached(text: string): string {
	return Buffer.from(text, 'utf8').toString('utf8');
}
