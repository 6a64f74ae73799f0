import { thousands } from '../ledger/money.ts';
import { type Desk, pairs, type View } from './desk.ts';
import { el } from './dom.ts';
import { headRow } from './head-row.ts';
import { href } from './route.ts';

/** How figures were made, with what settings, and what is not known. */
export function aboutView({ data }: Desk): View {
	const { method, parameters, incomplete, marks } = data.told;
	return {
		title: data.say('method'),
		element: el(
			'div',
			{ class: 'about' },
			el('p', {}, data.say('notice')),
			pairs(marks.map(([label, value]) => [label === '' ? data.say('name') : label, value])),
			el(
				'ul',
				{},
				method.map((sentence) => el('li', {}, sentence)),
			),
			el('p', { class: 'note' }, data.say('keys')),
			el('h2', {}, data.say('incomplete')),
			incomplete.length === 0
				? el('p', {}, data.say('incompleteNone'))
				: el(
						'ul',
						{},
						incomplete.map((sentence) => el('li', {}, sentence)),
					),
			el('h2', {}, data.say('parameters')),
			el(
				'table',
				{ class: 'parameters' },
				headRow(data, ['setting', 'value']),
				el(
					'tbody',
					{},
					parameters.map(([key, value]) => el('tr', {}, el('td', {}, key), el('td', {}, value))),
				),
			),
		),
		tables: [],
	};
}

/** Every file of the evidence, each with what it holds and its hash. */
export function evidenceView({ data }: Desk): View {
	const heads = ['item', 'path1', 'what', 'rowsTotal', 'state'];
	return {
		title: data.say('evidence'),
		element: el(
			'div',
			{ class: 'wide', tabindex: 0, role: 'region', 'aria-label': data.say('evidence') },
			el(
				'table',
				{ class: 'files' },
				headRow(data, heads),
				el(
					'tbody',
					{},
					data.told.files.map(({ path, hash, what, rows, state, item }) =>
						el(
							'tr',
							{},
							el('td', {}, item),
							el(
								'td',
								{},
								el('a', { href: href('transfers', '', { file: hash }) }, path),
								el('div', { class: 'hash' }, `SHA-256 ${hash}`),
							),
							el('td', {}, what),
							el('td', { class: 'number' }, thousands(rows)),
							el('td', {}, state),
						),
					),
				),
			),
		),
		tables: [],
	};
}
