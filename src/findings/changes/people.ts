import type { Findings, FindingsPerson } from '../schema.ts';
import type { FigureChange, PersonChange } from './people-schema.ts';
import type { Changes } from './schema.ts';
import { keyed, paired } from './sides.ts';

/** People come, gone and changed, by id. */
export function peopleChanges(before: Findings, after: Findings): Changes['people'] {
	const told: Changes['people'] = { come: [], gone: [], changed: [] };
	const byId = ({ people }: Findings) => keyed(people, ({ id }) => id);
	for (const { was, is } of paired(byId(before), byId(after))) {
		if (was === undefined && is) told.come.push({ id: is.id, name: is.name });
		if (is === undefined && was) told.gone.push({ id: was.id, name: was.name });
		const change = was && is ? personChange(was, is) : undefined;
		if (change) told.changed.push(change);
	}
	return told;
}

function personChange(was: FindingsPerson, is: FindingsPerson): PersonChange | undefined {
	const figures = [...figureMoves(was, is), ...besideMoves(was, is)];
	const parts = partsThatDiffer(was, is).filter((part) => !TOLD.has(part));
	return figures.length === 0 && parts.length === 0 ? undefined : { id: is.id, name: is.name, figures, parts };
}

/** Parts whose numbers are told one by one, or that say again what those do. */
const TOLD: ReadonlySet<string> = new Set(['figures', 'coins', 'leads', 'bounds', 'traced', 'tracedTotals']);

/** Yuan figures of a person that moved, by name. */
export function figureMoves(was: FindingsPerson, is: FindingsPerson): FigureChange[] {
	const byName = ({ figures }: FindingsPerson) => new Map(Object.entries(figures));
	return paired(byName(was), byName(is)).flatMap(({ key, was: then, is: now }) => {
		const [before, after] = [then?.value ?? '0', now?.value ?? '0'];
		if (before === after) return [];
		return [{ name: key, id: now?.id ?? then?.id ?? '', unit: 'CNY', was: before, is: after }];
	});
}

/** Names of the parts of a person that differ. Findings come as JSON with keys in one order. */
export function partsThatDiffer(was: FindingsPerson, is: FindingsPerson): string[] {
	const parts = Object.keys({ ...was, ...is }).sort() as (keyof FindingsPerson)[];
	return parts.filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]));
}

/** Bounds, coins and leads that moved. */
function besideMoves(was: FindingsPerson, is: FindingsPerson): FigureChange[] {
	return paired(besideOf(was), besideOf(is)).flatMap(({ was: then, is: now }) => {
		if (then?.value === now?.value) return [];
		const { name, unit, id } = (now ?? then) as Beside;
		return [
			{
				name,
				unit,
				...(id === undefined ? {} : { id }),
				...(then?.value === undefined ? {} : { was: then.value }),
				...(now?.value === undefined ? {} : { is: now.value }),
			},
		];
	});
}

interface Beside {
	readonly name: string;
	readonly unit: string;
	readonly id?: string;
	readonly value: string | undefined;
}

function besideOf(person: FindingsPerson): Map<string, Beside> {
	const { bounds, coins, leads } = person;
	const list: Beside[] = [
		...coins.map(({ asset, received }) => ({ name: 'coins', unit: asset, value: received })),
		...Object.entries(leads).map(([name, count]) => ({ name: `leads-${name}`, unit: 'leads', value: String(count) })),
		...BOUNDED.flatMap(({ part, figure }) => {
			const id = person.figures[figure]?.id;
			const told = id === undefined ? {} : { id };
			return (['least', 'most'] as const).map((end) => ({
				...{ name: `${figure}-${end}`, unit: 'CNY', value: bounds[part][end] },
				...told,
			}));
		}),
	];
	return keyed(list, ({ name, unit }) => `${name}|${unit}`);
}

const BOUNDED = [
	{ part: 'received', figure: 'received' },
	{ part: 'passedOn', figure: 'passed-on' },
	{ part: 'kept', figure: 'kept' },
] as const;
