import { AS_LINK, type AttributionGrade } from '../../ledger/attribution.ts';
import type { Grade } from '../../ledger/transfer.ts';
import type { CaseView } from './case-view.ts';

/** The claim by which a step rests on a person: that they held this account then. */
export interface Tie {
	readonly account: string;
	readonly name: string;
	readonly grade: AttributionGrade;
	readonly source: string;
	/** The same on the scale of links, so that a path can have the grade of its weakest. */
	readonly asLink: Grade;
}

/** Who held the accounts then, as far as anybody is known to have. */
export function tiesAt(view: Pick<CaseView, 'parties'>, accounts: readonly string[], instant: number): Tie[] {
	return [...new Set(accounts)].flatMap((account) => {
		const holding = view.parties.holder(account, instant);
		if (!holding) return [];
		const { grade, source } = holding.attribution;
		return [{ account, name: holding.party.name, grade, source, asLink: AS_LINK[grade] }];
	});
}
