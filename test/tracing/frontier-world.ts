import * as fc from 'fast-check';
import type { Opener, Refusal } from '../../src/tracing/frontier-types.ts';
import { findSwaps } from '../../src/tracing/swaps.ts';
import type { Flow, Policy, TraceTerms } from '../../src/tracing/types.ts';
import { POLICIES } from '../../src/tracing/types.ts';

/** A small chain on which anybody's history can be asked for. */
export interface World {
	/** Everything that ever moved, in total order. */
	readonly flows: readonly Flow[];
	readonly services: ReadonlySet<string>;
	readonly people: ReadonlySet<string>;
	readonly policy: Policy;
	readonly from: { readonly accounts: readonly string[] } | { readonly transfers: readonly string[] };
}

const ACCOUNTS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const account = fc.constantFrom(...ACCOUNTS);
const amount = fc.oneof({ weight: 5, arbitrary: fc.bigInt(1n, 12n) }, fc.bigInt(1n, 10n ** 24n));

/** One transfer, two that swap one asset for another in one transaction, or three that go round in one. */
const step = fc.record({
	shape: fc.constantFrom('plain', 'plain', 'plain', 'plain', 'swap', 'round'),
	way: fc.tuple(account, account, account),
	asset: fc.constantFrom('X', 'X', 'Y'),
	amounts: fc.tuple(amount, amount),
	later: fc.integer({ min: 0, max: 2 }),
	tied: fc.boolean(),
	joins: fc.boolean(),
});

export const worlds: fc.Arbitrary<World> = fc
	.record({
		steps: fc.array(step, { minLength: 1, maxLength: 30 }),
		services: fc.subarray(ACCOUNTS, { maxLength: 2 }),
		people: fc.subarray(ACCOUNTS, { maxLength: 4 }),
		policy: fc.constantFrom(...POLICIES),
		start: fc.nat(),
		byAccount: fc.boolean(),
	})
	.map(({ steps, services, people, policy, start, byAccount }) => {
		const flows: Flow[] = [];
		let instant = 0;
		for (const { shape, way, asset, amounts, later, tied, joins } of steps) {
			instant += later;
			const moves = movesOf(shape, way, asset, amounts);
			const transaction =
				shape === 'plain' && !joins ? undefined : `${instant}/${shape === 'plain' ? '' : flows.length}`;
			for (const [from, to, what, much] of moves) {
				if (from === to) continue;
				// Ids out of step with the order, so that ties by id are seen to be by id.
				const id = `t${(flows.length * 7) % 97}`;
				const flow = { id, from, to, asset: what, amount: much, instant, tied };
				flows.push(transaction === undefined ? flow : { ...flow, transaction });
			}
		}
		if (flows.length === 0)
			flows.push({ id: 't0', from: 'A', to: 'B', asset: 'X', amount: 1n, instant: 0, tied: false });
		const first = flows[start % Math.ceil(flows.length / 2)] as Flow;
		const from = byAccount ? { accounts: [first.from] } : { transfers: [first.id] };
		return { flows, services: new Set(services), people: new Set(people), policy, from };
	});

function movesOf(
	shape: string,
	[a, b, c]: readonly [string, string, string],
	asset: string,
	[first, second]: readonly [bigint, bigint],
): readonly (readonly [string, string, string, bigint])[] {
	if (shape === 'plain') return [[a, b, asset, first]];
	const back = c === a ? b : c;
	if (shape === 'swap') {
		return [
			[a, b, asset, first],
			[back, a, asset === 'X' ? 'Y' : 'X', second],
		];
	}
	return [
		[a, b, asset, first],
		[b, c, asset, second],
		[c, a, asset, first],
	];
}

/** What holds of a world's flows, or of those of them that are known. */
export function termsIn(world: World, flows: readonly Flow[]): Pick<TraceTerms, 'services' | 'conversions'> {
	const { services, people } = world;
	return { services, conversions: findSwaps(flows, { isPerson: (one) => people.has(one), services }).swaps };
}

/** The transfers that a world's question starts from. */
export function startsOf({ from, flows }: World): string[] {
	if ('transfers' in from) return [...from.transfers];
	const own = new Set(from.accounts);
	return flows.filter((flow) => own.has(flow.from) && !own.has(flow.to)).map(({ id }) => id);
}

/** Opens histories of a world: with all of a transaction, and of an instant where something is tied, as `Opener` wants. */
export class WorldOpener implements Opener {
	/** In the order asked. */
	readonly asked: string[] = [];
	private readonly world: World;
	private readonly refuses: (account: string, asked: number) => Refusal | undefined;
	private readonly opened = new Set<string>();

	constructor(world: World, refuses: (account: string, asked: number) => Refusal | undefined = () => undefined) {
		this.world = world;
		this.refuses = refuses;
	}

	async open(accounts: readonly string[]) {
		const refused = new Map<string, Refusal>();
		for (const one of accounts) {
			const why = this.refuses(one, this.asked.length);
			if (why !== undefined) refused.set(one, why);
			else {
				this.asked.push(one);
				this.opened.add(one);
			}
		}
		return { flows: this.known(), refused, incomplete: new Set<string>() };
	}

	terms(flows: readonly Flow[]) {
		return termsIn(this.world, flows);
	}

	private known(): Flow[] {
		const { flows, from } = this.world;
		const starts = new Set('transfers' in from ? from.transfers : []);
		const own = (flow: Flow): boolean => starts.has(flow.id) || this.opened.has(flow.from) || this.opened.has(flow.to);
		const transactions = new Set(flows.filter(own).flatMap(({ transaction }) => transaction ?? []));
		const near = (flow: Flow): boolean =>
			own(flow) || (flow.transaction !== undefined && transactions.has(flow.transaction));
		const unordered = new Set(flows.filter(({ tied }) => tied).map(({ instant }) => instant));
		const whole = new Set(
			flows.filter((flow) => near(flow) && unordered.has(flow.instant)).map((flow) => flow.instant),
		);
		return flows.filter((flow) => near(flow) || whole.has(flow.instant));
	}
}
