import type { Place } from '../reports/page/format.ts';
import { POLICIES, type Policy } from '../tracing/types.ts';
import { brief } from './brief.ts';
import { EXCLUSION, GRADE } from './data.ts';
import { accountLink, beside, type Desk, gradeMark, gradeOf, here, personLink, policyHere } from './desk.ts';
import { type Child, el, put } from './dom.ts';
import { changed } from './route.ts';
import type { Share, Way } from './tracer.ts';
import { wayDrawing } from './way-drawing.ts';

/** Ways offered at most; how many there are in all is said. */
const WAYS_MAX = 30;
/** As wide as the panel is, and no wider than reads well. */
function room(): number {
	return Math.max(280, Math.min(560, innerWidth - 60));
}

const GRADES = ['both-sides', 'one-ledger', 'inferred', 'stated'];

/** Where a transfer came from: what every policy says, and one way after the other, drawn and told step by step. */
export function originPanel(desk: Desk, row: Place): HTMLElement {
	const { data } = desk;
	const title = el('h3', {}, data.say('origin'));
	const body = el('div', { role: 'status' }, el('p', { class: 'note' }, data.say('computing')));
	const missing = data.under.terms.missing;
	const part = missing > 0 && el('p', { class: 'warning' }, data.say('termsMissing', { n: missing }));
	// After the panel is on the screen: the first question settles the whole case.
	setTimeout(() => put(body, answer(desk, row)), 0);
	return el('section', { class: 'origin' }, title, el('p', { class: 'warning' }, data.say('originAbout')), part, body);
}

function answer(desk: Desk, row: Place): Child {
	const { data, tracer } = desk;
	const shares = tracer.shares(row);
	if (!shares) {
		const reason = data.codeWord(EXCLUSION, row) || data.say('untracedPlain');
		return el('p', {}, data.say('untraced', { reason }));
	}
	const policy = policyHere(desk);
	return [policyChoice(desk, policy), waysOf(desk, row, policy), shareTable(desk, row, shares)];
}

function policyChoice({ data }: Desk, policy: Policy): HTMLElement {
	return el(
		'fieldset',
		{ class: 'policies' },
		el('legend', {}, data.say('policy')),
		POLICIES.map((one) =>
			el(
				'label',
				{},
				el('input', {
					type: 'radio',
					name: 'trace-policy',
					value: one,
					checked: one === policy,
					onchange: () => {
						location.hash = changed(here(), { policy: one, path: '' });
					},
				}),
				data.word('policies', one),
			),
		),
	);
}

function waysOf(desk: Desk, row: Place, policy: Policy): Child {
	const { data, tracer } = desk;
	const told = { policy: data.word('policies', policy) };
	if (policy === 'poison') return el('p', {}, data.say('poisonPath'));
	const { ways, unfollowed } = tracer.ways(row, policy);
	const asset = data.rows.asset[row] as Place;
	const rest = unfollowed > 0n && data.say('unfollowed', { amount: data.amountText(unfollowed, asset) });
	const first = ways[0];
	if (!first) return el('p', {}, rest || data.say('notTraced', told));
	const sum = ways.reduce((all, { amount }) => all + amount, 0n);
	const shown = ways.slice(0, WAYS_MAX);
	const chosen = shown[Number(here().params.get('path') ?? 0)] ?? first;
	const pick = (event: Event): void => {
		location.hash = changed(here(), { path: (event.target as HTMLSelectElement).value });
	};
	const count =
		policy === 'haircut' ? '' : data.say('paths', { ...told, n: ways.length, amount: data.amountText(sum, asset) });
	return [
		el(
			'p',
			{},
			[count, ways.length > WAYS_MAX && data.say('pathsShown', { n: WAYS_MAX }), rest].filter(Boolean).join(' · '),
		),
		shown.length > 1 &&
			el(
				'label',
				{ class: 'field' },
				el('span', {}, data.say('pathPick')),
				el(
					'select',
					{ name: 'path', onchange: pick },
					shown.map((way, k) => {
						const text = data.say('path', {
							n: k + 1,
							amount: data.amountText(way.amount, asset),
							origin: tracer.originName(way.origin),
						});
						return el('option', { value: k, selected: way === chosen }, text);
					}),
				),
			),
		oneWay(desk, row, chosen, policy),
	];
}

function oneWay(desk: Desk, row: Place, way: Way, policy: Policy): Child {
	const { data, tracer } = desk;
	const asset = data.rows.asset[row] as Place;
	const steps = way.hops.map((hop, k) => ({ ...hop, grades: gradesOf(desk, way, k) }));
	const weakest = steps
		.map(({ grades }) => worst(grades))
		.reduce((a, b) => (GRADES.indexOf(b) > GRADES.indexOf(a) ? b : a));
	const at = steps.findIndex(({ grades }) => worst(grades) === weakest) + 1;
	const label = data.say('drawing', {
		origin: tracer.originName(way.origin),
		payee: brief(data.text(data.rows.payee[row]) || data.text(data.rows.to[row])),
		n: steps.length,
	});
	return [
		el('p', {}, data.say(policy === 'haircut' ? 'atMost' : 'exact', { amount: data.amountText(way.amount, asset) })),
		el('p', {}, data.say('weakest', { n: at, grade: data.word('grades', weakest) })),
		el(
			'figure',
			{},
			wayDrawing(data, way, (into) => tracer.crossingInto(into), label, room()),
			el('figcaption', {}, data.say('legend')),
		),
		stepList(desk, steps),
	];
}

