import { isChain, networkOf, vagueness } from '../ledger/account.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Derived } from './input.ts';
import { compare, membersOf } from './people.ts';
import type { Findings } from './schema.ts';

type Todo = Findings['todo'][number];

/** An account that pays so many people, or is paid so often, in amounts the pay rules explain, behaves like a member's. */
const LIKE_LEADER_PAYEES = 3;
const LIKE_CALLER_PAYMENTS = 5;

/**
 * What a person should do next, by value at stake, largest first: what is unidentified, open, contradictory or
 * incomplete. The list never changes a figure.
 */
export function todoOf(derived: Derived, fitsPay: (transfer: Transfer) => boolean): Todo[] {
	const volume = volumes(derived);
	const items = [
		...fileItems(derived),
		...gapItems(derived),
		...doubtItems(derived, volume),
		...likeMembers(derived, fitsPay),
		...unlabelledPayers(derived),
		...openCashOuts(derived),
		...openKinds(derived),
		...requests(derived),
		...nicknames(derived, volume),
		...proposals(derived, volume),
		...unconfirmed(derived),
		...uncertainMerges(derived),
	];
	return items.sort((a, b) => order(a, b));
}

function order(a: Todo, b: Todo): number {
	const [x, y] = [BigInt(a.stake), BigInt(b.stake)];
	return x === y ? compare(a.code, b.code) || compare(a.subject, b.subject) : x > y ? -1 : 1;
}

function todo(code: string, subject: string, stake: bigint, facts: Todo['facts'] = {}): Todo {
	return { code, subject, facts, stake: stake.toString() };
}

/** Files that were not read whole, and files whose bytes are not those that were recorded. */
function fileItems(derived: Derived): Todo[] {
	return derived.evidence.files.flatMap((file) => {
		const path = file.paths[0] ?? file.hash;
		const items: Todo[] = [];
		if (file.hashCheck === 'different') items.push(todo('hash-differs', path, 0n, { found: file.hash }));
		if (file.status === 'unknown-format')
			items.push(
				file.problem
					? todo('not-read-yet', path, 0n, { problem: file.problem.code })
					: todo('unknown-format', path, 0n),
			);
		if (file.status === 'ambiguous' || file.status === 'refused')
			items.push(todo('file-refused', path, 0n, { problem: file.problem?.code ?? '' }));
		if (file.rows.rejected > 0) items.push(todo('rejected-rows', path, 0n, { rows: file.rows.rejected }));
		return items;
	});
}

/** Printed balances that do not follow from the rows: something is missing or was altered. */
function gapItems(derived: Derived): Todo[] {
	const paths = new Map(derived.evidence.files.map((f) => [f.hash, f.paths[0] ?? f.hash]));
	return derived.balanceGaps.map((gap) =>
		todo('balance-gap', paths.get(gap.file) ?? gap.file, 0n, {
			account: gap.account,
			rows: gap.rows,
			first: gap.first,
		}),
	);
}

