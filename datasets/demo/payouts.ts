import type { Books } from './books.ts';
import { addDays, clock, dayOf, LAST_DAY, OLD_RATE_UNTIL } from './calendar.ts';
import type { Random } from './random.ts';
import { type Reports, verdictOn } from './readings.ts';
import { trueRate, WAGES } from './rules.ts';
import { chatEnd, type DayWork, type End, type Group, type Means, type Person, spellOn } from './world.ts';

/** A packet in chat holds 200 yuan at most; more goes by transfer. */
const PACKET_MAX = 200_00n;

const GREETINGS = ['恭喜发财，大吉大利', '', '大吉大利', '恭喜发财，大吉大利'] as const;

/** One payment of a payout, before it is made. */
interface Part {
	readonly wage: bigint;
	readonly leads: number;
	readonly rounding: bigint;
	readonly memo: string;
}

/** Leaders pay their people for the days worked: wage, and so much for each lead. */
export function payWorkers(
	random: Random,
	books: Books,
	blocks: readonly (readonly DayWork[])[],
	reports: Reports,
): void {
	for (const block of blocks) {
		const last = block.at(-1);
		if (!last) continue;
		const rate = trueRate(last.group, last.day);
		const at = payTime(random, last);
		const parts = partsOf(random, block, last, rate);
		parts.forEach((part, place) => {
			payPart(random, books, last, part, rate, at + place * 20_000, reports);
		});
	}
}

/** In the evening, or now and then the next morning if rate, group and work are still the same then. */
function payTime(random: Random, { person, group, day }: DayWork): number {
	const next = addDays(day, 1);
	const same = next <= LAST_DAY && day !== OLD_RATE_UNTIL && sameSpell(person, day, next) && group.style !== 'band';
	if (same && random.chance(12)) return clock(next, random.int(9, 11), random.int(0, 59), random.int(0, 59));
	return clock(day, random.int(20, 22), random.int(20, 59), random.int(0, 59));
}

function sameSpell(person: Person, day: string, next: string): boolean {
	return spellOn(person, day) !== undefined && spellOn(person, day) === spellOn(person, next);
}

function partsOf(random: Random, block: readonly DayWork[], last: DayWork, rate: bigint): Part[] {
	const role = spellOn(last.person, last.day)?.role ?? 'caller';
	const daily = WAGES[role] ?? 0n;
	const wage = block.reduce((sum, { percent }) => sum + (daily * BigInt(percent)) / 100n, 0n);
	const leads = block.reduce((sum, work) => sum + work.leads, 0);
	if (leads === 0) return [{ wage, leads, rounding: 0n, memo: wageMemo(random, last, block.length) }];
	if (block.length > 1) return [{ wage, leads, rounding: 0n, memo: `两天工资+提成${leads}人` }];
	const overClaimed = last.reported !== undefined && last.reported !== leads;
	if (random.chance(25)) {
		const memo = overClaimed ? `提成${leads}人` : random.pick(['', '', '提成', `引流${leads}个`]);
		return [
			{ wage, leads: 0, rounding: 0n, memo: wageMemo(random, last, 1) },
			{ wage: 0n, leads, rounding: 0n, memo },
		];
	}
	if (overClaimed) return [{ wage, leads, rounding: 0n, memo: `工资+提成${leads}人` }];
	const rounding =
		last.group.style !== 'band' && random.chance(20) ? roundingOf(wage + BigInt(leads) * rate, rate) : 0n;
	if (rounding !== 0n) return [{ wage, leads, rounding, memo: rounding > 0n ? '凑整' : '抹零' }];
	const memo = random.chance(70) ? '' : random.pick(['工资提成', `工资+提成${leads}人`, '今天的工资和提成', '辛苦了']);
	return [{ wage, leads, rounding: 0n, memo }];
}

function wageMemo(random: Random, { group }: DayWork, days: number): string {
	if (days > 1) return '两天工资';
	if (group.style === 'band') return '工资';
	return random.pick(['', '', '工资', '日结工资', '底薪']);
}

/** To the next five yuan where that is one yuan away: only rates that leave such sums are rounded. */
function roundingOf(fen: bigint, rate: bigint): bigint {
	if (rate % 5_00n === 0n) return 0n;
	const over = fen % 5_00n;
	return over === 1_00n ? -1_00n : over === 4_00n ? 1_00n : 0n;
}

function payPart(
	random: Random,
	books: Books,
	work: DayWork,
	part: Part,
	rate: bigint,
	at: number,
	reports: Reports,
): void {
	const { person, group } = work;
	const commission = BigInt(part.leads) * rate;
	const fen = part.wage + commission + part.rounding;
	const viaAlipay = person.alipayFrom !== undefined && person.alipayFrom <= dayOf(at);
	const means: Means = viaAlipay ? 'alipay' : fen <= PACKET_MAX && random.chance(70) ? 'packet' : 'transfer';
	const written =
		part.memo || (means === 'packet' ? random.pick(GREETINGS) : means === 'transfer' ? '微信转账' : '转账');
	const draft = { at, fen, means, memo: written };
	const verdict = verdictOn(draft, person, group, reports);
	const misread = verdict.proven && (verdict.wage !== part.wage || verdict.commission !== commission);
	const memo = misread ? plainMemo(part) : written;
	books.pay({
		...draft,
		memo,
		from: viaAlipay ? alipayEnd(group.leader) : payerEnd(random, group, at),
		to: viaAlipay ? alipayEnd(person) : payeeEnd(person, at),
		purpose: { kind: 'pay', wage: part.wage, commission, leads: part.leads, rate, bonus: 0n, rounding: part.rounding },
	});
}

/** Where the sum alone would be read as something else, the leader says what it is for. */
function plainMemo({ wage, leads }: Part): string {
	return wage === 0n ? `提成${leads}人` : leads === 0 ? '工资' : `工资+提成${leads}人`;
}

/** One leader pays half of May's payouts from a second account. */
function payerEnd(random: Random, { leader }: Group, at: number): End {
	return chatEnd(leader, leader.chats.length > 1 && dayOf(at) >= '2023-05-01' && random.chance(50) ? 1 : 0);
}

/** A caller with two accounts is paid on the second from May on. */
function payeeEnd(person: Person, at: number): End {
	return chatEnd(person, person.chats.length > 1 && dayOf(at) >= '2023-05-01' ? 1 : 0);
}

export function alipayEnd(person: Person): End {
	return {
		account: `alipay:2088${person.identity.slice(-2, -1)}${person.phone}`,
		name: person.name,
		nickname: person.nickname,
		person,
	};
}
