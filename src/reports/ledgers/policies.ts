import type { FindingsPerson } from '../../findings/schema.ts';
import { POLICIES } from '../../findings/traced-schema.ts';
import { decimal, money, text, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Column, type Desk, type Ledger, ledgerReport } from './ledger.ts';

/** What one person received in one asset, from one origin; `total` from any seed together. */
interface Row {
	readonly person: FindingsPerson;
	readonly asset: string;
	readonly of: string;
	readonly origin: string | 'total';
	readonly shares: ReadonlyMap<string, { readonly value: string; readonly percent: string }>;
}

/** 附表14: the same money under every policy, side by side: nobody can say that the policy was picked. */
const ledger: Ledger<Row> = {
	id: 'policies',
	file: 'policies',
	*rows({ findings }) {
		for (const person of findings.people) yield* rowsOf(person);
	},
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', ({ person }) => text(person.name)],
		['role', ({ person }, { words }) => text(person.role === '' ? '' : word(words.roles, person.role))],
		['group', ({ person }) => text(person.group)],
		['asset', ({ asset }, desk) => text(desk.symbol(asset))],
		['receivedAmount', ({ of, asset }, desk) => money(of, desk.decimals(asset))],
		['origin', ({ origin }, desk) => text(originName(origin, desk))],
		...POLICIES.flatMap(columnsOf),
		['figure', ({ person }) => text(person.figures.received?.id ?? '')],
	],
};

function columnsOf(policy: (typeof POLICIES)[number]): Column<Row>[] {
	const heads = {
		fifo: ['byFifo', 'fifoPercent'],
		lifo: ['byLifo', 'lifoPercent'],
		haircut: ['byHaircut', 'haircutPercent'],
		poison: ['byPoison', 'poisonPercent'],
	} as const;
	const [value, percent] = heads[policy];
	return [
		[value, ({ shares, asset }, desk) => money(shares.get(policy)?.value, desk.decimals(asset))],
		[percent, ({ shares }) => decimal(shares.get(policy)?.percent ?? '')],
	];
}

/** The total first, then each origin; an origin of which a policy finds nothing is 0 there, poison knows no origins. */
function* rowsOf(person: FindingsPerson): Iterable<Row> {
	for (const asset of new Set(person.tracedTotals.map((total) => total.asset))) {
		const totals = person.tracedTotals.filter((total) => total.asset === asset);
		const of = totals[0]?.of ?? '0';
		yield { person, asset, of, origin: 'total', shares: new Map(totals.map((total) => [total.policy, total])) };
		const traced = person.traced.filter((share) => share.asset === asset && share.policy !== 'poison');
		for (const origin of [...new Set(traced.map((share) => share.origin))].sort()) {
			const none = totals.filter((total) => total.policy !== 'poison').map((total) => [total.policy, NOTHING] as const);
			const some = traced.filter((share) => share.origin === origin).map((share) => [share.policy, share] as const);
			yield { person, asset, of, origin, shares: new Map([...none, ...some]) };
		}
	}
}

const NOTHING = { value: '0', percent: '0.0' };

function originName(origin: string, { findings, words }: Desk): string {
	if (origin === 'total') return words.anySeed;
	if (origin === '?opening') return words.openingOrigin;
	const label = findings.seeds.find((seed) => seed.origin === origin)?.label;
	return label === undefined || label === origin ? origin : words.withRole(label, origin);
}

export const policyLedger = ledgerReport(ledger);
