import type { Findings, FindingsPerson } from '../../../findings/schema.ts';
import { grouped } from '../../../ledger/grouped.ts';
import type { Block, Inline } from '../blocks.ts';
import { lengthOf } from '../clip.ts';
import { figure, type Pen, sheetId } from '../pen.ts';
import { factsOf } from '../person-facts.ts';
import { byNumber } from './groups.ts';

type Payout = Findings['payouts'][number];

/** A sheet for each person: under the core members first, then group by group. */
export function people(pen: Pen): Block[] {
	const { findings, say } = pen;
	const paid = grouped(
		findings.payouts.filter(({ certainty }) => certainty === 'documented'),
		({ payee }) => payee,
	);
	const paying = grouped(
		findings.payouts.filter(({ certainty }) => certainty === 'documented'),
		({ payer }) => payer,
	);
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: say.people_.heading, id: 'people', fresh: true },
		{ kind: 'paragraph', text: say.people_.intro },
	];
	let group: string | undefined;
	for (const person of ordered(findings.people)) {
		const title = person.group === '' ? say.people_.noGroup : person.group;
		if (title !== group) {
			group = title;
			blocks.push({ kind: 'heading', level: 2, text: pen.short(title), id: `sheets-${group}`, quiet: true });
		}
		blocks.push(sheetOf(person, paid.get(person.id) ?? [], paying.get(person.id) ?? [], pen));
	}
	return blocks;
}

/** Those of no group, then the groups; in each as the findings have them: by role and name. */
function ordered(list: readonly FindingsPerson[]): readonly FindingsPerson[] {
	const groups = grouped(list, ({ group }) => group);
	return [...groups.keys()].sort(byNumber).flatMap((group) => groups.get(group) ?? []);
}

function sheetOf(person: FindingsPerson, paid: readonly Payout[], paying: readonly Payout[], pen: Pen): Block {
	const { say, words, yuan } = pen;
	const extra = figure(person, 'bonuses') + figure(person, 'rounding');
	const funds = figure(person, 'funding') + figure(person, 'cash-outs') + figure(person, 'seeds');
	const facts = factsOf(person, { payers: sidesOf(paid, 'payer', pen), payees: payeesOf(paying, pen) }, pen);
	return {
		kind: 'sheet',
		id: sheetId(person.id),
		sheet: {
			name: {
				t:
					person.nicknames.length === 0
						? person.name
						: words.withRole(person.name, pen.nicknames(person, words.separator)),
				long: true,
			},
			note: [
				pen.role(person.role),
				pen.short(person.group),
				person.superior === '' ? '' : say.people_.superior(person.superior),
			]
				.filter((each) => each !== '')
				.join(' · '),
			heads: say.people_.heads,
			figures: [
				yuan(person.figures.received?.value),
				yuan(person.figures.wages?.value),
				yuan(person.figures.commissions?.value),
				yuan(extra),
				yuan(funds),
				yuan(person.figures['passed-on']?.value),
				yuan(person.figures.kept?.value),
				say.people_.leadCount(pen.count(person.leads.paid)),
			],
			facts,
			...(facts.reduce((sum, [, said]) => sum + lengthOf(said), 0) > PAGE && { tall: true }),
		},
	};
}

/** Characters of facts that fit on a page for certain, every one of them as wide as a Chinese one. */
const PAGE = 1500;

const NAMED = 3;

/** Who paid: sum, count and days of each, the largest first. */
function sidesOf(payouts: readonly Payout[], side: 'payer' | 'payee', pen: Pen): Inline[] {
	const sums = [...grouped(payouts, (payout) => payout[side])]
		.map(([id, list]) => ({ id, list, sum: list.reduce((total, { amount }) => total + BigInt(amount), 0n) }))
		.sort((a, b) => (a.sum === b.sum ? (a.id < b.id ? -1 : 1) : a.sum > b.sum ? -1 : 1));
	const out: Inline[] = [];
	for (const { id, list, sum } of sums.slice(0, NAMED)) {
		const instants = list.map(({ instant }) => instant);
		if (out.length > 0) out.push(pen.words.stop);
		out.push(
			pen.person(id),
			pen.words.withRole(
				` ${pen.yuan(sum)}${pen.words.yuan}/${pen.words.times(pen.count(list.length))}`,
				pen.span(Math.min(...instants), Math.max(...instants)),
			),
		);
	}
	if (sums.length > NAMED) out.push(pen.say.people_.moreSides(sums.length - NAMED));
	return out;
}

function payeesOf(paying: readonly Payout[], pen: Pen): Inline[] {
	return sidesOf(paying, 'payee', pen);
}
