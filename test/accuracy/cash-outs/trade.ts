import type { Chances } from './chances.ts';
import { agree, delayOf, shapeOf, splitCoins, splitYuan, type Terms } from './deal.ts';
import type { DealDraft, Draft } from './draft.ts';
import { type Buyer, businessTime, DAYS, HOUR, type Market, MINUTE } from './market.ts';
import type { Shape, Side } from './pool.ts';

/** A core member who sells coins: wallets, accounts, and perhaps a helper whose card takes money. */
export interface Seller {
	readonly party: string;
	readonly wallets: readonly string[];
	readonly accounts: readonly string[];
	readonly helper?: { readonly party: string; readonly account: string };
	/** Deals over the whole period. */
	readonly deals: number;
	/** The desks it goes back to. */
	readonly desks: readonly Buyer[];
}

/** All deals of a seller: most sell; one in twenty buys coins back; now and then the same sum is sold twice in a day. */
export function trade(chances: Chances, market: Market, seller: Seller): DealDraft[] {
	const deals: DealDraft[] = [];
	while (deals.length < seller.deals) {
		const at = businessTime(chances, chances.whole(0, DAYS - 2));
		const buyer = buyerFor(chances, seller, deals.length);
		const side: Side = chances.happens(0.05) ? 'bought' : 'sold';
		const margin = side === 'sold' ? buyer.margin : -buyer.margin;
		const terms = agree(chances, market, at, margin);
		const shape = shapeOf(chances);
		deals.push(carryOut(chances, seller, buyer, { side, shape, terms, at }));
		if (shape === 'one to one' && chances.happens(0.03))
			deals.push(carryOut(chances, seller, buyer, { side, shape, terms, at: at + chances.whole(20, 240) * MINUTE }));
	}
	return deals;
}

function buyerFor(chances: Chances, seller: Seller, count: number): Buyer {
	const stranger = `stranger-${seller.party}-${count}`;
	return chances.weighted<Buyer>([
		[45, chances.pick(seller.desks)],
		[
			35,
			{
				kind: 'exchange',
				name: `deposit-${seller.party}`,
				margin: chances.between(-0.001, 0.004),
				// A stranger found by the exchange pays; now and then from a second card.
				payers: [`c2c-${seller.party}-${count}`, `c2c-${seller.party}-${count}b`],
			},
		],
		[20, { kind: 'stranger', name: stranger, margin: chances.between(-0.002, 0.007), payers: [`${stranger}-card`] }],
	]);
}

interface Agreed {
	readonly side: Side;
	readonly shape: Shape | 'cash';
	readonly terms: Terms;
	readonly at: number;
}

function carryOut(chances: Chances, seller: Seller, buyer: Buyer, agreed: Agreed): DealDraft {
	const { side, shape, terms, at } = agreed;
	const manyCoins = shape === 'many to one' || shape === 'many to many';
	const manyYuan = shape === 'one to many' || shape === 'many to many';
	const sendings = manyCoins ? splitCoins(chances, terms.cents, chances.whole(2, 3)) : [terms.cents];
	const payments = manyYuan ? splitYuan(chances, terms.fen, chances.whole(2, 4)) : [terms.fen];
	const wallet = chances.pick(seller.wallets);
	const spread = buyer.kind === 'exchange' ? 0.3 : 0.7;
	let coinAt = at;
	const coins = sendings.map((amount, k): Draft => {
		if (k > 0) coinAt += Math.floor(Math.min(12 * HOUR, chances.lognormal(12 * MINUTE, 1.1)));
		const from = sendings.length > 1 && chances.happens(0.5) ? chances.pick(seller.wallets) : wallet;
		return { kind: 'coin', side, party: seller.party, account: from, other: buyer.name, at: coinAt, amount };
	});
	const home = homeOf(chances, seller);
	// Yuan that come afterwards follow the last coins; those that come before, the first.
	const delay = side === 'sold' ? delayOf(chances) : -delayOf(chances);
	let yuanAt = (delay >= 0 ? coinAt : at) + delay;
	const payer = chances.pick(buyer.payers);
	const yuan = payments.map((amount, k): Draft => {
		if (k > 0) yuanAt += Math.floor(Math.min(26 * HOUR, chances.lognormal(20 * MINUTE, 1.3)));
		const other = k > 0 && chances.happens(spread) ? chances.pick(buyer.payers) : payer;
		return { kind: 'yuan', side, party: home.party, account: home.account, other, at: yuanAt, amount };
	});
	if (shape === 'cash') return { side, shape: 'one to one', legs: coins };
	return { side, shape: shapeFor(coins.length, yuan.length), legs: [...coins, ...yuan] };
}

/** Where the yuan go: an account of the seller's, seldom that of a helper. */
function homeOf(chances: Chances, seller: Seller): { party: string; account: string } {
	if (seller.helper && chances.happens(0.12)) return seller.helper;
	return { party: seller.party, account: chances.pick(seller.accounts) };
}

function shapeFor(coins: number, yuan: number): Shape {
	if (coins === 1) return yuan === 1 ? 'one to one' : 'one to many';
	return yuan === 1 ? 'many to one' : 'many to many';
}
