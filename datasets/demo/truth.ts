import { dayOf, iso } from './calendar.ts';
import { type Reports, type Verdict, verdictOn } from './readings.ts';
import { type Pay, type Payout, type TruePerson, truePeople } from './truth-people.ts';
import { alipayAsked, type Group, type Payment, spellOn, type World } from './world.ts';

/** The answer to the case, from the invented world alone. Amounts are whole numbers of the smallest unit, as text. */
export interface Truth {
	readonly seed: number;
	readonly people: readonly TruePerson[];
	readonly commissions: readonly TrueCommission[];
	readonly cashOuts: readonly TrueCashOut[];
	readonly overseas: readonly {
		readonly party: string;
		readonly wallet: string;
		readonly asset: string;
		readonly total: string;
	}[];
	/** Movements that look like pay and are none. */
	readonly notPay: readonly { readonly why: string; readonly order: string }[];
	readonly totals: Readonly<Record<string, string>>;
}

interface TrueCommission {
	readonly payer: string;
	readonly payee: string;
	readonly payerIdentity: string;
	readonly payeeIdentity: string;
	readonly at: string;
	readonly fen: string;
	readonly transferFen: string;
	readonly leads: number;
	readonly rateFen: string;
	readonly order: string;
	readonly provable: boolean;
	readonly missing: string;
}

interface TrueCashOut {
	readonly core: string;
	readonly coinTx: string;
	readonly quantity: string;
	readonly yuanFen: string;
	readonly coinAt: string;
	/** '' where it was paid in cash. */
	readonly yuanAt: string;
	readonly matchable: boolean;
	readonly missing: string;
}

export function tellTruth(world: World, reports: Reports): Truth {
	const byName = new Map(world.groups.map((group) => [group.name, group]));
	const payouts = world.payments.flatMap((payment): Payout[] => {
		if (payment.purpose.kind !== 'pay') return [];
		return [{ payment, pay: payment.purpose, missing: lacking(payment, payment.purpose, byName, reports) }];
	});
	assertNothingElseProven(world, byName, reports);
	const commissions = payouts.filter(({ pay }) => pay.commission > 0n).map(commissionOf);
	return {
		seed: world.seed,
		people: truePeople(world, payouts),
		commissions,
		cashOuts: world.sales.map(({ core, coin, fen, yuan, missing }) => ({
			core: core.name,
			coinTx: coin.tx,
			quantity: coin.units.toString(),
			yuanFen: fen.toString(),
			coinAt: iso(coin.at),
			yuanAt: yuan ? iso(yuan.at) : '',
			matchable: missing === '',
			missing,
		})),
		overseas: overseasOf(world),
		notPay: world.payments.flatMap(({ purpose, order }) => {
			if (purpose.kind === 'return') return [{ why: '退回多发款', order }];
			return purpose.kind === 'life' && purpose.trap !== undefined ? [{ why: purpose.trap, order }] : [];
		}),
		totals: totalsOf(world, commissions),
	};
}

/** What would have to be found to prove a payout, '' where the readable evidence does. */
function lacking(payment: Payment, pay: Pay, groups: ReadonlyMap<string, Group>, reports: Reports): string {
	const payee = payment.to.person;
	if (payment.means === 'alipay' && payee && !alipayAsked(payee)) return '收款支付宝号的注册信息';
	if (payee?.known === 'proposed') return '收款微信号的登记或使用依据';
	const verdict = verdictOf(payment, groups, reports);
	if (!verdict?.proven) return verdict?.missing ?? '上下级关系';
	if (pay.bonus === 0n && (verdict.wage !== pay.wage || verdict.commission !== pay.commission))
		throw new Error(`the evidence would prove something false of ${payment.order}`);
	return '';
}

/** The verdict on a payment from the superior of that day, undefined where the payer is none. */
function verdictOf(payment: Payment, groups: ReadonlyMap<string, Group>, reports: Reports): Verdict | undefined {
	const payee = payment.to.person;
	const spell = payee && spellOn(payee, dayOf(payment.at));
	const group = spell && groups.get(spell.group);
	if (!payee || !group || spell.role === 'leader' || group.leader !== payment.from.person) return undefined;
	return verdictOn(payment, payee, group, reports);
}

/** Guards the demo itself: no unrelated payment may be one that the rules would prove to be pay. */
function assertNothingElseProven(world: World, groups: ReadonlyMap<string, Group>, reports: Reports): void {
	for (const payment of world.payments) {
		if (payment.purpose.kind === 'pay' || payment.refund?.whole || payment.failed) continue;
		if (verdictOf(payment, groups, reports)?.proven) throw new Error(`${payment.order} would pass for pay`);
	}
}

function commissionOf({ payment, pay, missing }: Payout): TrueCommission {
	return {
		payer: payment.from.name,
		payee: payment.to.name,
		payerIdentity: payment.from.person?.identity ?? '',
		payeeIdentity: payment.to.person?.identity ?? '',
		at: iso(payment.at),
		fen: pay.commission.toString(),
		transferFen: payment.fen.toString(),
		leads: pay.leads,
		rateFen: pay.rate.toString(),
		order: payment.order,
		provable: missing === '',
		missing,
	};
}

function overseasOf(world: World): Truth['overseas'] {
	const totals = new Map<string, { party: string; wallet: string; asset: string; total: bigint }>();
	for (const { purpose, chain, from, contract, units } of world.coins) {
		const party = world.overseas.get(from);
		if (purpose !== 'seed' || party === undefined) continue;
		const row = totals.get(from) ?? { party, wallet: `${chain}:${from}`, asset: `${chain}:${contract}`, total: 0n };
		totals.set(from, { ...row, total: row.total + units });
	}
	return [...totals.values()].map((row) => ({ ...row, total: row.total.toString() }));
}

function totalsOf(world: World, commissions: readonly TrueCommission[]): Record<string, string> {
	const sum = (kind: Payment['purpose']['kind']) =>
		world.payments.reduce((total, { purpose, fen }) => (purpose.kind === kind ? total + fen : total), 0n).toString();
	const seeded = world.coins.reduce((total, { purpose, units }) => (purpose === 'seed' ? total + units : total), 0n);
	return {
		people: String(world.people.length),
		seededMicroUsdt: seeded.toString(),
		cashOutFen: world.sales.reduce((total, { fen }) => total + fen, 0n).toString(),
		fundingFen: sum('funding'),
		payFen: sum('pay'),
		operatingFen: sum('operating'),
		commissionFen: commissions.reduce((total, { fen }) => total + BigInt(fen), 0n).toString(),
		commissions: String(commissions.length),
		provableCommissions: String(commissions.filter(({ provable }) => provable).length),
	};
}
