import { type Books, trap } from './books.ts';
import { clock, fundingDays, MINUTE } from './calendar.ts';
import type { Outsiders } from './outsiders.ts';
import type { Random } from './random.ts';
import { cardEnd, chatEnd, type End, type Group, outsiderEnd, type Payment, type Person } from './world.ts';

const FUNDING_HOUR = 18;
const TOP_UP_MAX = 50_000_00n;

/** Sellers of lines and number lists are paid by leaders, the software by each core member. */
export function buyWhatTheWorkNeeds(
	random: Random,
	books: Books,
	cores: readonly Person[],
	groups: readonly Group[],
	outsiders: Outsiders,
): void {
	const buy = (at: number, from: End, to: End, fen: bigint, means: Payment['means'], memo: string) =>
		books.pay({ at, from, to, fen, means, memo, purpose: { kind: 'operating' } });
	for (const core of cores)
		for (const day of ['2023-03-02', '2023-04-06', '2023-05-04'])
			buy(
				clock(day, 11, random.int(0, 59)),
				cardEnd(core),
				outsiderEnd(outsiders.software),
				BigInt(random.int(25, 35)) * 100_00n,
				'bank',
				'软件使用费',
			);
	for (const group of groups) {
		const leader = chatEnd(group.leader);
		if (group.style !== 'plain' && group.style !== 'over-claims') continue;
		const lines = group.style === 'plain';
		const seller = outsiderEnd(lines ? outsiders.lines : outsiders.lists);
		for (const day of fundingDays()) {
			const fen = BigInt(random.int(3, 7)) * 100_00n;
			buy(clock(day, 20, random.int(0, 19)), leader, seller, fen, 'transfer', lines ? '线路费' : '号码名单');
		}
	}
}

/** What a core member's card paid out for a week, so that enough coins can be sold before. */
export interface WeeklyNeed {
	readonly core: Person;
	readonly day: string;
	readonly fen: bigint;
}

/** Every Wednesday each leader gets a little more than the week's payouts will take. */
export function fundLeaders(
	random: Random,
	books: Books,
	cores: readonly Person[],
	groups: readonly Group[],
): WeeklyNeed[] {
	const spent = weeklySpending(books.payments);
	const needs: WeeklyNeed[] = [];
	for (const core of cores) {
		for (const [week, day] of fundingDays().entries()) {
			let onCard = 0n;
			let onChat = 0n;
			for (const group of groups.filter((one) => one.core === core)) {
				const need = spent.get(group.leader)?.get(week) ?? 0n;
				const fen = (need * BigInt(random.int(106, 113))) / 100n / 100_00n;
				const funding = (fen + 1n) * 100_00n;
				const byCard = fund(random, books, group, day, week, funding);
				if (byCard) onCard += funding;
				else onChat += funding;
			}
			topUp(random, books, core, day, onChat);
			needs.push({ core, day, fen: onCard + onChat });
		}
	}
	return needs;
}

function weeklySpending(payments: readonly Payment[]): Map<Person, Map<number, bigint>> {
	const starts = fundingDays().map((day) => clock(day, FUNDING_HOUR));
	const spent = new Map<Person, Map<number, bigint>>();
	for (const { at, from, fen, purpose } of payments) {
		if (!from.person || (purpose.kind !== 'pay' && purpose.kind !== 'operating')) continue;
		const week = starts.findLastIndex((start) => start <= at);
		const weeks = spent.get(from.person) ?? new Map<number, bigint>();
		spent.set(from.person, weeks.set(week, (weeks.get(week) ?? 0n) + fen));
	}
	return spent;
}

/** By bank, by a chat transfer drawn on the card, or by a chat transfer from the balance. Returns whether the card paid. */
function fund(random: Random, books: Books, group: Group, day: string, week: number, fen: bigint): boolean {
	const { core, leader } = group;
	const at = clock(day, FUNDING_HOUR, random.int(20, 59), random.int(0, 59));
	const purpose = { kind: 'funding' } as const;
	if (group.style === 'over-claims') {
		books.pay({ at, from: cardEnd(core), to: cardEnd(leader), fen, means: 'bank', memo: '转账', purpose });
		topUp(random, books, leader, day, fen - 1_000_00n, at + 20 * MINUTE);
		return true;
	}
	const drawn = group.style === 'no-reports' && week % 2 === 1;
	const memo = random.pick(['微信转账', '微信转账', '备用金', '代发工资款']);
	books.pay({
		at,
		from: chatEnd(core),
		to: chatEnd(leader),
		fen,
		means: 'transfer',
		memo,
		purpose,
		...(drawn ? { card: core.card } : {}),
	});
	return drawn;
}

/** From card to chat balance: one movement that bank and chat pay both print. */
function topUp(random: Random, books: Books, person: Person, day: string, fen: bigint, from?: number): void {
	let at = from ?? clock(day, FUNDING_HOUR, random.int(0, 9), random.int(0, 59));
	for (let left = fen; left > 0n; left -= TOP_UP_MAX) {
		books.pay({
			at,
			from: cardEnd(person),
			to: chatEnd(person),
			fen: left > TOP_UP_MAX ? TOP_UP_MAX : left,
			means: 'top-up',
			card: person.card,
			purpose: { kind: 'own' },
		});
		at += MINUTE;
	}
}

/** Yuan that comes to core members for other reasons, and what they lend and spend. */
export function liveAsCore(
	random: Random,
	books: Books,
	cores: readonly Person[],
	groups: readonly Group[],
	outsiders: Outsiders,
): void {
	const bank = (day: string, from: End, to: End, fen: bigint, memo: string, failed = false) =>
		books.pay({
			at: clock(day, random.int(9, 17), random.int(0, 59), random.int(0, 59)),
			from,
			to,
			fen,
			means: 'bank',
			memo,
			purpose: trap('与涉案无关的银行往来'),
			...(failed ? { failed: true } : {}),
		});
	for (const [index, core] of cores.entries()) {
		const own = cardEnd(core);
		const relative = outsiderEnd(outsiders.relatives[index] ?? outsiders.firm);
		const other = outsiderEnd(outsiders.relatives[index + 3] ?? outsiders.firm);
		bank('2023-03-09', relative, own, BigInt(random.int(20, 60)) * 100_00n, '家用');
		bank('2023-04-05', other, own, 4_500_00n, '退还房屋押金');
		bank('2023-05-11', own, relative, BigInt(random.int(10, 40)) * 100_00n, '给父母');
		bank('2023-04-20', own, other, 888_00n, '转账', true);
		if (index === 0)
			for (const month of ['2023-03', '2023-04', '2023-05'])
				bank(`${month}-10`, outsiderEnd(outsiders.firm), own, 5_632_17n, '工资');
	}
	const group = groups[0];
	if (!group) return;
	const lend = (day: string, from: Person, to: Person, memo: string) =>
		books.pay({
			at: clock(day, 12, random.int(0, 59)),
			from: chatEnd(from),
			to: chatEnd(to),
			fen: 2_000_00n,
			means: 'transfer',
			memo,
			purpose: trap('核心成员与组长之间借款'),
		});
	lend('2023-03-21', group.core, group.leader, '借你周转');
	lend('2023-04-14', group.leader, group.core, '还你的钱');
}
