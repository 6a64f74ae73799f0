import type { CodeTable, Place } from '../reports/page/format.ts';
import { POLICIES } from '../tracing/types.ts';
import { CERTAINTY, GRADE, KIND, MEDIUM } from './data.ts';
import { type Desk, here, keep, policyHere } from './desk.ts';
import { type Child, el } from './dom.ts';
import { FILTERS } from './filter.ts';
import { changed } from './route.ts';

const TYPING_MS = 150;

/** The fields that narrow a list. What is chosen stands in the address, so that it can be kept and sent. */
export function filterBar(desk: Desk, rows: readonly Place[], refresh: () => void): HTMLElement {
	const { data } = desk;
	const { params } = here();
	let waiting = 0;
	const set = (name: string, value: string): void => {
		keep({ [name]: value });
		clearTimeout(waiting);
		waiting = setTimeout(refresh, TYPING_MS);
	};
	const typed = (name: string, label: string, more: Readonly<Record<string, string>> = {}): HTMLElement =>
		field(
			label,
			el('input', {
				name,
				value: params.get(name) ?? '',
				autocomplete: 'off',
				oninput: (event) => set(name, (event.target as HTMLInputElement).value),
				...more,
			}),
		);
	const chosen = (
		name: string,
		label: string,
		options: readonly (readonly [string, string])[],
		any = true,
	): HTMLElement => {
		const now = params.get(name) ?? '';
		const list = any ? [['', data.say('all')] as const, ...options] : options;
		return field(
			label,
			el(
				'select',
				{ name, onchange: (event) => set(name, (event.target as HTMLSelectElement).value) },
				list.map(([value, text]) => el('option', { value, selected: value === now }, text)),
			),
		);
	};
	const codes = (column: number, table: CodeTable) =>
		[...new Set(rows.map((row) => data.code(column, row)))]
			.filter((code) => code !== '')
			.sort()
			.map((code) => [code, data.word(table, code)] as const);
	const traced = el('input', {
		type: 'checkbox',
		checked: params.get('traced') === '1',
		onchange: (event) => {
			// A column comes or goes: the view is drawn anew.
			location.hash = changed(here(), { traced: (event.target as HTMLInputElement).checked ? '1' : '' });
		},
	});
	const policy = el(
		'select',
		{
			name: 'policy',
			onchange: (event) => {
				location.hash = changed(here(), { policy: (event.target as HTMLSelectElement).value });
			},
		},
		POLICIES.map((one) => el('option', { value: one, selected: one === policyHere(desk) }, data.word('policies', one))),
	);
	const clear = el(
		'button',
		{
			type: 'button',
			class: 'plain',
			onclick: () => {
				location.hash = changed(here(), Object.fromEntries(FILTERS.map((name) => [name, ''])));
			},
		},
		data.say('clear'),
	);
	const active = FILTERS.some((name) => params.has(name));
	return el(
		'details',
		{ class: 'filters', open: active || innerWidth >= 900 },
		el('summary', {}, data.say('filters')),
		el(
			'div',
			{ class: 'fields' },
			typed('from', data.say('from'), { type: 'date' }),
			typed('until', data.say('until'), { type: 'date' }),
			chosen('kind', data.say('kind'), codes(KIND, 'kinds')),
			chosen('certainty', data.say('certainty'), codes(CERTAINTY, 'certainties')),
			chosen('grade', data.say('grade'), codes(GRADE, 'grades')),
			chosen('medium', data.say('medium'), codes(MEDIUM, 'media')),
			chosen('state', data.say('state'), [
				['counted', data.say('stateCounted')],
				['excluded', data.say('stateExcluded')],
			]),
			typed('least', data.say('least'), { inputmode: 'decimal' }),
			typed('text', data.say('contains')),
			field(data.say('policy'), policy),
			el('label', { class: 'check' }, traced, data.say('tracedOnly')),
			clear,
		),
	);
}

export function field(label: string, control: Child): HTMLElement {
	return el('label', { class: 'field' }, el('span', {}, label), control);
}
