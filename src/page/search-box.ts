import { type Desk, here, two } from './desk.ts';
import { type Child, el, put } from './dom.ts';
import { Finder, type Hit } from './find.ts';
import { changed, href } from './route.ts';

/** The search field: results below it as one types, the arrow keys and Enter to choose. */
export function searchBox({ data }: Desk): HTMLElement {
	const finder = new Finder(data);
	const list = el('ul', { id: 'found', role: 'listbox', 'aria-label': data.say('search'), hidden: true });
	const status = el('p', { class: 'unseen', role: 'status' });
	let options: HTMLElement[] = [];
	let chosen = -1;
	const choose = (place: number): void => {
		chosen = place;
		for (const [k, option] of options.entries()) option.setAttribute('aria-selected', String(k === place));
		const option = options[place];
		if (option) {
			input.setAttribute('aria-activedescendant', option.id);
			option.scrollIntoView({ block: 'nearest' });
		} else input.removeAttribute('aria-activedescendant');
	};
	const close = (): void => {
		list.hidden = true;
		input.setAttribute('aria-expanded', 'false');
		choose(-1);
	};
	const go = (option: HTMLElement | undefined): void => {
		const to = option?.dataset.to;
		if (to === undefined) return;
		close();
		input.value = '';
		location.hash = to;
	};
	const look = (): void => {
		const text = input.value.trim();
		const { hits, more } = finder.find(text);
		options = hits.map((hit, k) =>
			el(
				'li',
				{
					id: `hit-${k}`,
					role: 'option',
					'aria-selected': 'false',
					'data-to': linkOf(hit),
					onmousedown: (event) => {
						event.preventDefault();
						go(options[k]);
					},
				},
				tell(hit),
			),
		);
		const last = more ? el('li', { class: 'note', role: 'presentation' }, data.say('searchLong')) : undefined;
		const none =
			hits.length === 0
				? el('li', { class: 'note', role: 'presentation' }, data.say('searchNone', { text }))
				: undefined;
		put(list, options, last, none);
		list.hidden = text === '';
		input.setAttribute('aria-expanded', String(text !== ''));
		status.textContent = text === '' ? '' : data.say('searchCount', { n: hits.length });
		choose(hits.length > 0 ? 0 : -1);
	};
	const input = el('input', {
		type: 'search',
		id: 'search',
		role: 'combobox',
		autocomplete: 'off',
		spellcheck: 'false',
		placeholder: data.say('search'),
		title: data.say('searchHint'),
		'aria-label': data.say('search'),
		'aria-controls': 'found',
		'aria-expanded': 'false',
		'aria-autocomplete': 'list',
		oninput: look,
		onfocus: () => {
			if (input.value.trim() !== '') look();
		},
		onblur: close,
		onkeydown: (event) => {
			const { key, isComposing } = event as KeyboardEvent;
			// While Chinese is being spelt, Enter and the arrows belong to the input method.
			if (isComposing) return;
			if (key === 'ArrowDown') choose(Math.min(options.length - 1, chosen + 1));
			else if (key === 'ArrowUp') choose(Math.max(0, chosen - 1));
			else if (key === 'Enter') go(options[chosen]);
			else if (key === 'Escape' && !list.hidden) close();
			else return;
			event.preventDefault();
			event.stopPropagation();
		},
	});
	return el('div', { class: 'search', role: 'search' }, input, list, status);

	function linkOf(hit: Hit): string {
		if (hit.is === 'person') return href('person', hit.person.id);
		if (hit.is === 'account') return href('account', hit.account);
		if (hit.is === 'amount') return href('transfers', '', { amount: hit.text });
		if (hit.is === 'text') return href('transfers', '', { text: hit.text });
		return changed(
			{ ...here(), view: 'transfers', subject: '', params: new URLSearchParams() },
			{ t: data.rows.ids[hit.row] as string },
		);
	}

	function tell(hit: Hit): Child {
		if (hit.is === 'person') {
			const { name, role, group, nicknames } = hit.person;
			const more = [data.word('roles', role), group, hit.why || nicknames.join(' / ')].filter((part) => part !== '');
			return two(name, more.join(' · '));
		}
		if (hit.is === 'account') return two(hit.account, data.say('searchAccount', { n: hit.count }));
		if (hit.is === 'amount') return [data.say('searchAmount', { amount: hit.text, n: hit.count })];
		if (hit.is === 'text') return [data.say('searchMore', { text: hit.text, n: hit.count })];
		const { payer, payee, asset } = data.rows;
		const amount = data.amountText(data.amount(hit.row), asset[hit.row] as number);
		return two(`${data.when(hit.row)} ${amount}`, `${data.text(payer[hit.row])} → ${data.text(payee[hit.row])}`);
	}
}
