import { type CashOut, isSettled } from '../cashouts/types.ts';
import { handleOf, holdsMoney, isChain } from '../ledger/account.ts';
import type { Party } from '../ledger/parties.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { PAY_KINDS } from '../payroll/types.ts';
import { chainDealings, chainFlow } from './chain-flow.ts';
import type { Derived, Traced } from './input.ts';
import { type Dealing, type LinkRow, linkRows, sumLinks } from './links.ts';
import { compare, membersOf, roleOn } from './people.ts';
import type { Findings, FindingsNode } from './schema.ts';
import { acceptedCashOuts, tracedAmount } from './traced.ts';

/** Columns of the chart of a gang, left to right. */
const LEVELS = {
	overseas: 0,
	wallet: 1,
	service: 2,
	core: 3,
	organiser: 3,
	leader: 4,
	inspector: 5,
	technician: 5,
	caller: 6,
	other: 6,
	cost: 5,
};

/**
 * The overview: overseas -> core wallets -> cash-out -> core (yuan) -> leaders -> inspectors and callers. A core member
 * stands in it twice, once with wallets and once with yuan accounts, because the cash-out lies between. A case without
 * people shows the accounts that traced value reaches, by hops.
 */
export function flowOf(derived: Derived): Findings['flow'] {
	if (membersOf(derived).length === 0) return chainFlow(derived);
	const links = sumLinks(dealingsOf(derived)).filter((link) => link.from !== link.to);
	const used = new Set(links.flatMap((link) => [link.from, link.to]));
	const nodes = nodesOf(derived, used);
	return { nodes, links, folded: { nodes: 0, links: 0, limit: derived.foldLimit } };
}

/** The transfers under each link of the overview, those of links that were folded among them; made anew at each call. */
export function flowRows(derived: Derived): Iterable<LinkRow> {
	return linkRows(membersOf(derived).length === 0 ? chainDealings(derived) : dealingsOf(derived));
}

function dealingsOf(derived: Derived): Dealing[] {
	const traced = derived.traced.find((t) => t.policy === derived.policy) as Traced;
	return [
		...seedDealings(derived),
		...coinDealings(derived, traced),
		...yuanDealings(derived, traced),
		...cashOutDealings(derived, traced),
	];
}

function seedDealings(derived: Derived): Dealing[] {
	return derived.seeds.flatMap((group) =>
		group.transfers.flatMap((t) => {
			const holder = derived.parties.holder(t.to, t.instant)?.party;
			const to = holder ? sideNode(holder, t.asset) : accountNode(t.to);
			return [dealing(t, `overseas/${group.party}`, to, 'seed', 'documented', t.amount)];
		}),
	);
}

/** Coins leaving members' wallets: to the desk or exchange, with the yuan that came for them where a match is accepted. */
function coinDealings(derived: Derived, traced: Traced): Dealing[] {
	const byCoin = new Map(acceptedCashOuts(derived).flatMap((c) => c.coins.map((id) => [id, c] as const)));
	const seeds = new Set(derived.seeds.flatMap((s) => s.transfers.map((t) => t.id)));
	const upstream = new Map(
		derived.seeds.flatMap(({ party, origin }) => [party, origin].map((id) => [id, party] as const)),
	);
	const dealings: Dealing[] = [];
	for (const t of derived.merged.transfers) {
		if (t.exclusion || t.asset === 'CNY' || seeds.has(t.id)) continue;
		const payer = derived.parties.holder(t.from, t.instant)?.party;
		const payee = derived.parties.holder(t.to, t.instant)?.party;
		if (!payer || payer.spells.length === 0 || payee === payer) continue;
		const cashOut = byCoin.get(t.id);
		// Coins that go back to who pays the seeds: no cash-out, and no service.
		const back = cashOut ? undefined : upstream.get(payee?.id ?? t.to);
		const outside = back === undefined ? serviceNode(payee, t.to) : `overseas/${back}`;
		const to = payee && payee.spells.length > 0 ? sideNode(payee, t.asset) : outside;
		const kind = cashOut ? 'cash-out' : 'coins-out';
		dealings.push({
			...dealing(t, sideNode(payer, t.asset), to, kind, 'documented', tracedAmount(traced, t.id)),
			...(cashOut ? { yuan: shareOf(cashOut, t, derived.byId), rate: cashOut.rate } : {}),
		});
	}
	return dealings;
}

function yuanDealings(derived: Derived, traced: Traced): Dealing[] {
	const { byId } = derived;
	const dealings: Dealing[] = [];
	for (const judged of derived.judged) {
		const t = byId.get(judged.transfer);
		if (t?.asset !== 'CNY' || judged.certainty === 'open') continue;
		const [payer, payee] = [judged.payer, judged.payee].map((id) =>
			id === undefined ? undefined : derived.parties.all.get(id),
		);
		if (!payer || !payee || payer === payee) continue;
		const cost = judged.kind === 'operating-cost';
		if (!cost && !PAY_KINDS.has(judged.kind) && judged.kind !== 'return-by-payee') continue;
		const status = judged.certainty === 'documented' ? 'documented' : 'consistent';
		dealings.push(
			dealing(
				t,
				`${payer.id}/yuan`,
				cost ? payee.id : `${payee.id}/yuan`,
				judged.kind,
				status,
				tracedAmount(traced, t.id),
			),
		);
	}
	return dealings;
}

