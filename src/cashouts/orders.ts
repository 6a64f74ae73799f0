import { grouped } from '../ledger/grouped.ts';
import { exchangeable } from './exchangeable.ts';
import { cashOutId } from './explanations.ts';
import { legKeys } from './legs.ts';
import { inTime, keyOf } from './pools.ts';
import type { CashOutRules, CoinLeg, PartyOrder, YuanLeg } from './types.ts';

/** What completed orders state of legs: which coins became which yuan. */
export interface Statement {
	readonly id: string;
	readonly coins: readonly CoinLeg[];
	readonly yuan: readonly YuanLeg[];
	readonly orders: readonly PartyOrder[];
	readonly pairing: 'one' | 'open';
	/** Coins of its legs that no order sold. */
	readonly remainder: bigint;
	/** A row of the yuan names the number of its order. */
	readonly byNumber: boolean;
}

export interface Stated {
	readonly statements: readonly Statement[];
	/** Yuan that an order explains: they stand for no other coins. */
	readonly pinned: ReadonlySet<string>;
}

interface Pin {
	readonly order: PartyOrder;
	readonly yuan: YuanLeg;
}

/** So many orders together are held against one coin leg. */
const TOGETHER = 6;

/**
 * What orders of a party's exchange account state: yuan of exactly the order's amount, in its time, over its account. The
 * coins are those of exactly the orders' quantity, with or without the exchange's fee. Only completed orders state
 * anything; an order that could stand for two payments states nothing.
 */
export function statedByOrders(
	coins: readonly CoinLeg[],
	yuan: readonly YuanLeg[],
	orders: readonly PartyOrder[],
	rules: CashOutRules,
): Stated {
	const done = orders.filter((o) => o.state === 'done' && o.quantity > 0n && o.fen > 0n);
	const yuanBy = grouped([...yuan].sort(inTime), keyOf);
	const coinsBy = grouped([...coins].filter((c) => c.quantity > 0n).sort(inTime), keyOf);
	const pins = pinsOf(done, yuanBy, rules);
	const statements: Statement[] = [];
	for (const [key, list] of grouped(pins, ({ order }) => `${order.side}|${order.party}`)) {
		const legs = coinsBy.get(key) ?? [];
		statements.push(...statementsOf(list, legs, rules));
	}
	return {
		statements: statements.sort((a, b) => (a.id < b.id ? -1 : 1)),
		pinned: new Set(pins.map((pin) => pin.yuan.transfer)),
	};
}

/** Orders with the only payment that each can stand for; as many equal orders as equal payments pair in order of time. */
function pinsOf(
	orders: readonly PartyOrder[],
	yuanBy: ReadonlyMap<string, readonly YuanLeg[]>,
	rules: CashOutRules,
): Pin[] {
	const fitting = orders.flatMap((order) =>
		(yuanBy.get(`${order.side}|${order.party}`) ?? [])
			.filter((leg) => pays(leg, order, rules))
			.map((leg) => ({
				coin: keyOfOrder(order),
				yuan: leg.transfer,
				quantity: order.quantity,
				fen: leg.fen,
				pin: { order, yuan: leg },
			})),
	);
	const ofOrder = grouped(fitting, (fit) => fit.coin);
	const ofYuan = grouped(fitting, (fit) => fit.yuan);
	const sole = fitting.filter((fit) => ofOrder.get(fit.coin)?.length === 1 && ofYuan.get(fit.yuan)?.length === 1);
	const numbered = fitting.filter(({ pin }) => namesOrder(pin));
	const taken = new Set([...sole, ...numbered].flatMap((fit) => [fit.coin, fit.yuan]));
	const equal = exchangeable(fitting.filter((fit) => !taken.has(fit.coin) && !taken.has(fit.yuan)));
	const pins = [...new Set([...sole, ...numbered]), ...equal.flatMap((rows) => rows.map((row, i) => row[i]))];
	return pins.flatMap((fit) => (fit ? [fit.pin] : []));
}

/** Whether the payment's note names the number of the order. "8801" does not stand in "88012": that is another order's. */
function namesOrder({ order: { order }, yuan: { memo = '' } }: Pin): boolean {
	for (let at = order === '' ? -1 : memo.indexOf(order); at >= 0; at = memo.indexOf(order, at + 1)) {
		const beside = memo.charAt(at - 1) + memo.charAt(at + order.length);
		if (!/[0-9A-Za-z]/.test(beside)) return true;
	}
	return false;
}

function pays(leg: YuanLeg, order: PartyOrder, { beforeMs, afterMs }: CashOutRules): boolean {
	if (leg.fen !== order.fen) return false;
	const lag = leg.instant - order.instant;
	if (lag < -beforeMs || lag > afterMs) return false;
	const ends = [leg.account, leg.otherAccount];
	return order.payAccount === undefined || ends.includes(undefined) || ends.includes(order.payAccount);
}

