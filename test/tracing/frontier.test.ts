import test from 'ava';
import { followOut } from '../../src/tracing/frontier.ts';
import type { FrontierLimits, Refusal } from '../../src/tracing/frontier-types.ts';
import { draw } from './draw.ts';
import { WorldOpener } from './frontier-world.ts';

//  A pays B 100 and C 40; B passes 70 on to D, which pays S, a service, and 20 to E; C pays F
const FLOWS = ['a A>B 100', 'c A>C 40', 'x X>B 5', 'b B>D 70', 'd D>S 30', 'e D>E 20', 'f C>F 40', 'g E>G 20'];

function opener(refused: Readonly<Record<string, Refusal>> = {}): WorldOpener {
	const world = { flows: draw(...FLOWS), services: new Set('S'), people: new Set<string>(), policy: 'fifo' as const };
	return new WorldOpener({ ...world, from: { accounts: ['A'] } }, (account) => refused[account]);
}

const ask = (from: WorldOpener, limits: FrontierLimits = {}) =>
	followOut(from, { from: { accounts: ['A'] }, policy: 'fifo', limits });

test('histories are opened in the order in which value comes, and services are not', async (t) => {
	const from = opener();
	const { followed, unopened, missingFrom } = await ask(from);
	t.deepEqual(from.asked, ['A', 'B', 'C', 'D', 'E', 'F', 'G']);
	t.deepEqual(
		followed.map(({ transfer, amount, hops }) => `${transfer} ${amount} ${hops}`),
		['a 100 1', 'c 40 1', 'b 70 2', 'd 30 3', 'e 20 3', 'f 40 2', 'g 20 4'],
	);
	t.deepEqual([unopened, missingFrom], [[], undefined]);
});

test('what a limit leaves shut is told with what came, when, and which limit it was', async (t) => {
	const rows = async (limits: FrontierLimits) => {
		const { unopened, missingFrom } = await ask(opener(), limits);
		return [...unopened.map((one) => `${one.account} ${one.amount} @${one.since} ${one.hops} ${one.why}`), missingFrom];
	};
	t.deepEqual(await rows({ accounts: 2 }), ['D 70 @4 2 accounts', 'C 40 @2 1 accounts', 2]);
	t.deepEqual(await rows({ depth: 2 }), ['D 70 @4 2 depth', 'F 40 @7 2 depth', 4]);
	t.deepEqual(await rows({ min: new Map([['CNY', 50n]]) }), ['C 40 @2 1 min', 'E 20 @6 3 min', 2]);
});

test('more payees are left shut than a call can have arguments', async (t) => {
	const flows = Array.from({ length: 150_000 }, (_, at) => ({
		id: `t${at}`,
		from: 'A',
		to: `P${at}`,
		asset: 'CNY',
		amount: 1n,
		instant: at,
		tied: false,
	}));
	const world = { flows, services: new Set<string>(), people: new Set<string>(), policy: 'fifo' as const };
	const { unopened, missingFrom } = await ask(
		new WorldOpener({ ...world, from: { accounts: ['A'] } }, () => undefined),
		{
			depth: 1,
		},
	);
	t.deepEqual([unopened.length, missingFrom], [150_000, 0]);
});

test('nobody is opened whom value reaches after the last instant asked for, and nothing later is listed', async (t) => {
	const from = opener();
	const { followed, unopened } = await ask(from, { until: 5 });
	t.deepEqual(from.asked, ['A', 'B', 'C', 'D']);
	t.deepEqual([followed.map(({ transfer }) => transfer), unopened], [['a', 'c', 'b', 'd'], []]);
});

test('a history that is refused is left out, and the others are opened all the same', async (t) => {
	const from = opener({ B: 'too-long', C: 'refused' });
	const { unopened } = await ask(from);
	t.deepEqual(from.asked, ['A']);
	t.deepEqual(
		unopened.map(({ account, why }) => `${account} ${why}`),
		['B too-long', 'C refused'],
	);
});

test('when nothing more can be spent, whoever is left is left for that', async (t) => {
	const from = opener({ C: 'spent' });
	const { unopened } = await ask(from);
	t.deepEqual(from.asked, ['A', 'B']);
	t.deepEqual(
		unopened.map(({ account, why }) => `${account} ${why}`),
		['D spent', 'C spent'],
	);
});

test('transfers say whether their value came through a history that is not whole', async (t) => {
	const from = opener();
	const partly = {
		terms: from.terms.bind(from),
		open: async (accounts: readonly string[]) => {
			return { ...(await from.open(accounts)), incomplete: new Set(accounts.filter((account) => account === 'B')) };
		},
	};
	const { incomplete, resting } = await followOut(partly, { from: { accounts: ['A'] }, policy: 'fifo', limits: {} });
	t.deepEqual(incomplete, ['B']);
	t.deepEqual([...resting], ['b', 'd', 'e', 'g']);
});
