import { type Books, LIFE, trap } from './books.ts';
import { clock, HOUR, MINUTE } from './calendar.ts';
import type { Outsiders } from './outsiders.ts';
import { alipayEnd } from './payouts.ts';
import type { Random } from './random.ts';
import { type Reports, verdictOn } from './readings.ts';
import { chatEnd, type Group, outsiderEnd, type Payment, type Person, spellOn } from './world.ts';

interface Scene {
	readonly random: Random;
	readonly books: Books;
	readonly group: Group;
	readonly callers: readonly Person[];
	readonly outsiders: Outsiders;
	readonly reports: Reports;
}

/** In every group: money between its people that looks like pay, and a bonus now and then that is. */
export function layTraps(
	random: Random,
	books: Books,
	groups: readonly Group[],
	outsiders: Outsiders,
	reports: Reports,
): void {
	for (const group of groups) {
		const callers = group.members.slice(1);
		const scene: Scene = { random, books, group, callers, outsiders, reports };
		festivals(scene);
		groupPackets(scene);
		birthdaysAndMeals(scene);
		loans(scene);
		bonuses(scene);
		stranger(scene);
		if (group.style === 'plain') mistakes(scene);
		if (group.style === 'alipay') closedOrder(scene);
		secondAccounts(scene);
	}
}

const FESTIVALS = [
	['2023-03-08', '女神节快乐'],
	['2023-05-01', '五一快乐'],
	['2023-05-20', '520快乐'],
] as const;

/** Lucky sums; 66 and 88 are also 11 leads at 6 or 8 yuan. Without a word they stay ambiguous, never proven. */
function festivals({ random, books, group, callers, reports }: Scene): void {
	for (const [day, wish] of FESTIVALS) {
		for (const person of random.shuffle(callers.filter((one) => spellOn(one, day)?.group === group.name)).slice(0, 4)) {
			const at = clock(day, 12, random.int(0, 59), random.int(0, 59));
			const fen = random.pick([6_66n, 8_88n, 66_00n, 88_00n]);
			const silent = { at, fen, means: 'packet' as const, memo: '恭喜发财，大吉大利' };
			const told = random.chance(50) || verdictOn(silent, person, group, reports).proven;
			books.pay({
				...silent,
				memo: told ? wish : silent.memo,
				from: chatEnd(group.leader),
				to: chatEnd(person),
				purpose: trap('节日红包'),
			});
		}
	}
}

/** Random shares; one packet of the first group is not taken up. */
function groupPackets({ random, books, group }: Scene): void {
	for (const day of ['2023-03-10', '2023-04-07', '2023-05-12']) {
		const here = random.shuffle(group.members.filter((one) => spellOn(one, day)?.group === group.name)).slice(0, 8);
		const total = BigInt(random.int(6, 12)) * 10_00n;
		const takers = group.style === 'plain' && day === '2023-04-07' ? here.slice(0, 5) : here;
		const cuts = here.map(() => BigInt(random.int(10, 99)));
		const sum = cuts.reduce((a, b) => a + b, 0n);
		const shares = cuts.map((cut) => (total * cut) / sum);
		shares[0] = (shares[0] ?? 0n) + total - shares.reduce((a, b) => a + b, 0n);
		books.share(
			{
				at: clock(day, 21, random.int(0, 20), random.int(0, 59)) - 2 * HOUR,
				from: chatEnd(group.leader),
				purpose: trap('群红包随机份额'),
				memo: '恭喜发财，大吉大利',
			},
			total,
			takers.map((person, place) => ({ to: chatEnd(person), fen: shares[place] ?? 0n })),
		);
	}
}

function birthdaysAndMeals({ random, books, group, callers }: Scene): void {
	const leader = chatEnd(group.leader);
	const [fifth, sixth, seventh] = [callers[4], callers[5], callers[6]] as [Person, Person, Person];
	const send = (
		day: string,
		person: Person,
		fen: bigint,
		memo: string,
		why: string,
		means: Payment['means'] = 'packet',
	) =>
		books.pay({
			at: clock(day, 13, random.int(0, 59), random.int(0, 59)),
			from: leader,
			to: chatEnd(person),
			fen,
			means,
			memo,
			purpose: trap(why),
		});
	send('2023-04-18', fifth, 88_00n, '生日快乐', '生日红包');
	send('2023-03-24', sixth, 45_00n, 'AA饭钱', '聚餐分摊');
	send('2023-04-27', seventh, 30_00n, '奶茶\t第二杯半价', '代买');
	for (const day of ['2023-03-17', '2023-04-21'])
		books.pay({
			at: clock(day, 20, random.int(0, 19)),
			from: chatEnd(fifth),
			to: chatEnd(sixth),
			fen: 38_50n,
			means: 'collect',
			memo: 'AA聚餐',
			purpose: LIFE,
		});
}

