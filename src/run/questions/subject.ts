import { parseAccount } from '../../ledger/account.ts';
import type { Party } from '../../ledger/parties.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { CaseView } from './case-view.ts';
import { ownId } from './package-ids.ts';

/** What a person may name in a question. */
export type Subject =
	| { readonly kind: 'transfer'; readonly transfer: Transfer }
	| { readonly kind: 'account'; readonly account: string }
	| { readonly kind: 'party'; readonly party: Party; readonly accounts: readonly string[] };

/**
 * Reads what a person types: an id of a transfer or row, `network:handle`, a bare address, card or handle, or a name.
 *
 * @throws Problem account.unknown, account.ambiguous with the choices
 */
export async function findSubject(view: CaseView, text: string): Promise<Subject> {
	const typed = ownId(view, text.trim());
	const transfer =
		view.transfer(typed) ?? (/^r[0-9a-f]{24}$/.test(typed) ? await view.store.transferById(typed) : undefined);
	if (transfer) return { kind: 'transfer', transfer };
	const parties = view.parties.all.get(typed) ? [view.parties.all.get(typed) as Party] : view.parties.named(typed);
	const accounts = accountsNamed(view, typed);
	if (parties.length + accounts.length > 1) {
		const choices = [...parties.map((p) => `${p.id} (${p.name} ${p.identity})`), ...accounts];
		throw new Problem('usage', 'account.ambiguous', { text, choices: choices.join(', ') });
	}
	const [party] = parties;
	if (party) return { kind: 'party', party, accounts: accountsOf(party) };
	const [account] = accounts;
	if (account === undefined) throw new Problem('usage', 'account.unknown', { text });
	return { kind: 'account', account };
}

/** Accounts that the party holds by claims that were not withdrawn. */
function accountsOf(party: Party): string[] {
	return [...new Set(party.attributions.filter((a) => !a.withdrawn).map((a) => a.account))];
}

/** Parties that hold the account, or held it for a time. */
export function holdersOf(view: CaseView, account: string): Party[] {
	return [...view.parties.all.values()].filter((party) => accountsOf(party).includes(account));
}

/** Accounts of the case under a text; one that a claim or a transfer mentions. */
function accountsNamed(view: CaseView, typed: string): readonly string[] {
	const reading = parseAccount(typed);
	const byHandle = view.withHandle(typed);
	if (!reading.ok) return byHandle;
	const known = view.withHandle(reading.account.slice(reading.account.indexOf(':') + 1)).includes(reading.account);
	return known || holdersOf(view, reading.account).length > 0 ? [reading.account] : byHandle;
}
