import { reason } from '../reasons.ts';
import type { Reason } from '../types.ts';
import { type Pattern, patternsOf } from './pay-pattern.ts';
import { confidenceOf, proposalId, six, yuanText } from './proposal.ts';
import { middleOf } from './rhythm.ts';
import type { Candidate } from './superiors.ts';
import { compare } from './ties.ts';
import type { ProposedRole, RoleProposal, UnitId } from './types.ts';

interface Worker {
	readonly unit: UnitId;
	readonly heads: readonly UnitId[];
	readonly patterns: readonly Pattern[];
}

/**
 * Callers and inspectors: people whom a team's head pays. A caller's days vary with the leads; whoever gets the same sum
 * every day, and more than the team's callers, earns no commission and behaves like an inspector.
 */
export function workerRoles(
	candidates: ReadonlyMap<UnitId, readonly Candidate[]>,
	checksMade: ReadonlyMap<string, number>,
): RoleProposal[] {
	const workers = [...candidates]
		.sort(([a], [b]) => compare(a, b))
		.flatMap(([unit, list]): Worker[] => {
			const ties = list.filter(({ funding }) => funding === undefined).map(({ tie }) => tie);
			if (ties.length === 0) return [];
			const payments = ties
				.flatMap((tie) => tie.payments)
				.sort((a, b) => a.instant - b.instant || compare(a.transfer, b.transfer));
			return [{ unit, heads: ties.map(({ payer }) => payer), patterns: patternsOf(payments) }];
		});
	const varied = variedDays(workers);
	return workers.flatMap((worker) => rolesOf(worker, varied, checksMade.get(worker.unit) ?? 0));
}

/** Of each head's people, the median days of those whose pay varies. */
function variedDays(workers: readonly Worker[]): Map<UnitId, bigint[]> {
	const days = new Map<UnitId, bigint[]>();
	for (const { heads, patterns } of workers)
		for (const { fixed, medianDay } of patterns)
			if (fixed === undefined) for (const head of heads) days.set(head, [...(days.get(head) ?? []), medianDay]);
	return days;
}

function rolesOf(worker: Worker, varied: ReadonlyMap<UnitId, readonly bigint[]>, checks: number): RoleProposal[] {
	const mates = worker.heads.flatMap((head) => varied.get(head) ?? []);
	const judged = worker.patterns.map((pattern) => ({ pattern, ...roleOf(pattern, mates) }));
	const roles: { role: ProposedRole; sure: boolean; patterns: Pattern[] }[] = [];
	for (const { role, sure, pattern } of judged) {
		const open = roles.at(-1);
		if (open?.role === role) {
			open.patterns.push(pattern);
			open.sure &&= sure;
		} else roles.push({ role, sure, patterns: [pattern] });
	}
	const turns = new Map<ProposedRole, number>();
	return roles.map(({ role, sure, patterns }) => {
		const turn = turns.get(role) ?? 0;
		turns.set(role, turn + 1);
		const payments = patterns.flatMap((pattern) => pattern.payments);
		const fits = patterns.reduce((sum, pattern) => sum + pattern.fits, 0);
		const confidence = confidenceOf(fits, patterns.reduce(tellingDays, 0));
		return {
			id: proposalId('role', worker.unit, role, turn),
			unit: worker.unit,
			role,
			from: payments[0]?.instant ?? 0,
			until: payments.at(-1)?.instant ?? 0,
			confidence: sure ? confidence : six(confidence / 2),
			reasons: [
				...patterns.map((pattern) => patternReason(pattern, mates)),
				...(sure ? [] : [reason('hierarchy-pay-tells-not', {})]),
				...(checks > 0 ? [reason('hierarchy-checks', { checks })] : []),
			],
			transfers: payments.map(({ transfer }) => transfer),
		};
	});
}

/** Days that speak for or against the pattern: a day that has the usual sum speaks against varying pay in no way. */
function tellingDays(sum: number, { fixed, days, fits }: Pattern): number {
	return sum + (fixed === undefined ? fits : days);
}

/** Fixed pay is an inspector's where it is more than callers of the team usually get; else it cannot be told. */
function roleOf({ fixed }: Pattern, mates: readonly bigint[]): { role: 'inspector' | 'caller'; sure: boolean } {
	if (fixed === undefined) return { role: 'caller', sure: true };
	if (mates.length === 0) return { role: 'caller', sure: false };
	return fixed > middleOf(mates) ? { role: 'inspector', sure: true } : { role: 'caller', sure: false };
}

function patternReason(pattern: Pattern, mates: readonly bigint[]): Reason {
	const { fixed, days, fits, least, most, medianDay } = pattern;
	if (fixed === undefined)
		return reason('hierarchy-varied', {
			days,
			fits,
			least: yuanText(least),
			most: yuanText(most),
			median: yuanText(medianDay),
		});
	const team = mates.length === 0 ? '' : yuanText(middleOf(mates));
	return reason('hierarchy-fixed', { days, fits, yuan: yuanText(fixed), team });
}
