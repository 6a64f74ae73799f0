import { openBooks } from './books.ts';
import { caseTables } from './case-tables.ts';
import { caseYaml } from './case-yaml.ts';
import { type CoinPlaces, litter, makePlaces, openCoinBooks } from './coins.ts';
import { buyWhatTheWorkNeeds, fundLeaders, liveAsCore } from './funding.ts';
import { liveOn } from './life.ts';
import { makeOutsiders } from './outsiders.ts';
import { payWorkers } from './payouts.ts';
import { makePeople } from './people.ts';
import { seeded } from './random.ts';
import { type Reports, reportsOf } from './readings.ts';
import { filesOf, renderEvidence } from './render/evidence.ts';
import { sellCoins } from './sales.ts';
import { utf8 } from './text.ts';
import { layTraps } from './traps.ts';
import { type Truth, tellTruth } from './truth.ts';
import { dailyWork, payBlocks } from './work.ts';
import { alipayAsked, type World } from './world.ts';

export interface DemoCase {
	/** Path relative to the case folder, `/` between parts -> content. `truth.json` is among them. */
	readonly files: Map<string, Uint8Array>;
	readonly truth: Truth;
}

/**
 * The demo case: an invented gang of three core members, leaders, inspectors and callers over three months, the
 * evidence that its world leaves behind in real layouts, and the truth.
 *
 * @param options.seed the same seed gives the same bytes
 * @param options.scale multiplies leaders, inspectors and callers; 1 is 6, 6 and 60
 */
export async function makeDemo(options: { seed: number; scale?: number }): Promise<DemoCase> {
	const { world, places, reports } = makeWorld(options.seed, options.scale ?? 1);
	const items = renderEvidence(seeded(`${options.seed}/paths`), world, places);
	const evidence = filesOf(items);
	const truth = tellTruth(world, reports);
	const files = new Map<string, Uint8Array>([
		[
			'case.yaml',
			caseYaml(
				world.groups,
				world.people.filter((person) => person.alipayFrom !== undefined && !alipayAsked(person)),
			),
		],
		...caseTables(world, places, items, evidence),
		['truth.json', utf8(`${JSON.stringify(truth, undefined, '\t')}\n`)],
	]);
	for (const [path, content] of evidence) files.set(`evidence/${path}`, content);
	return { files, truth };
}

/** People first, then their days, then the money, backwards: what callers earned decides what had to be sold. */
export function makeWorld(seed: number, scale: number): { world: World; places: CoinPlaces; reports: Reports } {
	const random = seeded(String(seed));
	const { cores, groups, people } = makePeople(random.fork('people'), scale);
	const outsiders = makeOutsiders(random.fork('outsiders'), people.length);
	const works = dailyWork(random.fork('work'), groups);
	const reports = reportsOf(works);
	const books = openBooks(random.fork('books'));
	payWorkers(random.fork('payouts'), books, payBlocks(random.fork('blocks'), works), reports);
	layTraps(random.fork('traps'), books, groups, outsiders, reports);
	liveOn(random.fork('life'), books, people, outsiders);
	buyWhatTheWorkNeeds(random.fork('operating'), books, cores, groups, outsiders);
	const needs = fundLeaders(random.fork('funding'), books, cores, groups);
	liveAsCore(random.fork('core'), books, cores, groups, outsiders);
	const places = makePlaces(random.fork('places'));
	const coins = openCoinBooks(random.fork('coins'));
	const sales = sellCoins(random.fork('sales'), books, coins, places, outsiders, cores, needs);
	litter(
		random.fork('litter'),
		coins,
		places,
		cores.flatMap(({ tron, eth }) => [...tron, ...eth]),
	);
	const overseas = new Map(
		[...places.overseas].flatMap(([party, wallets]) => wallets.map((wallet) => [wallet, party])),
	);
	const world: World = {
		seed,
		cores,
		groups,
		people,
		outsiders: outsiders.all,
		works,
		payments: books.payments,
		coins: coins.moves,
		sales,
		overseas,
	};
	return { world, places, reports };
}
