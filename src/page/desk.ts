import type { PagePerson, Place } from '../reports/page/format.ts';
import type { Policy } from '../tracing/types.ts';
import { brief } from './brief.ts';
import { type Data, EXCLUSION, GRADE, KIND } from './data.ts';
import { type Child, el } from './dom.ts';
import { policyOf } from './filter.ts';
import { changed, href, type Route, readRoute } from './route.ts';
import type { LongTable, TableWords } from './table.ts';
import type { Tracer } from './tracer.ts';

/** What every view is made with. */
export interface Desk {
	readonly data: Data;
	readonly tracer: Tracer;
}

/** A view as it stands under the head of the page. */
export interface View {
	readonly title: string;
	readonly element: HTMLElement;
	/** Its long lists: those are drawn whole for a printer. */
	readonly tables: readonly LongTable[];
}

export function here(): Route {
	return readRoute(location.hash);
}

/** Sent to the window where `keep` changed the address. */
export const KEPT = 'kept';

/** Changes the address of the view that stands there already: it narrowed itself and is not drawn anew. */
export function keep(changes: Readonly<Record<string, string>>): void {
	history.replaceState(null, '', changed(here(), changes));
	dispatchEvent(new Event(KEPT));
}

/** Where the reader is, with a transfer open beside it. */
export function beside(data: Data, row: Place): string {
	return changed(here(), { t: data.rows.ids[row] as string, path: '' });
}

export function policyHere({ data }: Desk): Policy {
	return policyOf(data, here().params);
}

export function tableWords({ data }: Desk): TableWords {
	return {
		sortBy: (column) => data.say('sortBy', { column }),
		none: data.say('none'),
		cut: (max, n) => data.say('printCut', { max, n }),
	};
}

/** A person by name, as a link; somebody who is none of the case by what the evidence calls them. */
export function personLink({ data }: Desk, person: PagePerson | undefined, name: string): Child {
	if (!person) return brief(name);
	const role = data.word('roles', person.role);
	return [el('a', { href: href('person', person.id) }, brief(person.name)), role === '' ? '' : ` ${role}`];
}

export function accountLink(account: string): Child {
	return account === '' ? '' : el('a', { href: href('account', account), class: 'account' }, account);
}

/** A grade by word and by the line that stands for it on charts: courts photocopy. */
export function gradeMark({ data }: Desk, grade: string): HTMLElement {
	return el('span', { class: `grade ${grade}` }, data.word('grades', grade));
}

/** What a row was for, and how sure that is. */
export function kindMark({ data }: Desk, row: Place): Child {
	const exclusion = data.code(EXCLUSION, row);
	if (exclusion !== '') return el('span', { class: 'mark out' }, data.word('exclusions', exclusion));
	return data.codeWord(KIND, row);
}

export function gradeOf({ data }: Desk, row: Place): string {
	return data.code(GRADE, row);
}

/** A line over another, as the cell of a list holds them. */
export function two(above: string, below: string): Child {
	return [el('span', { class: 'above' }, brief(above)), el('span', { class: 'below' }, brief(below))];
}

/** Label and value, pair by pair; those without a value left out. */
export function pairs(list: readonly (readonly [label: string, value: Child])[]): HTMLElement {
	const shown = list.filter(([, value]) => value !== '' && value !== undefined && value !== false);
	return el(
		'dl',
		{ class: 'pairs' },
		shown.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value))),
	);
}
