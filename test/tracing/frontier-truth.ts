import { deepEqual } from 'node:assert/strict';
import { type Followed, follow } from '../../src/tracing/follow.ts';
import { followOut } from '../../src/tracing/frontier.ts';
import type { FollowedOut, Refusal } from '../../src/tracing/frontier-types.ts';
import { buildGraph } from '../../src/tracing/graph.ts';
import { startsOf, termsIn, type World, WorldOpener } from './frontier-world.ts';
import { naive } from './naive.ts';

/** The full pass: everything known from the outset. */
export function fullPass(world: World): Followed[] {
	const terms = { ...termsIn(world, world.flows), seeds: new Map(), openings: new Map() };
	return follow(buildGraph(world.flows), terms, startsOf(world), world.policy, {});
}

/** Whose history nobody can do without: whoever the value came to, and the start. */
export function needed(world: World): string[] {
	const byId = new Map(world.flows.map((flow) => [flow.id, flow]));
	const payees = fullPass(world)
		.filter(({ given }) => !given)
		.map(({ transfer }) => byId.get(transfer)?.to as string)
		.filter((account) => !world.services.has(account));
	return [...new Set(['accounts' in world.from ? world.from.accounts : [], payees].flat())].sort();
}

export async function ask(
	world: World,
	refuses: (account: string, asked: number) => Refusal | undefined = () => undefined,
	limits: { readonly accounts?: number } = {},
): Promise<{ readonly out: FollowedOut; readonly asked: readonly string[] }> {
	const opener = new WorldOpener(world, refuses);
	const out = await followOut(opener, { from: world.from, policy: world.policy, limits });
	return { out, asked: opener.asked };
}

/** With enough to spend: the full pass, by the fewest histories. @throws AssertionError */
export async function checkEnough(world: World): Promise<void> {
	const { out, asked } = await ask(world);
	deepEqual(out.followed, fullPass(world));
	deepEqual(out.unopened, []);
	deepEqual([...asked].sort(), needed(world));
	deepEqual(out.opened, asked);
}

/**
 * With too little: nothing beyond the full pass; of what was left out the naive tracer, in which those accounts end
 * branches, finds the same; and before it everything is there. Asked again with enough, or after an interruption: the
 * full pass. @throws AssertionError
 */
export async function checkTooLittle(world: World, histories: number, interrupts: boolean): Promise<void> {
	const limits = interrupts ? {} : { accounts: histories };
	const stop = (_: string, asked: number) => (interrupts && asked >= histories ? ('interrupted' as const) : undefined);
	const { out, asked } = await ask(world, stop, limits);
	const whole = fullPass(world);
	const wholeOf = new Map(whole.map(({ transfer, amount }) => [transfer, amount]));
	for (const { transfer, amount } of out.followed) {
		if (amount > (wholeOf.get(transfer) ?? 0n)) throw new Error(`${transfer} carries ${amount}, too much`);
	}
	deepEqual(
		out.unopened.map(({ account, asset, amount }) => `${account} ${asset} ${amount}`).sort(),
		leftOut(world, new Set(asked)),
	);
	const instantOf = new Map(world.flows.map(({ id, instant }) => [id, instant]));
	const sure = ({ transfer }: Followed) =>
		(instantOf.get(transfer) as number) < (out.missingFrom ?? Number.POSITIVE_INFINITY);
	if (asked.length > 0 || 'transfers' in world.from) deepEqual(out.followed.filter(sure), whole.filter(sure));
	await checkEnough(world);
}

/** By account and asset, as the naive tracer has it. */
function leftOut(world: World, opened: ReadonlySet<string>): string[] {
	const { services, conversions } = termsIn(world, world.flows);
	const accounts = world.flows.flatMap(({ from, to }) => [from, to]);
	const closed = new Set([...services, ...accounts.filter((account) => !opened.has(account))]);
	const seeds = new Map(startsOf(world).map((id) => [id, 'followed']));
	const terms = { seeds, services: closed, conversions, openings: new Map<string, bigint>() };
	const carried = naive(world.flows, terms, world.policy);
	const made = new Set(naive(world.flows, terms, 'fifo').converted.map((line) => line.split(' ')[0]));
	const amounts = new Map(
		carried.shares
			.map((line) => line.split(' '))
			.flatMap(([id, origin, much]) => (origin === 'followed' ? [[id, BigInt(much as string)]] : [])),
	);
	const paidFor = new Set(conversions.filter(({ id }) => made.has(id)).flatMap(({ gives }) => gives));
	const sums = new Map<string, bigint>();
	for (const { id, to, asset } of world.flows) {
		const much = amounts.get(id);
		if (much === undefined || opened.has(to) || services.has(to) || paidFor.has(id)) continue;
		sums.set(`${to} ${asset}`, (sums.get(`${to} ${asset}`) ?? 0n) + much);
	}
	return [...sums].map(([key, much]) => `${key} ${much}`).sort();
}
