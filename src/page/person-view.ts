import type { PagePerson } from '../reports/page/format.ts';
import { brief, whole } from './brief.ts';
import { accountLink, type Desk, pairs, type View } from './desk.ts';
import { type Child, el } from './dom.ts';
import { headRow } from './head-row.ts';
import { href } from './route.ts';

const MAIN = ['received', 'passed-on', 'kept'];

/** One person: figures that open into their transfers first, then what stands behind and beside them. */
export function personView(desk: Desk, id: string): View | undefined {
	const { data } = desk;
	const person = data.person(id);
	if (!person) return undefined;
	const role = data.word('roles', person.role);
	return {
		title: role === '' ? brief(person.name) : data.say('with', { what: brief(person.name), more: role }),
		element: el(
			'div',
			{ class: 'person' },
			pairs([
				[data.say('name'), brief(person.name) === person.name ? '' : whole(data, person.name)],
				[data.say('group'), person.group],
				[data.say('superior'), person.superior],
				[data.say('nicknames'), whole(data, person.nicknames.join(' / '))],
				[data.say('identity'), person.identity],
				[data.say('province'), person.province],
				[data.say('office'), person.office],
				[data.say('batch'), person.batch],
			]),
			figuresOf(desk, person),
			boundsOf(desk, person),
			tracedOf(desk, person),
			factsOf(data.say('facts'), person.facts),
			factsOf(data.say('beside'), person.beside),
			accountsOf(desk, person),
			yardsticksOf(desk, person),
			person.spells.length > 0 &&
				el(
					'section',
					{},
					el('h2', {}, data.say('spells')),
					el(
						'ul',
						{ class: 'plain-list' },
						person.spells.map((spell) => el('li', {}, spell)),
					),
				),
		),
		tables: [],
	};
}

function figuresOf({ data }: Desk, { figures, coins }: PagePerson): HTMLElement {
	const card = ({ id, name, value, count }: PagePerson['figures'][number]): HTMLElement =>
		el(
			'a',
			{ class: MAIN.includes(name) ? 'figure main' : 'figure', href: href('figure', id) },
			el('span', { class: 'label' }, data.word('figures', name)),
			el('span', { class: 'value' }, data.yuan(value), el('small', {}, ` ${data.say('yuan')}`)),
			el('span', { class: 'count' }, data.say('count', { n: count })),
		);
	const main = MAIN.flatMap((name) => figures.filter((one) => one.name === name));
	const others = figures.filter(({ name }) => !MAIN.includes(name));
	const told = coins.map(({ asset, received }) => {
		const place = data.told.assets.findIndex(({ id }) => id === asset);
		return data.amountText(BigInt(received), place);
	});
	return el(
		'section',
		{},
		el('h2', {}, data.say('figures')),
		el('div', { class: 'figures' }, main.map(card)),
		el('div', { class: 'figures small' }, others.map(card)),
		told.length > 0 && el('p', {}, [el('b', {}, data.say('coins')), ' ', told.join(' / ')]),
	);
}

function boundsOf({ data }: Desk, { bounds }: PagePerson): HTMLElement {
	const bound = (value: string | number | undefined) =>
		value === undefined ? data.say('boundsNone') : data.say('boundsSum', { sum: data.yuan(value) });
	return el(
		'section',
		{},
		el('h2', {}, data.say('bounds')),
		pairs(
			bounds.map(({ figure, least, most, cap, lacks }) => [
				figure,
				[
					data.say('boundsRange', { least: bound(least), most: bound(most) }),
					el('div', { class: 'note' }, [el('b', {}, data.say('cap')), ' ', cap]),
					lacks.length > 0 && el('div', { class: 'note' }, [el('b', {}, data.say('lacks')), ' ', lacks.join(' · ')]),
				],
			]),
		),
	);
}

