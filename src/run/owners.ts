import { type AccountId, networkOf, parseAccount } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import type { RegisterEntry } from '../ledger/statement.ts';

/** Path -> account of the file's holder, where the register names an account, or a person with just one chat account. */
export function ownersOf(
	register: readonly RegisterEntry[],
	attributions: readonly Attribution[],
): Map<string, AccountId> {
	const owners = new Map<string, AccountId>();
	for (const { file, holder } of register) {
		if (holder === undefined) continue;
		const reading = parseAccount(holder);
		if (reading.ok) owners.set(file, reading.account);
		else {
			const chats = new Set(
				attributions
					.filter((a) => a.party === holder && !a.withdrawn && networkOf(a.account) === 'wechat')
					.map((a) => a.account),
			);
			const [sole] = chats;
			if (chats.size === 1 && sole !== undefined) owners.set(file, sole);
		}
	}
	return owners;
}
