import type { Findings } from '../../findings/schema.ts';
import type { AllConclusions } from '../../stores/conclusions.ts';
import type { Store } from '../../stores/contract.ts';
import { filesOf, lastParties } from '../last-parties.ts';
import { conclusionsOf } from './conclusions.ts';

/** What the last run in a store concluded, told anew from its findings; undefined where nothing was run. */
export async function conclusionsIn(store: Store): Promise<AllConclusions | undefined> {
	const text = await store.finding('findings');
	if (text === undefined) return undefined;
	const findings = JSON.parse(text) as Findings;
	const leads = await store.leads(filesOf(findings));
	return conclusionsOf(findings, { parties: await lastParties(store, findings), leads });
}
