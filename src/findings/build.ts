import { grouped } from '../ledger/grouped.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { PAY_KINDS } from '../payroll/types.ts';
import { besideOf } from './beside.ts';
import { cashOutRows } from './cash-outs.ts';
import { chainsOf } from './chains.ts';
import { flowOf } from './flow.ts';
import { hierarchyOf } from './hierarchy.ts';
import { historyRow, readingRow } from './history.ts';
import type { Derived } from './input.ts';
import { backingByTransfer } from './lead-pay.ts';
import { mergingOf } from './merging.ts';
import { withGaps } from './node-gaps.ts';
import { compare, peopleOf } from './people.ts';
import { type Findings, findingsSchema } from './schema.ts';
import { swapsOf } from './swaps.ts';
import { todoOf } from './todo/list.ts';
import { yardsticksOf } from './yardsticks.ts';

/**
 * Writes the findings of a run. Checked against the published schema before anybody sees them.
 *
 * @param fitsPay whether an amount alone fits the pay rules, for accounts that behave like a member's
 */
export function buildFindings(derived: Derived, fitsPay: (transfer: Transfer) => boolean): Findings {
	const people = peopleOf(derived);
	const findings: Findings = {
		schema: 'liuxiang/findings/1',
		program: derived.program,
		case: derived.case,
		parameters: { ...derived.parameters },
		assets: [...derived.assets.values()].sort((a, b) => compare(a.id, b.id)),
		evidence: derived.evidence,
		merging: mergingOf(derived),
		seeds: derived.seeds.flatMap(seedRows).sort((a, b) => compare(a.origin, b.origin) || compare(a.asset, b.asset)),
		conservation: derived.traced.flatMap((t) =>
			t.conservation.map((row) => ({
				policy: t.policy,
				asset: row.asset,
				origin: row.origin,
				seeded: row.seeded.toString(),
				convertedIn: row.convertedIn.toString(),
				held: row.held.toString(),
				delivered: row.delivered.toString(),
				convertedOut: row.convertedOut.toString(),
				reseeded: row.reseeded.toString(),
			})),
		),
		cashOuts: cashOutRows(derived),
		unmatched: { coins: [...derived.cashOuts.unmatchedCoins], yuan: [...derived.cashOuts.unmatchedYuan] },
		swaps: swapsOf(derived),
		peelChains: derived.peelChains.map((chain) => ({
			...chain,
			passes: [...chain.passes],
			peels: [...chain.peels],
			entered: chain.entered.toString(),
			peeled: chain.peeled.toString(),
			left: chain.left.toString(),
		})),
		sensitivity: derived.sensitivity ?? { varied: [], figures: 0, moved: [] },
		people,
		payouts: payoutRows(derived),
		kinds: kindRows(derived),
		chance: { ...derived.chance },
		reconciliation: {
			inflow: derived.reconciliation.inflow.toString(),
			kept: derived.reconciliation.kept.toString(),
			operating: derived.reconciliation.operating.toString(),
			unresolved: derived.reconciliation.unresolved.toString(),
			balances: derived.reconciliation.balances,
		},
		flow: withGaps(flowOf(derived), derived),
		hierarchy: hierarchyOf(derived),
		...besideOf(derived),
		yardsticks: yardsticksOf(derived, people),
		chains: chainsOf(derived.chains),
		...todoOf(derived, fitsPay),
		incomplete: derived.incomplete,
		tables: derived.tables,
	};
	return findingsSchema.parse(findings);
}

function seedRows(group: Derived['seeds'][number]): Findings['seeds'] {
	return [...grouped(group.transfers, (t) => t.asset)].map(([asset, list]) => ({
		origin: group.origin,
		label: group.label,
		asset,
		amount: list.reduce((sum, t) => sum + t.amount, 0n).toString(),
		count: list.length,
		first: list.reduce((least, t) => Math.min(least, t.instant), Number.POSITIVE_INFINITY),
		last: list.reduce((most, t) => Math.max(most, t.instant), Number.NEGATIVE_INFINITY),
		source: group.source,
	}));
}

/** Pay, and what between two parties stayed open: what a reader must see one by one. */
function payoutRows(derived: Derived): Findings['payouts'] {
	const backing = backingByTransfer(derived);
	const rows = derived.judged.flatMap((j): Findings['payouts'] => {
		const t = derived.byId.get(j.transfer);
		if (!t || j.payer === undefined || j.payee === undefined || !(PAY_KINDS.has(j.kind) || j.kind === 'open'))
			return [];
		return [
			{
				id: j.transfer,
				payer: j.payer,
				payee: j.payee,
				instant: t.instant,
				amount: t.amount.toString(),
				kind: j.kind,
				certainty: j.certainty,
				basis: [...j.basis],
				reason: { code: j.reason.code, facts: { ...j.reason.facts } },
				wage: j.wage.toString(),
				commission: j.commission.toString(),
				bonus: j.bonus.toString(),
				rounding: j.rounding.toString(),
				...(j.leads === undefined ? {} : { leads: j.leads }),
				...(j.rate === undefined ? {} : { rate: j.rate.toString() }),
				readings: j.readings.map(readingRow),
				...historyRow(j),
				...(backing.get(j.transfer) && { backing: backing.get(j.transfer) }),
				grade: t.grade,
			},
		];
	});
	return rows.sort((a, b) => a.instant - b.instant || compare(a.id, b.id));
}

function kindRows(derived: Derived): Findings['kinds'] {
	const sums = new Map<string, { count: number; amount: bigint }>();
	for (const j of derived.judged) {
		const t = derived.byId.get(j.transfer);
		if (t?.asset !== 'CNY') continue;
		const key = `${j.kind}|${j.certainty}`;
		const sum = sums.get(key) ?? { count: 0, amount: 0n };
		sums.set(key, { count: sum.count + 1, amount: sum.amount + t.amount });
	}
	return [...sums]
		.sort(([a], [b]) => compare(a, b))
		.map(([key, s]) => {
			const [kind, certainty] = key.split('|') as [string, string];
			return { kind, certainty, count: s.count, amount: s.amount.toString() };
		});
}
