import type { Transfer } from '../../ledger/transfer.ts';
import type { LedgerRow } from '../../reports/ledger-row.ts';
import type { FigureTransfer } from '../../reports/package/part.ts';
import type { PersonWay, WayShare, WayStep } from '../../reports/person-way.ts';
import { type Chain, OriginFinder, type OriginHop } from '../../tracing/origin.ts';
import { type Settlement, settle } from '../../tracing/settle.ts';
import { POLICIES, type Policy } from '../../tracing/types.ts';
import { widestWays } from '../../tracing/widest.ts';
import type { CaseView } from '../questions/case-view.ts';
import { type Hop, hopOf } from '../questions/hops.ts';
import { paymentsOf } from './payments.ts';

/** What a way is told from. */
export type WayView = Pick<
	CaseView,
	'findings' | 'graph' | 'terms' | 'transfer' | 'parties' | 'cashOutInto' | 'swapInto'
>;

/** A way before its rows are looked up. */
interface Found extends Pick<PersonWay, 'person' | 'origin' | 'amount' | 'others'> {
	readonly payment: string;
	readonly hops: readonly OriginHop[];
}

/** One admissible way to one payment of each person who was paid, people in the order of the findings. */
export function waysOf(
	view: WayView,
	rows: Iterable<LedgerRow>,
	figures: Iterable<FigureTransfer>,
): readonly PersonWay[] {
	const policy = followed(view.findings.parameters['trace.policy']);
	const settlement = settle(view.graph(), view.terms, policy);
	const found = findAll(view, paymentsOf(view, figures), settlement, policy);
	const shares = sharesOf(view, new Set(found.map(({ payment }) => payment)), settlement);
	const told = rowsOf(
		rows,
		new Set(found.flatMap(({ payment, hops }) => [payment, ...hops.map((hop) => hop.transfer)])),
	);
	return found.map(({ hops, payment, ...way }): PersonWay => {
		const steps = hops.map((hop, index) => {
			const named = { payer: index === 0, payee: index === hops.length - 1 };
			const step = hopOf(view, view.transfer(hop.transfer) as Transfer, hop.amount, index + 1, named);
			return stepOf(step, told.get(hop.transfer) as LedgerRow);
		});
		return {
			...way,
			payment: told.get(payment) as LedgerRow,
			policy,
			measure: policy === 'haircut' ? 'at-most' : 'exact',
			steps,
			shares: shares.get(payment) ?? [],
		};
	});
}

/** Poison marks and follows nothing: ways are then those of FIFO. */
function followed(policy: string | undefined): PersonWay['policy'] {
	return policy === 'lifo' || policy === 'haircut' ? policy : 'fifo';
}

function findAll(
	view: WayView,
	payments: ReadonlyMap<string, readonly string[]>,
	settlement: Settlement,
	policy: PersonWay['policy'],
): readonly Found[] {
	const graph = view.graph();
	const traced = (transfer: string) => {
		const position = graph.index.find(transfer);
		return position >= 0 && settlement.sharesAt(position).some(({ origin }) => isSeed(origin));
	};
	const follow = follower(view, settlement, policy);
	return view.findings.people.flatMap(({ id: person }): Found[] => {
		const [first, ...rest] = payments.get(person) ?? [];
		if (first === undefined) return [];
		const payment = [first, ...rest].find(traced);
		if (payment !== undefined) return [{ person, payment, ...follow(payment) }];
		return [{ person, payment: first, origin: '', amount: 0n, hops: [], others: { count: 0, amount: 0n } }];
	});
}

type Follow = (payment: string) => Omit<Found, 'person' | 'payment'>;

/** The largest way to a payment that has a share of a seed. */
function follower({ graph, terms }: WayView, settlement: Settlement, policy: PersonWay['policy']): Follow {
	if (policy === 'haircut') {
		return (payment) => {
			const [widest] = widestWays(graph(), terms, settlement, payment);
			const traced = settlement.sharesOf(payment).reduce((sum, { amount }) => sum + amount, 0n);
			const { origin = '', amount = 0n, hops = [] } = widest ?? {};
			return { origin, amount, hops, others: { amount: traced - amount } };
		};
	}
	const finder = new OriginFinder(graph(), terms, policy);
	return (payment) => {
		const { chains, unfollowed } = finder.of(payment);
		const largest = chains.find(({ origin }) => isSeed(origin));
		const { origin = '', amount = 0n, hops = [] } = largest ?? {};
		const others = chains.filter((chain) => chain !== largest);
		const amountOf = (list: readonly Chain[]) => list.reduce((sum, chain) => sum + chain.amount, unfollowed);
		const count = unfollowed === 0n ? { count: others.length } : {};
		return { origin, amount, hops, others: { ...count, amount: amountOf(others) } };
	};
}

/** What each policy says of the payments. One policy is settled at a time: four take four times the memory. */
function sharesOf(
	{ graph, terms }: WayView,
	payments: ReadonlySet<string>,
	settled: Settlement,
): ReadonlyMap<string, readonly WayShare[]> {
	const shares = new Map<string, WayShare[]>();
	for (const policy of POLICIES) {
		const settlement = policy === settled.policy ? settled : settle(graph(), terms, policy);
		for (const payment of payments) {
			if (graph().index.find(payment) < 0) continue;
			const list = shares.get(payment) ?? [];
			shares.set(payment, list);
			list.push(...shareRows(settlement, policy, payment));
		}
	}
	return shares;
}

function shareRows(settlement: Settlement, policy: Policy, payment: string): WayShare[] {
	return settlement
		.sharesOf(payment, policy !== 'poison')
		.map(({ origin, amount }): WayShare => ({ policy, origin, amount }));
}

function isSeed(origin: string): boolean {
	return !origin.startsWith('?');
}

function rowsOf(rows: Iterable<LedgerRow>, wanted: ReadonlySet<string>): ReadonlyMap<string, LedgerRow> {
	const told = new Map<string, LedgerRow>();
	for (const row of rows) if (wanted.has(row.id)) told.set(row.id, row);
	return told;
}

function stepOf({ traced, grade, rows, crossing, cashOut, swap }: Hop, row: LedgerRow): WayStep {
	const weakest = grade === rows ? 'rows' : grade === crossing ? 'cash-out' : 'holder';
	return { row, amount: traced, across: cashOut ?? swap ?? '', grade, weakest };
}