/**
 * Of the yuan of a cash-out, those that stand for one of its coin transfers: in proportion, the remainder of the division
 * with the last, so that they sum to the whole.
 */
function shareOf({ coins, quantity, fen }: CashOut, coin: Transfer, byId: Derived['byId']): bigint {
	const part = (amount: bigint) => (fen * amount) / quantity;
	const before = coins.slice(0, coins.indexOf(coin.id)).reduce((sum, id) => sum + (byId.get(id)?.amount ?? 0n), 0n);
	return part(before + coin.amount) - part(before);
}

/** Yuan that came for coins. What fits several coins is one payment all the same: drawn once, not once a match. */
function cashOutDealings(derived: Derived, traced: Traced): Dealing[] {
	const { byId } = derived;
	const settled = new Set(acceptedCashOuts(derived).flatMap((c) => c.yuan));
	const drawn = new Set<string>();
	const dealings: Dealing[] = [];
	// What is accepted first: a payment that is part of it is drawn as that.
	const ordered = [...derived.cashOuts.cashOuts].sort((a, b) => Number(isSettled(b)) - Number(isSettled(a)));
	for (const cashOut of ordered) {
		const coin = byId.get(cashOut.coins[0] as string);
		if (cashOut.status === 'rejected' || cashOut.side === 'bought' || !coin) continue;
		for (const id of cashOut.yuan) {
			const yuan = byId.get(id);
			if (!yuan || (!isSettled(cashOut) && settled.has(id))) continue;
			const made = cashOutDealing(derived, cashOut, coin, yuan, tracedAmount(traced, id));
			const key = `${made.from}|${made.transfer}`;
			if (drawn.has(key)) continue;
			drawn.add(key);
			dealings.push(made);
		}
	}
	return dealings;
}

/** From the desk that took the first of the coins to whom the yuan came. */
function cashOutDealing(derived: Derived, cashOut: CashOut, coin: Transfer, yuan: Transfer, traced: bigint): Dealing {
	const desk = derived.parties.holder(coin.to, coin.instant)?.party;
	return {
		...dealing(
			yuan,
			serviceNode(desk, coin.to),
			`${cashOut.payee ?? cashOut.party}/yuan`,
			'cash-out',
			isSettled(cashOut) ? 'documented' : 'proposed',
			traced,
		),
		grade: cashOut.grade,
		yuan: yuan.amount,
		rate: cashOut.rate,
	};
}

function dealing(
	t: Transfer,
	from: string,
	to: string,
	kind: string,
	status: Dealing['status'],
	traced: bigint,
): Dealing {
	return {
		transfer: t.id,
		from,
		to,
		asset: t.asset,
		amount: t.amount,
		instant: t.instant,
		grade: t.grade,
		status,
		medium: t.medium,
		kind,
		traced,
	};
}

function sideNode(party: Party, asset: string): string {
	return `${party.id}/${asset === 'CNY' ? 'yuan' : 'coins'}`;
}

function serviceNode(party: Party | undefined, account: string): string {
	return party ? `service/${party.id}` : accountNode(account);
}

function accountNode(account: string): string {
	return `account/${account}`;
}

function nodesOf(derived: Derived, used: ReadonlySet<string>): FindingsNode[] {
	return [...used].sort(compare).map((id) => nodeOf(id, derived));
}

function nodeOf(id: string, derived: Derived): FindingsNode {
	const slash = id.indexOf('/');
	const [head, rest] = slash < 0 ? [id, ''] : [id.slice(0, slash), id.slice(slash + 1)];
	const base = { id, role: '', members: 1, party: '' };
	if (head === 'overseas') {
		const group = derived.seeds.find((s) => s.party === rest);
		return {
			...base,
			label: group?.label ?? rest,
			note: '',
			kind: group?.overseas === false ? 'seed' : 'overseas',
			level: LEVELS.overseas,
		};
	}
	if (head === 'service') {
		const party = derived.parties.all.get(rest);
		return { ...base, label: party?.name ?? rest, note: '', kind: 'service', level: LEVELS.service };
	}
	if (head === 'account') return { ...base, label: handleOf(rest), note: rest, kind: 'other', level: LEVELS.service };
	const party = derived.parties.all.get(head) as Party;
	if (party.spells.length === 0)
		return { ...base, label: party.name, note: '', kind: 'other', level: LEVELS.cost, party: party.id };
	const role = roleOn(party, Number.POSITIVE_INFINITY);
	const coins = rest === 'coins';
	return {
		...base,
		label: party.name,
		note:
			party.attributions.find((a) => !a.withdrawn && holdsMoney(a.account) && isChain(a.account) === coins)?.account ??
			'',
		kind: coins ? 'wallet' : 'person',
		role,
		level: coins ? LEVELS.wallet : (LEVELS[role as keyof typeof LEVELS] ?? LEVELS.other),
		party: party.id,
	};
}
