/** A row of a mapped table of transfers: the movement, and its fee as another. */
import { type AccountId, isChain, networkOf } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';
import type { LedgerRecord, Medium, RecordKeys } from '../ledger/record.ts';
import { isDamaged } from './cells.ts';
import { assetIn, chainIn } from './mapped-asset.ts';
import type { MappedContext } from './mapped-row.ts';
import { type MappedMovement, movementIn } from './mapped-sides.ts';
import { mappedState } from './mapped-state.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';
import { hashOf } from './token-record.ts';

type MappedRow = Row<MappedField>;

/**
 * The movement (part 0), and what was paid for it where a column prints that (part 1): the amount is what arrives.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function mappedTransfer(row: MappedRow, context: MappedContext): LedgerRecord[] {
	const { mapping, offsetMinutes } = context;
	const asset = assetIn(row, context);
	const decimals = mapping.decimals ?? asset.decimals;
	const moment = row.moment('time', offsetMinutes);
	const movement = movementIn(row, context, decimals);
	const { own, from, to, amount } = movement;
	const moved: LedgerRecord = {
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
		...blockIn(row),
		sequence: context.order(row),
		keys: keysIn(row, movement, mapping.institution),
		medium: mediumOf(movement, asset, context),
		state: mappedState(row, mapping),
		type: '',
		memo: row.text('memo'),
		...(row.text('balance') === '' ? {} : { balance: row.signedAmount('balance', decimals) }),
		raw: row.raw,
	};
	const fee = row.text('fee') === '' ? 0n : row.amount('fee', decimals);
	return fee === 0n ? [moved] : [moved, feeOf(row, moved, fee)];
}

/** Paid by the own side, else by who paid; on a chain also for what failed. The balance after the row stands once. */
function feeOf(row: MappedRow, { balance: _balance, ...moved }: LedgerRecord, fee: bigint): LedgerRecord {
	const payer = moved.own === 'to' ? moved.to : moved.from;
	const onChain = moved.institution.startsWith('chain:');
	return {
		...moved,
		id: row.recordId(1),
		evidence: row.evidence(1),
		own: moved.own === 'neither' ? 'neither' : 'from',
		from: payer,
		to: { account: feeAccount(moved.institution, payer.account) },
		amount: fee,
		medium: 'fee',
		state: onChain ? 'done' : moved.state,
	};
}

/** Where the fees of a chain, of an exchange or of the payer's firm go: nobody's own account. */
function feeAccount(institution: string, payer: AccountId): AccountId {
	const books = /^(?:chain|exchange):(.+)$/.exec(institution)?.[1];
	const network = books ?? networkOf(payer);
	return `${network === 'wechat' || network === 'qq' ? 'tenpay' : network}:@fee`;
}

/**
 * The number that names the payment, of a chain in the chain's own spelling. At an exchange a deposit is another booking
 * than a withdrawal of the same hash, which pays another of its users.
 */
function keysIn(row: MappedRow, { own }: MappedMovement, institution: string | undefined): RecordKeys {
	const text = row.text('order');
	if (text === '') return {};
	if (isDamaged(text)) throw row.fault('order', 'value');
	const chain = chainIn(row) ?? /^chain:(.+)$/.exec(institution ?? '')?.[1] ?? '';
	const order = (isChain(`${chain}:`) ? hashOf(chain, text) : undefined) ?? text;
	return { order: own === 'to' && institution?.startsWith('exchange:') ? `deposit ${order}` : order };
}

/** A coin that nobody has stated is kept apart like any other such token. */
function mediumOf({ from, to }: MappedMovement, { id }: Asset, { mapping, hints }: MappedContext): Medium {
	const isToken = id.includes(':') && !id.endsWith(':coin');
	if (isToken && !hints.assets.has(id)) return 'token';
	if (mapping.institution?.startsWith('exchange:')) {
		return isChain(to.account) ? 'withdrawal' : isChain(from.account) ? 'top-up' : 'other';
	}
	if (!mapping.institution?.startsWith('chain:')) return 'other';
	return isToken ? 'token' : id.endsWith(':coin') ? 'coin' : 'other';
}

function blockIn(row: MappedRow): Pick<LedgerRecord, 'block'> {
	const number = wholeNumber(row, 'block');
	const index = wholeNumber(row, 'index');
	if (number === undefined) return {};
	return { block: index === undefined ? { number } : { number, index } };
}

function wholeNumber(row: MappedRow, field: MappedField): number | undefined {
	const text = row.text(field);
	if (text === '') return undefined;
	if (!/^\d{1,15}$/.test(text)) throw row.fault(field, 'value');
	return Number(text);
}
