import { lastRole, type Payment, type Person, type Spell, type World } from './world.ts';

export type Pay = Extract<Payment['purpose'], { kind: 'pay' }>;

/** A payment for the work, and what would have to be found to prove it ('' where the readable evidence does). */
export interface Payout {
	readonly payment: Payment;
	readonly pay: Pay;
	readonly missing: string;
}

export interface TruePerson {
	readonly name: string;
	readonly identity: string;
	readonly role: string;
	/** From when to when, both days included, the last role standing in `role` too. */
	readonly spells: readonly TrueSpell[];
	readonly accounts: readonly string[];
	/** Pay and funding from members, and what core members got for coins; money sent by mistake counts until returned. */
	readonly receivedFen: string;
	readonly passedOnFen: string;
	readonly keptFen: string;
	readonly wagesFen: string;
	readonly commissionsFen: string;
	readonly bonusesFen: string;
	readonly roundingFen: string;
	readonly fundingFen: string;
	readonly cashOutsFen: string;
	/** Given back by the payee: stands beside what was received, never netted. */
	readonly returnedFen: string;
	/** Whether the evidence that can be read proves every part of it. */
	readonly exact: boolean;
	readonly missing: string;
}

export interface TrueSpell {
	readonly role: string;
	/** Identity number of who was answered to, '' for core members. */
	readonly superiorIdentity: string;
	readonly from: string;
	readonly until: string;
}

/** Everybody's figures, summed from what really happened. */
export function truePeople(world: World, payouts: readonly Payout[]): TruePerson[] {
	const books: Books = {
		got: groupBy(payouts, ({ payment }) => payment.to.person),
		paid: groupBy(payouts, ({ payment }) => payment.from.person),
		sold: groupBy(world.sales, ({ core }) => core),
		fundedBy: groupBy(ofKind(world, 'funding'), ({ from }) => from.person),
		fundedTo: groupBy(ofKind(world, 'funding'), ({ to }) => to.person),
		returned: groupBy(ofKind(world, 'return'), ({ from }) => from.person),
	};
	return world.people.map((person) => personOf(person, books, world));
}

interface Books {
	readonly got: ReadonlyMap<Person | undefined, readonly Payout[]>;
	readonly paid: ReadonlyMap<Person | undefined, readonly Payout[]>;
	readonly sold: ReadonlyMap<Person | undefined, World['sales']>;
	readonly fundedBy: ReadonlyMap<Person | undefined, readonly Payment[]>;
	readonly fundedTo: ReadonlyMap<Person | undefined, readonly Payment[]>;
	readonly returned: ReadonlyMap<Person | undefined, readonly Payment[]>;
}

function personOf(person: Person, books: Books, world: World): TruePerson {
	const got = books.got.get(person) ?? [];
	const paid = books.paid.get(person) ?? [];
	const sales = books.sold.get(person) ?? [];
	const part = (of: (pay: Pay) => bigint) => got.reduce((total, { pay }) => total + of(pay), 0n);
	const cashOuts = sum(sales);
	const funded = sum(books.fundedTo.get(person));
	const received = sum(got.map(({ payment }) => payment)) + funded + cashOuts;
	const passedOn = sum(paid.map(({ payment }) => payment)) + sum(books.fundedBy.get(person));
	const missing = [...new Set([...got, ...paid, ...sales].map((one) => one.missing).filter((one) => one !== ''))];
	return {
		name: person.name,
		identity: person.identity,
		role: lastRole(person),
		spells: person.spells.map((spell) => ({
			role: spell.role,
			superiorIdentity: superiorOf(spell, world)?.identity ?? '',
			from: spell.from,
			until: spell.until,
		})),
		accounts: accountsOf(person, world),
		receivedFen: received.toString(),
		passedOnFen: passedOn.toString(),
		keptFen: (received - passedOn).toString(),
		wagesFen: part((pay) => pay.wage).toString(),
		commissionsFen: part((pay) => pay.commission).toString(),
		bonusesFen: part((pay) => pay.bonus).toString(),
		roundingFen: part((pay) => pay.rounding).toString(),
		fundingFen: funded.toString(),
		cashOutsFen: cashOuts.toString(),
		returnedFen: sum(books.returned.get(person)).toString(),
		exact: missing.length === 0,
		missing: missing.join('；'),
	};
}

/** A caller's or inspector's is the group's leader; a leader's the core member whom the spell names. */
function superiorOf({ role, group, superior }: Spell, { groups, cores }: World): Person | undefined {
	if (role === 'core') return undefined;
	const leader = groups.find(({ name }) => name === group)?.leader;
	return role === 'leader' ? cores.find(({ name }) => name === superior) : leader;
}

function accountsOf(person: Person, { payments }: World): string[] {
	const alipay = payments.flatMap(({ from, to }) =>
		[from, to].filter((end) => end.person === person && end.account.startsWith('alipay:')).map((end) => end.account),
	);
	return [
		...person.chats.map((one) => `wechat:${one}`),
		...(person.card ? [`bank:${person.card}`] : []),
		...person.tron.map((one) => `tron:${one}`),
		...person.eth.map((one) => `eth:${one}`),
		...new Set(alipay),
	];
}

function ofKind(world: World, kind: Payment['purpose']['kind']): Payment[] {
	return world.payments.filter(({ purpose }) => purpose.kind === kind);
}

function sum(list: readonly { readonly fen: bigint }[] = []): bigint {
	return list.reduce((total, { fen }) => total + fen, 0n);
}

function groupBy<T, K>(list: readonly T[], key: (one: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const one of list) {
		const group = groups.get(key(one)) ?? [];
		group.push(one);
		groups.set(key(one), group);
	}
	return groups;
}
