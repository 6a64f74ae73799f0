/** Who paid whom in a mapped table: payer and payee in two columns, or an own account, a counterparty and a direction. */
import { type AccountId, billAccount, isChain, nickAccount, unknownAccount } from '../ledger/account.ts';
import type { LedgerRecord, Side } from '../ledger/record.ts';
import { writtenAccount } from './attribution-words.ts';
import { isDamaged } from './cells.ts';
import { chainIn } from './mapped-asset.ts';
import { accountFault, type MappedContext, mappedAccount, neededAccount } from './mapped-row.ts';
import { wayOf } from './mapped-way.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';

type MappedRow = Row<MappedField>;

/** The two sides, whose file it is, and the amount, which may carry the direction as its sign. */
export interface MappedMovement {
	readonly from: Side;
	readonly to: Side;
	readonly own: LedgerRecord['own'];
	readonly amount: bigint;
}

/** @throws RowFault naming the cell that cannot be read */
export function movementIn(row: MappedRow, context: MappedContext, decimals: number): MappedMovement {
	return row.has('from') || row.has('to') ? named(row, context, decimals) : directed(row, context, decimals);
}

/** Payer and payee each in a column. One of them may be empty: somebody unknown, or known by name only. */
function named(row: MappedRow, context: MappedContext, decimals: number): MappedMovement {
	const amount = row.amount('amount', decimals);
	const payer = partyIn(row, 'from', row.text('fromName'), context);
	const payee = partyIn(row, 'to', row.text('toName'), context);
	if (payer.account === undefined && payee.account === undefined) throw row.fault('from', 'account');
	const { owner } = context.hints;
	return {
		from: sideOf(row, payer, payee.account, 'from'),
		to: sideOf(row, payee, payer.account, 'to'),
		amount,
		own:
			owner === undefined ? 'neither' : owner === payer.account ? 'from' : owner === payee.account ? 'to' : 'neither',
	};
}

/** An own account, by its column or by whose file it is; `fromName` is its name, `toName` the counterparty's. */
function directed(row: MappedRow, context: MappedContext, decimals: number): MappedMovement {
	const { mapping, hints, file } = context;
	const signed = signedIn(row, decimals);
	const into = comesIn(row, context, signed);
	const account =
		row.text('own') === '' ? (hints.owner ?? billAccount(file.hash)) : neededAccount(row, 'own', mapping.network);
	const own: Side = { account, ...nameIn(row.text('fromName')) };
	const other = sideOf(row, counterparty(row, context), account, into ? 'from' : 'to');
	const amount = signed < 0n ? -signed : signed;
	return into ? { from: other, to: own, own: 'to', amount } : { from: own, to: other, own: 'from', amount };
}

/** The amount, below nothing where a column of its own says that it went out. @throws RowFault unless just one does */
function signedIn(row: MappedRow, decimals: number): bigint {
	if (!row.has('inAmount')) return row.signedAmount('amount', decimals);
	const [came, went] = (['inAmount', 'outAmount'] as const).map((field) =>
		row.text(field) === '' ? 0n : row.amount(field, decimals),
	) as [bigint, bigint];
	if ((came === 0n) === (went === 0n)) throw row.fault('outAmount', 'direction');
	return came - went;
}

function comesIn(row: MappedRow, { mapping }: MappedContext, amount: bigint): boolean {
	if (!row.has('direction')) {
		if (amount === 0n) throw row.fault('amount', 'direction');
		return amount > 0n;
	}
	if (amount < 0n) throw row.fault('amount', 'amount');
	const way = wayOf(row.text('direction'), mapping);
	if (way === undefined) throw row.fault('direction', 'direction');
	return way === 'in';
}

/** What a cell and the name beside it say of one side; `name` is '' where they say none. */
interface Party {
	readonly account?: AccountId;
	readonly name: string;
}

/** Without a network a word that is no account is a name: of somebody whom only this table knows. */
function counterparty(row: MappedRow, context: MappedContext): Party {
	const text = row.text('counterparty');
	const isName = context.mapping.network === undefined && chainIn(row) === undefined && isMalformed(text);
	return isName && text !== '' ? { name: text } : partyIn(row, 'counterparty', row.text('toName'), context);
}

function isMalformed(text: string): boolean {
	const reading = writtenAccount(text);
	return !reading.ok && reading.fault === 'malformed' && !isDamaged(text);
}

/**
 * A masked account is none: it stands for a name where there is no other. Masked addresses of chains are rejected.
 *
 * @throws RowFault where the cell holds something else that is no account
 */
function partyIn(row: MappedRow, field: MappedField, name: string, { mapping }: MappedContext): Party {
	const text = row.text(field);
	if (text === '') return { name };
	const network = chainIn(row) ?? mapping.network;
	const reading = mappedAccount(row, field, network);
	if (reading.ok) return { account: reading.account, name };
	const written = network ?? text.split(/[:：]/)[0]?.toLowerCase();
	if (reading.fault === 'masked' && !isChain(`${written}:`)) return { name: name || text };
	throw accountFault(row, field, reading.fault);
}

function sideOf(row: MappedRow, { account, name }: Party, other: AccountId | undefined, which: 'from' | 'to'): Side {
	if (account !== undefined) return { account, ...nameIn(name) };
	if (name !== '' && other !== undefined) return { account: nickAccount(other, name), name };
	return { account: unknownAccount(row.recordId(), which) };
}

function nameIn(name: string): { readonly name?: string } {
	return name === '' ? {} : { name };
}
