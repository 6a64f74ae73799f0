import type { Conversion, Flow, Policy, TraceTerms } from '../../src/tracing/types.ts';

/** A tracer written from the definitions alone: slow, BigInt, plain lists. It shares no code with src/tracing. */
export interface NaiveResult {
	/** `transfer origin amount`, sorted. */
	readonly shares: readonly string[];
	/** `account asset origin amount`, sorted. */
	readonly held: readonly string[];
	/** `conversion origin given got`, in the order drawn. */
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
	/** By leg given: what was drawn for it. */
	private readonly given = new Map<string, Lot[]>();
	/** By conversion: what of it is still to come. */
	private readonly owed = new Map<string, Lot[]>();
	private readonly order: readonly Flow[];
	private readonly terms: TraceTerms;
	private readonly policy: Policy;

	constructor(flows: readonly Flow[], terms: TraceTerms, policy: Policy) {
		this.terms = terms;
		this.policy = policy;
		for (const [holding, amount] of terms.openings) {
			const [account = '', asset = ''] = holding.split('|');
			const known = flows.some((f) => f.asset === asset && (f.from === account || f.to === account));
			if (known && !terms.services.has(account)) this.lots.set(holding, [{ origin: '?opening', amount }]);
		}
		this.order = naiveOrder(flows);
		for (const bundle of naiveBundles(this.order)) {
			if (bundle.length === 1) this.settle(bundle[0] as Flow);
			else this.settleBundle(bundle);
		}
	}

	result(): NaiveResult {
		const held: string[] = [];
		for (const [holding, lots] of this.lots) {
			for (const [origin, amount] of sums(lots)) held.push(`${holding.replace('|', ' ')} ${origin} ${amount}`);
		}
		const shares = [...this.shares].map(([key, amount]) => `${key} ${amount}`);
		return { shares: shares.sort(), held: held.sort(), converted: this.converted };
	}

	private settle(flow: Flow): void {
		const made = madeOf(this.terms);
		const asGive = made.find((c) => c.gives.includes(flow.id));
		const asGet = made.find((c) => c.gets.includes(flow.id));
		if (asGive !== undefined) {
			if (!this.given.has(flow.id)) this.given.set(flow.id, this.leave(flow));
			this.arrive(flow, [{ origin: '?unknown', amount: flow.amount }]);
		} else if (asGet !== undefined) {
			if (!this.owed.has(asGet.id)) this.convert(asGet);
			this.takeHeld(flow);
			const got = this.stretch(this.owed.get(asGet.id) as Lot[], flow.amount);
			const rest = subtract(this.owed.get(asGet.id) as Lot[], got);
			this.owed.set(asGet.id, rest);
			this.note(flow.id, got);
			this.arrive(flow, got);
		} else {
			this.arrive(flow, this.leave(flow));
		}
	}

