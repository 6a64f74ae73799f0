import type { FindingsPerson } from '../../../findings/schema.ts';
import { grouped } from '../../../ledger/grouped.ts';
import type { Block, Rich } from '../blocks.ts';
import { figure, type Pen, sheetId } from '../pen.ts';

/** 各组: a table of its members for each group, the page of everybody's sheet beside. */
export function groups(pen: Pen): Block[] {
	const { findings, say } = pen;
	const byGroup = grouped(
		findings.people.filter(({ group }) => group !== ''),
		({ group }) => group,
	);
	const names = [...byGroup.keys()].sort(byNumber);
	if (names.length === 0) return [];
	return [
		{ kind: 'heading', level: 1, text: say.groups.heading, id: 'groups', fresh: true },
		{ kind: 'paragraph', text: say.groups.intro },
		...names.flatMap((name) => groupOf(name, byGroup.get(name) ?? [], pen)),
	];
}

/** 第2组 before 第10组; by code unit where no number tells. */
export function byNumber(a: string, b: string): number {
	const [first, second] = [a, b].map((text) => Number(/\d+/.exec(text)?.[0] ?? Number.NaN)) as [number, number];
	return first - second || (a < b ? -1 : a > b ? 1 : 0);
}

function groupOf(name: string, people: readonly FindingsPerson[], pen: Pen): Block[] {
	const { say, words } = pen;
	const leaders = people.filter(({ role }) => role === 'leader');
	const sum = (list: readonly FindingsPerson[], figures: string) =>
		pen.yuan(list.reduce((all, person) => all + figure(person, figures), 0n));
	const superiors = [...new Set(leaders.map(({ superior }) => superior).filter((each) => each !== ''))];
	return [
		{ kind: 'heading', level: 2, text: pen.short(name), id: `group-${name}` },
		{
			kind: 'paragraph',
			text: [
				pen.part ? say.groups.ofPart(people.length) : say.groups.people(people.length),
				// Of a part, the leader may be one of those that are left out.
				pen.part && leaders.length === 0
					? ''
					: say.groups.sums({
							leaders: leaders.map((each) => each.name).join(words.separator) || words.unknown,
							superiors: superiors.join(words.separator) || words.unknown,
							funding: sum(leaders, 'funding'),
							passedOn: sum(leaders, 'passed-on'),
							operating: sum(leaders, 'operating'),
							kept: sum(leaders, 'kept'),
						}),
			],
		},
		{
			kind: 'table',
			columns: [
				{ head: say.groups.name, width: { fr: 1 } },
				{ head: say.groups.role, width: 'auto' },
				{ head: say.groups.days, width: 'auto' },
				{ head: say.groups.received, width: 'auto', right: true },
				{ head: say.groups.wages, width: 'auto', right: true },
				{ head: say.groups.commissions, width: 'auto', right: true },
				{ head: say.groups.kept, width: 'auto', right: true },
				{ head: say.groups.least, width: 'auto', right: true },
				{ head: say.groups.most, width: 'auto', right: true },
				{ head: say.groups.leads, width: 'auto', right: true },
				{ head: say.groups.page, width: 'auto', right: true },
			],
			rows: people.map((person) => memberOf(person, pen)),
			foot: [
				say.sum,
				'',
				'',
				// The leader's funding is what the members' pay comes from: together it would count twice.
				'',
				sum(people, 'wages'),
				sum(people, 'commissions'),
				sum(people, 'kept'),
				'',
				'',
				pen.count(people.reduce((all, { leads }) => all + leads.paid, 0)),
				'',
			],
		},
	];
}

function memberOf(person: FindingsPerson, pen: Pen): Rich[] {
	const { words } = pen;
	const { least, most } = person.bounds.received;
	const { first, last } = person.days;
	return [
		{ t: person.name, long: true },
		pen.role(person.role),
		first === undefined ? '' : { t: `${pen.day(first)}${words.until}${pen.day(last).slice(5)}`, small: true },
		pen.yuan(figure(person, 'received')),
		pen.yuan(figure(person, 'wages')),
		pen.yuan(figure(person, 'commissions')),
		pen.yuan(figure(person, 'kept')),
		least === undefined ? words.unboundedBelow : pen.yuan(least),
		most === undefined ? words.unbounded : pen.yuan(most),
		person.leads.paid === 0 ? '' : pen.count(person.leads.paid),
		{ t: '', to: sheetId(person.id), page: true },
	];
}
