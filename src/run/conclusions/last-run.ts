import type { Findings } from '../../findings/schema.ts';
import type { AllConclusions } from '../../stores/conclusions.ts';
import type { Store } from '../../stores/contract.ts';
import { joinsOf } from '../beside.ts';
import { filesOf, lastParties } from '../last-parties.ts';
import { allLeads } from '../leads.ts';
import { conclusionsOf } from './conclusions.ts';

/** What the last run in a store concluded, told anew from its findings; undefined where nothing was run. */
export async function conclusionsIn(store: Store): Promise<AllConclusions | undefined> {
	const text = await store.finding('findings');
	if (text === undefined) return undefined;
	const findings = JSON.parse(text) as Findings;
	const filter = filesOf(findings);
	const parties = await lastParties(store, findings);
	const joins = joinsOf(
		{
			joins: await store.statements('joins', filter),
			groups: await store.statements('groups', filter),
			members: await store.statements('members', filter),
		},
		parties,
	);
	const leads = allLeads(await store.statements('leads', filter), joins, findings.case.offsetMinutes);
	return conclusionsOf(findings, { parties, leads });
}
