import type { Findings } from '../schema.ts';
import type { LinkChange } from './links-schema.ts';
import { keyed, paired } from './sides.ts';

type Link = Pick<LinkChange, 'kind' | 'id' | 'facts'> & { readonly key: string; readonly status: string };

/**
 * Inferred links that came, went or got another standing: matches of coins and yuan, roles and superiors that payments
 * show, holders proposed for accounts.
 *
 * @param nameNow id under which a transfer of the run before is known now: a match of the same legs is the same match
 */
export function linkChanges(before: Findings, after: Findings, nameNow: (transfer: string) => string): LinkChange[] {
	const byKey = (findings: Findings, name: (transfer: string) => string) =>
		keyed(linksOf(findings, name), ({ key }) => key);
	return paired(
		byKey(before, nameNow),
		byKey(after, (id) => id),
	).flatMap(({ was, is }): LinkChange[] => {
		const { kind, id, facts } = (is ?? was) as Link;
		const head = { kind, id, facts };
		if (was === undefined && is) return [{ ...head, change: 'new', is: is.status }];
		if (is === undefined && was) return [{ ...head, change: 'gone', was: was.status }];
		if (!was || !is || was.status === is.status) return [];
		return [{ ...head, change: 'changed', was: was.status, is: is.status }];
	});
}

function linksOf(findings: Findings, name: (transfer: string) => string): Link[] {
	return [...cashOuts(findings, name), ...proposals(findings), ...holders(findings)];
}

function cashOuts({ cashOuts: list, people }: Findings, name: (transfer: string) => string): Link[] {
	const names = namesOf({ people });
	return list.map(({ id, side, party, payee, coins, yuan, asset, quantity, fen, rate, coinInstant, status }) => ({
		key: `cash-out|${coins.map(name).sort().join(' ')}|${yuan.map(name).sort().join(' ')}`,
		...{ kind: 'cash-out', id, status },
		facts: {
			...{ side, asset, quantity, fen, rate, instant: coinInstant },
			person: names.get(party) ?? party,
			...(payee === undefined ? {} : { payee: names.get(payee) ?? payee }),
		},
	}));
}

function proposals({ hierarchy, people }: Findings): Link[] {
	const labels = new Map([...hierarchy.units.map(({ id, label }) => [id, label] as const), ...namesOf({ people })]);
	const label = (unit: string) => labels.get(unit) ?? unit;
	return [
		...hierarchy.roles.map(({ id, unit, role, status, transfers }) => ({
			...{ key: `role|${id}`, kind: 'role' as const, id, status },
			facts: { unit: label(unit), role, transfers },
		})),
		...hierarchy.superiors.map(({ id, unit, superior, status, transfers, sum }) => ({
			...{ key: `superior|${id}`, kind: 'superior' as const, id, status },
			facts: { unit: label(unit), superior: label(superior), transfers, sum },
		})),
	];
}

/** Of roles the hierarchy tells already. */
function holders({ todo }: Findings): Link[] {
	return todo.flatMap(({ id, code, subject, adopt }) =>
		adopt?.account === undefined || adopt.party === '' || adopt.role !== undefined
			? []
			: [
					{
						...{ key: `holder|${id}`, kind: 'holder' as const, id, status: 'proposed' },
						facts: { account: adopt.account, person: adopt.name, code, subject },
					},
				],
	);
}

function namesOf({ people }: Pick<Findings, 'people'>): Map<string, string> {
	return new Map(people.map(({ id, name }) => [id, name]));
}
