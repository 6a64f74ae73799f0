const DAY_MS = 86_400_000;

/** Days within which an exact amount sent back without a note is read as the return of a payout. */
export const RETURN_DAYS = 7;

/** What has passed between two parties so far, in time order: payouts that can be returned, loans that can be repaid. */
export class Dealings {
	readonly #payouts = new Map<string, { amount: bigint; instant: number; returned: boolean }[]>();
	readonly #loans = new Map<string, bigint[]>();

	paid(payer: string, payee: string, amount: bigint, instant: number): void {
		append(this.#payouts, pair(payer, payee), { amount, instant, returned: false });
	}

	/** Whether a payout of at least this amount came before. */
	hasPaid(payer: string, payee: string, amount: bigint): boolean {
		return (this.#payouts.get(pair(payer, payee)) ?? []).some((payout) => payout.amount >= amount);
	}

	/** Takes the latest payout of exactly this amount, not older than `RETURN_DAYS`, as returned; false where none is. */
	takeBack(payer: string, payee: string, amount: bigint, instant: number): boolean {
		const payouts = this.#payouts.get(pair(payer, payee)) ?? [];
		const found = payouts.findLast(
			(p) => !p.returned && p.amount === amount && instant - p.instant <= RETURN_DAYS * DAY_MS,
		);
		if (found) found.returned = true;
		return found !== undefined;
	}

	lent(lender: string, borrower: string, amount: bigint): void {
		append(this.#loans, pair(lender, borrower), amount);
	}

	/** Whether a loan of exactly this amount is outstanding. */
	owes(borrower: string, lender: string, amount: bigint): boolean {
		return (this.#loans.get(pair(lender, borrower)) ?? []).includes(amount);
	}

	/** Ends a loan of exactly this amount, if there is one. */
	repaid(borrower: string, lender: string, amount: bigint): void {
		const loans = this.#loans.get(pair(lender, borrower));
		const index = loans?.indexOf(amount) ?? -1;
		if (index >= 0) loans?.splice(index, 1);
	}
}

function pair(from: string, to: string): string {
	return JSON.stringify([from, to]);
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}
