import type { Findings } from '../findings/schema.ts';
import { gatherParties, type Parties } from '../ledger/parties.ts';
import type { RecordFilter, Store } from '../stores/contract.ts';
import { withAdopted } from './adopted.ts';
import { carryOver } from './carry-over.ts';
import { withoutRejected } from './withdrawn.ts';

/** The files that the last run read. */
export function filesOf(findings: Findings): RecordFilter {
	return { hashes: new Set(findings.evidence.files.map((file) => file.hash)) };
}

/** The parties as the last run saw them: of its files, decisions applied. */
export async function lastParties(store: Store, findings: Findings): Promise<Parties> {
	const filter = filesOf(findings);
	const decisions = await store.decisions();
	const stated = {
		attributions: await store.statements('attributions', filter),
		spells: await store.statements('spells', filter),
	};
	const { attributions, spells } = withAdopted(stated, decisions, findings.case.offsetMinutes);
	return gatherParties(spells, carryOver(withoutRejected(attributions, decisions), findings.merging.owners));
}
