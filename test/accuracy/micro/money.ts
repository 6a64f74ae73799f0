import { tronAddress } from '../../../datasets/demo/addresses.ts';
import { type Books, LIFE, openBooks, trap } from '../../../datasets/demo/books.ts';
import { addDays, clock, DAY, HOUR, MINUTE } from '../../../datasets/demo/calendar.ts';
import { COIN, type CoinBooks, openCoinBooks } from '../../../datasets/demo/coins.ts';
import { nameGiver, shopName } from '../../../datasets/demo/names.ts';
import type { Random } from '../../../datasets/demo/random.ts';
import { type CoinMove, cardEnd, chatEnd, type End, type Payment, type Person } from '../../../datasets/demo/world.ts';
import { FIRST, type Gang, LAST, type Team } from './gang.ts';

/** What the case states, and what is true of the gang: the generator keeps within it. */
export const TERMS = {
	wages: { caller: 200_00n, inspector: 400_00n },
	/** The second from the 16th on. */
	rates: [5_00n, 6_00n],
	secondRateFrom: '2023-03-16',
	leadsPerDayMax: 15,
	bonusesMax: 600_00n,
	ownMoneyMax: 5_000_00n,
	/** Yuan a coin. */
	rate: { least: 6_86n, most: 6_96n },
} as const;

export interface Report {
	readonly person: Person;
	readonly team: Team;
	readonly day: string;
	readonly count: number;
}

export interface Money {
	readonly payments: readonly Payment[];
	readonly coins: readonly CoinMove[];
	readonly reports: readonly Report[];
	readonly overseas: string;
	readonly desk: string;
}

interface Scene {
	readonly random: Random;
	readonly books: Books;
	readonly coins: CoinBooks;
	readonly gang: Gang;
	readonly reports: Report[];
	readonly strangers: readonly End[];
	readonly shops: readonly End[];
	readonly dealers: readonly End[];
	readonly overseas: string;
	readonly desk: string;
}

/** Everything that moved in the month. */
export function makeMoney(random: Random, gang: Gang): Money {
	const names = nameGiver(random.fork('strangers'));
	const scene: Scene = {
		random,
		books: openBooks(random.fork('books')),
		coins: openCoinBooks(random.fork('coins')),
		gang,
		reports: [],
		strangers: ends(12, () => ({
			account: `wechat:wxid_else${random.hex(8)}`,
			name: names.person(),
			nickname: names.nickname(),
		})),
		shops: ends(6, (at) => shop(random, at)),
		dealers: ends(8, () => {
			const name = names.person();
			return { account: `bank:6230${random.digits(15)}`, name, nickname: name };
		}),
		overseas: tronAddress(random),
		desk: tronAddress(random),
	};
	for (const team of gang.groups) payTeam(scene, team);
	for (const team of gang.groups) oddities(scene, team);
	for (const person of gang.people) live(scene, person);
	for (const core of gang.cores) fundAndSell(scene, core);
	const { books, coins, reports, overseas, desk } = scene;
	return { payments: books.payments, coins: coins.moves, reports, overseas, desk };
}

function ends(count: number, make: (at: number) => End): End[] {
	return Array.from({ length: count }, (_, at) => make(at));
}

function shop(random: Random, at: number): End {
	const name = `${shopName(random)}${at + 1}号店`;
	return { account: `tenpay:19000${String(at).padStart(5, '0')}@mch.tenpay.com`, name, nickname: name };
}

function days(person: Person): string[] {
	const { from = FIRST, until = LAST } = person.spells[0] ?? {};
	const list: string[] = [];
	for (let day = from; day <= until; day = addDays(day, 1)) list.push(day);
	return list;
}

/** A day's wage and leads in the evening; by packet, by transfer, now and then from card to card. */
function payTeam(scene: Scene, team: Team): void {
	const told = scene.random.chance(80);
	for (const person of team.members)
		for (const day of days(person)) if (!scene.random.chance(18)) payDay(scene, team, person, day, told);
}

