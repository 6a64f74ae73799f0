import type { Transfer } from '../../ledger/transfer.ts';
import type { Derived } from '../input.ts';
import { compare } from '../people.ts';
import { openCashOuts } from './cash-outs.ts';
import { files } from './files.ts';
import { holders } from './holders.ts';
import { type Todo, type TodoFamily, yuanTransfers } from './item.ts';
import { openKinds } from './kinds.ts';
import { likeMembers } from './like-members.ts';
import { uncertainMerges } from './merges.ts';
import { unlabelledPayers } from './payers.ts';
import { requests } from './requests.ts';
import { unconfirmed } from './unconfirmed.ts';

/** Every family of items, each in a file of its own. */
const FAMILIES: readonly TodoFamily[] = [
	files,
	holders,
	likeMembers,
	unlabelledPayers,
	openCashOuts,
	openKinds,
	requests,
	unconfirmed,
	uncertainMerges,
];

/**
 * What a person should do next, by value at stake, largest first: what is unidentified, open, contradictory or
 * incomplete. The list never changes a figure.
 */
export function todoOf(derived: Derived, fitsPay: (transfer: Transfer) => boolean): Todo[] {
	const context = { derived, fitsPay, volume: volumes(derived) };
	return FAMILIES.flatMap((family) => family(context)).sort(order);
}

function order(a: Todo, b: Todo): number {
	const [x, y] = [BigInt(a.stake), BigInt(b.stake)];
	return x === y ? compare(a.code, b.code) || compare(a.subject, b.subject) : x > y ? -1 : 1;
}

/** Yuan that passed through each account. */
function volumes(derived: Derived): Map<string, bigint> {
	const sums = new Map<string, bigint>();
	for (const t of yuanTransfers(derived)) {
		sums.set(t.from, (sums.get(t.from) ?? 0n) + t.amount);
		sums.set(t.to, (sums.get(t.to) ?? 0n) + t.amount);
	}
	return sums;
}
