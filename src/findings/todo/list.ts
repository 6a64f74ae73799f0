import { standing } from '../../ledger/decision.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { Derived } from '../input.ts';
import type { Findings } from '../schema.ts';
import { bounded } from './bounded.ts';
import { openCashOuts } from './cash-outs.ts';
import { unseenHistories } from './chains.ts';
import { contested } from './contested.ts';
import { decisionsInDoubt } from './decisions.ts';
import { files } from './files.ts';
import { holders } from './holders.ts';
import { type Todo, type TodoFamily, yuanTransfers } from './item.ts';
import { openKinds } from './kinds.ts';
import { likeMembers } from './like-members.ts';
import { uncertainMerges } from './merges.ts';
import { narrowing } from './narrowing.ts';
import { byStake } from './order.ts';
import { unlabelledPayers } from './payers.ts';
import { requests } from './requests.ts';
import { proposedRoles } from './roles.ts';
import { unclearSwaps } from './swaps.ts';
import { unconfirmed } from './unconfirmed.ts';
import { valuation } from './valuation.ts';

/** Every family of items, each in a file of its own; the rule of every stake is in docs/todo.md. */
const FAMILIES: readonly TodoFamily[] = [
	files,
	holders,
	proposedRoles,
	likeMembers,
	unlabelledPayers,
	openCashOuts,
	openKinds,
	contested,
	requests,
	narrowing,
	unconfirmed,
	uncertainMerges,
	unclearSwaps,
	unseenHistories,
];

/**
 * What a person should do next, by value at stake, largest first: what is unidentified, open, contradictory or
 * incomplete; and what a person rejected, which is not asked again. The list never changes a figure.
 */
export function todoOf(
	derived: Derived,
	fitsPay: (transfer: Transfer) => boolean,
): Pick<Findings, 'todo' | 'todoRejected'> {
	const { decisions } = derived;
	const context = {
		derived,
		fitsPay,
		volume: volumes(derived),
		kinds: standing(decisions, 'kind'),
		holds: standing(decisions, 'holds'),
		valued: valuation(derived),
	};
	const asked = once(FAMILIES.flatMap((family) => family(context)));
	const all = [...asked, ...decisionsInDoubt(context, new Set(asked.map(({ id }) => id)))];
	const open: Todo[] = [];
	const rejected: Findings['todoRejected'] = [];
	for (const item of all) {
		const last = context.holds.get(item.id)?.at(-1);
		if (last?.act !== 'reject') open.push(item);
		else {
			const { id, code, subject, facts } = item;
			rejected.push({ id, code, subject, facts, by: last.by, why: last.why, line: last.line });
		}
	}
	return { todo: bounded(open.sort(byStake)).sort(byStake), todoRejected: rejected.sort((a, b) => a.line - b.line) };
}

/** The same question is asked once, with the larger of its stakes. */
function once(items: readonly Todo[]): Todo[] {
	const byId = new Map<string, Todo>();
	for (const item of items) {
		const before = byId.get(item.id);
		if (!before || BigInt(before.stake) < BigInt(item.stake)) byId.set(item.id, item);
	}
	return [...byId.values()];
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
