import type { Conversion, Flow, Policy, TraceTerms } from '../../src/tracing/types.ts';

/** A tracer written from the definitions alone: slow, BigInt, plain lists. It shares no code with src/tracing. */
export interface NaiveResult {
	/** `transfer origin amount`, sorted. */
	readonly shares: readonly string[];
	/** `account asset origin amount`, sorted. */
	readonly held: readonly string[];
	/** `conversion origin coin yuan`, in the order drawn. */
	readonly converted: readonly string[];
}

interface Lot {
	readonly origin: string;
	readonly amount: bigint;
}

export function naive(flows: readonly Flow[], terms: TraceTerms, policy: Policy): NaiveResult {
	return policy === 'poison' ? poison(flows, terms) : new Naive(flows, terms, policy).result();
}

class Naive {
	private readonly lots = new Map<string, Lot[]>();
	private readonly shares = new Map<string, bigint>();
	private readonly converted: string[] = [];
	private readonly coins = new Map<string, Lot[]>();
	private readonly terms: TraceTerms;
	private readonly policy: Policy;

	constructor(flows: readonly Flow[], terms: TraceTerms, policy: Policy) {
		this.terms = terms;
		this.policy = policy;
		const byId = new Map(flows.map((flow) => [flow.id, flow]));
		for (const [holding, amount] of terms.openings) {
			const [account = '', asset = ''] = holding.split('|');
			const known = flows.some((f) => f.asset === asset && (f.from === account || f.to === account));
			if (known && !terms.services.has(account)) this.lots.set(holding, [{ origin: '?opening', amount }]);
		}
		for (const flow of naiveOrder(flows)) this.settle(flow, byId);
	}

	result(): NaiveResult {
		const held: string[] = [];
		for (const [holding, lots] of this.lots) {
			for (const [origin, amount] of sums(lots)) held.push(`${holding.replace('|', ' ')} ${origin} ${amount}`);
		}
		const shares = [...this.shares].map(([key, amount]) => `${key} ${amount}`);
		return { shares: shares.sort(), held: held.sort(), converted: this.converted };
	}

	private settle(flow: Flow, byId: ReadonlyMap<string, Flow>): void {
		const { terms } = this;
		const made = terms.conversions.filter((c) => !terms.seeds.has(c.yuan));
		const asCoin = made.find((c) => c.coin === flow.id);
		const asYuan = made.find((c) => c.yuan === flow.id);
		if (asCoin !== undefined) {
			if (!this.coins.has(asCoin.id)) this.coins.set(asCoin.id, this.leave(flow));
			this.arrive(flow, [{ origin: '?unknown', amount: flow.amount }]);
		} else if (asYuan !== undefined) {
			const coin = byId.get(asYuan.coin) as Flow;
			const coins = this.coins.get(asYuan.id) ?? this.leave(coin);
			this.coins.set(asYuan.id, coins);
			this.takeHeld(flow);
			const yuan = this.convert(asYuan, coins, flow.amount);
			this.note(flow.id, yuan);
			this.arrive(flow, yuan);
		} else {
			this.arrive(flow, this.leave(flow));
		}
	}

	/** Lots with which a transfer leaves. */
	private leave(flow: Flow): Lot[] {
		const taken = this.takeHeld(flow);
		const seed = this.terms.seeds.get(flow.id);
		const lacking = flow.amount - total(taken);
		if (lacking > 0n) taken.push({ origin: '?unknown', amount: lacking });
		const lots = seed === undefined ? this.tidy(taken) : [{ origin: seed, amount: flow.amount }];
		this.note(flow.id, lots);
		return lots;
	}

