import { rankOf } from '../payroll/relation.ts';
import type { BoundPerson } from './bounds-types.ts';

/** A person by the highest and the lowest place ever held: 0 is the top. */
interface Rung {
	readonly party: string;
	readonly high: number;
	readonly low: number;
	readonly superiors: readonly string[];
}

export type Side = 'above' | 'below';

/**
 * Who could pay whom for the work. Pay goes down: to whoever ever stood lower than the payer ever stood, or names the
 * payer as superior.
 */
export interface Ladder {
	/** Whether the person ever was a core member or an organiser. */
	isTop(party: string): boolean;
	pays(payer: string, payee: string): boolean;
	/**
	 * For each person, what `join` makes of the values of everybody above (who could pay the person) or below (whom the
	 * person could pay). Made by rank, for thousands of people: `join` must not mind order.
	 */
	over<Value>(
		side: Side,
		read: (party: string) => Value,
		join: (values: readonly Value[]) => Value,
	): (party: string) => Value;
}

export function ladderOf(people: readonly BoundPerson[]): Ladder {
	const rungs = new Map(
		people.map(({ party, spells, superiors }): [string, Rung] => {
			const ranks = spells.map(({ role }) => rankOf(role));
			return [party, { party, high: Math.min(...ranks), low: Math.max(...ranks), superiors }];
		}),
	);
	const everybody = [...rungs.values()];
	const naming = new Map<string, Rung[]>();
	for (const rung of everybody)
		for (const superior of rung.superiors) naming.set(superior, [...(naming.get(superior) ?? []), rung]);
	const pays = (payer: Rung, payee: Rung) =>
		payer !== payee && (payer.high < payee.low || payee.superiors.includes(payer.party));
	return {
		isTop: (party) => (rungs.get(party)?.high ?? Number.POSITIVE_INFINITY) <= rankOf('organiser'),
		pays: (payer, payee) => {
			const [from, to] = [rungs.get(payer), rungs.get(payee)];
			return from !== undefined && to !== undefined && pays(from, to);
		},
		over: (side, read, join) => {
			const values = new Map(everybody.map(({ party }) => [party, read(party)]));
			const of = (list: readonly Rung[]) => join(list.map(({ party }) => values.get(party) as ReturnType<typeof read>));
			const pools = Array.from({ length: rankOf('other') + 1 }, (_, rank) =>
				of(everybody.filter((rung) => (side === 'above' ? rung.high : rung.low) === rank)),
			);
			return (party) => {
				const rung = rungs.get(party);
				if (!rung) return join([]);
				// Somebody of two roles stands in a pool that counts; then the others are taken one by one.
				if (rung.high < rung.low)
					return of(everybody.filter((other) => (side === 'above' ? pays(other, rung) : pays(rung, other))));
				const pooled = pools.filter((_, rank) => (side === 'above' ? rank < rung.low : rank > rung.high));
				const spoken =
					side === 'above' ? rung.superiors.flatMap((id) => rungs.get(id) ?? []) : (naming.get(party) ?? []);
				const rest = spoken.filter(
					(other) => other !== rung && !(side === 'above' ? other.high < rung.low : other.low > rung.high),
				);
				return join([...pooled, of(rest)]);
			};
		},
	};
}
