import type { CoinLeg, PartyLink, PartyOrder, Side, YuanLeg } from '../cashouts/types.ts';
import type { Asset } from '../ledger/asset.ts';
import { type Parties, type Party, spellAt } from '../ledger/parties.ts';
import type { ExchangeOrder } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { defined } from './settings.ts';

/** Whoever is known as one of these trades no coins: what they pay or are paid is explained otherwise. */
const NO_TRADERS: ReadonlySet<string> = new Set(['merchant', 'employer', 'family', 'operating', 'overseas']);

/**
 * Both sides of possible cash-outs: coins that members send to no member and yuan that they get from no member (sold),
 * yuan that they pay to no member and coins that they get from none (bought). Coins that go to an account of their own
 * are legs only where orders of that account lie in the case.
 */
export function cashOutLegs(
	transfers: readonly Transfer[],
	parties: Parties,
	assets: ReadonlyMap<string, Asset>,
	orders: readonly PartyOrder[],
): { coins: CoinLeg[]; yuan: YuanLeg[] } {
	const coins: CoinLeg[] = [];
	const yuan: YuanLeg[] = [];
	const ordered = new Set(orders.map(({ account }) => account));
	const below = subordinates(parties);
	for (const t of transfers) {
		if (t.exclusion || t.medium === 'fee' || t.medium === 'refund') continue;
		const payer = parties.holder(t.from, t.instant)?.party;
		const payee = parties.holder(t.to, t.instant)?.party;
		for (const side of ['sold', 'bought'] as const) {
			const ends = endsOf(t, side, { payer, payee }, ordered);
			if (!ends) continue;
			const { self, own, ...rest } = ends;
			const leg = { transfer: t.id, side, party: self.id, instant: t.instant, ...rest };
			if (t.asset === 'CNY') {
				yuan.push({ ...leg, fen: t.amount, memo: t.memo, linked: linksOf(self, t.instant, parties, below) });
			} else {
				const decimals = assets.get(t.asset)?.decimals ?? 0;
				coins.push({ ...leg, asset: t.asset, quantity: t.amount, decimals, ...(own ? { own } : {}) });
			}
		}
	}
	const withCoins = new Set(coins.map(({ side, party }) => `${side}|${party}`));
	const concerns = ({ side, party, linked }: YuanLeg) =>
		[party, ...(linked ?? []).map((link) => link.party)].some((one) => withCoins.has(`${side}|${one}`));
	return { coins, yuan: yuan.filter(concerns) };
}

/** The member whose leg a transfer may be, and who stands at the other end; undefined where it is none of that side. */
function endsOf(
	t: Transfer,
	side: Side,
	{ payer, payee }: { readonly payer: Party | undefined; readonly payee: Party | undefined },
	ordered: ReadonlySet<string>,
) {
	const outgoing = (side === 'sold') === (t.asset !== 'CNY');
	const [account, otherAccount] = outgoing ? [t.from, t.to] : [t.to, t.from];
	const [self, other] = outgoing ? [payer, payee] : [payee, payer];
	if (!self || self.spells.length === 0) return undefined;
	const own = self === other && t.asset !== 'CNY' && ordered.has(otherAccount);
	if (!own && !isTrader(other)) return undefined;
	return { self, own, other: other?.name ?? otherAccount, account, otherAccount };
}

function isTrader(other: Party | undefined): boolean {
	return other === undefined || (other.spells.length === 0 && !NO_TRADERS.has(other.category));
}

/** Those of whom people.csv says, for that day, that the party is their direct subordinate or superior. */
function linksOf(
	party: Party,
	instant: number,
	parties: Parties,
	below: ReadonlyMap<string, readonly Party[]>,
): PartyLink[] {
	const superiorOf = (one: Party) => {
		const name = spellAt(one, instant)?.superior;
		return name === undefined ? [] : parties.named(name);
	};
	return [
		...superiorOf(party).map(({ id }): PartyLink => ({ party: id, why: 'subordinate' })),
		...(below.get(party.id) ?? [])
			.filter((other) => superiorOf(other).includes(party))
			.map(({ id }): PartyLink => ({ party: id, why: 'superior' })),
	];
}

/** Party -> those who ever name it as their superior. */
function subordinates(parties: Parties): Map<string, Party[]> {
	const below = new Map<string, Party[]>();
	for (const other of parties.all.values()) {
		const names = new Set(other.spells.flatMap(({ superior }) => superior ?? []));
		for (const party of [...names].flatMap((name) => parties.named(name)))
			below.set(party.id, [...(below.get(party.id) ?? []), other]);
	}
	return below;
}

/** Orders of exchange accounts whose holder is known. */
export function partyOrders(orders: readonly ExchangeOrder[], parties: Parties): PartyOrder[] {
	return orders.flatMap(({ account, asset, side, order, quantity, fee, yuan, payAccount, moment, state }) => {
		const holder = parties.holder(account, moment.instant)?.party;
		if (!holder) return [];
		return [
			{
				order,
				side: side === 'sell' ? ('sold' as const) : ('bought' as const),
				party: holder.id,
				account,
				asset,
				quantity,
				fee: fee ?? 0n,
				fen: yuan,
				instant: moment.instant,
				...defined('payAccount', payAccount),
				state,
			},
		];
	});
}