/** Every policy beside the others. */
function tracedOf({ data }: Desk, { traced }: PagePerson): Child {
	if (traced.length === 0) return undefined;
	const assets = [...new Set(traced.map(({ asset }) => asset))];
	const policies = [...new Set(traced.map(({ policy }) => policy))];
	return el(
		'section',
		{},
		el('h2', {}, data.say('tracedTitle')),
		el(
			'table',
			{ class: 'shares' },
			el(
				'thead',
				{},
				el(
					'tr',
					{},
					el('th', { scope: 'col' }, data.say('policy')),
					policies.map((policy) => el('th', { scope: 'col', class: 'number' }, data.word('policies', policy))),
				),
			),
			el(
				'tbody',
				{},
				assets.map((asset) => {
					const place = data.told.assets.findIndex(({ id }) => id === asset);
					const cells = policies.map((policy) => {
						const one = traced.find((each) => each.policy === policy && each.asset === asset);
						return el(
							'td',
							{ class: 'number' },
							one ? data.say('with', { what: data.amountText(BigInt(one.value), place), more: `${one.percent}%` }) : '',
						);
					});
					return el('tr', {}, el('th', { scope: 'row' }, data.told.assets[place]?.name ?? asset), cells);
				}),
			),
		),
		el('p', { class: 'note' }, `${data.say('originAbout')} ${data.say('sharePoison')}`),
	);
}

/** Thresholds of law beside what is known: those that anything reaches first, the others folded. */
function yardsticksOf(desk: Desk, { yardsticks }: PagePerson): Child {
	const { data } = desk;
	if (yardsticks.length === 0) return undefined;
	const reached = yardsticks.filter(([, is]) => is);
	const others = yardsticks.filter(([, is]) => !is);
	return el(
		'section',
		{},
		el('h2', {}, data.say('yardsticks')),
		el('p', { class: 'warning' }, data.say('yardsticksAbout')),
		reached.length === 0 ? el('p', {}, data.say('yardsticksNone')) : yardstickTable(desk, reached, 'yardsticks'),
		others.length > 0 &&
			el(
				'details',
				{ class: 'more' },
				el('summary', {}, data.say('yardsticksOthers', { n: others.length })),
				yardstickTable(desk, others, 'yardsticksOthers'),
			),
	);
}

function yardstickTable({ data }: Desk, list: PagePerson['yardsticks'], label: string): HTMLElement {
	const { yardstickHeads, rules } = data.told;
	const lines = list.map(([rule, , ...cells]) => {
		const [title = '', text = ''] = rules[rule] ?? [];
		return el(
			'tr',
			{},
			el('td', {}, title, el('div', { class: 'note' }, text)),
			cells.map((cell, k) => el('td', { class: k > 0 && k < 5 ? 'number' : undefined }, cell)),
		);
	});
	const heads = yardstickHeads.map((head, k) =>
		el('th', { scope: 'col', class: k > 1 && k < 6 ? 'number' : undefined }, head),
	);
	return el(
		'div',
		{ class: 'wide', tabindex: 0, role: 'region', 'aria-label': data.say(label, { n: list.length }) },
		el('table', { class: 'yardsticks' }, el('thead', {}, el('tr', {}, heads)), el('tbody', {}, lines)),
	);
}

function factsOf(title: string, facts: PagePerson['facts']): Child {
	return facts.length > 0 && el('section', {}, el('h2', {}, title), pairs(facts));
}

function accountsOf({ data }: Desk, { accounts }: PagePerson): Child {
	if (accounts.length === 0) return undefined;
	const heads = ['account', 'attribution', 'source'];
	return el(
		'section',
		{},
		el('h2', {}, data.say('accounts')),
		el(
			'table',
			{ class: 'accounts' },
			headRow(data, heads),
			el(
				'tbody',
				{},
				accounts.map(({ account, grade, source, withdrawn }) =>
					el(
						'tr',
						{},
						el('td', {}, accountLink(account)),
						el('td', {}, grade, withdrawn && el('span', { class: 'mark out' }, data.say('withdrawn'))),
						el('td', {}, whole(data, source)),
					),
				),
			),
		),
	);
}
