import { grouped } from '../../ledger/grouped.ts';
import { reason } from '../reasons.ts';
import type { Reason } from '../types.ts';
import { confidenceOf, hourText, proposalId, six, yuanText } from './proposal.ts';
import type { Beside } from './teams.ts';
import { compare } from './ties.ts';
import type { RoleProposal, Tie, UnitId } from './types.ts';
import type { UnitBook } from './units.ts';

/** From so many people who are paid, or pay, once a month on, somebody is like an employer, or a landlord or shop. */
const MONTHLY_MIN = 2;

/**
 * Units that a glance could take for members, because they pay or are paid steadily, and what speaks against it. Units
 * that attributions already call something else than a person are left out.
 *
 * @param members units of any other proposed role
 */
export function outsidersOf(
	ties: readonly Tie[],
	beside: readonly Beside[],
	members: ReadonlySet<UnitId>,
	units: UnitBook,
): RoleProposal[] {
	const found = new Map<UnitId, { ties: Tie[]; reasons: Reason[]; confidence: number }>();
	const note = (unit: UnitId, about: readonly Tie[], why: Reason, confidence: number) => {
		if (members.has(unit) || units.outside(unit) !== undefined) return;
		const known = found.get(unit) ?? { ties: [], reasons: [], confidence: 0 };
		known.ties.push(...about);
		known.reasons.push(why);
		known.confidence = Math.max(known.confidence, confidence);
		found.set(unit, known);
	};
	for (const { tie, differs } of beside)
		note(
			tie.payee,
			[tie],
			besideReason(tie, differs),
			differs === 'rhythm' ? confidenceOf(tie.rhythm.days, tie.rhythm.days) : 0.5,
		);
	const monthly = ties.filter(
		(tie) => tie.rhythm.kind === 'monthly' && (members.has(tie.payer) || members.has(tie.payee)),
	);
	for (const [payer, paid] of grouped(monthly, ({ payer }) => payer))
		if (paid.length >= MONTHLY_MIN)
			note(
				payer,
				paid,
				reason('hierarchy-pays-monthly', { members: paid.length }),
				confidenceOf(paid.length, paid.length),
			);
	for (const [payee, got] of grouped(monthly, ({ payee }) => payee))
		if (got.length >= MONTHLY_MIN)
			note(payee, got, reason('hierarchy-paid-monthly', { members: got.length }), confidenceOf(got.length, got.length));
	return [...found]
		.sort(([a], [b]) => compare(a, b))
		.map(([unit, { ties: about, reasons, confidence }]) => {
			const payments = about
				.flatMap((tie) => tie.payments)
				.sort((a, b) => a.instant - b.instant || compare(a.transfer, b.transfer));
			return {
				id: proposalId('role', unit, 'outsider', 0),
				unit,
				role: 'outsider' as const,
				from: payments[0]?.instant ?? 0,
				until: payments.at(-1)?.instant ?? 0,
				confidence: six(confidence),
				reasons,
				transfers: payments.map(({ transfer }) => transfer),
			};
		});
}

function besideReason({ rhythm, amounts, medianMinute }: Tie, differs: Beside['differs']): Reason {
	if (differs === 'rhythm') return reason('hierarchy-other-rhythm', { days: rhythm.days, gap: rhythm.medianGap });
	if (differs === 'amount') return reason('hierarchy-other-amount', { yuan: yuanText(amounts.medianDay) });
	return reason('hierarchy-other-hour', { hour: hourText(medianMinute) });
}
