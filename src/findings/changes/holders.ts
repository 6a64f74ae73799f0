import type { Findings } from '../schema.ts';
import type { Changes } from './schema.ts';

/**
 * Who holds the accounts that a report names, as far as the case knows one person for each: now, or before where nobody is
 * known now.
 */
export function holdersOf(
	{ transfers, vanished, histories }: Pick<Changes, 'transfers' | 'vanished' | 'histories'>,
	before: Findings | undefined,
	after: Findings,
): Changes['holders'] {
	const lists = [transfers.new, transfers.vanished, transfers.changed, transfers.renamed].flatMap((one) => one.largest);
	const named = new Set([
		...[...lists, ...vanished].flatMap(({ from, to }) => [from, to]),
		...histories.map(({ account }) => account),
	]);
	const [now, then] = [namesIn(after), namesIn(before)];
	return [...named].sort().flatMap((account) => {
		const names = now.get(account) ?? then.get(account) ?? new Set();
		const [name] = names;
		return name === undefined || names.size > 1 ? [] : [{ account, name }];
	});
}

function namesIn(findings: Findings | undefined): Map<string, Set<string>> {
	const names = new Map<string, Set<string>>();
	for (const { name, accounts } of findings?.people ?? [])
		for (const { account, withdrawn } of accounts)
			if (!withdrawn) names.set(account, (names.get(account) ?? new Set()).add(name));
	return names;
}
