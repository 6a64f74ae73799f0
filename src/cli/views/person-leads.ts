import type { FindingsPerson } from '../../findings/schema.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { PersonAnswer } from '../../run/questions/person.ts';
import type { Words } from '../messages/words.ts';
import { fields, table } from '../table.ts';
import { yuan } from './amounts.ts';

type LeadPay = NonNullable<FindingsPerson['leadPay']>;

/** Leads as reported, joined and paid, what was to be expected, and the rate over time: beside the figures, in none of them. */
export function printLeads({ person, leadDays }: PersonAnswer, words: Words): string[] {
	const { say } = words;
	const parts: string[] = [];
	if (person.leadPay) parts.push('', say('person.lead-pay'), sums(person.leadPay, person.figures, words));
	if (person.rates.length > 0) parts.push('', say('person.rates'), rateTable(person.rates, words));
	if (leadDays.length > 0) parts.push('', say('person.lead-days'), dayTable(leadDays, words));
	return parts;
}

function sums(pay: LeadPay, figures: FindingsPerson['figures'], { say, language }: Words): string {
	const { daysBases, inputs, separator } = reportWords(language);
	const { expected, commissions, overReported, unpaid, overPaid } = pay;
	const received = BigInt(figures.wages?.value ?? '0') + BigInt(figures.commissions?.value ?? '0');
	const missing = expected.missing.map((input) => word(inputs, input)).join(separator);
	return fields([
		[say('person.leads'), say('person.lead-sums', { ...sides(pay), likely: pay.likely })],
		[
			say('person.differences'),
			say('person.differences-value', { reported: overReported.leads, unpaid: unpaid.leads, paid: overPaid.leads }),
		],
		[say('person.backing'), say('person.backing-value', { ...commissions })],
		[
			say('person.expected'),
			say('person.expected-value', {
				total: band(expected.total.min, expected.total.max, yuan),
				days: band(expected.days.min, expected.days.max, yuan),
				basis: word(daysBases, expected.basis),
				wage: expected.wageRates ? band(expected.wageRates.min, expected.wageRates.max, yuan) : '-',
				leads: band(expected.leads.min, expected.leads.max, String),
				rate: expected.leadRates ? band(expected.leadRates.min, expected.leadRates.max, yuan) : '-',
				received: yuan(received.toString()),
			}),
		],
		...(missing === '' ? [] : [[say('person.missing'), missing] as const]),
	]);
}

function sides({ reported, joined, paid }: LeadPay) {
	return { reported, joined, paid };
}

function band<T extends string | number>(min: T, max: T, show: (value: string) => string): string {
	const [least, most] = [show(String(min)), show(String(max))];
	return least === most ? least : `${least}-${most}`;
}

function rateTable(rates: FindingsPerson['rates'], { say, language }: Words): string {
	const { rateStated, rateEstimated } = reportWords(language);
	const right = 'right' as const;
	const columns = [
		{ title: say('column.first-day') },
		{ title: say('column.last-day') },
		{ title: say('column.lead-rate'), align: right },
		{ title: say('column.rate-by') },
		{ title: say('column.count'), align: right },
	];
	const rows = rates.map(({ from, until, rates: paid, stated, payouts }) => [
		from,
		until,
		paid.map(yuan).join(' / '),
		stated ? rateStated : rateEstimated,
		String(payouts),
	]);
	return table(columns, rows);
}

function dayTable(days: PersonAnswer['leadDays'], { say, language }: Words): string {
	const { leadBases, none } = reportWords(language);
	const right = 'right' as const;
	const columns = [
		{ title: say('column.day') },
		{ title: say('column.reported'), align: right },
		{ title: say('column.joined'), align: right },
		{ title: say('column.leads-paid'), align: right },
		{ title: say('column.leads-likely'), align: right },
		{ title: say('column.calls'), align: right },
		{ title: say('column.wage'), align: right },
		{ title: say('column.commission'), align: right },
		{ title: say('column.lead-rate'), align: right },
		{ title: say('column.rate-by') },
		{ title: say('column.backed'), align: right },
	];
	const counted = (count: number | undefined) => (count === undefined ? '' : String(count));
	const rows = days.map((row) => {
		const reported = [row.reportedByCaller, row.reportedByOther, row.reportedUnsaid].filter((n) => n !== undefined);
		return [
			row.day,
			reported.join(' / '),
			counted(row.joined),
			String(row.paid),
			row.likely === 0 ? '' : String(row.likely),
			counted(row.attempted),
			row.wage === '0' ? '' : yuan(row.wage),
			row.commission === '0' ? '' : yuan(row.commission),
			row.rate === 'none' ? none : row.rate,
			row.basis === '' ? '' : word(leadBases, row.basis),
			row.commissions === 0 ? '' : `${row.backed}/${row.commissions}`,
		];
	});
	return table(columns, rows);
}
