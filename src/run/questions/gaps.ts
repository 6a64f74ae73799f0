import type { Findings } from '../../findings/schema.ts';
import type { CaseView } from './case-view.ts';

/** Of accounts, what a chain did not show wholly: where an answer may be missing something. */
export function gapsOf({ findings }: CaseView, accounts: Iterable<string>): Findings['incomplete'] {
	const wanted = new Set(accounts);
	return findings.incomplete.filter(
		({ code, facts }) => code.startsWith('chain-') && wanted.has(String(facts.account)),
	);
}
