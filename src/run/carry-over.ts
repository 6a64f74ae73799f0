import type { Findings } from '../findings/schema.ts';
import type { Attribution } from '../ledger/attribution.ts';

/**
 * Claims on a bill's owner or a login are claims on the account behind it, which order numbers of other files show: the
 * same claim, its source and grade as they were, with the number of rows that tie the two.
 */
export function carryOver(attributions: readonly Attribution[], owners: Findings['merging']['owners']): Attribution[] {
	const known = new Map(owners.map((owner) => [owner.bill, owner]));
	return attributions.flatMap((claim) => {
		const owner = known.get(claim.account);
		if (!owner) return [claim];
		const source = `${claim.source}（${owner.bill} = ${owner.account}，${owner.rows}）`;
		return [claim, { ...claim, id: `${claim.id}o`, account: owner.account, source }];
	});
}
