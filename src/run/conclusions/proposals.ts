import type { Findings } from '../../findings/schema.ts';
import { proposalCaption } from '../../reports/graph-captions.ts';
import { say } from '../../reports/words.ts';
import type { ProposalRow } from '../../stores/conclusions.ts';

/** Roles and superiors that payments alone propose. */
export function proposalRows({ hierarchy }: Findings): ProposalRow[] {
	const units = new Map(hierarchy.units.map((unit) => [unit.id, unit]));
	const label = (unit: string) => units.get(unit)?.label ?? unit;
	const differing = new Set(hierarchy.differences.flatMap(({ proposals }) => proposals));
	const about = (one: Findings['hierarchy']['roles'][number] | Findings['hierarchy']['superiors'][number]) => ({
		id: one.id,
		unit: one.unit,
		name: label(one.unit),
		from: one.from,
		until: one.until,
		confidence: one.confidence,
		status: one.status,
		reasons: one.reasons.map(({ code, facts }) => say('zh', code, facts)),
		transfers: one.transfers,
		listed: units.get(one.unit)?.listed ?? false,
		differs: differing.has(one.id),
	});
	return [
		...hierarchy.roles.map((one) => ({
			...about(one),
			kind: 'role' as const,
			role: one.role,
			superior: '',
			above: '',
			caption: proposalCaption(label(one.unit), one.role),
		})),
		...hierarchy.superiors.map((one) => ({
			...about(one),
			kind: 'superior' as const,
			role: '',
			superior: label(one.superior),
			above: one.superior,
			caption: proposalCaption(label(one.unit), '', label(one.superior)),
		})),
	];
}