function loans({ random, books, group, callers }: Scene): void {
	const [first, second] = [callers[7], callers[8]] as [Person, Person];
	const inspector = group.members[0] as Person;
	const move = (day: string, from: Person, to: Person, fen: bigint, memo: string, why: string) =>
		books.pay({
			at: clock(day, 14, random.int(0, 59), random.int(0, 59)),
			from: chatEnd(from),
			to: chatEnd(to),
			fen,
			means: 'transfer',
			memo,
			purpose: trap(why),
		});
	move('2023-04-11', group.leader, first, 500_00n, '借你应急', '组长借款');
	move('2023-04-25', first, group.leader, 500_00n, '还你的钱', '归还组长借款');
	move('2023-04-12', first, second, 300_00n, '借款', '话务员之间借款');
	move('2023-04-19', second, first, 300_00n, '还款', '话务员之间还款');
	move('2023-03-28', second, callers[9] as Person, 200_00n, '微信转账', '话务员之间往来');
	move('2023-03-29', inspector, second, 45_00n, '微信转账', '非上级的往来');
}

function bonuses({ random, books, group, callers }: Scene): void {
	for (const day of ['2023-03-31', '2023-04-29', '2023-05-30']) {
		const here = callers.slice(4).filter((one) => spellOn(one, day)?.group === group.name);
		for (const person of random.shuffle(here).slice(0, 2)) {
			const bonus = BigInt(random.int(1, 4)) * 50_00n;
			books.pay({
				at: clock(day, 19, random.int(0, 59), random.int(0, 59)),
				from: chatEnd(group.leader),
				to: chatEnd(person),
				fen: bonus,
				means: 'packet',
				memo: '全勤奖',
				purpose: { kind: 'pay', wage: 0n, commission: 0n, leads: 0, rate: 0n, bonus, rounding: 0n },
			});
		}
	}
}

/** Somebody outside the gang gets what would be nine leads. */
function stranger({ random, books, group, outsiders }: Scene): void {
	books.pay({
		at: clock('2023-03-22', 21, random.int(0, 59), random.int(0, 59)),
		from: chatEnd(group.leader),
		to: outsiderEnd(random.pick(outsiders.friends)),
		fen: 45_00n,
		means: 'packet',
		memo: '恭喜发财，大吉大利',
		purpose: trap('案外人收款'),
	});
}

/** A wage sent twice and returned, a transfer and a packet that were not accepted. */
function mistakes({ random, books, group, callers }: Scene): void {
	const leader = chatEnd(group.leader);
	const fifth = chatEnd(callers[4] as Person);
	const at = clock('2023-03-16', 21, 50, random.int(0, 59));
	const wage = { kind: 'pay', wage: 200_00n, commission: 0n, leads: 0, rate: 0n, bonus: 0n, rounding: 0n } as const;
	books.pay({ at, from: leader, to: fifth, fen: 200_00n, means: 'packet', memo: '工资', purpose: wage });
	books.pay({
		at: at + 9 * MINUTE,
		from: fifth,
		to: leader,
		fen: 200_00n,
		means: 'transfer',
		memo: '多发退回',
		purpose: { kind: 'return' },
	});
	const sixth = chatEnd(callers[5] as Person);
	const unaccepted = { minutes: 24 * 60 };
	books.pay({
		at: clock('2023-03-14', 12, 8, random.int(0, 59)),
		from: leader,
		to: sixth,
		fen: 245_00n,
		means: 'transfer',
		memo: '微信转账',
		purpose: trap('转账被退还'),
		refund: { fen: 245_00n, ...unaccepted },
	});
	books.pay({
		at: clock('2023-05-04', 12, 30, random.int(0, 59)),
		from: leader,
		to: chatEnd(callers[6] as Person),
		fen: 45_00n,
		means: 'packet',
		memo: '恭喜发财，大吉大利',
		purpose: trap('红包未领取'),
		refund: { fen: 45_00n, ...unaccepted },
	});
}

/** An order that ended without payment, in the bill and in the platform's answer. */
function closedOrder({ books, group, callers }: Scene): void {
	books.pay({
		at: clock('2023-04-02', 15, 20, 31),
		from: alipayEnd(group.leader),
		to: alipayEnd(callers[0] as Person),
		fen: 254_00n,
		means: 'alipay',
		memo: '转账',
		purpose: trap('交易关闭'),
		failed: true,
	});
}

/** Moves between two accounts of one person are no payments. */
function secondAccounts({ random, books, group, callers }: Scene): void {
	for (const [person, fen] of [
		[group.leader, 6_000_00n],
		[callers[0] as Person, 200_00n],
	] as const) {
		if (person.chats.length < 2) continue;
		for (const day of ['2023-05-01', '2023-05-09', '2023-05-16', '2023-05-23'])
			books.pay({
				at: clock(day, 9, random.int(0, 59)),
				from: chatEnd(person),
				to: chatEnd(person, 1),
				fen,
				means: 'transfer',
				memo: '微信转账',
				purpose: trap('本人账户互转'),
			});
	}
}
