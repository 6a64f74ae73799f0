import { handleOf, networkOf } from '../../ledger/account.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import { localDay } from '../local-day.ts';
import { readMemo, speaksOfPay } from '../memo.ts';
import { ascending, middle, middleOf, rhythmOf, usual } from './rhythm.ts';
import type { Tie, UnitId, UnitPayment } from './types.ts';
import type { UnitBook } from './units.ts';

/** Shares of group packets are drawn by lot, and moves between own accounts, fees and refunds pay nobody. */
const NO_PAYMENTS: ReadonlySet<string> = new Set(['group-packet', 'top-up', 'withdrawal', 'fee', 'refund']);

interface Draft {
	readonly payer: UnitId;
	readonly payee: UnitId;
	readonly payments: UnitPayment[];
	apart: number;
}

/** Who pays whom in yuan, sorted by payer and payee: the same whatever order the transfers came in. */
export function tiesOf(transfers: readonly Transfer[], units: UnitBook, offsetMinutes: number): Tie[] {
	const drafts = new Map<UnitId, Map<UnitId, Draft>>();
	for (const transfer of transfers) {
		if (transfer.exclusion || transfer.asset !== 'CNY' || NO_PAYMENTS.has(transfer.medium) || isPurchase(transfer))
			continue;
		const payer = units.of(transfer.from, transfer.instant);
		const payee = units.of(transfer.to, transfer.instant);
		if (payer === undefined || payee === undefined || payer === payee) continue;
		const payees = drafts.get(payer) ?? new Map<UnitId, Draft>();
		const draft = payees.get(payee) ?? { payer, payee, payments: [], apart: 0 };
		drafts.set(payer, payees.set(payee, draft));
		const payment = paymentOf(transfer, offsetMinutes);
		if (payment.note === 'other') draft.apart += 1;
		else draft.payments.push(payment);
	}
	return [...drafts.values()]
		.flatMap((payees) => [...payees.values()])
		.filter(({ payments }) => payments.length > 0)
		.sort((a, b) => compare(a.payer, b.payer) || compare(a.payee, b.payee))
		.map(tieOf);
}

/** A breakfast bought at three shops every day is no team: shops by their account, or known by a name alone. */
function isPurchase({ medium, to }: Transfer): boolean {
	return medium === 'payment' && (networkOf(to) === 'nick' || handleOf(to).endsWith('@mch.tenpay.com'));
}

function paymentOf({ id, amount, instant, memo }: Transfer, offsetMinutes: number): UnitPayment {
	const { day, morning } = localDay(instant, offsetMinutes);
	const said = readMemo(memo, amount);
	const pay = speaksOfPay(said) || said.topics.has('funding');
	return {
		transfer: id,
		fen: amount,
		instant,
		day: morning ? day - 1 : day,
		minute: Math.floor((instant + offsetMinutes * 60_000) / 60_000) - day * 1440,
		note: pay ? 'pay' : said.topics.size > 0 ? 'other' : 'none',
		bonus: said.topics.has('bonus'),
	};
}

function tieOf({ payer, payee, payments: unsorted, apart }: Draft): Tie {
	const payments = unsorted.sort((a, b) => a.instant - b.instant || compare(a.transfer, b.transfer));
	const days = daySums(payments);
	const sums = [...days.values()];
	const most = usual(sums);
	const amounts = payments.map(({ fen }) => fen).sort(ascending);
	return {
		payer,
		payee,
		payments,
		apart,
		sum: amounts.reduce((a, b) => a + b, 0n),
		rhythm: rhythmOf([...days.keys()].sort((a, b) => a - b)),
		amounts: {
			least: amounts[0] as bigint,
			medianDay: middleOf(sums),
			most: amounts.at(-1) as bigint,
			usualDay: most.value,
			usualDays: most.times,
		},
		medianMinute: middle(payments.map(({ minute }) => minute)),
		payNotes: payments.filter(({ note }) => note === 'pay').length,
	};
}

/** What was paid for each day, bonuses left out where the day has anything else. */
export function daySums(payments: readonly UnitPayment[]): Map<number, bigint> {
	const [pay, bonuses] = [new Map<number, bigint>(), new Map<number, bigint>()];
	for (const { day, fen, bonus } of payments) {
		const sums = bonus ? bonuses : pay;
		sums.set(day, (sums.get(day) ?? 0n) + fen);
	}
	return new Map([...bonuses, ...pay]);
}

/** Code unit order, the same in every locale. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
