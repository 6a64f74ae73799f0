import type { FindingsPerson } from '../../findings/schema.ts';
import { handleOf, networkOf } from '../../ledger/account.ts';
import { word } from '../words.ts';
import type { Inline, Rich } from './blocks.ts';
import { breaking } from './clip.ts';
import { figure, type Pen } from './pen.ts';
import { lawOf } from './sections/law.ts';

type Fact = readonly [string, Rich];

/** What a person's sheet says under the figures; a line that has nothing to say is left out. */
export function factsOf(
	person: FindingsPerson,
	sides: { readonly payers: readonly Inline[]; readonly payees: readonly Inline[] },
	pen: Pen,
): Fact[] {
	const { labels } = pen.say.people_;
	const facts: (readonly [string, string | readonly Inline[]])[] = [
		[labels.who, whoOf(person, pen)],
		[labels.period, periodOf(person, pen)],
		[labels.accounts, accountsOf(person, pen)],
		[labels.paidBy, sides.payers],
		[labels.paidTo, sides.payees],
		[labels.coins, coinsOf(person, pen)],
		[labels.bounds, boundsOf(person, pen)],
		[labels.apart, apartOf(person, pen)],
		[labels.leads, leadsOf(person, pen)],
		[labels.expected, expectedOf(person, pen)],
		[labels.traced, tracedOf(person, pen)],
		[labels.work, workOf(person, pen)],
		[labels.said, saidOf(person, pen)],
		[labels.measures, measuresOf(person, pen)],
		[labels.law, lawOf(person.id, pen).join(pen.words.stop)],
		[labels.missing, missingOf(person, pen)],
	];
	return facts
		.filter(([, said]) => said.length !== 0)
		.map(([label, said]) => [label, typeof said === 'string' ? breaking(said) : said]);
}

function whoOf(person: FindingsPerson, pen: Pen): string {
	const last = person.spells.at(-1);
	const { labels } = pen.say.people_;
	return [
		person.identity === '' ? '' : `${labels.identity}${person.identity}`,
		...[last?.province, last?.office, last?.batch].map((each) => pen.short(each ?? '')),
		last?.introducer ? `${labels.introducer}${pen.short(last.introducer)}` : '',
	]
		.filter((each) => each !== '')
		.join(' · ');
}

function periodOf(person: FindingsPerson, pen: Pen): string {
	const spells = person.spells.map(({ role, group, from, until, source }) =>
		[pen.role(role), pen.short(group), `${pen.day(from)}${pen.words.until}${pen.day(until)}`, source]
			.filter((each) => each !== '')
			.join(' '),
	);
	const { first, last } = person.days;
	const pay = first === undefined ? [] : [pen.say.people_.payDays(pen.day(first), pen.day(last))];
	return [...spells, ...pay].join(pen.words.stop);
}

function accountsOf({ accounts }: FindingsPerson, { words, say }: Pen): string {
	return accounts
		.map(({ account, grade, withdrawn }) =>
			words.withRole(
				`${word(words.networks, networkOf(account))} ${handleOf(account)}`,
				withdrawn ? say.people_.withdrawn : word(words.attributionGrades, grade),
			),
		)
		.join(words.stop);
}

function coinsOf({ coins }: FindingsPerson, pen: Pen): string {
	return coins
		.map(({ asset, received, count }) => `${pen.coins(received, asset)}/${pen.words.times(pen.count(count))}`)
		.join(pen.words.stop);
}

function boundsOf({ bounds }: FindingsPerson, pen: Pen): string {
	const { words, say } = pen;
	const between = (least: string | undefined, most: string | undefined) =>
		`${least === undefined ? words.unboundedBelow : pen.yuan(least)}–${most === undefined ? words.unbounded : pen.yuan(most)}`;
	return say.people_.between(
		between(bounds.received.least, bounds.received.most),
		between(bounds.passedOn.least, bounds.passedOn.most),
		between(bounds.kept.least, bounds.kept.most),
		pen.reason(bounds.received.cap),
	);
}

/** Figures that stand beside received, passed on and kept. */
const APART = [
	'consistent',
	'open-in',
	'open-out',
	'disputed',
	'returned',
	'returned-to',
	'refunded',
	'loans-in',
	'loans-out',
	'operating',
	'peers-in',
	'peers-out',
	'private-in',
	'private-out',
];

function apartOf(person: FindingsPerson, pen: Pen): string {
	return APART.filter((name) => figure(person, name) !== 0n)
		.map((name) => {
			const count = pen.words.times(pen.count(person.figures[name]?.count ?? 0));
			return `${word(pen.words.figureNames, name)} ${pen.yuan(figure(person, name))}/${count}`;
		})
		.join(pen.words.stop);
}

function leadsOf({ leads, leadPay, rates }: FindingsPerson, pen: Pen): string {
	if (leads.paid + leads.reported + leads.joined === 0) return '';
	const { say, words } = pen;
	const spans = rates.map(({ rates: each, from, until, stated }) =>
		say.people_.rate(each.map((rate) => pen.yuan(rate)).join('/'), `${from}${words.until}${until}`, stated),
	);
	const backing = leadPay && leadPay.commissions.all > 0 ? [say.people_.backing(leadPay.commissions)] : [];
	return [say.people_.leadCounts({ ...leads, likely: leadPay?.paid ?? leads.paid }), ...backing, ...spans].join(
		words.stop,
	);
}

function expectedOf({ leadPay }: FindingsPerson, pen: Pen): string {
	if (leadPay === undefined) return '';
	const { basis, days, leads, total, missing } = leadPay.expected;
	if (basis === 'none') return '';
	const { words, say } = pen;
	const band = (min: string, max: string) => (min === max ? min : `${min}–${max}`);
	const day = (hundredths: number) => String(hundredths / 100);
	return say.people_.expected({
		basis: word(words.daysBases, basis),
		days: band(day(days.min), day(days.max)),
		leads: band(pen.count(leads.min), pen.count(leads.max)),
		yuan: band(pen.yuan(total.min), pen.yuan(total.max)),
		missing: missing.map((each) => word(words.inputs, each)).join(words.separator),
	});
}

function tracedOf({ tracedTotals }: FindingsPerson, pen: Pen): string {
	return tracedTotals
		.filter(({ asset }) => asset === 'CNY')
		.map(({ policy, value, percent }) =>
			pen.words.withRole(`${word(pen.words.policies, policy)} ${pen.yuan(value)}`, `${percent}%`),
		)
		.join(pen.words.stop);
}

function workOf({ work }: FindingsPerson, pen: Pen): string {
	return work === undefined ? '' : pen.say.people_.work(work);
}

function saidOf({ id }: FindingsPerson, pen: Pen): string {
	return pen.findings.testimony
		.filter(({ party }) => party === id)
		.map(({ document, page, claim, disputes }) => pen.say.people_.said({ document, page, claim, disputes }))
		.join(pen.words.stop);
}

function measuresOf({ id }: FindingsPerson, pen: Pen): string {
	return pen.findings.measures
		.filter(({ party }) => party === id)
		.map((measure) => pen.measure(measure))
		.join(pen.words.stop);
}

function missingOf({ bounds }: FindingsPerson, pen: Pen): string {
	const lacks = [...bounds.received.missing, ...bounds.passedOn.missing].map((lack) => pen.reason(lack));
	return [...new Set(lacks)].join(pen.words.stop);
}
