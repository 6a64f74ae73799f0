import type { Derived } from '../input.ts';
import { type Todo, type TodoFamily, todo } from './item.ts';

/** Accounts that two people are said to hold, that nobody can be told for, or that are called as a member is. */
export const holders: TodoFamily = ({ derived, volume }) => [
	...doubtItems(derived, volume),
	...nicknames(derived, volume),
	...proposals(derived, volume),
];

function doubtItems(derived: Derived, volume: ReadonlyMap<string, bigint>): Todo[] {
	return derived.parties.doubts.map((doubt) =>
		doubt.kind === 'two-holders'
			? todo('two-holders', doubt.account, volume.get(doubt.account) ?? 0n, { parties: doubt.parties.join('、') })
			: todo('equal-names', doubt.account, volume.get(doubt.account) ?? 0n, { name: doubt.name }),
	);
}

function nicknames(derived: Derived, volume: ReadonlyMap<string, bigint>): Todo[] {
	return derived.merged.nicknames
		.filter((n) => (volume.get(n.nick) ?? 0n) > 0n)
		.map((n) => todo('nickname', n.nick, volume.get(n.nick) ?? 0n, { account: n.account, transfers: n.transfers }));
}

/** Accounts that are called as a member is. */
function proposals(derived: Derived, volume: ReadonlyMap<string, bigint>): Todo[] {
	return derived.proposals.map(({ account, alias, name, kind, how, rivals }) =>
		todo('holder-proposed', account, volume.get(account) ?? 0n, { alias, name, kind, how, rivals }),
	);
}
