import { handleOf, vagueness } from '../../ledger/account.ts';
import type { PartyCategory } from '../../ledger/attribution.ts';
import { grouped } from '../../ledger/grouped.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { HierarchyEvidence, JoinedAccounts, UnitId } from './types.ts';

/** Whose an account is, for who pays whom. */
export interface UnitBook {
	/** Undefined for firms' own accounts and sides about which nothing is known. */
	of(account: string, instant: number): UnitId | undefined;
	/** What attributions say a unit is, where that is no person: shops, families, employers. */
	outside(unit: UnitId): PartyCategory | undefined;
	readonly joined: readonly JoinedAccounts[];
}

const OWN_MOVES: ReadonlySet<string> = new Set(['top-up', 'withdrawal']);
const NO_PERSONS: ReadonlySet<PartyCategory> = new Set([
	'service',
	'merchant',
	'operating',
	'family',
	'employer',
	'overseas',
]);

/**
 * Parties by attributions; accounts of nobody known by themselves, joined where wallet and card were topped up and
 * drawn from one another: platforms allow that between accounts of one person only.
 */
export function unitBook({ transfers, holder }: Pick<HierarchyEvidence, 'transfers' | 'holder'>): UnitBook {
	const outside = new Map<UnitId, PartyCategory>();
	const known = (account: string, instant: number): UnitId | undefined => {
		const found = holder(account, instant);
		if (found && NO_PERSONS.has(found.category)) outside.set(found.party, found.category);
		return found?.party;
	};
	const { unitOf, joined } = joinAccounts(transfers, known);
	return {
		of: (account, instant) =>
			isNobody(account) ? undefined : (known(account, instant) ?? unitOf.get(account) ?? account),
		outside: (unit) => outside.get(unit),
		joined,
	};
}

function isNobody(account: string): boolean {
	return vagueness(account) === 3 || handleOf(account).startsWith('@');
}

function joinAccounts(
	transfers: readonly Transfer[],
	known: (account: string, instant: number) => UnitId | undefined,
): { unitOf: Map<string, UnitId>; joined: JoinedAccounts[] } {
	const roots = new Map<string, string>();
	const root = (account: string): string => {
		let at = account;
		for (let up = roots.get(at); up !== undefined && up !== at; up = roots.get(at)) at = up;
		return at;
	};
	const moves: string[] = [];
	const holders = new Map<string, Set<UnitId>>();
	for (const { from, to, instant, medium, exclusion } of transfers) {
		if (exclusion || !OWN_MOVES.has(medium) || isNobody(from) || isNobody(to)) continue;
		for (const account of [from, to]) {
			if (!roots.has(account)) roots.set(account, account);
			const party = known(account, instant);
			if (party !== undefined) holders.set(account, (holders.get(account) ?? new Set()).add(party));
		}
		const [a, b] = [root(from), root(to)].sort() as [string, string];
		roots.set(b, a);
		moves.push(from);
	}
	const classes = grouped([...roots.keys()].sort(), root);
	const topUps = grouped(moves, root);
	const unitOf = new Map<string, UnitId>();
	const joined: JoinedAccounts[] = [];
	for (const [top, accounts] of classes) {
		const parties = new Set(accounts.flatMap((account) => [...(holders.get(account) ?? [])]));
		// Claims of two people contradict the rule that such moves stay with one; then each account stands alone.
		if (parties.size > 1 || accounts.length < 2) continue;
		const unit = [...parties][0] ?? plainest(accounts);
		for (const account of accounts) unitOf.set(account, unit);
		if (accounts.some((account) => !holders.has(account)))
			joined.push({ unit, accounts, topUps: topUps.get(top)?.length ?? 0 });
	}
	return { unitOf, joined: joined.sort((a, b) => (a.unit < b.unit ? -1 : 1)) };
}

/** The account that names somebody best: a card known by a bill's words alone stands for nobody. */
function plainest(accounts: readonly string[]): UnitId {
	return accounts.reduce((best, account) => (vagueness(account) < vagueness(best) ? account : best));
}
