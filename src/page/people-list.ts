import type { PagePerson } from '../reports/page/format.ts';
import { brief } from './brief.ts';
import { type Desk, here, keep, tableWords, two } from './desk.ts';
import { el, put } from './dom.ts';
import { field } from './filter-bar.ts';
import { href } from './route.ts';
import { type Column, LongTable } from './table.ts';

const ROW_HEIGHT = 52;
const CHOICES = ['role', 'group', 'province', 'office', 'batch'] as const;

/** The people of the case with their three figures, to be narrowed and put in order. */
export function peopleList(desk: Desk): { element: HTMLElement; table: LongTable } {
	const { data } = desk;
	const { people } = data.told;
	const all = people.map((_, place) => place);
	const table = new LongTable(
		data.say('people'),
		columnsOf(desk),
		(place) => href('person', people[place]?.id ?? ''),
		tableWords(desk),
		ROW_HEIGHT,
	);
	const summary = el('p', { class: 'summary', 'aria-live': 'polite' });
	const refresh = (): void => {
		const shown = all.filter((place) => wanted(people[place] as PagePerson, here().params));
		put(summary, data.say('peopleListed', { n: shown.length, all: all.length }));
		table.show(shown);
	};
	const set = (name: string, value: string): void => {
		keep({ [name]: value });
		refresh();
	};
	const { params } = here();
	const choices = CHOICES.map((name) => {
		const values = [...new Set(people.map((person) => person[name]))].filter((value) => value !== '').sort();
		if (values.length < 2) return undefined;
		const options = values.map((value) =>
			el(
				'option',
				{ value, selected: params.get(name) === value },
				brief(name === 'role' ? data.word('roles', value) : value),
			),
		);
		const onchange = (event: Event) => set(name, (event.target as HTMLSelectElement).value);
		return field(
			data.say(name),
			el('select', { name, onchange }, el('option', { value: '' }, data.say('all')), options),
		);
	});
	const named = el('input', {
		name: 'name',
		value: params.get('name') ?? '',
		autocomplete: 'off',
		oninput: (event) => set('name', (event.target as HTMLInputElement).value),
	});
	refresh();
	const bar = el(
		'div',
		{ class: 'fields', role: 'group', 'aria-label': data.say('filterPeople') },
		field(data.say('filterName'), named),
		choices,
	);
	return { element: el('div', { class: 'rows' }, bar, summary, table.element), table };
}

function wanted(person: PagePerson, params: URLSearchParams): boolean {
	for (const name of CHOICES) {
		const value = params.get(name) ?? '';
		if (value !== '' && person[name] !== value) return false;
	}
	const text = (params.get('name') ?? '').trim().toLowerCase();
	if (text === '') return true;
	return [person.name, ...person.nicknames, ...person.accounts.map(({ account }) => account)].some((one) =>
		one.toLowerCase().includes(text),
	);
}

function columnsOf({ data }: Desk): Column[] {
	const person = (place: number) => data.told.people[place] as PagePerson;
	const text = (of: (one: PagePerson) => string) => (a: number, b: number) => {
		const [left, right] = [of(person(a)), of(person(b))];
		return left < right ? -1 : left > right ? 1 : 0;
	};
	const figure = (name: string, place: number) => {
		const found = person(place).figures.find((one) => one.name === name);
		return found && BigInt(found.value);
	};
	const yuan = (head: string, name: string, more: string): Column => ({
		head: data.say('with', { what: data.say(head), more: data.say('yuan') }),
		class: `number ${more}`,
		cell: (place) => {
			const value = figure(name, place);
			return value === undefined ? '' : data.yuan(value);
		},
		compare: (a, b) => {
			const [left, right] = [figure(name, a) ?? 0n, figure(name, b) ?? 0n];
			return left < right ? -1 : left > right ? 1 : 0;
		},
	});
	return [
		{
			head: data.say('name'),
			class: 'name',
			cell: (place) => two(person(place).name, person(place).nicknames.join(' / ')),
			compare: text(({ name }) => name),
		},
		{
			head: data.say('role'),
			class: 'role',
			cell: (place) => two(data.word('roles', person(place).role), person(place).group),
			compare: text(({ role, group }) => `${role} ${group}`),
		},
		yuan('received', 'received', ''),
		yuan('passedOn', 'passed-on', 'extra'),
		yuan('keptShort', 'kept', ''),
		{
			head: data.say('office'),
			class: 'memo',
			cell: (place) =>
				two(person(place).office, [person(place).province, person(place).batch].filter(Boolean).join(' · ')),
			compare: text(({ office, province, batch }) => `${office} ${province} ${batch}`),
		},
	];
}
