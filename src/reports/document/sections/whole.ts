import type { Findings } from '../../../findings/schema.ts';
import { formatAmount } from '../../../ledger/money.ts';
import { word } from '../../words.ts';
import type { Block, Rich } from '../blocks.ts';
import type { Pen } from '../pen.ts';
import { levelTable } from '../sums.ts';

/** 总体资金情况: the whole case in sums: levels, the balance, where coins went, operating costs. */
export function whole(pen: Pen): Block[] {
	const { say } = pen;
	return [
		{ kind: 'heading', level: 1, text: pen.part ? say.whole.ofPart : say.whole.heading, id: 'whole', fresh: true },
		...(pen.part ? ([{ kind: 'paragraph', text: say.whole.partIntro }] as const) : []),
		levelTable(pen),
		...balance(pen),
		...conservation(pen),
		...operating(pen),
		...lossesAndGroups(pen),
		...measures(pen),
	];
}

function balance({ findings, say, yuan, words }: Pen): Block[] {
	const { inflow, kept, operating: costs, unresolved, balances } = findings.reconciliation;
	return [
		{ kind: 'heading', level: 2, text: say.whole.balance, id: 'whole-balance' },
		{ kind: 'paragraph', text: say.whole.balanceIntro },
		{
			kind: 'table',
			columns: [
				{ head: say.whole.item, width: { fr: 1 } },
				{ head: say.whole.yuan, width: { mm: 40 }, right: true },
			],
			rows: [
				[say.whole.inflow, yuan(inflow)],
				[say.whole.kept, yuan(kept)],
				[say.whole.costs, yuan(costs)],
				[say.whole.unresolved, yuan(unresolved)],
			],
			foot: [say.whole.balances, balances ? words.yes : words.no],
		},
	];
}

/** Under the policy of the case, to the last unit: what is not known to come from a seed stands in a line of its own. */
function conservation(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const policy = findings.parameters['trace.policy'] ?? 'fifo';
	const rows = findings.conservation.filter((row) => row.policy === policy && !row.origin.startsWith('?'));
	if (rows.length === 0) return [];
	const print = (amount: string, asset: string) => {
		const decimals = findings.assets.find(({ id }) => id === asset)?.decimals ?? 0;
		return formatAmount(BigInt(amount), decimals).replace(/\B(?=(?:\d{3})+\.)/g, ',');
	};
	return [
		{ kind: 'heading', level: 2, text: say.whole.conservation, id: 'whole-conservation' },
		{ kind: 'paragraph', text: say.whole.conservationIntro(word(words.policies, policy)) },
		{
			kind: 'table',
			columns: [
				{ head: say.whole.origin, width: { fr: 1 } },
				{ head: say.whole.asset, width: 'auto' },
				...[say.whole.seeded, say.whole.convertedIn, say.whole.held, say.whole.delivered, say.whole.convertedOut].map(
					(head) => ({ head, width: 'auto' as const, right: true as const }),
				),
			],
			rows: rows.map((row): Rich[] => [
				originOf(row.origin, findings),
				row.asset === 'CNY' ? words.yuan : pen.symbol(row.asset),
				print(row.seeded, row.asset),
				print(row.convertedIn, row.asset),
				print(row.held, row.asset),
				print(row.delivered, row.asset),
				print(row.convertedOut, row.asset),
			]),
		},
	];
}

function originOf(origin: string, findings: Findings): Rich {
	const label = findings.seeds.find((seed) => seed.origin === origin)?.label ?? '';
	return [label, { t: ` ${origin}`, small: true, long: true }];
}

/** Software, lines, lists, technicians: a branch of its own. */
function operating(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const labels = new Map(findings.flow.nodes.map(({ id, label, note }) => [id, { label, note }]));
	const links = findings.flow.links.filter(({ kinds }) => kinds.includes('operating-cost'));
	if (links.length === 0) return [];
	const side = (id: string): Rich => {
		const node = labels.get(id);
		return node
			? [node.label, ...(node.note === '' ? [] : [{ t: ` ${node.note}`, small: true, long: true } as const])]
			: id;
	};
	return [
		{ kind: 'heading', level: 2, text: say.whole.operating, id: 'whole-operating' },
		{ kind: 'paragraph', text: say.whole.operatingIntro },
		{
			kind: 'table',
			columns: [
				{ head: say.whole.payer, width: { fr: 1 } },
				{ head: say.whole.payee, width: { fr: 1 } },
				{ head: say.whole.yuan, width: 'auto', right: true },
				{ head: say.whole.transfers, width: 'auto', right: true },
				{ head: say.whole.days, width: { mm: 38 } },
				{ head: say.whole.kinds, width: { mm: 30 } },
			],
			rows: links.map((link) => [
				side(link.from),
				side(link.to),
				link.asset === 'CNY' ? pen.yuan(link.amount) : pen.coins(link.amount, link.asset),
				pen.count(link.count),
				pen.span(link.first, link.last),
				link.kinds.map((kind) => word(words.kinds, kind)).join(words.separator),
			]),
		},
	];
}

/** Victims' losses, from victims' files alone: never concluded from payments. */
function lossesAndGroups(pen: Pen): Block[] {
	const { findings, say, words } = pen;
	const { victims, groups } = findings;
	const names = new Map(groups.map(({ group, name }) => [group, name]));
	return [
		{ kind: 'heading', level: 2, text: say.whole.losses, id: 'whole-losses' },
		{ kind: 'paragraph', text: victims.length === 0 ? say.whole.noLosses : say.whole.lossesIntro },
		...(victims.length === 0
			? []
			: ([
					{
						kind: 'table',
						columns: [
							{ head: say.whole.leadGroup, width: { fr: 1 } },
							{ head: say.whole.victims, width: { mm: 30 }, right: true },
							{ head: say.whole.loss, width: { mm: 40 }, right: true },
						],
						rows: victims.map(({ group, count, loss }) => [
							names.get(group) || group || words.unknown,
							pen.count(count),
							pen.yuan(loss),
						]),
					},
				] as const)),
	];
}

function measures(pen: Pen): Block[] {
	const { findings, say } = pen;
	if (findings.measures.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: say.whole.measures, id: 'whole-measures' },
		{ kind: 'paragraph', text: say.whole.measuresIntro },
		{
			kind: 'list',
			items: findings.measures.map(
				(measure): Rich => [
					measure.party === '' ? measure.person : pen.person(measure.party),
					pen.words.colon,
					pen.measure(measure),
				],
			),
		},
	];
}
