import type { Place } from '../reports/page/format.ts';
import { aboutView, evidenceView } from './about-view.ts';
import { brief } from './brief.ts';
import { EXCLUSION } from './data.ts';
import { accountLink, type Desk, here, pairs, personLink, type View } from './desk.ts';
import { el } from './dom.ts';
import { homeView } from './home-view.ts';
import { peopleList } from './people-list.ts';
import { personView } from './person-view.ts';
import type { Route } from './route.ts';
import { rowsList } from './rows-list.ts';

/** The view that an address names. */
export function viewOf(desk: Desk, { view, subject }: Route): View {
	const { data } = desk;
	if (view === 'home') return homeView(desk);
	if (view === 'people') {
		const { element, table } = peopleList(desk);
		return { title: data.say('people'), element, tables: [table] };
	}
	if (view === 'person') return personView(desk, subject) ?? nothing(desk);
	if (view === 'figure') return figureView(desk, subject) ?? nothing(desk);
	if (view === 'transfers') return transfersView(desk);
	if (view === 'account') return accountView(desk, subject);
	if (view === 'evidence') return evidenceView(desk);
	if (view === 'about') return aboutView(desk);
	return nothing(desk);
}

function nothing({ data }: Desk): View {
	return { title: data.say('notFound'), element: el('p', {}, data.say('notFound')), tables: [] };
}

function transfersView(desk: Desk): View {
	const { data } = desk;
	const rows = data.rows.ids.map((_, row) => row);
	const title = data.say('transfers');
	const file = data.told.files.find(({ hash }) => hash === here().params.get('file'));
	const from = file && el('p', { class: 'note' }, `${data.say('file')} ${file.path}`);
	const { element, table } = rowsList(desk, { label: title, rows });
	return { title, element: el('div', {}, from, element), tables: [table] };
}

/** The transfers on which a figure rests, and that they come to it. */
function figureView(desk: Desk, id: string): View | undefined {
	const { data } = desk;
	const person = data.told.people.find(({ figures }) => figures.some((figure) => figure.id === id));
	const figure = person?.figures.find((one) => one.id === id);
	if (!person || !figure) return undefined;
	const under = data.under.figures[id] ?? { rows: [], amounts: [] };
	const counted = new Map(under.rows.map((row, k) => [row, under.amounts[k] ?? 0]));
	const rows = [...counted.keys()].sort((a, b) => a - b);
	const sum = under.amounts.reduce<bigint>((all, amount) => all + BigInt(amount), 0n);
	const told = { n: under.rows.length, amount: data.yuan(sum), value: data.yuan(figure.value) };
	const agrees = sum === BigInt(figure.value);
	const title = `${data.say('figureOf', { name: brief(person.name), figure: data.word('figures', figure.name) })} ${data.yuan(figure.value)} ${data.say('yuan')}`;
	const { element, table } = rowsList(desk, { label: title, rows, counted, countedLabel: data.say('counted') });
	return {
		title,
		element: el(
			'div',
			{},
			el('p', {}, personLink(desk, person, ''), ` ${[person.group, person.batch].filter(Boolean).join(' · ')}`),
			el('p', { class: agrees ? 'agrees' : 'warning' }, data.say(agrees ? 'figureSum' : 'figureDiffers', told)),
			figure.name === 'kept' && el('p', { class: 'note' }, data.say('figureKept')),
			element,
		),
		tables: [table],
	};
}

function accountView(desk: Desk, account: string): View {
	const { data } = desk;
	const { from, to, card, asset } = data.rows;
	const isIt = data.rows.texts.map((text) => text === account);
	const rows: Place[] = [];
	const sums = { in: new Map<Place, bigint>(), out: new Map<Place, bigint>() };
	const counts = { in: 0, out: 0 };
	const count = (side: 'in' | 'out', row: Place): void => {
		counts[side] += 1;
		const coin = asset[row] as Place;
		sums[side].set(coin, (sums[side].get(coin) ?? 0n) + data.amount(row));
	};
	for (let row = 0; row < data.size; row++) {
		const came = isIt[to[row] as Place] === true;
		const went = isIt[from[row] as Place] === true || isIt[card[row] as Place] === true;
		if (!came && !went) continue;
		rows.push(row);
		// What failed, was withdrawn or is a row's twin moved nothing.
		if (data.code(EXCLUSION, row) !== '') continue;
		if (came) count('in', row);
		if (went) count('out', row);
	}
	const total = (side: 'in' | 'out') => [...sums[side]].map(([coin, sum]) => data.amountText(sum, coin)).join(' / ');
	const claims = data.told.people.flatMap((person) =>
		person.accounts.filter((one) => one.account === account && !one.withdrawn).map((claim) => ({ person, claim })),
	);
	const title = data.say('accountTitle', { account });
	const { element, table } = rowsList(desk, { label: title, rows });
	return {
		title,
		element: el(
			'div',
			{},
			pairs([
				...claims.map(
					({ person, claim: { grade, source } }) =>
						[data.say('attribution'), [personLink(desk, person, ''), ` · ${grade} · ${source}`]] as const,
				),
				[data.say('account'), accountLink(account)],
				[
					data.say('counted'),
					[
						data.say('accountIn', { n: counts.in, amount: total('in') }),
						el('br', {}),
						data.say('accountOut', { n: counts.out, amount: total('out') }),
					],
				],
			]),
			element,
		),
		tables: [table],
	};
}
