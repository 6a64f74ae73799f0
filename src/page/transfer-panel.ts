import type { Place } from '../reports/page/format.ts';
import { brief, whole } from './brief.ts';
import { CERTAINTY, EXCLUSION, KIND, MEDIUM, RULE } from './data.ts';
import { accountLink, type Desk, gradeMark, gradeOf, here, pairs, personLink } from './desk.ts';
import { el } from './dom.ts';
import { headRow } from './head-row.ts';
import { originPanel } from './origin-panel.ts';
import { changed, href } from './route.ts';

/** One transfer: its rows in the evidence first, then what it was for and where it came from. */
export function transferPanel(desk: Desk, row: Place): HTMLElement {
	const { data } = desk;
	const { rows } = data;
	const kind = data.codeWord(KIND, row);
	const amount = data.amountText(data.amount(row), rows.asset[row] as Place);
	const close = el('a', { class: 'close', href: changed(here(), { t: '', path: '' }) }, data.say('close'));
	const title = el('h2', { tabindex: -1 }, `${amount}${kind === '' ? '' : ` · ${kind}`}`);
	const card = rows.card[row] as Place;
	return el(
		'article',
		{ class: 'transfer' },
		el('header', {}, title, close),
		pairs([
			[
				data.say('time'),
				[data.when(row), data.isTied(row) && el('span', { class: 'warning' }, ` ${data.say('tied')}`)],
			],
			[
				data.say('payer'),
				[personLink(desk, data.payer(row), data.text(rows.payer[row])), ' ', accountLink(data.text(rows.from[row]))],
			],
			[data.say('card'), card < 0 ? '' : accountLink(data.text(card))],
			[
				data.say('payee'),
				[personLink(desk, data.payee(row), data.text(rows.payee[row])), ' ', accountLink(data.text(rows.to[row]))],
			],
			[data.say('medium'), data.codeWord(MEDIUM, row)],
			[data.say('order'), whole(data, rows.order[row] ?? '')],
			[data.say('memo'), whole(data, data.text(rows.memo[row]))],
			[data.say('exclusion'), data.codeWord(EXCLUSION, row)],
		]),
		evidenceOf(desk, row),
		natureOf(desk, row),
		originPanel(desk, row),
		countedIn(desk, row),
	);
}

/** Where it stands, file and row. */
function evidenceOf(desk: Desk, row: Place): HTMLElement {
	const { data } = desk;
	const places = data.evidence(row);
	const heads = ['path1', 'sheet', 'row'];
	return el(
		'section',
		{},
		el('h3', {}, data.say('with', { what: data.say('rows'), more: data.say('rowsCount', { n: places.length }) })),
		el(
			'table',
			{ class: 'evidence' },
			headRow(data, heads),
			el(
				'tbody',
				{},
				places.map(({ path, sheet, row: line, hash }) =>
					el(
						'tr',
						{},
						el(
							'td',
							{},
							hash === '' ? path : el('a', { href: href('transfers', '', { file: hash }) }, path),
							hash !== '' && el('div', { class: 'hash' }, `SHA-256 ${hash}`),
						),
						el('td', {}, sheet),
						el('td', { class: 'number' }, line),
					),
				),
			),
		),
		pairs([
			[data.say('grade'), gradeMark(desk, gradeOf(desk, row))],
			[data.say('rule'), data.codeWord(RULE, row)],
			[data.say('transferId'), el('code', {}, data.rows.ids[row] ?? '')],
		]),
	);
}

function natureOf({ data }: Desk, row: Place): HTMLElement | false {
	const kind = data.codeWord(KIND, row);
	if (kind === '') return false;
	return el(
		'section',
		{},
		el('h3', {}, data.say('nature')),
		pairs([
			[data.say('kind'), kind],
			[data.say('certainty'), data.codeWord(CERTAINTY, row)],
			[data.say('parts'), data.parts(row)],
			[data.say('reason'), data.why(row)],
		]),
	);
}

/** The figures that it is part of. */
function countedIn({ data }: Desk, row: Place): HTMLElement {
	const figures = [data.payer(row), data.payee(row)].flatMap((person) =>
		(person?.figures ?? []).flatMap(({ id, name }) => {
			const place = data.under.figures[id]?.rows.indexOf(row) ?? -1;
			if (place < 0) return [];
			const amount = data.amountText(
				BigInt(data.under.figures[id]?.amounts[place] ?? 0),
				data.rows.asset[row] as Place,
			);
			const text = data.say('figureOf', { name: brief(person?.name ?? ''), figure: data.word('figures', name) });
			return [el('li', {}, el('a', { href: href('figure', id) }, text), ` ${amount}`)];
		}),
	);
	return el(
		'section',
		{},
		el('h3', {}, data.say('countedIn')),
		figures.length === 0 ? el('p', {}, data.say('countedNone')) : el('ul', { class: 'plain-list' }, figures),
	);
}