function statementsOf(pins: readonly Pin[], legs: readonly CoinLeg[], rules: CashOutRules): Statement[] {
	const sorted = [...pins].sort((a, b) => a.order.instant - b.order.instant || inTime(a.yuan, b.yuan));
	const singles = legs.flatMap((coin) =>
		sorted
			.filter(({ order }) => feeds(coin, order, rules) && isSum([order], coin.quantity))
			.map((pin) => ({
				coin: coin.transfer,
				yuan: pin.yuan.transfer,
				quantity: coin.quantity,
				fen: pin.yuan.fen,
				pin,
				leg: coin,
			})),
	);
	const open = exchangeable(singles);
	const inOpen = new Set(open.flat(2).map((one) => one?.coin));
	const statements = [
		...open.map((rows) => {
			const pairs = rows.flat().flatMap((one) => one ?? []);
			return statement([...new Set(pairs.map((one) => one.leg))], [...new Set(pairs.map((one) => one.pin))]);
		}),
		...singles.filter((one) => !inOpen.has(one.coin)).map((one) => statement([one.leg], [one.pin])),
	];
	const used = new Set(statements.flatMap(legKeys));
	const openPins = sorted.filter((pin) => !used.has(pin.yuan.transfer));
	const openLegs = legs.filter((leg) => !used.has(leg.transfer));
	for (const leg of openLegs) {
		const near = openPins.filter(({ order }) => feeds(leg, order, rules));
		for (const set of setsOf(near, TOGETHER))
			if (set.length > 1 && isSum(ordersOf(set), leg.quantity)) statements.push(statement([leg], set));
	}
	for (const pin of openPins) {
		const near = openLegs.filter((leg) => feeds(leg, pin.order, rules));
		for (const set of setsOf(near, rules.partsMax))
			if (set.length > 1 && isSum([pin.order], total(set))) statements.push(statement(set, [pin]));
	}
	statements.push(...partly(openPins, openLegs, rules, statements));
	return statements;
}

/** A coin leg that alone can have fed orders, and of which they sold a part. */
function partly(
	pins: readonly Pin[],
	legs: readonly CoinLeg[],
	rules: CashOutRules,
	whole: readonly Statement[],
): Statement[] {
	const used = new Set(whole.flatMap(legKeys));
	const fed = new Map<CoinLeg, Pin[]>();
	for (const pin of pins.filter((p) => !used.has(p.yuan.transfer))) {
		const near = legs.filter((leg) => !used.has(leg.transfer) && feeds(leg, pin.order, rules));
		const [only, more] = near;
		if (only && !more) fed.set(only, [...(fed.get(only) ?? []), pin]);
	}
	return [...fed].flatMap(([leg, list]) => {
		const sold = ordersOf(list).reduce((sum, order) => sum + order.quantity + order.fee, 0n);
		return sold < leg.quantity ? [statement([leg], list, leg.quantity - sold)] : [];
	});
}

function statement(coins: readonly CoinLeg[], pins: readonly Pin[], remainder = 0n): Statement {
	const yuan = pins.map((pin) => pin.yuan).sort(inTime);
	return {
		id: cashOutId(
			coins.map((leg) => leg.transfer),
			yuan.map((leg) => leg.transfer),
		),
		coins: [...coins].sort(inTime),
		yuan,
		orders: ordersOf(pins),
		pairing: coins.length > 1 && pins.length > 1 ? 'open' : 'one',
		remainder,
		byNumber: pins.every(namesOrder),
	};
}

/** Whether the coins can be those of the order: sent before it, or shortly after (bought: received after it, or shortly before). */
function feeds(coin: CoinLeg, order: PartyOrder, { beforeMs, afterMs }: CashOutRules): boolean {
	if (coin.asset !== order.asset) return false;
	if (coin.own === true && coin.otherAccount !== order.account) return false;
	const lead = order.side === 'sold' ? order.instant - coin.instant : coin.instant - order.instant;
	return -beforeMs <= lead && lead <= afterMs;
}

function isSum(orders: readonly PartyOrder[], quantity: bigint): boolean {
	const net = orders.reduce((sum, order) => sum + order.quantity, 0n);
	const fees = orders.reduce((sum, order) => sum + order.fee, 0n);
	return quantity === net || quantity === net + fees;
}

function ordersOf(pins: readonly Pin[]): PartyOrder[] {
	return pins.map((pin) => pin.order);
}

function total(legs: readonly CoinLeg[]): bigint {
	return legs.reduce((sum, leg) => sum + leg.quantity, 0n);
}

/** Every set of at most so many, of the first twenty. */
function* setsOf<T>(list: readonly T[], most: number, from = 0, taken: readonly T[] = []): Generator<T[]> {
	for (let i = from; i < Math.min(list.length, 20); i++) {
		const set = [...taken, list[i] as T];
		yield set;
		if (set.length < most) yield* setsOf(list, most, i + 1, set);
	}
}

function keyOfOrder({ account, order }: PartyOrder): string {
	return `${account}|${order}`;
}
