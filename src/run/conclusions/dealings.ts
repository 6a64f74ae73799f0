import type { Findings } from '../../findings/schema.ts';
import { type Parties, spellAt } from '../../ledger/parties.ts';
import type { Lead } from '../../ledger/statement.ts';
import { formatDay } from '../../ledger/time.ts';
import { cashOutCaption, leadCaption, payoutCaption, rateCaption, seedCaption } from '../../reports/graph-captions.ts';
import { say } from '../../reports/words.ts';
import type { CashOutRow, LeadRateRow, LeadRow, PayoutRow, SeedRow } from '../../stores/conclusions.ts';
import { leadStatements } from '../leads.ts';
import { defined } from '../settings.ts';
import type { Quantity } from './quantities.ts';

/** Payments for the work, and what between known parties stayed open, as the findings list them. */
export function payoutRows(findings: Findings, parties: Parties): PayoutRow[] {
	const { offsetMinutes } = findings.case;
	return findings.payouts.map((payout) => {
		const amount = BigInt(payout.amount);
		return {
			id: payout.id,
			payer: payout.payer,
			payee: payout.payee,
			payerRole: roleOn(parties, payout.payer, payout.instant),
			payeeRole: roleOn(parties, payout.payee, payout.instant),
			at: payout.instant,
			day: formatDay(payout.instant, offsetMinutes),
			kind: payout.kind,
			certainty: payout.certainty,
			grade: payout.grade,
			basis: payout.basis,
			reason: payout.reason.code,
			reasonText: say('zh', payout.reason.code, payout.reason.facts),
			amount,
			wage: BigInt(payout.wage),
			commission: BigInt(payout.commission),
			bonus: BigInt(payout.bonus),
			rounding: BigInt(payout.rounding),
			...defined('leads', payout.leads),
			...defined('rate', payout.rate === undefined ? undefined : BigInt(payout.rate)),
			readings: payout.readings.length,
			...defined('backing', payout.backing?.reports),
			caption: payoutCaption(payout.kind, amount, payout.certainty),
		};
	});
}

function roleOn(parties: Parties, id: string, instant: number): string {
	const party = parties.all.get(id);
	return (party && spellAt(party, instant)?.role) ?? '';
}

/** Matched coins and yuan, rejected matches among them: who looks for one must see that it was thought of. */
export function cashOutRows(findings: Findings, quantity: Quantity): CashOutRow[] {
	return findings.cashOuts.map((cashOut) => ({
		id: cashOut.id,
		party: cashOut.party,
		...defined('payee', cashOut.payee),
		side: cashOut.side,
		pairing: cashOut.pairing,
		coins: cashOut.coins,
		yuan: cashOut.yuan,
		asset: cashOut.asset,
		quantity: BigInt(cashOut.quantity),
		amount: BigInt(cashOut.fen),
		rate: cashOut.rate,
		coinAt: cashOut.coinInstant,
		yuanAt: cashOut.yuanInstant,
		day: formatDay(Math.min(cashOut.coinInstant, cashOut.yuanInstant), findings.case.offsetMinutes),
		grade: cashOut.grade,
		status: cashOut.status,
		score: cashOut.score,
		rivals: cashOut.rivals.map((rival) => rival.id),
		rivalScores: cashOut.rivals.map((rival) => rival.score),
		chance: cashOut.chance,
		why: cashOut.why,
		...defined('bandBasis', cashOut.band?.basis),
		orders: cashOut.orders ?? [],
		overturned: cashOut.overturned.map(({ code, facts }) => say('zh', code, facts)),
		caption: cashOutCaption(quantity(BigInt(cashOut.quantity), cashOut.asset), BigInt(cashOut.fen), cashOut.status),
	}));
}

/** Leads with the party that brought them in, where one is known, and the commission they are behind. */
export function leadRows(leads: readonly Lead[], parties: Parties, findings: Findings): LeadRow[] {
	const { offsetMinutes } = findings.case;
	const behind = new Map(
		findings.payouts.flatMap(({ id, backing }) => (backing?.statements ?? []).map((lead) => [lead, id] as const)),
	);
	return leads.map((lead) => ({
		id: lead.id,
		...defined('party', leadStatements([lead], parties, offsetMinutes)[0]?.payee),
		...defined('payout', behind.get(lead.id)),
		caller: lead.caller,
		day: lead.day,
		count: lead.count,
		basis: lead.basis,
		caption: leadCaption(lead.basis, lead.count),
	}));
}

/** What each person was paid for a lead from when until when. */
export function leadRateRows(findings: Findings): LeadRateRow[] {
	return findings.people.flatMap(({ id, name, rates }) =>
		rates.map(({ rates: paid, ...span }, index) => {
			const [lowest, highest] = [BigInt(paid[0] ?? '0'), BigInt(paid.at(-1) ?? '0')];
			return {
				...span,
				...{ id: `${id}/rate-${index + 1}`, party: id, lowest, highest },
				caption: rateCaption(name, lowest, highest),
			};
		}),
	);
}

/** Who began the flow, one row a payer and asset. */
export function seedRows(findings: Findings, quantity: Quantity): SeedRow[] {
	return findings.seeds.map((seed) => {
		const amount = BigInt(seed.amount);
		return {
			id: `${seed.origin} ${seed.asset}`,
			origin: seed.origin,
			label: seed.label,
			asset: seed.asset,
			amount,
			count: seed.count,
			first: seed.first,
			last: seed.last,
			source: seed.source,
			caption: seedCaption(seed.label, quantity(amount, seed.asset)),
		};
	});
}
