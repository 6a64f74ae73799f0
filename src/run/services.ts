import { type AccountId, handleOf } from '../ledger/account.ts';
import type { Parties } from '../ledger/parties.ts';

/** Accounts that pool many people's money: labelled services and merchants, and firms' own accounts (`…:@…`). */
export function servicesOf(parties: Parties, accounts: Iterable<AccountId>): Set<string> {
	const services = new Set([...accounts].filter((account) => handleOf(account).startsWith('@')));
	for (const party of parties.all.values()) {
		if (party.category !== 'service' && party.category !== 'merchant') continue;
		for (const { account, withdrawn } of party.attributions) if (!withdrawn) services.add(account);
	}
	return services;
}