	/** The transfers of one transaction: what goes round does not move, and each account passes on first what it got. */
	private settleBundle(bundle: readonly Flow[]): void {
		const { net, made } = netted(bundle, this.terms);
		for (const { id, amount } of bundle) {
			const round = amount - (net.get(id) as bigint);
			if (round > 0n) this.note(id, [{ origin: '?round', amount: round }]);
		}
		const came = new Map<string, Lot[]>();
		for (const c of made.filter((one) => !isWithin(one, bundle))) {
			if (!this.owed.has(c.id) && c.gets.some((id) => bundle.some((f) => f.id === id))) this.convert(c);
		}
		const getOf = (flow: Flow): Conversion | undefined => made.find((c) => c.gets.includes(flow.id));
		const giveOf = (flow: Flow): Conversion | undefined => made.find((c) => c.gives.includes(flow.id));
		const receive = (flow: Flow, c: Conversion): void => {
			const got = this.stretch(this.owed.get(c.id) as Lot[], flow.amount);
			this.owed.set(c.id, subtract(this.owed.get(c.id) as Lot[], got));
			this.note(flow.id, got);
			came.set(flow.id, got);
		};
		for (const flow of bundle) {
			const c = getOf(flow);
			if (c !== undefined && !isWithin(c, bundle)) receive(flow, c);
		}
		const moving = bundle.map((flow) => ({ ...flow, amount: net.get(flow.id) as bigint })).filter((f) => f.amount > 0n);
		const done = new Set<string>();
		const arrival = (flow: Flow): Lot[] => {
			const c = getOf(flow);
			if (giveOf(flow) !== undefined) return [{ origin: '?unknown', amount: flow.amount }];
			const seed = this.terms.seeds.get(flow.id);
			if (c === undefined && seed !== undefined) return [{ origin: seed, amount: flow.amount }];
			if (c === undefined) payOut(`${flow.from}|${flow.asset}`);
			else if (!came.has(flow.id)) {
				const gives = moving.filter((f) => c.gives.includes(f.id));
				for (const give of gives) payOut(`${give.from}|${give.asset}`);
				const gets = moving.filter((f) => c.gets.includes(f.id));
				this.divideAmong(c, gives, total(gets));
				for (const get of gets) receive(get, c);
			}
			return came.get(flow.id) as Lot[];
		};
		const payOut = (holding: string): void => {
			if (done.has(holding)) return;
			done.add(holding);
			const into = this.terms.services.has(holding.split('|')[0] ?? '')
				? []
				: moving.filter((f) => `${f.to}|${f.asset}` === holding).map(arrival);
			const outOf = moving.filter((f) => `${f.from}|${f.asset}` === holding && !this.given.has(f.id));
			const received = (this.policy === 'lifo' ? into.reverse() : into).flat();
			const [account = '', asset = ''] = holding.split('|');
			const beyond = total(outOf) - total(received);
			const own = beyond > 0n ? this.takeHeld({ from: account, asset, amount: beyond }) : [];
			let pool = this.tidy([...received, ...own]);
			for (const flow of outOf) {
				const held = this.stretch(pool, smaller(flow.amount, total(pool)));
				pool = subtract(pool, held);
				if (getOf(flow) !== undefined) continue;
				const lots = this.leaving(flow, held);
				if (giveOf(flow) === undefined) came.set(flow.id, lots);
				else this.given.set(flow.id, lots);
			}
			if (pool.length > 0) this.arrive({ to: account, asset }, pool);
		};
		for (const flow of moving) payOut(`${flow.from}|${flow.asset}`);
		for (const flow of moving) {
			if (this.terms.services.has(flow.to)) arrival(flow);
			else payOut(`${flow.to}|${flow.asset}`);
		}
	}

	/** Lots with which a transfer leaves. */
	private leave(flow: Flow): Lot[] {
		return this.leaving(flow, this.takeHeld(flow));
	}

	private leaving(flow: Flow, held: Lot[]): Lot[] {
		const taken = [...held];
		const seed = this.terms.seeds.get(flow.id);
		const lacking = flow.amount - total(taken);
		if (lacking > 0n) taken.push({ origin: '?unknown', amount: lacking });
		const lots = seed === undefined ? this.tidy(taken) : [{ origin: seed, amount: flow.amount }];
		this.note(flow.id, lots);
		return lots;
	}