function payDay({ random, books, reports }: Scene, team: Team, person: Person, day: string, told: boolean): void {
	const caller = person.spells[0]?.role === 'caller';
	const half = random.chance(8);
	const daily = TERMS.wages[caller ? 'caller' : 'inspector'];
	const wage = half ? daily / 2n : daily;
	const most = half ? 3 : 5;
	const leads = caller ? random.int(0, most) + random.int(0, most) : 0;
	const rate = TERMS.rates[day < TERMS.secondRateFrom ? 0 : 1];
	if (caller && told) reports.push({ person, team, day, count: leads + (random.chance(4) ? 2 : 0) });
	const apart = [
		{ wage, leads: 0 },
		{ wage: 0n, leads },
	];
	const parts = leads > 0 && random.chance(20) ? apart : [{ wage, leads }];
	const at = clock(day, random.int(19, 22), random.int(0, 59), random.int(0, 59));
	for (const [place, part] of parts.entries()) {
		const commission = BigInt(part.leads) * rate;
		const pay = { kind: 'pay', ...part, commission, rate, bonus: 0n, rounding: 0n } as const;
		const memo = memoOf(random, part);
		handOver(random, books, team.leader, person, at + place * 30_000, part.wage + commission, memo, pay);
	}
}

function memoOf(random: Random, { wage, leads }: { wage: bigint; leads: number }): string {
	if (leads === 0) return random.pick(['', '', '工资']);
	return wage === 0n ? random.pick([`提成${leads}人`, '提成', '']) : random.pick([`工资+提成${leads}人`, '', '']);
}

function handOver(
	random: Random,
	books: Books,
	from: Person,
	to: Person,
	at: number,
	fen: bigint,
	memo: string,
	purpose: Payment['purpose'],
): void {
	if (from.card && to.card && random.chance(12)) {
		books.pay({ at, from: cardEnd(from), to: cardEnd(to), fen, means: 'bank', memo: memo || '转账', purpose });
		return;
	}
	const means = fen <= 200_00n && random.chance(60) ? 'packet' : 'transfer';
	const empty = means === 'packet' ? '恭喜发财，大吉大利' : '微信转账';
	books.pay({ at, from: chatEnd(from), to: chatEnd(to), fen, means, memo: memo || empty, purpose });
}

/** What looks like pay and is none, and pay that does not look like it. */
function oddities({ random, books, strangers }: Scene, { leader, members }: Team): void {
	const some = random.shuffle(members);
	const day = (low: number, high: number) => addDays(FIRST, random.int(low, high));
	const at = (low: number, high: number) =>
		clock(day(low, high), random.int(11, 17), random.int(0, 59), random.int(0, 59));
	const send = (from: End, to: End, when: number, fen: bigint, memo: string, purpose: Payment['purpose']) =>
		books.pay({ at: when, from, to, fen, means: fen <= 200_00n ? 'packet' : 'transfer', memo, purpose });
	const [a, b, c, d] = some.map((person) => chatEnd(person)) as [End, End, End, End];
	const boss = chatEnd(leader);
	const bonus = BigInt(random.int(1, 3)) * 50_00n;
	const extra = { kind: 'pay', wage: 0n, commission: 0n, leads: 0, rate: 0n, bonus, rounding: 0n } as const;
	send(boss, a, at(13, 18), bonus, '全勤奖', extra);
	// A gift that is eleven leads at six yuan, and a meal that is nine at five.
	send(boss, b, at(20, 29), 66_00n, random.pick(['恭喜发财，大吉大利', '生日快乐']), trap('礼金'));
	send(boss, c, at(3, 12), 45_00n, random.pick(['恭喜发财，大吉大利', 'AA饭钱']), trap('聚餐'));
	// A loan to the leader of which nobody says anything, and its repayment that is a day's wage.
	const lent = at(2, 9);
	const silent = random.chance(60);
	send(d, boss, lent, 200_00n, silent ? '恭喜发财，大吉大利' : '借你', trap('借给组长'));
	send(boss, d, lent + random.int(3, 15) * DAY, 200_00n, silent ? '恭喜发财，大吉大利' : '还你的钱', trap('组长还款'));
	send(c, d, at(5, 25), 88_00n, '恭喜发财，大吉大利', LIFE);
	// Somebody outside gets what would be nine leads.
	send(boss, random.pick(strangers), at(4, 27), 45_00n, '恭喜发财，大吉大利', trap('案外人'));
	// A wage sent twice and sent back.
	if (random.chance(50)) {
		const when = at(10, 25);
		const wage = { kind: 'pay', wage: 200_00n, commission: 0n, leads: 0, rate: 0n, bonus: 0n, rounding: 0n } as const;
		send(boss, b, when, 200_00n, '工资', wage);
		send(b, boss, when + 10 * MINUTE, 200_00n, '多发退回', { kind: 'return' });
	}
	const shares = some.map((person) => ({ to: chatEnd(person), fen: BigInt(random.int(100, 900)) }));
	const total = shares.reduce((sum, { fen }) => sum + fen, 0n);
	books.share({ at: at(8, 22), from: boss, purpose: trap('群红包'), memo: '恭喜发财，大吉大利' }, total, shares);
}

