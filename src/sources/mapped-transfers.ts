/** Transfers from a mapped table: payer and payee in two columns, or an own account, a counterparty and a direction. */
import { type AccountId, billAccount, isChain, nickAccount, unknownAccount } from '../ledger/account.ts';
import { type Asset, CNY, UNKNOWN_TOKEN_DECIMALS } from '../ledger/asset.ts';
import type { LedgerRecord, Medium, Side } from '../ledger/record.ts';
import { writtenAccount } from './attribution-words.ts';
import { type MappedContext, mappedAccount } from './mapped-row.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';

type MappedRow = Row<MappedField>;

/** The two sides, whose file it is, and the amount, which may carry the direction as its sign. */
interface Movement {
	readonly from: Side;
	readonly to: Side;
	readonly own: LedgerRecord['own'];
	readonly amount: bigint;
}

/** @throws RowFault naming the cell that cannot be read */
export function mappedTransfer(row: MappedRow, context: MappedContext): LedgerRecord {
	const { mapping, hints } = context;
	const asset = assetOf(row, context);
	const decimals = mapping.decimals ?? asset.decimals;
	const moment = row.moment('time', mapping.offsetMinutes ?? hints.offsetMinutes);
	const { from, to, own, amount } =
		row.has('from') || row.has('to') ? named(row, context, decimals) : directed(row, context, decimals);
	const block = wholeNumber(row, 'block');
	const index = wholeNumber(row, 'index');
	return {
		id: row.recordId(),
		evidence: row.evidence(),
		source: `mapped:${mapping.name}`,
		institution: mapping.institution ?? `mapped:${mapping.name}`,
		own,
		from,
		to,
		asset: asset.id,
		amount,
		moment,
		...(block === undefined ? {} : { block: index === undefined ? { number: block } : { number: block, index } }),
		sequence: context.order(row),
		keys: row.optional('order'),
		medium: mediumOf(asset, mapping.institution),
		state: mapping.doneWords && !mapping.doneWords.includes(row.text('status')) ? 'failed' : 'done',
		type: '',
		memo: row.text('memo'),
		...(row.text('balance') === '' ? {} : { balance: row.signedAmount('balance', decimals) }),
		raw: row.raw,
	};
}

/** Payer and payee each in a column. One of them may be empty: somebody unknown, or known by name only. */
function named(row: MappedRow, context: MappedContext, decimals: number): Movement {
	const amount = row.amount('amount', decimals);
	const payer = accountIn(row, 'from', context);
	const payee = accountIn(row, 'to', context);
	if (payer === undefined && payee === undefined) throw row.fault('from', 'account');
	const from = side(row, payer, payee, 'from', row.text('fromName'));
	const to = side(row, payee, payer, 'to', row.text('toName'));
	const { owner } = context.hints;
	return {
		from,
		to,
		amount,
		own: owner === undefined ? 'neither' : owner === payer ? 'from' : owner === payee ? 'to' : 'neither',
	};
}

/** An own account, by its column or by whose file it is; `fromName` is its name, `toName` the counterparty's. */
function directed(row: MappedRow, context: MappedContext, decimals: number): Movement {
	const { hints, file } = context;
	const signed = row.signedAmount('amount', decimals);
	const into = comesIn(row, context, signed);
	const account = accountIn(row, 'own', context) ?? hints.owner ?? billAccount(file.hash);
	const own: Side = { account, ...nameIn(row.text('fromName')) };
	const other = counterparty(row, account, context, into ? 'from' : 'to');
	const amount = signed < 0n ? -signed : signed;
	return into ? { from: other, to: own, own: 'to', amount } : { from: own, to: other, own: 'from', amount };
}

function comesIn(row: MappedRow, { mapping }: MappedContext, amount: bigint): boolean {
	if (!row.has('direction')) {
		if (amount === 0n) throw row.fault('amount', 'direction');
		return amount > 0n;
	}
	if (amount < 0n) throw row.fault('amount', 'amount');
	const word = row.text('direction');
	if (mapping.inWords?.includes(word)) return true;
	if (mapping.outWords?.includes(word)) return false;
	throw row.fault('direction', 'direction');
}

function counterparty(row: MappedRow, own: AccountId, context: MappedContext, which: 'from' | 'to'): Side {
	const text = row.text('counterparty');
	// Without a network a word that is no account is a name: of somebody whom only this table knows.
	const isName = context.mapping.network === undefined && text !== '' && isMalformed(text);
	const account = isName ? undefined : accountIn(row, 'counterparty', context);
	return side(row, account, own, which, isName ? text : row.text('toName'));
}

function isMalformed(text: string): boolean {
	const reading = writtenAccount(text);
	return !reading.ok && reading.fault === 'malformed';
}

function side(
	row: MappedRow,
	account: AccountId | undefined,
	other: AccountId | undefined,
	which: 'from' | 'to',
	name: string,
): Side {
	if (account !== undefined) return { account, ...nameIn(name) };
	if (name !== '' && other !== undefined) return { account: nickAccount(other, name), name };
	return { account: unknownAccount(row.recordId(), which) };
}

function nameIn(name: string): { readonly name?: string } {
	return name === '' ? {} : { name };
}

/** Undefined where the cell is empty. @throws RowFault where it holds something that is no account */
function accountIn(row: MappedRow, field: MappedField, { mapping }: MappedContext): AccountId | undefined {
	if (row.text(field) === '') return undefined;
	const reading = mappedAccount(row, field, mapping);
	if (reading.ok) return reading.account;
	throw row.fault(field, reading.fault === 'checksum' ? 'account-checksum' : 'account');
}

/** The asset of the row's own column, or the mapping's. A symbol is no asset, but 人民币 is one thing only. */
function assetOf(row: MappedRow, { mapping, hints }: MappedContext): Asset {
	const text = row.text('asset');
	if (text === '') {
		const asset = hints.assets.get(mapping.asset ?? CNY.id);
		if (asset === undefined) throw row.fault('asset', 'value');
		return asset;
	}
	if (text === '人民币' || text === 'RMB') return CNY;
	const contract = mappedAccount(row, 'asset', mapping);
	const asset = hints.assets.get(text) ?? (contract.ok ? hints.assets.get(contract.account) : undefined);
	if (asset !== undefined) return asset;
	if (!contract.ok || !isChain(contract.account)) throw row.fault('asset', 'value');
	return { id: contract.account, symbol: '', decimals: UNKNOWN_TOKEN_DECIMALS };
}

function mediumOf(asset: Asset, institution: string | undefined): Medium {
	if (!institution?.startsWith('chain:')) return 'other';
	return asset.id.endsWith(':coin') ? 'coin' : asset.id.includes(':') ? 'token' : 'other';
}

function wholeNumber(row: MappedRow, field: MappedField): number | undefined {
	const text = row.text(field);
	if (text === '') return undefined;
	if (!/^\d{1,15}$/.test(text)) throw row.fault(field, 'value');
	return Number(text);
}