/** Of the transfer, of the conversion before it, and of the claims that tie both ends of the way and of a conversion to people. */
function gradesOf(desk: Desk, way: Way, k: number): string[] {
	const { data } = desk;
	const { row } = way.hops[k] as Way['hops'][number];
	const crossing = desk.tracer.crossingInto(row);
	const grades = [data.code(GRADE, row)];
	if (crossing) grades.push(crossing.grade);
	if (k === 0) grades.push(tie(desk, row, 'payer'));
	if (k === way.hops.length - 1 || crossing) grades.push(tie(desk, row, 'payee'));
	const after = way.hops[k + 1];
	if (after && desk.tracer.crossingInto(after.row)) grades.push(tie(desk, row, 'payer'));
	return grades.filter((grade) => grade !== '');
}

/** What the claim is worth by which the account of a side is somebody's; '' where nobody of the case is known to hold it. */
function tie({ data }: Desk, row: Place, side: 'payer' | 'payee'): string {
	const { rows } = data;
	const card = rows.card[row] as Place;
	const person = side === 'payer' ? data.payer(row) : data.payee(row);
	const account = data.text(side === 'payee' ? rows.to[row] : card < 0 ? rows.from[row] : card);
	const claims = person?.accounts.filter((one) => one.account === account && !one.withdrawn) ?? [];
	const best = claims.map(({ asLink }) => GRADES.indexOf(asLink)).sort((a, b) => a - b)[0];
	return best === undefined ? '' : (GRADES[best] ?? '');
}

function worst(grades: readonly string[]): string {
	return GRADES[Math.max(0, ...grades.map((grade) => GRADES.indexOf(grade)))] as string;
}

/** The steps as a list: what the drawing shows, with links and with the rows in the evidence. */
function stepList(
	desk: Desk,
	steps: readonly { readonly row: Place; readonly amount: bigint; readonly grades: readonly string[] }[],
): HTMLElement {
	const { data, tracer } = desk;
	const { rows } = data;
	const items = steps.map(({ row, amount, grades }, k) => {
		const asset = rows.asset[row] as Place;
		const crossing = k === 0 ? undefined : tracer.crossingInto(row);
		const places = data.evidence(row).map(({ path, sheet, row: line }) => {
			const told = [path, sheet, line === '' ? '' : `${data.say('row')} ${line}`];
			return el('li', {}, told.filter((part) => part !== '').join(' · '));
		});
		const side = (name: 'payer' | 'payee', account: Place) => [
			personLink(desk, name === 'payer' ? data.payer(row) : data.payee(row), data.text(rows[name][row])),
			' ',
			accountLink(data.text(account)),
		];
		return el(
			'li',
			{},
			crossing && el('p', { class: 'crossing' }, crossing.label),
			el(
				'p',
				{},
				el('a', { href: beside(data, row) }, data.when(row)),
				' ',
				el('strong', {}, data.amountText(data.amount(row), asset)),
				` ${data.say('stepAmount')} ${data.amountText(amount, asset)} `,
				gradeMark(desk, gradeOf(desk, row)),
				worst(grades) !== gradeOf(desk, row) && [' ', data.say('ends'), ' ', gradeMark(desk, worst(grades))],
			),
			el('p', {}, side('payer', rows.from[row] as Place), ' → ', side('payee', rows.to[row] as Place)),
			el('ul', { class: 'places', 'aria-label': data.say('rows') }, places),
		);
	});
	return el('ol', { class: 'steps' }, items);
}

/** What each policy says, origin by origin, side by side: nobody can say that one was picked. */
function shareTable(
	desk: Desk,
	row: Place,
	shares: readonly { readonly policy: Policy; readonly shares: readonly Share[] }[],
): HTMLElement {
	const { data, tracer } = desk;
	const asset = data.rows.asset[row] as Place;
	const origins = [...new Set(shares.flatMap((one) => one.shares.map(({ origin }) => origin)))].sort();
	const cell = (origin: string, one: readonly Share[]): string => {
		const share = one.find((each) => each.origin === origin);
		return share ? data.amountText(share.amount, asset) : '—';
	};
	return el(
		'div',
		{ class: 'wide', tabindex: 0, role: 'region', 'aria-label': data.say('shares') },
		el(
			'table',
			{ class: 'shares' },
			el('caption', {}, data.say('shares')),
			el(
				'thead',
				{},
				el(
					'tr',
					{},
					el('th', { scope: 'col' }, data.say('source')),
					shares.map(({ policy }) => el('th', { scope: 'col', class: 'number' }, data.word('policies', policy))),
				),
			),
			el(
				'tbody',
				{},
				origins.map((origin) =>
					el(
						'tr',
						{},
						el('th', { scope: 'row' }, tracer.originName(origin)),
						shares.map((one) => el('td', { class: 'number' }, cell(origin, one.shares))),
					),
				),
			),
		),
		el('p', { class: 'note' }, data.say('sharePoison')),
	);
}
