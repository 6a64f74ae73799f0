import type { Findings } from '../../findings/schema.ts';
import { gatherParties } from '../../ledger/parties.ts';
import type { AllConclusions } from '../../stores/conclusions.ts';
import type { Store } from '../../stores/contract.ts';
import { withoutRejected } from '../withdrawn.ts';
import { conclusionsOf } from './conclusions.ts';

/** What the last run in a store concluded, told anew from its findings; undefined where nothing was run. */
export async function conclusionsIn(store: Store): Promise<AllConclusions | undefined> {
	const text = await store.finding('findings');
	if (text === undefined) return undefined;
	const findings = JSON.parse(text) as Findings;
	const filter = { hashes: new Set(findings.evidence.files.map((file) => file.hash)) };
	const attributions = withoutRejected(await store.attributions(filter), await store.decisions());
	const parties = gatherParties(await store.spells(filter), attributions);
	return conclusionsOf(findings, { parties, leads: await store.leads(filter) });
}
