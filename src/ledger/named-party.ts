import type { Parties, Party } from './parties.ts';

/**
 * The party that a statement means by an account or a name: who held the account then, else the only member of that
 * name, nickname or identity number, else the only party of it. Undefined where nobody or several are: nobody is guessed.
 *
 * @param instant undefined: the statement has no time, so that an account says nothing
 */
export function partyNamed(parties: Parties, text: string, instant: number | undefined): Party | undefined {
	const held = instant === undefined ? undefined : parties.holder(text, instant)?.party;
	if (held) return held;
	const named = parties.named(text);
	const members = named.filter((party) => party.spells.length > 0);
	const likely = members.length > 0 ? members : named;
	return likely.length === 1 ? likely[0] : undefined;
}
