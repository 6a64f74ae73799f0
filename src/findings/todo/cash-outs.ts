import type { CashOut } from '../../cashouts/types.ts';
import { networkOf, vagueness } from '../../ledger/account.ts';
import { grouped } from '../../ledger/grouped.ts';
import { formatAmount } from '../../ledger/money.ts';
import { formatTime } from '../../ledger/time.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { Derived } from '../input.ts';
import { nameOf, spanOf, sumOf, type Todo, type TodoContext, type TodoFamily, todo } from './item.ts';

/** Other explanations that a reviewer can weigh at once; the rest are in the findings. */
const OPTIONS_MAX = 8;

/** Reasons for which nothing is to be decided: the legs are matched otherwise, or count as unmatched. */
const NOT_ASKED: ReadonlySet<CashOut['why']> = new Set(['leg-taken', 'weak']);

/** Cash-outs that nobody settled, and legs that nothing proposed explains. */
export const openCashOuts: TodoFamily = (context) => {
	const { derived } = context;
	const { cashOuts, unmatchedCoins, unmatchedYuan } = derived.cashOuts;
	const proposed = cashOuts.filter((c) => c.status === 'proposed' && !NOT_ASKED.has(c.why));
	const inProposal = new Set(proposed.flatMap(({ coins, yuan }) => [...coins, ...yuan]));
	const left = (ids: readonly string[]): Transfer[] =>
		ids.filter((id) => !inProposal.has(id)).flatMap((id) => derived.byId.get(id) ?? []);
	return [
		...together(proposed).map((rivals) => proposal(rivals, derived)),
		...left(unmatchedCoins).map((t) => coins(t, context)),
		...[...grouped(left(unmatchedYuan), (t) => strangerIn(t, derived)).values()].map((payments) =>
			yuanOf(payments, derived),
		),
	];
};

/** Proposals that use one another's legs: they are decided together, and what is at stake is there once. */
function together(proposed: readonly CashOut[]): CashOut[][] {
	const groupOfLeg = new Map<string, Set<CashOut>>();
	for (const cashOut of proposed) {
		const joined = new Set([cashOut]);
		for (const leg of [...cashOut.coins, ...cashOut.yuan])
			for (const other of groupOfLeg.get(leg) ?? []) joined.add(other);
		for (const { coins, yuan } of joined) for (const leg of [...coins, ...yuan]) groupOfLeg.set(leg, joined);
	}
	return [...new Set(groupOfLeg.values())].map((rivals) =>
		[...rivals].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
	);
}

/** The best of several proposals, with its rivals to choose from. At stake: the yuan of all their legs, each once. */
function proposal(rivals: readonly CashOut[], derived: Derived): Todo {
	const best = rivals[0] as CashOut;
	const legs = (ids: Iterable<string>) => [...new Set(ids)].flatMap((id) => derived.byId.get(id) ?? []);
	const stake = sumOf(legs(rivals.flatMap(({ yuan }) => yuan)));
	const facts = { rate: best.rate, rivals: rivals.length - 1 };
	const options = rivals
		.slice(0, OPTIONS_MAX)
		.map((cashOut) => ({ subject: cashOut.id, label: labelOf(cashOut, derived) }));
	return todo('proposed-cash-out', best.id, stake, facts, {
		about: rivals
			.map(({ id }) => id)
			.sort()
			.join('|'),
		behind: legs([...best.coins, ...best.yuan]),
		...(rivals.length > 1 ? { options } : {}),
	});
}

/** `2023-03-05 10:00 → 2023-03-05 10:10 3500.00 33%`: when coins and yuan moved, the yuan, and the confidence. */
function labelOf({ coins, yuan, fen, score }: CashOut, derived: Derived): string {
	const minute = (ids: readonly string[]) => {
		const instant = derived.byId.get(ids[0] ?? '')?.instant;
		return instant === undefined ? '' : formatTime(instant, derived.case.offsetMinutes).slice(0, 16);
	};
	return `${minute(coins)} → ${minute(yuan)} ${formatAmount(fen, 2)} ${Math.round(score * 100)}%`;
}

/** Coins that left (or came) and that nothing explains. At stake: the coins, and what they would have made. */
function coins(t: Transfer, { derived, valued }: TodoContext): Todo {
	const other = strangerIn(t, derived);
	const [asset, amount] = [t.asset, t.amount.toString()];
	return todo(
		'unmatched-coins',
		t.id,
		valued(t.from, asset, t.amount),
		{ amount, asset, account: other },
		{
			quantity: { asset, amount },
			behind: [t],
			...askAbout(other, [t], 'exchange-user', nameOf(derived, other)),
		},
	);
}

/** Yuan of one stranger. At stake: the sum. A single payment may be given a kind. */
function yuanOf(payments: readonly Transfer[], derived: Derived): Todo {
	const first = payments[0] as Transfer;
	const other = strangerIn(first, derived);
	const name = other === first.from ? first.fromName : first.toName;
	const facts = { account: other, name, payments: payments.length };
	return todo('unmatched-yuan', payments.length === 1 ? first.id : other, sumOf(payments), facts, {
		about: other,
		behind: payments,
		...(derived.ownAccounts.has(other) ? {} : askAbout(other, payments, 'registration', name)),
	});
}

/** The end of a leg that is no member's. */
function strangerIn({ from, to, instant }: Transfer, { parties }: Derived): string {
	const payer = parties.holder(from, instant)?.party;
	return payer && payer.spells.length > 0 ? to : from;
}

function askAbout(
	account: string,
	transfers: readonly Transfer[],
	want: 'exchange-user' | 'registration',
	holder: string,
): Pick<Todo, 'request'> {
	if (vagueness(account) > 0) return {};
	return { request: { platform: networkOf(account), account, holder, ...spanOf(transfers), want } };
}
