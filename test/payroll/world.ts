/** A small invented gang for the tests of payroll and proceeds: who pays whom is one line a transfer. */
import type { Role } from '../../src/ledger/person.ts';
import type { Medium } from '../../src/ledger/record.ts';
import { parseTime } from '../../src/ledger/time.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import type { ActedTransfer, Actor, DayLeads, Judged, PayRules } from '../../src/payroll/types.ts';

export const OFFSET = 480;

export function at(text: string): number {
	const moment = parseTime(text, OFFSET);
	if (!moment) throw new Error(`no time: ${text}`);
	return moment.instant;
}

/** Yuan as people write them, in fen: `yuan('245.50')`. */
export function yuan(text: string): bigint {
	const [whole = '0', fraction = ''] = text.split('.');
	return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
}

function member(party: string, role: Role, group?: string, superior?: string): Actor {
	return {
		party,
		name: `名${party}`,
		category: 'person',
		attribution: 'registered',
		member: { role, ...(group !== undefined && { group }), ...(superior !== undefined && { superior }) },
		memberOtherwise: false,
	};
}

function outsider(party: string, category: Actor['category'] = 'other'): Actor {
	return { party, name: `名${party}`, category, attribution: 'registered', memberOtherwise: false };
}

export const CORE = member('core', 'core');
export const CORE2 = member('core2', 'core');
export const LEADER = member('leader', 'leader', '一组', 'core');
export const LEADER2 = member('leader2', 'leader', '二组', 'core');
export const INSPECTOR = member('inspector', 'inspector', '一组', 'leader');
export const CALLER = member('caller', 'caller', '一组', 'leader');
export const CALLER2 = member('caller2', 'caller', '一组', 'leader');
/** Callers of a group with a rate of its own, and of one where only the band is known. */
export const TEN_CALLER = member('ten-caller', 'caller', '十元组', 'leader');
export const BAND_CALLER = member('band-caller', 'caller', '幅度组', 'leader');
export const FORMER: Actor = { ...outsider('former', 'person'), memberOtherwise: true };
export const FRIEND = outsider('friend', 'person');
export const SHOP = outsider('shop', 'merchant');
export const VENDOR = outsider('vendor', 'operating');
export const PARENT = outsider('parent', 'family');
export const FIRM = outsider('firm', 'employer');

export const RULES: PayRules = {
	wages: [
		{ role: 'caller', fenPerDay: 20_000n },
		{ role: 'inspector', fenPerDay: 40_000n },
	],
	commissions: [
		{ minFen: 500n, maxFen: 500n, until: at('2023-04-15 23:59:59') },
		{ minFen: 600n, maxFen: 600n, from: at('2023-04-16') },
		{ minFen: 1000n, maxFen: 1000n, group: '十元组' },
		{ minFen: 500n, maxFen: 1000n, group: '幅度组' },
	],
	partDaysPercent: [50],
	daysMax: 2,
	leadsPerDayMax: 18,
	roundingMaxFen: 100n,
};

export interface Pay {
	readonly from?: Actor;
	readonly to?: Actor;
	readonly yuan: string;
	readonly at?: string;
	readonly memo?: string;
	readonly medium?: Medium;
	readonly refunded?: string;
	readonly exclusion?: Transfer['exclusion'];
	readonly seed?: boolean;
	readonly cashOut?: string;
	readonly decided?: ActedTransfer['decided'];
}

export function transfer(id: string, pay: Pay): ActedTransfer {
	const amount = yuan(pay.yuan);
	const refunded = yuan(pay.refunded ?? '0');
	const timeText = pay.at ?? '2023-03-10 20:00:00';
	const whole: Transfer = {
		id,
		aliases: [],
		records: [`r-${id}`],
		from: `wechat:${pay.from?.party ?? 'nobody'}`,
		to: `wechat:${pay.to?.party ?? 'nobody'}`,
		fromName: '',
		toName: '',
		asset: 'CNY',
		amount,
		gross: amount + refunded,
		refunded,
		instant: at(timeText),
		timeText,
		precision: 'second',
		sequence: 0,
		medium: pay.medium ?? 'red-packet',
		type: '',
		memo: pay.memo ?? '恭喜发财，大吉大利',
		grade: 'one-ledger',
		rule: 'single',
		certain: true,
		tied: false,
		...(pay.exclusion && { exclusion: pay.exclusion }),
	};
	return {
		transfer: whole,
		...(pay.from && { payer: pay.from }),
		...(pay.to && { payee: pay.to }),
		...(pay.cashOut !== undefined && { cashOut: pay.cashOut }),
		seed: pay.seed ?? false,
		...(pay.decided && { decided: pay.decided }),
	};
}

export function transfers(pays: readonly Pay[]): ActedTransfer[] {
	return pays.map((pay, index) => transfer(`t${String(index).padStart(3, '0')}`, pay));
}

export function report(payee: Actor, day: string, count: number, basis: DayLeads['basis'] = 'reported'): DayLeads {
	return { payee: payee.party, day, count, basis };
}

/** A verdict in one line: `wage-and-commission documented pay-amount 200+45 9x5`. */
export function line(judged: Judged | undefined): string {
	if (!judged) return 'not judged';
	const parts = [judged.wage, judged.commission, judged.bonus, judged.rounding].map((fen) => Number(fen) / 100);
	const [wage, commission, bonus, rounding] = parts as [number, number, number, number];
	const shown = [
		judged.kind,
		judged.certainty,
		judged.reason.code,
		...(wage || commission ? [`${wage}+${commission}`] : []),
		...(bonus ? [`bonus ${bonus}`] : []),
		...(rounding ? [`rounding ${rounding}`] : []),
		...(judged.leads !== undefined ? [`${judged.leads}x${Number(judged.rate) / 100}`] : []),
	];
	return shown.join(' ');
}