	private takeHeld(flow: Flow): Lot[] {
		const holding = `${flow.from}|${flow.asset}`;
		const has = this.lots.get(holding) ?? [];
		if (this.policy === 'haircut') {
			const amount = smaller(flow.amount, total(has));
			const taken = total(has) === 0n ? [] : divide(amount, this.tidy(has));
			const left = new Map(sums(has));
			for (const { origin, amount: out } of taken) left.set(origin, (left.get(origin) ?? 0n) - out);
			this.lots.set(
				holding,
				[...left].map(([origin, rest]) => ({ origin, amount: rest })).filter((lot) => lot.amount > 0n),
			);
			return taken;
		}
		const row = this.policy === 'fifo' ? [...has] : [...has].reverse();
		const taken: Lot[] = [];
		for (let left = flow.amount; left > 0n && row.length > 0; ) {
			const lot = row.shift() as Lot;
			const amount = smaller(lot.amount, left);
			taken.push({ origin: lot.origin, amount });
			if (lot.amount > amount) row.unshift({ origin: lot.origin, amount: lot.amount - amount });
			left -= amount;
		}
		this.lots.set(holding, this.policy === 'fifo' ? row : row.reverse());
		return taken;
	}

	private arrive(flow: Flow, lots: readonly Lot[]): void {
		if (this.terms.services.has(flow.to)) return;
		const holding = `${flow.to}|${flow.asset}`;
		const has = this.lots.get(holding) ?? [];
		this.lots.set(holding, [...has, ...(this.policy === 'lifo' ? [...lots].reverse() : lots)]);
	}

	private convert(conversion: Conversion, coins: readonly Lot[], yuan: bigint): Lot[] {
		const parts = divide(yuan, coins, true);
		for (const [k, coin] of coins.entries()) {
			this.converted.push(`${conversion.id} ${coin.origin} ${coin.amount} ${parts[k]?.amount}`);
		}
		return parts.filter((lot) => lot.amount > 0n);
	}

	/** What the policy cannot tell apart is one lot: neighbours in a row, all of one origin in a mixture. */
	private tidy(lots: readonly Lot[]): Lot[] {
		if (this.policy === 'haircut') {
			return [...sums(lots)].map(([origin, amount]) => ({ origin, amount })).sort(byOrigin);
		}
		const tidied: Lot[] = [];
		for (const lot of lots) {
			const last = tidied.at(-1);
			if (last !== undefined && last.origin === lot.origin) {
				tidied.splice(-1, 1, { origin: lot.origin, amount: last.amount + lot.amount });
			} else {
				tidied.push(lot);
			}
		}
		return tidied;
	}

	private note(id: string, lots: readonly Lot[]): void {
		for (const { origin, amount } of lots) {
			const key = `${id} ${origin}`;
			this.shares.set(key, (this.shares.get(key) ?? 0n) + amount);
		}
	}
}

function poison(flows: readonly Flow[], terms: TraceTerms): NaiveResult {
	const marks = new Map<string, Set<string>>();
	const balances = new Map<string, bigint>();
	const carried = new Map<string, ReadonlySet<string>>();
	const byId = new Map(flows.map((flow) => [flow.id, flow]));
	const marksOf = (holding: string): Set<string> => marks.get(holding) ?? new Set();
	for (const [holding, amount] of terms.openings) {
		const [account = '', asset = ''] = holding.split('|');
		if (
			terms.services.has(account) ||
			!flows.some((f) => f.asset === asset && (f.from === account || f.to === account))
		)
			continue;
		marks.set(holding, new Set(['?opening']));
		balances.set(holding, amount);
	}
	const leave = (flow: Flow): ReadonlySet<string> => {
		const holding = `${flow.from}|${flow.asset}`;
		const rest = (balances.get(holding) ?? 0n) - flow.amount;
		balances.set(holding, rest > 0n ? rest : 0n);
		const seed = terms.seeds.get(flow.id);
		return seed === undefined ? new Set(marksOf(holding)) : new Set([seed]);
	};
	const arrive = (flow: Flow, bears: ReadonlySet<string>): void => {
		if (terms.services.has(flow.to)) return;
		const holding = `${flow.to}|${flow.asset}`;
		balances.set(holding, (balances.get(holding) ?? 0n) + flow.amount);
		marks.set(holding, new Set([...marksOf(holding), ...bears]));
	};
	for (const flow of naiveOrder(flows)) {
		const made = terms.conversions.filter((c) => !terms.seeds.has(c.yuan));
		const asCoin = made.find((c) => c.coin === flow.id);
		const asYuan = made.find((c) => c.yuan === flow.id);
		if (asCoin !== undefined) {
			if (!carried.has(flow.id)) carried.set(flow.id, leave(flow));
			arrive(flow, new Set());
		} else if (asYuan !== undefined) {
			if (!carried.has(asYuan.coin)) carried.set(asYuan.coin, leave(byId.get(asYuan.coin) as Flow));
			leave(flow);
			carried.set(flow.id, carried.get(asYuan.coin) as ReadonlySet<string>);
			arrive(flow, carried.get(flow.id) as ReadonlySet<string>);
		} else {
			carried.set(flow.id, leave(flow));
			arrive(flow, carried.get(flow.id) as ReadonlySet<string>);
		}
	}
	const shares = flows.flatMap((f) => [...(carried.get(f.id) ?? [])].map((origin) => `${f.id} ${origin} ${f.amount}`));
	const held = [...balances].flatMap(([holding, amount]) =>
		amount === 0n ? [] : [...marksOf(holding)].map((origin) => `${holding.replace('|', ' ')} ${origin} ${amount}`),
	);
	return { shares: shares.sort(), held: held.sort(), converted: [] };
}

