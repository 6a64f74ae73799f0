import type { Books } from './books.ts';
import { clock, fundingDays, HOUR, MINUTE } from './calendar.ts';
import { COIN, type CoinBooks, type CoinPlaces } from './coins.ts';
import type { WeeklyNeed } from './funding.ts';
import type { Outsiders } from './outsiders.ts';
import type { Random } from './random.ts';
import { RATE_BANDS } from './rules.ts';
import { cardEnd, type Outsider, outsiderEnd, type Person, type Sale } from './world.ts';

/** Weeks in which each core member sells coins; each sale pays for the weeks up to the next. */
const SALE_WEEKS = [
	[0, 1, 3, 5, 6, 8, 10, 11],
	[0, 2, 3, 5, 7, 8, 10, 12],
	[0, 2, 4, 6, 8, 10],
] as const;
/** The third also sells twice the same sum within an hour, and once for cash. */
const TWIN_WEEK = 5;
const CASH_WEEK = 7;
const NOT_ONE_TO_ONE = '交易所或OTC成交订单';
const CASH = '现金交付凭证（OTC成交记录、供述）';
const FEE = 1_500_000n;

interface Market {
	readonly random: Random;
	readonly books: Books;
	readonly coins: CoinBooks;
	readonly places: CoinPlaces;
	readonly dealers: readonly Outsider[];
	readonly sales: Sale[];
}

/** Overseas pays about weekly; core members sell for what their leaders will need, and the yuan comes within hours. */
export function sellCoins(
	random: Random,
	books: Books,
	coins: CoinBooks,
	places: CoinPlaces,
	outsiders: Outsiders,
	cores: readonly Person[],
	needs: readonly WeeklyNeed[],
): Sale[] {
	const market: Market = { random, books, coins, places, dealers: outsiders.dealers, sales: [] };
	// Week by week, not person by person: the overseas wallets pay all of them and must hold what they pay.
	for (const [week, day] of fundingDays().entries()) {
		for (const [index, core] of cores.entries()) {
			const weeks: readonly number[] = SALE_WEEKS[index] ?? [];
			const next = weeks.find((later) => later > week) ?? Number.POSITIVE_INFINITY;
			const due = needs.filter((need) => need.core === core && inWeeks(need.day, week, next));
			const fen = due.reduce((sum, need) => sum + need.fen, 0n) + BigInt(random.int(30, 80)) * 100_00n;
			if (weeks.includes(week)) sell(market, core, day, fen);
			else if (index === 2 && week === TWIN_WEEK) sellTwins(market, core, day);
			else if (index === 2 && week === CASH_WEEK) sellForCash(market, core, day);
			else
				seed(
					market,
					core,
					walletOf(core, random),
					clock(day, 9, random.int(0, 59)),
					BigInt(random.int(5, 15)) * 100n * COIN,
				);
		}
	}
	return market.sales;
}

function inWeeks(day: string, from: number, until: number): boolean {
	const week = fundingDays().indexOf(day);
	return week >= from && week < until;
}

function walletOf(core: Person, random: Random): string {
	return core.eth[0] && random.chance(50) ? core.eth[0] : (core.tron[0] as string);
}

function rateOn(random: Random, day: string): bigint {
	const band = RATE_BANDS.find(({ from, until }) => from <= day && day <= until);
	if (!band) throw new Error(`no rate on ${day}`);
	return BigInt(random.int(Number(band.min) + 150, Number(band.max) - 150));
}

/** Millionths of a coin times ten-thousandths of a yuan, in fen, half up. */
function worth(units: bigint, rate: bigint): bigint {
	return (units * rate + 50_000_000n) / 100_000_000n;
}

function sell(market: Market, core: Person, day: string, fen: bigint): void {
	const { random } = market;
	const rate = rateOn(random, day);
	const coinCents = (fen * 10_000n) / rate + 1n;
	const units = (random.chance(70) ? (coinCents / 1000n + 1n) * 1000n : coinCents) * 10_000n;
	const wallet = walletOf(core, random);
	const at = clock(day, random.int(11, 12), random.int(0, 59), random.int(0, 59));
	const exact = worth(units, rate);
	const paid = random.chance(25) ? (exact / 100n) * 100n : exact;
	const coin = deliver(market, core, wallet, at, units);
	const first = random.chance(15);
	const lag = first ? -random.int(20, 80) * MINUTE : random.int(10, 270) * MINUTE;
	const yuan = payYuan(market, core, at + lag, paid);
	market.sales.push({ core, coin, fen: paid, yuan, missing: '' });
}

