import { type Books, LIFE } from './books.ts';
import { addDays, clock, FIRST_DAY } from './calendar.ts';
import type { Outsiders } from './outsiders.ts';
import type { Random } from './random.ts';
import { chatEnd, type Outsider, outsiderEnd, type Payment, type Person } from './world.ts';

/** The days of the case on which somebody pays rent or gets the salary of a real job. */
const MONTHS = ['2023-03', '2023-04', '2023-05'] as const;

/** Life that has nothing to do with the work, of everybody whose accounts the evidence shows. */
export function liveOn(random: Random, books: Books, people: readonly Person[], outsiders: Outsiders): void {
	for (const person of people) {
		if (!person.returns && !person.bill) continue;
		shop(random, books, person, outsiders);
		friendsAndFamily(random, books, person, outsiders);
		if (random.chance(30)) rent(random, books, person, outsiders);
		if (random.chance(20)) salary(random, books, person, outsiders.employer);
		if (person.card) withdraw(random, books, person);
	}
}

function someTime(random: Random): number {
	return clock(addDays(FIRST_DAY, random.int(0, 91)), random.int(8, 19), random.int(0, 59), random.int(0, 59));
}

/** `low` to `high` yuan, with any fen. */
function someFen(random: Random, low: number, high: number): bigint {
	return BigInt(random.int(low * 100, high * 100));
}

function shop(random: Random, books: Books, person: Person, { shops }: Outsiders): void {
	for (let left = random.int(8, 24); left > 0; left -= 1) {
		const fen = someFen(random, 4, 160);
		books.pay({
			at: someTime(random),
			from: chatEnd(person),
			to: outsiderEnd(random.pick(shops)),
			fen,
			means: 'shop',
			purpose: LIFE,
			memo: random.pick(['订单', '收款', '门店消费', '外卖订单']),
			...(random.chance(3)
				? { refund: { fen: random.chance(50) ? fen : fen / 4n, minutes: random.int(30, 600) } }
				: {}),
		});
	}
}

function friendsAndFamily(random: Random, books: Books, person: Person, { friends, families }: Outsiders): void {
	const exchange = (other: Outsider, fen: bigint, means: Payment['means'], memo: string) => {
		const [from, to] = random.chance(50)
			? [chatEnd(person), outsiderEnd(other)]
			: [outsiderEnd(other), chatEnd(person)];
		books.pay({ at: someTime(random), from, to, fen, means, memo, purpose: LIFE });
	};
	for (let left = random.int(2, 5); left > 0; left -= 1)
		exchange(random.pick(friends), BigInt(random.int(1, 40)) * 5_00n, 'packet', '恭喜发财，大吉大利');
	for (let left = random.int(1, 3); left > 0; left -= 1)
		exchange(
			random.pick(friends),
			someFen(random, 20, 400),
			'transfer',
			random.pick(['微信转账', '饭钱', '车费', '代买']),
		);
	const mother = random.pick(families);
	exchange(mother, 100_00n, 'packet', random.pick(['妈妈辛苦了', '恭喜发财，大吉大利']));
	exchange(mother, BigInt(random.int(3, 15)) * 100_00n, 'transfer', '生活费');
}

function rent(random: Random, books: Books, person: Person, { landlords }: Outsiders): void {
	const landlord = outsiderEnd(random.pick(landlords));
	const fen = BigInt(random.int(8, 22)) * 100_00n;
	for (const month of MONTHS) {
		const at = clock(`${month}-05`, random.int(9, 18), random.int(0, 59));
		books.pay({ at, from: chatEnd(person), to: landlord, fen, means: 'transfer', memo: '房租', purpose: LIFE });
	}
}

function salary(random: Random, books: Books, person: Person, employer: Outsider): void {
	const fen = someFen(random, 2800, 4600);
	for (const month of MONTHS) {
		const at = clock(`${month}-15`, 10, random.int(0, 59));
		books.pay({
			at,
			from: outsiderEnd(employer),
			to: chatEnd(person),
			fen,
			means: 'transfer',
			memo: '工资',
			purpose: LIFE,
		});
	}
}

function withdraw(random: Random, books: Books, person: Person): void {
	const end = chatEnd(person);
	const to = { account: `bank:${person.card}`, name: person.name, nickname: person.name, person };
	for (let left = random.int(1, 3); left > 0; left -= 1) {
		const fen = BigInt(random.int(2, 15)) * 100_00n;
		// A failed withdrawal and a fee are rows that only bills show.
		const only = !person.returns;
		const fee = fen / 1000n;
		books.pay({
			at: someTime(random),
			from: end,
			to,
			fen,
			means: 'withdrawal',
			purpose: { kind: 'own' },
			card: person.card,
			memo: only ? `服务费¥${fee / 100n}.${String(fee % 100n).padStart(2, '0')}` : '',
			...(only && left === 1 ? { failed: true } : {}),
		});
	}
}
