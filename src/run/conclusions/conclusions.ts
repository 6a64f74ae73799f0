import type { Findings } from '../../findings/schema.ts';
import type { Parties } from '../../ledger/parties.ts';
import type { Lead } from '../../ledger/statement.ts';
import type { AllConclusions } from '../../stores/conclusions.ts';
import { groupRows, measureRows, testimonyRows, workRows } from './beside.ts';
import { cashOutRows, leadRateRows, leadRows, payoutRows, seedRows } from './dealings.ts';
import { historyRows } from './histories.ts';
import { gapRows, todoRows } from './open-items.ts';
import { figureRows, holdingRows, partyRows } from './people.ts';
import { proposalRows } from './proposals.ts';
import { quantities } from './quantities.ts';
import { summaryRow } from './summary.ts';
import { yardstickRows } from './yardsticks.ts';

/** What conclusions need beside the findings: what a store holds of the case, decisions applied. */
export interface ConclusionBasis {
	readonly parties: Parties;
	readonly leads: readonly Lead[];
}

/**
 * What a run concluded, told for a graph that people query. The findings say all of it: the same findings and
 * statements give the same rows.
 */
export function conclusionsOf(findings: Findings, { parties, leads }: ConclusionBasis): AllConclusions {
	const quantity = quantities(findings.assets);
	return {
		summary: [summaryRow(findings)],
		party: partyRows(parties),
		asset: findings.assets.map((asset) => ({ ...asset, caption: asset.symbol })),
		holding: holdingRows(parties),
		figure: figureRows(findings, quantity),
		yardstick: yardstickRows(findings),
		seed: seedRows(findings, quantity),
		payout: payoutRows(findings, parties),
		'cash-out': cashOutRows(findings, quantity),
		lead: leadRows(leads, parties, findings),
		'lead-rate': leadRateRows(findings),
		work: workRows(findings),
		testimony: testimonyRows(findings),
		measure: measureRows(findings, quantity),
		group: groupRows(findings),
		proposal: proposalRows(findings),
		history: historyRows(findings),
		gap: gapRows(findings),
		todo: todoRows(findings),
	};
}
