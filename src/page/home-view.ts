import { thousands } from '../ledger/money.ts';
import { accountLink, type Desk, type View } from './desk.ts';
import { el } from './dom.ts';
import { peopleList } from './people-list.ts';
import { href } from './route.ts';

/** The case at a glance: its totals, where the money came from, and everybody in it. */
export function homeView(desk: Desk): View {
	const { data } = desk;
	const { totals, seeds, incomplete, people, files } = data.told;
	const { element, table } = peopleList(desk);
	const rows = files.reduce((sum, file) => sum + file.rows, 0);
	const counts = [
		data.say('peopleCount', { n: people.length }),
		data.say('transferCount', { n: thousands(data.size) }),
		data.say('rowCount', { files: files.length, rows: thousands(rows) }),
	];
	return {
		title: data.told.title,
		element: el(
			'div',
			{ class: 'home' },
			el('p', { class: 'note' }, data.say('notice')),
			el(
				'div',
				{ class: 'totals' },
				totals.map(({ label, yuan, about }) =>
					el(
						'div',
						{ class: 'total' },
						el('span', { class: 'label' }, label),
						el('span', { class: 'value' }, data.yuan(yuan), el('small', {}, ` ${data.say('yuan')}`)),
						el('span', { class: 'count' }, about),
					),
				),
			),
			el('p', {}, counts.join(' · ')),
			el(
				'section',
				{},
				el('h2', {}, data.say('seeds')),
				el(
					'div',
					{ class: 'wide', tabindex: 0, role: 'region', 'aria-label': data.say('seeds') },
					el(
						'table',
						{ class: 'seeds' },
						el(
							'thead',
							{},
							el(
								'tr',
								{},
								['payer', 'seedAccount', 'amount', 'counts', 'span', 'seedSource'].map((head) =>
									el(
										'th',
										{ scope: 'col', class: head === 'amount' || head === 'counts' ? 'number' : undefined },
										data.say(head),
									),
								),
							),
						),
						el(
							'tbody',
							{},
							seeds.map(({ origin, label, asset, amount, count, span, source }) => {
								const place = data.told.assets.findIndex(({ id }) => id === asset);
								return el(
									'tr',
									{},
									el('td', {}, label),
									el('td', {}, accountLink(origin)),
									el('td', { class: 'number' }, data.amountText(BigInt(amount), place)),
									el('td', { class: 'number' }, String(count)),
									el('td', {}, span),
									el('td', {}, source),
								);
							}),
						),
					),
				),
			),
			incomplete.length > 0 &&
				el(
					'p',
					{ class: 'warning' },
					el('a', { href: href('about') }, data.say('incompleteMore', { n: incomplete.length })),
				),
			el('h2', {}, data.say('people')),
			element,
		),
		tables: [table],
	};
}