function live({ random, books, shops, strangers }: Scene, person: Person): void {
	const own = chatEnd(person);
	const when = () => clock(addDays(FIRST, random.int(0, 30)), random.int(8, 18), random.int(0, 59), random.int(0, 59));
	for (let left = random.int(3, 6); left > 0; left -= 1)
		books.pay({
			at: when(),
			from: own,
			to: random.pick(shops),
			fen: BigInt(random.int(400, 9000)),
			means: 'shop',
			purpose: LIFE,
		});
	for (let left = random.int(1, 3); left > 0; left -= 1) {
		const other = random.pick(strangers);
		const [from, to] = random.chance(50) ? [own, other] : [other, own];
		books.pay({
			at: when(),
			from,
			to,
			fen: BigInt(random.int(2, 40)) * 5_00n,
			means: 'transfer',
			memo: '微信转账',
			purpose: LIFE,
		});
	}
}

/** Every Wednesday each leader gets a little more than the week will take; coins are sold for it on the day before or so. */
function fundAndSell({ random, books, coins, gang, dealers, overseas, desk }: Scene, core: Person): void {
	const teams = gang.groups.filter((team) => team.core === core);
	for (let day = FIRST; day <= LAST; day = addDays(day, 7)) {
		const [start, end] = [clock(day, 18), clock(addDays(day, 7), 18)];
		let needed = 0n;
		for (const { leader } of teams) {
			const spent = books.payments
				.filter(({ at, from, purpose }) => from.person === leader && purpose.kind === 'pay' && at >= start && at < end)
				.reduce((sum, { fen }) => sum + fen, 0n);
			const fen = ((spent * BigInt(random.int(104, 118))) / 100n / 100_00n + 1n) * 100_00n;
			needed += fen;
			const at = start - random.int(5, 50) * MINUTE;
			const memo = random.pick(['', '备用金', '代发工资款']);
			const purpose = { kind: 'funding' } as const;
			if (random.chance(50))
				books.pay({ at, from: cardEnd(core), to: cardEnd(leader), fen, means: 'bank', memo: memo || '转账', purpose });
			else
				books.pay({
					at,
					from: chatEnd(core),
					to: chatEnd(leader),
					fen,
					means: 'transfer',
					memo: memo || '微信转账',
					purpose,
				});
		}
		sell({ random, books, coins, dealers, overseas, desk }, core, day, needed);
	}
	const at = clock(addDays(FIRST, random.int(3, 25)), 12);
	const other = random.pick(dealers);
	books.pay({
		at,
		from: other,
		to: cardEnd(core),
		fen: BigInt(random.int(5, 30)) * 100_00n,
		means: 'bank',
		memo: '退还押金',
		purpose: LIFE,
	});
}

function sell(
	{
		random,
		books,
		coins,
		dealers,
		overseas,
		desk,
	}: Pick<Scene, 'random' | 'books' | 'coins' | 'dealers' | 'overseas' | 'desk'>,
	core: Person,
	day: string,
	needed: bigint,
): void {
	const wallet = core.tron[0] as string;
	const rate = BigInt(random.int(Number(TERMS.rate.least), Number(TERMS.rate.most)));
	const whole = ((needed + BigInt(random.int(10, 40)) * 100_00n) / rate / 10n + 1n) * 10n;
	const at = clock(day, random.int(9, 12), random.int(0, 59), random.int(0, 59));
	coins.move(at - 2 * HOUR, overseas, wallet, (whole + 100n) * COIN, 'seed');
	coins.move(at, wallet, desk, whole * COIN, 'sale');
	books.pay({
		at: at + random.int(10, 200) * MINUTE,
		from: random.pick(dealers),
		to: cardEnd(core),
		fen: whole * rate,
		means: 'bank',
		memo: '转账',
		purpose: { kind: 'cash-out' },
	});
}