/** The total order with tie groups in dependency order, cycles cut at their smallest id. */
function naiveOrder(flows: readonly Flow[]): Flow[] {
	const ordered: Flow[] = [];
	for (let i = 0; i < flows.length; ) {
		const group: Flow[] = [];
		const first = flows[i] as Flow;
		while (
			i < flows.length &&
			(group.length === 0 || (first.tied && flows[i]?.tied && flows[i]?.instant === first.instant))
		) {
			group.push(flows[i++] as Flow);
		}
		const left = group.sort(byId);
		while (left.length > 0) {
			const next = left.find((flow) => feeders(flow, left).length === 0) ?? smallestOfCycle(left);
			left.splice(left.indexOf(next), 1);
			ordered.push(next);
		}
	}
	return ordered;
}

function feeders(flow: Flow, left: readonly Flow[]): Flow[] {
	return left.filter((f) => f.to === flow.from && f.asset === flow.asset && f.from !== f.to);
}

function smallestOfCycle(left: readonly Flow[]): Flow {
	const walk: Flow[] = [left[0] as Flow];
	for (;;) {
		const up = feeders(walk.at(-1) as Flow, left)[0] as Flow;
		if (walk.includes(up)) return walk.slice(walk.indexOf(up)).sort(byId)[0] as Flow;
		walk.push(up);
	}
}

/** Largest remainder; equal remainders in the order of the lots. */
function divide(amount: bigint, lots: readonly Lot[], withEmpty = false): Lot[] {
	const whole = total(lots);
	const parts = lots.map((lot, place) => ({
		origin: lot.origin,
		amount: (amount * lot.amount) / whole,
		remainder: (amount * lot.amount) % whole,
		place,
	}));
	const ranked = [...parts].sort((a, b) =>
		a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1,
	);
	for (let left = amount - total(parts), k = 0; left > 0n; left--, k++) (ranked[k] as { amount: bigint }).amount += 1n;
	return parts
		.map(({ origin, amount: share }) => ({ origin, amount: share }))
		.filter((lot) => withEmpty || lot.amount > 0n);
}

function smaller(a: bigint, b: bigint): bigint {
	if (a < b) return a;
	return b;
}

function sums(lots: readonly Lot[]): Map<string, bigint> {
	const map = new Map<string, bigint>();
	for (const { origin, amount } of lots) map.set(origin, (map.get(origin) ?? 0n) + amount);
	return map;
}

function total(lots: readonly { readonly amount: bigint }[]): bigint {
	return lots.reduce((sum, lot) => sum + lot.amount, 0n);
}

function byOrigin(a: Lot, b: Lot): number {
	return a.origin < b.origin ? -1 : 1;
}

function byId(a: Flow, b: Flow): number {
	return a.id < b.id ? -1 : 1;
}
