import type { PageCase, PageRows, PageUnder } from '../reports/page/format.ts';
import { Data } from './data.ts';
import { type Desk, here, KEPT, type View } from './desk.ts';
import { el, put } from './dom.ts';
import { changed, href, viewKey } from './route.ts';
import { searchBox } from './search-box.ts';
import { Tracer } from './tracer.ts';
import { transferPanel } from './transfer-panel.ts';
import { viewOf } from './views.ts';

const PLACES = ['home', 'people', 'transfers', 'evidence', 'about'];

function block<Block>(id: string): Block {
	const element = document.getElementById(id);
	const read = JSON.parse(element?.textContent ?? '') as Block;
	// The text has done its work: a hundred thousand transfers would lie in memory twice.
	element?.remove();
	return read;
}

class Page {
	private readonly desk: Desk;
	private readonly main = el('main', { id: 'main' });
	private readonly aside = el('aside', { hidden: true });
	private readonly nav: HTMLElement;
	private view: View | undefined;
	private shown = '';
	private opened = '';

	constructor(desk: Desk, root: HTMLElement) {
		this.desk = desk;
		const { data } = desk;
		const { title, marks } = data.told;
		this.nav = el(
			'nav',
			{ 'aria-label': data.say('home') },
			PLACES.map((place) =>
				el('a', { href: href(place === 'home' ? '' : place), 'data-place': place }, data.say(place)),
			),
		);
		this.aside.setAttribute('aria-label', data.say('transfer'));
		put(
			root,
			el('a', { class: 'skip', href: '#main', onclick: (event) => this.skip(event) }, data.say('skip')),
			el(
				'header',
				{ class: 'top' },
				el('a', { class: 'title', href: href('') }, title),
				this.nav,
				searchBox(desk),
				el('button', { type: 'button', class: 'print', onclick: () => print() }, data.say('print')),
			),
			el(
				'section',
				{ class: 'marks', 'aria-label': data.say('about') },
				marks.map(([label, value]) => el('span', {}, label === '' ? value : [el('b', {}, label), ` ${value}`])),
			),
			el('div', { class: 'room' }, this.main, this.aside),
			el('footer', {}, data.say('notice')),
		);
		addEventListener('hashchange', () => this.go(true));
		addEventListener(KEPT, () => {
			this.shown = viewKey(here());
		});
		addEventListener('keydown', (event) => this.key(event));
		addEventListener('beforeprint', () => this.print(true));
		addEventListener('afterprint', () => this.print(false));
		this.go(false);
	}

	private go(moved: boolean): void {
		const route = here();
		const key = viewKey(route);
		const anew = key !== this.shown;
		if (anew) this.draw(key);
		const id = route.params.get('t') ?? '';
		const asked = `${id} ${route.params.get('policy') ?? ''} ${route.params.get('path') ?? ''}`;
		if (asked !== this.opened) this.open(id, moved);
		this.opened = asked;
		if (anew && moved && id === '') this.main.querySelector<HTMLElement>('h1')?.focus();
	}

	private draw(key: string): void {
		const view = viewOf(this.desk, here());
		this.view = view;
		this.shown = key;
		document.title = view.title;
		put(this.main, el('h1', { tabindex: -1 }, view.title), view.element);
		scrollTo(0, 0);
		for (const link of this.nav.querySelectorAll('a')) {
			if (link.dataset.place === here().view) link.setAttribute('aria-current', 'page');
			else link.removeAttribute('aria-current');
		}
	}

	private open(id: string, moved: boolean): void {
		const row = id === '' ? -1 : this.desk.data.place(id);
		const before = this.opened.split(' ')[0];
		for (const table of this.view?.tables ?? [])
			if (here().view !== 'home' && here().view !== 'people') table.mark(row);
		this.aside.hidden = id === '';
		document.body.classList.toggle('beside', id !== '');
		if (id === '') {
			put(this.aside);
			if (moved && before) document.querySelector<HTMLElement>('.scroller')?.focus({ preventScroll: true });
			return;
		}
		const { scrollTop } = this.aside;
		put(this.aside, row < 0 ? el('p', {}, this.desk.data.say('notFound')) : transferPanel(this.desk, row));
		if (before === id) this.aside.scrollTop = scrollTop;
		else {
			this.aside.scrollTop = 0;
			if (moved) this.aside.querySelector<HTMLElement>('h2')?.focus({ preventScroll: innerWidth >= 1200 });
		}
	}

	private key(event: KeyboardEvent): void {
		const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
		if (event.key === '/' && !typing) {
			event.preventDefault();
			document.getElementById('search')?.focus();
		} else if (event.key === 'Escape' && here().params.has('t')) {
			location.hash = changed(here(), { t: '', path: '' });
		}
	}

	private skip(event: Event): void {
		event.preventDefault();
		this.main.querySelector<HTMLElement>('h1')?.focus();
	}

	private print(printing: boolean): void {
		for (const table of this.view?.tables ?? []) table.print(printing);
	}
}

const data = new Data(block<PageCase>('case'), block<PageRows>('rows'), block<PageUnder>('under'));
new Page({ data, tracer: new Tracer(data) }, document.getElementById('page') as HTMLElement);
