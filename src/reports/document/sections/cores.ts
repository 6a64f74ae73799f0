import type { FindingsPerson } from '../../../findings/schema.ts';
import { grouped } from '../../../ledger/grouped.ts';
import type { Block, Rich } from '../blocks.ts';
import { figure, type Pen, sheetId } from '../pen.ts';
import { caseSums, isAccepted } from '../sums.ts';

/** 核心成员: what coins came, what yuan they became, to whom it went on. */
export function cores(pen: Pen): Block[] {
	const { say } = pen;
	const people = caseSums(pen).cores;
	// That a part has none of them says nothing of the case.
	if (pen.part && people.length === 0) return [];
	return [
		{ kind: 'heading', level: 1, text: say.cores.heading, id: 'cores', fresh: true },
		{ kind: 'paragraph', text: people.length === 0 ? pen.words.none : say.cores.intro },
		...people.flatMap((person) => coreOf(person, pen)),
	];
}

function coreOf(person: FindingsPerson, pen: Pen): Block[] {
	const { say, words } = pen;
	const yuan = (name: string) => pen.yuan(figure(person, name));
	return [
		{ kind: 'heading', level: 2, text: person.name, id: `core-${person.id}` },
		{
			kind: 'paragraph',
			text: [
				say.cores.sums({
					received: yuan('received'),
					passedOn: yuan('passed-on'),
					operating: yuan('operating'),
					kept: yuan('kept'),
					least:
						person.bounds.received.least === undefined ? words.unboundedBelow : pen.yuan(person.bounds.received.least),
					most: person.bounds.received.most === undefined ? words.unbounded : pen.yuan(person.bounds.received.most),
				}),
				...pen.see(sheetId(person.id)),
			],
		},
		...coinsIn(person, pen),
		...sold(person, pen),
		...passedOn(person, pen),
	];
}

/** From which overseas payer how many coins. */
function coinsIn(person: FindingsPerson, pen: Pen): Block[] {
	const { findings, say } = pen;
	const nodes = new Map(findings.flow.nodes.map((node) => [node.id, node]));
	const links = findings.flow.links.filter(
		({ from, to }) => nodes.get(to)?.party === person.id && ['overseas', 'seed'].includes(nodes.get(from)?.kind ?? ''),
	);
	if (links.length === 0) return [];
	return [
		{
			kind: 'table',
			title: say.cores.coinsIn,
			columns: [
				{ head: say.cores.payer, width: { fr: 1 } },
				{ head: say.cores.amount, width: { mm: 46 }, right: true },
				{ head: say.cores.transfers, width: 'auto', right: true },
				{ head: say.cores.days, width: { mm: 44 } },
			],
			rows: links.map((link) => [
				nodes.get(link.from)?.label ?? link.from,
				link.asset === 'CNY' ? pen.yuan(link.amount) : pen.coins(link.amount, link.asset),
				pen.count(link.count),
				pen.span(link.first, link.last),
			]),
		},
	];
}

function sold(person: FindingsPerson, pen: Pen): Block[] {
	const { findings, say } = pen;
	const own = findings.cashOuts.filter(({ party, side }) => party === person.id && side === 'sold');
	const accepted = own.filter(({ status }) => isAccepted(status));
	const rows = [...grouped(accepted, ({ asset }) => asset)].map(([asset, list]): Rich[] => {
		const rates = list.map(({ rate }) => Number(rate));
		return [
			pen.coins(
				list.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n),
				asset,
			),
			pen.yuan(list.reduce((sum, { fen }) => sum + BigInt(fen), 0n)),
			pen.count(list.length),
			`${Math.min(...rates).toFixed(4)}–${Math.max(...rates).toFixed(4)}`,
			String(Math.min(...list.map(({ score }) => score))),
		];
	});
	const open = own.filter(({ status }) => status === 'proposed').length;
	return [
		...(rows.length === 0
			? []
			: ([
					{
						kind: 'table',
						title: say.cores.sold,
						columns: [
							{ head: say.cores.quantity, width: { fr: 1 }, right: true },
							{ head: say.cores.yuan, width: { fr: 1 }, right: true },
							{ head: say.cores.matches, width: 'auto', right: true },
							{ head: say.cores.rates, width: { mm: 36 }, right: true },
							{ head: say.cores.leastScore, width: { mm: 22 }, right: true },
						],
						rows,
					},
				] as const)),
		...(open === 0 ? [] : ([{ kind: 'paragraph', text: say.cores.open(open) }] as const)),
	];
}

function passedOn(person: FindingsPerson, pen: Pen): Block[] {
	const { findings, say } = pen;
	const own = findings.payouts.filter(({ payer, certainty }) => payer === person.id && certainty === 'documented');
	const rows = [...grouped(own, ({ payee }) => payee)]
		.map(([payee, list]) => ({ payee, list, sum: list.reduce((sum, { amount }) => sum + BigInt(amount), 0n) }))
		.sort((a, b) => (a.sum === b.sum ? 0 : a.sum > b.sum ? -1 : 1));
	if (rows.length === 0) return [];
	return [
		{
			kind: 'table',
			title: say.cores.passedOn,
			columns: [
				{ head: say.cores.payee, width: { fr: 1 } },
				{ head: say.cores.role, width: { mm: 40 } },
				{ head: say.cores.yuan, width: { mm: 36 }, right: true },
				{ head: say.cores.transfers, width: 'auto', right: true },
				{ head: say.cores.days, width: { mm: 44 } },
			],
			rows: rows.map(({ payee, list, sum }): Rich[] => {
				const known = pen.people.get(payee);
				const instants = list.map(({ instant }) => instant);
				return [
					pen.person(payee),
					known ? [pen.role(known.role), pen.short(known.group)].filter((each) => each !== '').join(' · ') : '',
					pen.yuan(sum),
					pen.count(list.length),
					pen.span(Math.min(...instants), Math.max(...instants)),
				];
			}),
			foot: [say.sum, '', pen.yuan(rows.reduce((all, { sum }) => all + sum, 0n)), pen.count(own.length), ''],
		},
	];
}