/** The same sum twice within the hour: the sums say that both were paid, not which coin became which yuan. */
function sellTwins(market: Market, core: Person, day: string): void {
	const { random } = market;
	const units = 5_000n * COIN;
	const fen = worth(units, rateOn(random, day));
	const wallet = core.tron[0] as string;
	const at = clock(day, 11, random.int(0, 9), random.int(0, 59));
	for (const minutes of [0, 25]) {
		const coin = deliver(market, core, wallet, at + minutes * MINUTE, units, market.places.desks[0]);
		const yuan = payYuan(market, core, at + 2 * HOUR + minutes * MINUTE, fen);
		market.sales.push({ core, coin, fen, yuan, missing: NOT_ONE_TO_ONE });
	}
}

function sellForCash(market: Market, core: Person, day: string): void {
	const { random } = market;
	const units = 3_000n * COIN;
	const at = clock(day, 13, random.int(0, 59), random.int(0, 59));
	const coin = deliver(market, core, core.tron[0] as string, at, units, market.places.desks[1]);
	market.sales.push({ core, coin, fen: worth(units, rateOn(random, day)), missing: CASH });
}

/** Overseas pays what is lacking, the coins go over the second wallet now and then, and to a desk or an exchange. */
function deliver(market: Market, core: Person, wallet: string, at: number, units: bigint, to?: string) {
	const { random, coins, places } = market;
	const tron = wallet.startsWith('T');
	const lacking = units + FEE - coins.balance(wallet);
	if (lacking > 0n) {
		const hundreds = lacking / (100n * COIN) + 1n + BigInt(random.int(0, 4));
		seed(market, core, wallet, at - random.int(90, 170) * MINUTE, hundreds * 100n * COIN);
	}
	const buyers = tron ? [...places.desks, ...places.exchangeDeposits.tron] : places.exchangeDeposits.eth;
	const buyer = to ?? random.pick(buyers);
	const second = core.tron[1];
	const over = tron && second && !to && random.chance(50) ? second : wallet;
	if (over !== wallet) coins.move(at - 40 * MINUTE, wallet, over, units + FEE, 'own');
	const coin = coins.move(at, over, buyer, units, 'sale');
	if (tron && random.chance(60)) coins.move(at - 3 * MINUTE, over, places.energy, FEE, 'fee');
	return coin;
}

function seed(market: Market, core: Person, wallet: string, at: number, units: bigint): void {
	const { random, coins, places } = market;
	const chain = wallet.startsWith('T') ? 'tron' : 'eth';
	const payers = [...places.overseas.values()].flat().filter((one) => one.startsWith('T') === (chain === 'tron'));
	const payer = random.pick(payers);
	if (coins.balance(payer) < units) {
		const stock = units + 20_000n * COIN;
		const sibling = random.chance(40) ? siblingOf(places, payer) : payer;
		coins.move(at - random.int(300, 900) * MINUTE, places.exchangeHot[chain], sibling, stock, 'supply');
		if (sibling !== payer) coins.move(at - random.int(60, 200) * MINUTE, sibling, payer, stock, 'own');
	}
	coins.move(at, payer, wallet, units, 'seed');
	// Leaves unsold coins of the first core member mixed with a stranger's.
	if (core.tron[0] === wallet && market.sales.length === 2)
		coins.move(at + 20 * MINUTE, places.stranger, wallet, 500n * COIN, 'stranger');
}

/** Another wallet of the same overseas party on the same chain. */
function siblingOf(places: CoinPlaces, wallet: string): string {
	const own = [...places.overseas.values()].find((wallets) => wallets.includes(wallet)) ?? [];
	return own.find((one) => one !== wallet && one.startsWith('T') === wallet.startsWith('T')) ?? wallet;
}

function payYuan({ random, books, dealers }: Market, core: Person, at: number, fen: bigint) {
	return books.pay({
		at,
		from: outsiderEnd(random.pick(dealers)),
		to: cardEnd(core),
		fen,
		means: 'bank',
		memo: random.pick(['转账', '货款', '往来款', '']),
		purpose: { kind: 'cash-out' },
	});
}