	private takeHeld(flow: Pick<Flow, 'from' | 'asset' | 'amount'>): Lot[] {
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

	private arrive(flow: Pick<Flow, 'to' | 'asset'>, lots: readonly Lot[]): void {
		if (this.terms.services.has(flow.to)) return;
		const holding = `${flow.to}|${flow.asset}`;
		const has = this.lots.get(holding) ?? [];
		this.lots.set(holding, [...has, ...(this.policy === 'lifo' ? [...lots].reverse() : lots)]);
	}

	/** The first leg of a conversion arrives: whatever was not given yet is taken now. */
	private convert(conversion: Conversion): void {
		const gives = this.order.filter((flow) => conversion.gives.includes(flow.id));
		const gets = this.order.filter((flow) => conversion.gets.includes(flow.id));
		for (const flow of gives) if (!this.given.has(flow.id)) this.given.set(flow.id, this.leave(flow));
		this.divideAmong(conversion, gives, total(gets));
	}

	private divideAmong(conversion: Conversion, gives: readonly Flow[], got: bigint): void {
		const pool = this.tidy(gives.flatMap((flow) => this.given.get(flow.id) as Lot[]));
		const parts = divide(got, pool, true);
		for (const [k, lot] of pool.entries()) {
			this.converted.push(`${conversion.id} ${lot.origin} ${lot.amount} ${parts[k]?.amount}`);
		}
		this.owed.set(
			conversion.id,
			parts.filter((lot) => lot.amount > 0n),
		);
	}

	/** The front of a row, or its part of a mixture. */
	private stretch(row: readonly Lot[], amount: bigint): Lot[] {
		if (this.policy === 'haircut') return divide(amount, row);
		const front: Lot[] = [];
		let left = amount;
		for (const lot of row) {
			const part = smaller(lot.amount, left);
			if (part > 0n) front.push({ origin: lot.origin, amount: part });
			left -= part;
		}
		return front;
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
	const order = naiveOrder(flows);
	const settleOne = (flow: Flow): void => {
		const asGive = madeOf(terms).find((c) => c.gives.includes(flow.id));
		const asGet = madeOf(terms).find((c) => c.gets.includes(flow.id));
		if (asGive !== undefined) {
			if (!carried.has(flow.id)) carried.set(flow.id, leave(flow));
			arrive(flow, new Set());
		} else if (asGet !== undefined) {
			for (const give of order.filter((f) => asGet.gives.includes(f.id))) {
				if (!carried.has(give.id)) carried.set(give.id, leave(give));
			}
			leave(flow);
			const marks = new Set(asGet.gives.flatMap((id) => [...(carried.get(id) as ReadonlySet<string>)]));
			carried.set(flow.id, marks);
			arrive(flow, marks);
		} else {
			carried.set(flow.id, leave(flow));
			arrive(flow, carried.get(flow.id) as ReadonlySet<string>);
		}
	};
	const reserveAll = (c: Conversion): void => {
		for (const give of order.filter((f) => c.gives.includes(f.id))) {
			if (!carried.has(give.id)) carried.set(give.id, leave(give));
		}
	};
	const marksFor = (c: Conversion): Set<string> => new Set(c.gives.flatMap((id) => [...(carried.get(id) ?? [])]));
	const keep = (holding: string, rest: bigint, borne: Iterable<string>): void => {
		balances.set(holding, rest > 0n ? rest : 0n);
		marks.set(holding, new Set(borne));
	};
	const settleAll = (bundle: readonly Flow[]): void => {
		const { net, made } = netted(bundle, terms);
		for (const c of made)
			if (!isWithin(c, bundle) && c.gets.some((id) => bundle.some((f) => f.id === id))) reserveAll(c);
		const moving = bundle.map((flow) => ({ ...flow, amount: net.get(flow.id) as bigint })).filter((f) => f.amount > 0n);
		const early = new Set(
			moving.filter((f) => made.some((c) => c.gives.includes(f.id)) && carried.has(f.id)).map((f) => f.id),
		);
		const done = new Set<string>();
		const bears = (flow: Flow): ReadonlySet<string> => {
			const c = made.find((one) => one.gets.includes(flow.id));
			if (made.some((one) => one.gives.includes(flow.id))) return new Set();
			const seed = terms.seeds.get(flow.id);
			if (c === undefined && seed === undefined) payOut(`${flow.from}|${flow.asset}`);
			else if (c === undefined) carried.set(flow.id, new Set([seed as string]));
			else {
				for (const give of moving.filter((f) => c.gives.includes(f.id))) payOut(`${give.from}|${give.asset}`);
				carried.set(flow.id, marksFor(c));
			}
			return carried.get(flow.id) as ReadonlySet<string>;
		};
		const payOut = (holding: string): void => {
			if (done.has(holding)) return;
			done.add(holding);
			const service = terms.services.has(holding.split('|')[0] ?? '');
			const into = moving.filter((f) => `${f.to}|${f.asset}` === holding);
			const arrived = new Set(into.flatMap((f) => [...bears(f)]));
			if (service) arrived.clear();
			const outOf = moving.filter((f) => `${f.from}|${f.asset}` === holding && !early.has(f.id));
			const beyond = total(outOf) - (service ? 0n : total(into));
			const own = marksOf(holding);
			const pays = new Set([...arrived, ...(beyond > 0n ? own : [])]);
			for (const flow of outOf.filter((f) => !made.some((one) => one.gets.includes(f.id)))) {
				const seed = terms.seeds.get(flow.id);
				carried.set(flow.id, seed === undefined ? pays : new Set([seed]));
			}
			keep(holding, (balances.get(holding) ?? 0n) - beyond, service ? own : [...own, ...arrived]);
		};
		for (const flow of moving) {
			payOut(`${flow.from}|${flow.asset}`);
			payOut(`${flow.to}|${flow.asset}`);
		}
	};
	for (const bundle of naiveBundles(order)) {
		if (bundle.length === 1) settleOne(bundle[0] as Flow);
		else settleAll(bundle);
	}
	const shares = flows.flatMap((f) => [...(carried.get(f.id) ?? [])].map((origin) => `${f.id} ${origin} ${f.amount}`));
	const held = [...balances].flatMap(([holding, amount]) =>
		amount === 0n ? [] : [...marksOf(holding)].map((origin) => `${holding.replace('|', ' ')} ${origin} ${amount}`),
	);
	return { shares: shares.sort(), held: held.sort(), converted: [] };
}

/** What arrives as a seed stays a seed, and its conversion is not made. */
function madeOf(terms: TraceTerms): Conversion[] {
	return terms.conversions.filter((c) => !c.gets.some((id) => terms.seeds.has(id)));
}

/** What is left of a row when lots from its front, or of its mixture, were taken. */
function subtract(row: readonly Lot[], taken: readonly Lot[]): Lot[] {
	const left = new Map(sums(taken));
	return row.flatMap(({ origin, amount }) => {
		const out = smaller(amount, left.get(origin) ?? 0n);
		left.set(origin, (left.get(origin) ?? 0n) - out);
		return amount > out ? [{ origin, amount: amount - out }] : [];
	});
}

/** The total order: transactions side by side, tie groups in dependency order, cycles cut at their smallest id. */
export function naiveOrder(given: readonly Flow[]): Flow[] {
	const flows = [...new Set(given.map((flow) => flow.instant))].flatMap((instant) => {
		const now = given.filter((flow) => flow.instant === instant);
		return sideBySide(now).map((flow) => {
			const same = now.filter((other) => other.transaction !== undefined && other.transaction === flow.transaction);
			return { ...flow, tied: flow.tied || same.some((other) => other.tied) };
		});
	});
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
		const sorted: Flow[] = [];
		while (left.length > 0) {
			const next = left.find((flow) => feeders(flow, left).length === 0) ?? smallestOfCycle(left);
			left.splice(left.indexOf(next), 1);
			sorted.push(next);
		}
		ordered.push(...sideBySide(sorted));
	}
	return ordered;
}

/** Each transaction where its first transfer stands. */
function sideBySide(flows: readonly Flow[]): Flow[] {
	const seen = new Set<string>();
	return flows.flatMap((flow) => {
		if (flow.transaction === undefined) return [flow];
		if (seen.has(flow.transaction)) return [];
		seen.add(flow.transaction);
		return flows.filter((other) => other.transaction === flow.transaction);
	});
}

function naiveBundles(order: readonly Flow[]): Flow[][] {
	const bundles: Flow[][] = [];
	for (const flow of order) {
		const last = bundles.at(-1);
		if (flow.transaction !== undefined && last?.at(-1)?.transaction === flow.transaction) last.push(flow);
		else bundles.push([flow]);
	}
	return bundles;
}

function isWithin({ gives, gets }: Conversion, bundle: readonly Flow[]): boolean {
	return [...gives, ...gets].every((id) => bundle.some((flow) => flow.id === id));
}

/** What of each transfer moves in the end, and the conversions that can be made of it. */
function netted(
	bundle: readonly Flow[],
	terms: TraceTerms,
): { net: ReadonlyMap<string, bigint>; made: readonly Conversion[] } {
	const net = new Map(bundle.map((flow) => [flow.id, flow.amount]));
	const all = madeOf(terms);
	const free = bundle.filter((flow) => {
		const c = all.find((one) => one.gives.includes(flow.id) || one.gets.includes(flow.id));
		return !terms.seeds.has(flow.id) && (c === undefined || isWithin(c, bundle));
	});
	for (const flow of free) {
		for (;;) {
			const round = [flow, ...(shortestBack(flow, free, net) ?? [])];
			if (net.get(flow.id) === 0n || (round.length === 1 && flow.from !== flow.to)) break;
			const least = round.map((f) => net.get(f.id) as bigint).reduce(smaller);
			for (const f of round) net.set(f.id, (net.get(f.id) as bigint) - least);
		}
	}
	const moves = (ids: readonly string[]): boolean => ids.some((id) => net.get(id) !== 0n);
	const made = all.filter((c) => !isWithin(c, bundle) || (moves(c.gives) && moves(c.gets)));
	const moving = bundle.filter((flow) => net.get(flow.id) !== 0n);
	return { net, made: hangTogether(moving, made, terms, bundle) ? made.filter((c) => !isWithin(c, bundle)) : made };
}

/** Level by level from the payee back to the payer; of equally short ways the one of the earliest transfers. */
function shortestBack(flow: Flow, free: readonly Flow[], net: ReadonlyMap<string, bigint>): Flow[] | undefined {
	if (flow.from === flow.to) return [];
	let level: { readonly at: string; readonly way: readonly Flow[] }[] = [{ at: flow.to, way: [] }];
	const seen = new Set([flow.to]);
	while (level.length > 0) {
		const next: typeof level = [];
		for (const { at, way } of level) {
			for (const other of free) {
				if (other.asset !== flow.asset || other.from !== at || net.get(other.id) === 0n || seen.has(other.to)) continue;
				seen.add(other.to);
				next.push({ at: other.to, way: [...way, other] });
			}
		}
		const found = next.find(({ at }) => at === flow.from);
		if (found !== undefined) return [...found.way];
		level = next;
	}
	return undefined;
}

/** Whether what one account pays hangs, across conversions, on what it is paid with that. */
function hangTogether(
	moving: readonly Flow[],
	made: readonly Conversion[],
	terms: TraceTerms,
	bundle: readonly Flow[],
): boolean {
	const legOf = (id: string): Conversion | undefined => made.find((c) => c.gives.includes(id) || c.gets.includes(id));
	const plain = moving.filter((f) => !terms.seeds.has(f.id) && legOf(f.id) === undefined);
	const arrows = plain.map((f) => [`${f.from}|${f.asset}`, `${f.to}|${f.asset}`] as const);
	for (const c of made.filter((one) => isWithin(one, bundle))) {
		for (const give of moving.filter((f) => c.gives.includes(f.id))) {
			for (const get of moving.filter((f) => c.gets.includes(f.id))) {
				arrows.push([`${give.from}|${give.asset}`, `${get.to}|${get.asset}`]);
			}
		}
	}
	const reaches = (from: string, to: string, seen: Set<string>): boolean =>
		arrows.some(([a, b]) => a === from && (b === to || (!seen.has(b) && reaches(b, to, seen.add(b)))));
	return arrows.some(([a]) => reaches(a, a, new Set([a])));
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
