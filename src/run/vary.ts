import type { Derived, Sensitivity } from '../findings/input.ts';
import { peopleOf } from '../findings/people.ts';
import type { FindingsPerson } from '../findings/schema.ts';
import { VARIATIONS } from '../findings/sensitivity-schema.ts';
import { type CaseStatements, derive, type Step, type Varied } from './derive.ts';
import type { Settings } from './settings.ts';

type Variation = (typeof VARIATIONS)[number];

/** What each rerun takes otherwise. The policies need none: a run settles all of them. */
const RERUNS: readonly (readonly [Variation, (settings: Settings) => readonly [Settings, Varied]])[] = [
	['ties-reversed', (settings) => [settings, { tiesReversed: true }]],
	['windows-halved', (settings) => [withWindows(settings, (ms) => Math.floor(ms / 2)), {}]],
	['windows-doubled', (settings) => [withWindows(settings, (ms) => ms * 2), {}]],
	['openings-unknown', (settings) => [settings, { openingsUnknown: true }]],
];

/**
 * Runs a case again with what nobody can know taken otherwise, and compares every figure of every person: the order of
 * transfers of one instant, the windows of cash-outs, opening balances, the policy. Pay hangs on none of them, so mostly
 * only cash-outs and traced shares can move.
 */
export async function vary(
	statements: CaseStatements,
	settings: Settings,
	base: Omit<Derived, 'tables'>,
	step: Step,
): Promise<Sensitivity> {
	await step('vary');
	const policy = (one: string): Variation => `policy-${one}` as Variation;
	const people = peopleIn(base);
	const before = figuresOf(people, base.policy);
	const moved: Sensitivity['moved'][number][] = [];
	const compare = (variation: Variation, after: ReadonlyMap<string, Figure>): void => {
		moved.push(...movedIn(variation, before, after));
	};
	for (const [variation, rerun] of RERUNS) {
		const [otherwise, varied] = rerun(settings);
		const { derived } = await derive(statements, otherwise, base.program, () => step('vary'), varied);
		compare(variation, figuresOf(peopleIn(derived), base.policy));
	}
	const others = base.traced.map((traced) => traced.policy).filter((one) => one !== base.policy);
	for (const other of others) compare(policy(other), figuresOf(people, other));
	const varied = VARIATIONS.filter((one) => one !== policy(base.policy));
	return { varied, figures: before.size, moved };
}

interface Figure {
	readonly person: string;
	readonly figure: string;
	readonly asset: string;
	readonly value: bigint;
}

function peopleIn(derived: Omit<Derived, 'tables'>): readonly FindingsPerson[] {
	return peopleOf({ ...derived, tables: [] });
}

function figuresOf(people: readonly FindingsPerson[], policy: Derived['policy']): Map<string, Figure> {
	const figures = new Map<string, Figure>();
	for (const person of people)
		for (const figure of figuresOfPerson(person, policy))
			figures.set(`${figure.person}\n${figure.figure}\n${figure.asset}`, figure);
	return figures;
}

function figuresOfPerson(person: FindingsPerson, policy: Derived['policy']): Figure[] {
	const yuan = Object.entries(person.figures).map(([figure, { value }]) => ({ figure, asset: 'CNY', value }));
	const traced = person.tracedTotals.filter((total) => total.policy === policy);
	return [...yuan, ...traced.map(({ asset, value }) => ({ figure: 'traced', asset, value }))].map((figure) => ({
		person: person.id,
		...figure,
		value: BigInt(figure.value),
	}));
}

/** A figure that is only there on one side was 0, or is. */
function movedIn(
	variation: Variation,
	before: ReadonlyMap<string, Figure>,
	after: ReadonlyMap<string, Figure>,
): Sensitivity['moved'][number][] {
	const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
	return keys.flatMap((key) => {
		const { person, figure, asset } = (before.get(key) ?? after.get(key)) as Figure;
		const base = before.get(key)?.value ?? 0n;
		const value = after.get(key)?.value ?? 0n;
		if (base === value) return [];
		const [from, to, by] = [base, value, value - base].map(String) as [string, string, string];
		return [{ person, figure, asset, variation, base: from, value: to, by }];
	});
}

function withWindows(settings: Settings, scale: (ms: number) => number): Settings {
	const { beforeMs, afterMs } = settings.cashOuts;
	return { ...settings, cashOuts: { ...settings.cashOuts, beforeMs: scale(beforeMs), afterMs: scale(afterMs) } };
}
