import { hash } from 'node:crypto';
import { isChain, vagueness } from '../account.ts';
import type { Asset } from '../asset.ts';
import { placeKnown } from '../block-place.ts';
import type { LedgerRecord, Side } from '../record.ts';
import type { Exclusion, Grade } from '../transfer.ts';
import { exportRank } from './compatible.ts';
import type { Unordered } from './order.ts';
import { statedRefund } from './refunds.ts';
import { amountOf, leading, type Slot } from './slot.ts';
import { transactionOf } from './transactions.ts';
import { payerBehind } from './withdrawals.ts';

/** What the case knows beyond the records. */
interface Known {
	readonly assets: ReadonlyMap<string, Asset>;
	/** Ids of transfers and records that a person confirmed. */
	readonly confirmed: ReadonlySet<string>;
}

/** Makes the transfer of a finished movement. Derived from its records alone. */
export function compose(slot: Slot, ids: SlotIds, known: Known): Unordered {
	const lead = leading(slot);
	const first = earliest(slot.records);
	const from = payerBehind(slot) ?? clearest(slot.records.map((r) => r.from));
	const to = clearest(slot.records.map((r) => r.to));
	const gross = amountOf(slot) ?? 0n;
	const given = slot.packetTotal ? 0n : max(statedRefund(slot), slot.refundRows);
	const refunded = given > gross ? gross : given;
	const exclusion = exclusionOf(slot, { gross, refunded, self: from.account === to.account, ids, ...known });
	const card = slot.records.find((r) => r.own === 'from' && r.card !== undefined)?.card;
	return {
		lead: first,
		transfer: {
			id: ids.id,
			aliases: ids.aliases,
			records: slot.records.map((r) => r.id).sort(),
			from: from.account,
			to: to.account,
			fromName: from.name ?? '',
			toName: to.name ?? '',
			asset: lead.asset,
			amount: gross - refunded,
			gross,
			refunded,
			instant: first.moment.instant,
			timeText: first.moment.text,
			precision: first.moment.precision,
			...(first.block ? { block: first.block } : {}),
			...transactionOf(slot, exclusion),
			sequence: first.sequence,
			medium: mediumOf(slot),
			type: lead.type,
			memo: memoOf(slot.records),
			grade: gradeOf(slot.records),
			rule: slot.rule,
			certain: slot.certain,
			...(exclusion ? { exclusion } : {}),
			...(card === undefined ? {} : { card }),
			tied: false,
		},
	};
}

export interface SlotIds {
	readonly id: string;
	readonly aliases: readonly string[];
}

/**
 * Ids of a movement: one for each record, from the strongest key that the record alone carries, so that an id printed
 * before a further file came still resolves. The transfer's own id is the one of its strongest key: chain position,
 * then order number with payee, then the record's place.
 *
 * @param taken counts equal keys seen so far, by their ids, which stay anyway and are short: identical rows of one
 *   transaction are told apart by their number
 */
export function idsOf(slot: Slot, taken: Map<string, number>): SlotIds {
	const keys = [...new Set(slot.records.flatMap(keysOf))].sort();
	const ids = keys.map((key) => {
		const id = idOf(key);
		// Places are one record's alone.
		if (!key.startsWith('1|')) return id;
		const nth = taken.get(id) ?? 0;
		taken.set(id, nth + 1);
		return nth === 0 ? id : idOf(`${key}#${nth}`);
	});
	return { id: ids[0] as string, aliases: ids.slice(1).sort() };
}

function keysOf(record: LedgerRecord): string[] {
	const { keys, evidence } = record;
	const settled = vagueness(record.to.account) === 0;
	if (evidence.kind === 'chain') {
		const place = `0|${evidence.chain}|${evidence.transaction}|${evidence.position}`;
		// By these an export of the transaction, with and without logs, printed it before the chain was read.
		const rows = keys.log === undefined ? [undefined] : [undefined, keys.log];
		return [place, ...rows.map((log) => exportKey(record, `chain:${evidence.chain}`, evidence.transaction, log))];
	}
	const own = `9|${record.id}`;
	if (keys.order === undefined || !settled) return [own];
	if (isChain(record.to.account)) return [exportKey(record, record.institution, keys.order, keys.log), own];
	const part = record.medium === 'fee' || record.medium === 'refund' ? record.medium : '';
	return [`1|${record.institution}|${keys.order}|${record.to.account}|${part}`, own];
}