function doubtItems(derived: Derived, volume: ReadonlyMap<string, bigint>): Todo[] {
	return derived.parties.doubts.map((doubt) =>
		doubt.kind === 'two-holders'
			? todo('two-holders', doubt.account, volume.get(doubt.account) ?? 0n, { parties: doubt.parties.join('、') })
			: todo('equal-names', doubt.account, volume.get(doubt.account) ?? 0n, { name: doubt.name }),
	);
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

function yuanTransfers(derived: Derived): Transfer[] {
	return derived.merged.transfers.filter((t) => !t.exclusion && t.asset === 'CNY');
}

/** Accounts of nobody in the people list that pay or are paid as leaders and callers are. */
function likeMembers(derived: Derived, fitsPay: (transfer: Transfer) => boolean): Todo[] {
	const paid = new Map<string, { payees: Set<string>; sum: bigint; count: number }>();
	const got = new Map<string, { payers: Set<string>; sum: bigint; count: number }>();
	for (const t of yuanTransfers(derived)) {
		if (!fitsPay(t)) continue;
		if (!isMember(derived, t.from, t.instant)) add(paid, t.from, t.to, t.amount, 'payees');
		if (!isMember(derived, t.to, t.instant)) add(got, t.to, t.from, t.amount, 'payers');
	}
	const leaders = [...paid]
		.filter(([account, p]) => vagueness(account) < 3 && p.payees.size >= LIKE_LEADER_PAYEES)
		.map(([account, p]) =>
			todo('like-leader', account, p.sum, { payees: p.payees.size, payments: p.count, name: nameOf(derived, account) }),
		);
	const callers = [...got]
		.filter(
			([account, g]) =>
				vagueness(account) < 3 && g.count >= LIKE_CALLER_PAYMENTS && g.payers.size <= LIKE_LEADER_PAYEES,
		)
		.map(([account, g]) =>
			todo('like-caller', account, g.sum, { payments: g.count, payers: g.payers.size, name: nameOf(derived, account) }),
		);
	return [...leaders, ...callers];
}

function add<K extends 'payees' | 'payers'>(
	map: Map<string, { [P in K]: Set<string> } & { sum: bigint; count: number }>,
	account: string,
	other: string,
	amount: bigint,
	key: K,
): void {
	const entry =
		map.get(account) ??
		({ [key]: new Set<string>(), sum: 0n, count: 0 } as { [P in K]: Set<string> } & { sum: bigint; count: number });
	entry[key].add(other);
	entry.sum += amount;
	entry.count += 1;
	map.set(account, entry);
}

function isMember(derived: Derived, account: string, instant: number): boolean {
	const party = derived.parties.holder(account, instant)?.party;
	return party !== undefined && (party.spells.length > 0 || party.category !== 'person');
}

function nameOf(derived: Derived, account: string): string {
	return derived.parties.holder(account, Number.POSITIVE_INFINITY)?.party.name ?? '';
}

/** Coins that came into a core member's wallet from somebody without a label: never a seed until somebody says who it is. */
function unlabelledPayers(derived: Derived): Todo[] {
	const sums = new Map<string, { amount: bigint; asset: string; count: number }>();
	for (const t of derived.merged.transfers) {
		if (t.exclusion || !isChain(t.from) || derived.parties.holder(t.from, t.instant)) continue;
		const payee = derived.parties.holder(t.to, t.instant)?.party;
		if (!payee || payee.spells.length === 0) continue;
		const key = `${t.from}|${t.asset}`;
		const sum = sums.get(key) ?? { amount: 0n, asset: t.asset, count: 0 };
		sums.set(key, { ...sum, amount: sum.amount + t.amount, count: sum.count + 1 });
	}
	return [...sums].map(([key, s]) =>
		todo('unlabelled-payer', key.slice(0, key.indexOf('|')), 0n, {
			asset: s.asset,
			amount: s.amount.toString(),
			count: s.count,
		}),
	);
}

function openCashOuts(derived: Derived): Todo[] {
	return [
		...derived.cashOuts.cashOuts
			.filter((c) => c.status === 'proposed')
			.map((c) => todo('proposed-cash-out', c.id, c.fen, { rate: c.rate, rivals: c.rivals.length })),
		...derived.cashOuts.unmatchedCoins.map((id) =>
			todo('unmatched-coins', id, 0n, {
				amount: derived.byId.get(id)?.amount.toString() ?? '',
				asset: derived.byId.get(id)?.asset ?? '',
			}),
		),
	];
}

function openKinds(derived: Derived): Todo[] {
	return derived.judged
		.filter((j) => j.kind === 'open' && j.payer !== undefined && j.payee !== undefined)
		.map((j) => todo('open-kind', j.transfer, derived.byId.get(j.transfer)?.amount ?? 0n, { reason: j.reason.code }));
}

/** Accounts that members' money passed to or from, of which no return lies in the case: the request list (待调取清单). */
function requests(derived: Derived): Todo[] {
	const sums = new Map<string, { sum: bigint; first: number; last: number; count: number }>();
	for (const judged of derived.judged) {
		const t = derived.byId.get(judged.transfer);
		if (!t) continue;
		for (const account of [t.from, t.to]) {
			if (vagueness(account) > 0 || derived.ownAccounts.has(account) || isChain(account)) continue;
			const holder = derived.parties.holder(account, t.instant)?.party;
			if (!holder || holder.spells.length === 0) continue;
			const s = sums.get(account) ?? { sum: 0n, first: t.instant, last: t.instant, count: 0 };
			sums.set(account, {
				sum: s.sum + t.amount,
				first: Math.min(s.first, t.instant),
				last: Math.max(s.last, t.instant),
				count: s.count + 1,
			});
		}
	}
	return [...sums].map(([account, s]) =>
		todo('request-return', account, s.sum, {
			platform: networkOf(account),
			first: s.first,
			last: s.last,
			transfers: s.count,
			name: nameOf(derived, account),
		}),
	);
}

function nicknames(derived: Derived, volume: ReadonlyMap<string, bigint>): Todo[] {
	return derived.merged.nicknames
		.filter((n) => (volume.get(n.nick) ?? 0n) > 0n)
		.map((n) => todo('nickname', n.nick, volume.get(n.nick) ?? 0n, { account: n.account, transfers: n.transfers }));
}

/** Accounts that are called as a member is. */
function proposals(derived: Derived, volume: ReadonlyMap<string, bigint>): Todo[] {
	return derived.proposals.map(({ account, alias, name, kind, how, rivals }) =>
		todo('holder-proposed', account, volume.get(account) ?? 0n, { alias, name, kind, how, rivals }),
	);
}

/** Payments of which no row says that they took place: kept apart until a row or a person says so. */
function unconfirmed(derived: Derived): Todo[] {
	return derived.merged.transfers
		.filter((t) => t.exclusion === 'unconfirmed')
		.map((t) => todo('unconfirmed', t.id, t.asset === 'CNY' ? t.amount : 0n, { from: t.from, to: t.to }));
}

function uncertainMerges(derived: Derived): Todo[] {
	const members = new Set(membersOf(derived).flatMap((p) => p.attributions.map((a) => a.account)));
	const uncertain = derived.merged.transfers.filter(
		(t) => !t.certain && !t.exclusion && (members.has(t.from) || members.has(t.to)),
	);
	if (uncertain.length === 0) return [];
	const sum = uncertain.reduce((total, t) => total + t.amount, 0n);
	return [todo('uncertain-merges', uncertain[0]?.id ?? '', sum, { transfers: uncertain.length })];
}
