import {
	type ActedTransfer,
	type Basis,
	type Certainty,
	type FromHistory,
	type Judged,
	type Kind,
	PAY_KINDS,
	type Reading,
	type Reason,
} from './types.ts';

/** What a rule found out about a transfer. */
export interface Verdict {
	readonly kind: Kind;
	readonly certainty: Certainty;
	readonly basis: readonly Basis[];
	readonly reason: Reason;
	readonly readings?: readonly Reading[];
	readonly parts?: Parts;
	readonly history?: FromHistory;
}

/** How a payout divides. What is left out is 0. */
export interface Parts {
	readonly wage?: bigint;
	readonly commission?: bigint;
	readonly bonus?: bigint;
	readonly rounding?: bigint;
	readonly leads?: number;
	readonly rate?: bigint;
}

export function judgedAs(acted: ActedTransfer, verdict: Verdict): Judged {
	const { leads, rate, ...amounts } = verdict.parts ?? {};
	return {
		transfer: acted.transfer.id,
		...(acted.payer && { payer: acted.payer.party }),
		...(acted.payee && { payee: acted.payee.party }),
		kind: verdict.kind,
		certainty: verdict.certainty,
		basis: restsOnAdopted(acted, verdict) ? [...verdict.basis, 'adopted'] : verdict.basis,
		reason: verdict.reason,
		readings: verdict.readings ?? [],
		wage: amounts.wage ?? 0n,
		commission: amounts.commission ?? 0n,
		bonus: amounts.bonus ?? 0n,
		rounding: amounts.rounding ?? 0n,
		...(leads !== undefined && { leads }),
		...(rate !== undefined && { rate }),
		...(verdict.history && { history: verdict.history }),
	};
}

/** Pay to or from somebody whose role no row gives, only a proposal that a person adopted. */
function restsOnAdopted({ payer, payee }: ActedTransfer, { kind }: Verdict): boolean {
	return PAY_KINDS.has(kind) && (payer?.member?.adopted ?? payee?.member?.adopted) !== undefined;
}