function exportKey(
	{ from, to, asset, amount }: LedgerRecord,
	institution: string,
	transaction: string,
	log: number | undefined,
): string {
	const row = log === undefined ? `${from.account}|${amount}` : `log ${log}`;
	return `1|${institution}|${transaction}|${asset}|${to.account}|${row}`;
}

/** Joined, not concatenated: a concatenated slice holds on to the whole hash, 100 bytes an id. */
function idOf(key: string): string {
	return ['t', hash('sha256', key).slice(0, 24)].join('');
}

interface Facts extends Known {
	readonly gross: bigint;
	readonly refunded: bigint;
	readonly self: boolean;
	readonly ids: SlotIds;
}

function exclusionOf(slot: Slot, { gross, refunded, self, ids, assets, confirmed }: Facts): Exclusion | undefined {
	const lead = leading(slot);
	// Whether it took place is the chain's to say; an export may have been made too early.
	const settled = slot.records.filter((r) => r.evidence.kind === 'chain' && r.state !== 'open');
	const states = new Set((settled.length > 0 ? settled : slot.records).map((r) => r.state));
	if (slot.packetTotal) return 'packet-total';
	if (slot.refundOf) return 'refund-of-another';
	if (states.has('failed') && !states.has('done')) return 'failed';
	if (states.has('closed') && !states.has('done')) return 'closed';
	if (lead.medium === 'token' && !assets.has(lead.asset)) return 'look-alike-token';
	if (slot.records.every((r) => r.amount === undefined)) return 'unknown-amount';
	const isConfirmed = [ids.id, ...ids.aliases, ...slot.records.map((r) => r.id)].some((id) => confirmed.has(id));
	if (!states.has('done') && !isConfirmed) return 'unconfirmed';
	if (gross === 0n) return 'zero';
	if (refunded === gross) return 'fully-refunded';
	if (self) return 'self';
	return undefined;
}

function gradeOf(records: readonly LedgerRecord[]): Grade {
	if (records.some((r) => r.institution.startsWith('chain:'))) return 'both-sides';
	return new Set(records.map((r) => r.institution)).size > 1 ? 'both-sides' : 'one-ledger';
}

/**
 * A share of a group packet stays one, also where the payee's own row calls it a plain packet. A payee's rows print both
 * alike, unless they say 单发: who took it cannot tell, and neither can we.
 */
function mediumOf(slot: Slot): LedgerRecord['medium'] {
	if (slot.records.some((r) => r.medium === 'group-packet')) return 'group-packet';
	const { medium } = leading(slot);
	if (medium !== 'red-packet') return medium;
	return slot.records.every((r) => r.own === 'to' && !r.type.includes('单发')) ? 'received-packet' : medium;
}

/** The note, from the record that has one; where several differ, each once, in the records' order of strength. */
function memoOf(records: readonly LedgerRecord[]): string {
	return [...new Set(records.map((r) => r.memo).filter((memo) => memo !== '' && memo !== '/'))].join('；');
}

function clearest(sides: readonly Side[]): Side {
	if (sides.length === 1) return sides[0] as Side;
	const best = [...sides].sort((a, b) => vagueness(a.account) - vagueness(b.account))[0] as Side;
	const name = sides.find((s) => s.account === best.account && s.name)?.name;
	return name === undefined ? { account: best.account } : { account: best.account, name };
}

/**
 * The record that gives the movement its time: the earliest of those that state it best. A chain's own time counts before
 * any other (only it has a place among the blocks; with a place in the block before without), a second before a minute, a
 * minute before a day.
 */
function earliest(records: readonly LedgerRecord[]): LedgerRecord {
	return records.reduce((a, b) => (timeOrder(a, b) <= 0 ? a : b));
}

function timeOrder(a: LedgerRecord, b: LedgerRecord): number {
	return (
		coarseness(a) - coarseness(b) ||
		exportRank(a) - exportRank(b) ||
		placeRank(a) - placeRank(b) ||
		a.moment.instant - b.moment.instant ||
		(a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
	);
}

/** Of two interfaces of a chain, the one that tells the place within the transaction. */
function placeRank({ evidence, block }: LedgerRecord): number {
	return evidence.kind === 'chain' && block?.index !== undefined && !placeKnown(block.index) ? 1 : 0;
}

function coarseness({ block, moment }: LedgerRecord): number {
	if (block) return block.index === undefined ? 1 : 0;
	return COARSENESS[moment.precision];
}

const COARSENESS = { millisecond: 2, second: 2, minute: 3, day: 4 } as const;

function max(a: bigint, b: bigint): bigint {
	return a > b ? a : b;
}
