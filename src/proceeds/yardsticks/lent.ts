import { type AccountId, isChain, vagueness } from '../../ledger/account.ts';
import type { Attribution } from '../../ledger/attribution.ts';
import { grouped } from '../../ledger/grouped.ts';
import { common, holdsAt, joined, type Span } from '../../ledger/span.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { Measured } from './types.ts';

/** A standing claim that ties an account to a party. */
export type Claim = Pick<Attribution, 'account' | 'grade' | 'from' | 'until'> & { readonly party: string };

interface Use {
	readonly account: AccountId;
	readonly spans: readonly Span[];
}

/** Accounts in somebody's name that others use, and accounts in others' names that they use. */
interface Uses {
	readonly lent: readonly Use[];
	readonly borrowed: readonly Use[];
}

/**
 * Bank and payment accounts that are registered to one party while another controls or uses them, with the yuan that came
 * in meanwhile. Whether they were sold, rented out or only shared, no claim says.
 *
 * @param transfers of the case; excluded ones count nowhere
 */
export function lentMeasures(
	claims: readonly Claim[],
	transfers: Iterable<Pick<Transfer, 'to' | 'asset' | 'amount' | 'instant' | 'exclusion'>>,
): (party: string) => Measured[] {
	const uses = usesOf(claims);
	const inflows = new Map([...uses.values()].flatMap(all).map(({ account }) => [account, [] as Inflow[]] as const));
	for (const { to, asset, amount, instant, exclusion } of transfers)
		if (asset === 'CNY' && exclusion === undefined) inflows.get(to)?.push({ instant, amount });
	const sum = (list: readonly Use[]) =>
		list.reduce((total, { account, spans }) => total + within(inflows.get(account) ?? [], spans), 0n);
	return (party) => {
		const { lent, borrowed } = uses.get(party) ?? { lent: [], borrowed: [] };
		const missing = [{ code: 'law-lent-unsaid', facts: {} }];
		return [
			{ name: 'lent-accounts', documented: BigInt(lent.length), missing },
			{ name: 'lent-inflow', documented: sum(lent), missing },
			{ name: 'borrowed-inflow', documented: sum(borrowed), missing },
		];
	};
}

interface Inflow {
	readonly instant: number;
	readonly amount: bigint;
}

function within(inflows: readonly Inflow[], spans: readonly Span[]): bigint {
	return inflows
		.filter(({ instant }) => spans.some((span) => holdsAt(span, instant)))
		.reduce((sum, { amount }) => sum + amount, 0n);
}

function usesOf(claims: readonly Claim[]): Map<string, Uses> {
	const uses = new Map<string, { lent: Use[]; borrowed: Use[] }>();
	const of = (party: string) => {
		const known = uses.get(party) ?? { lent: [], borrowed: [] };
		uses.set(party, known);
		return known;
	};
	const real = claims.filter(({ account }) => !isChain(account) && vagueness(account) === 0);
	for (const [account, list] of grouped(real, (claim) => claim.account)) {
		const users = list.filter(({ grade }) => grade === 'controls' || grade === 'uses');
		for (const party of partiesOf(list.filter(({ grade }) => grade === 'registered'))) {
			const own = list.filter((claim) => claim.grade === 'registered' && claim.party === party);
			const spans = meanwhile(own, users, party);
			if (spans.length > 0) of(party).lent.push({ account, spans });
		}
		for (const party of partiesOf(users)) {
			const own = users.filter((claim) => claim.party === party);
			const spans = meanwhile(
				own,
				list.filter(({ grade }) => grade === 'registered'),
				party,
			);
			if (spans.length > 0) of(party).borrowed.push({ account, spans });
		}
	}
	return uses;
}

function partiesOf(claims: readonly Claim[]): string[] {
	return [...new Set(claims.map(({ party }) => party))].sort();
}

/** While a claim of the party and one of another on the same account both held. */
function meanwhile(own: readonly Claim[], others: readonly Claim[], party: string): Span[] {
	return common(spansOf(own), spansOf(others.filter((claim) => claim.party !== party)));
}

function spansOf(claims: readonly Claim[]): Span[] {
	return joined(
		claims.map(({ from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY }) => ({ from, until })),
	);
}

function all({ lent, borrowed }: Uses): readonly Use[] {
	return [...lent, ...borrowed];
}
