import { type Todo, type TodoFamily, todo } from './item.ts';

/**
 * Accounts that two people are said to hold, that nobody can be told for, or that are called as a member is. At stake: all
 * yuan that passed through the account.
 */
export const holders: TodoFamily = (context) => [...doubtItems(context), ...nicknames(context), ...proposals(context)];

const doubtItems: TodoFamily = ({ derived, volume }) =>
	derived.parties.doubts.map((doubt): Todo => {
		const stake = volume.get(doubt.account) ?? 0n;
		if (doubt.kind === 'equal-names')
			return todo('equal-names', doubt.account, stake, { name: doubt.name }, { about: doubt.claim });
		const claims = [...derived.parties.all.values()].flatMap(({ name, attributions }) =>
			attributions
				.filter((claim) => claim.account === doubt.account && !claim.withdrawn)
				.map((claim) => ({ subject: claim.id, label: name, source: claim.source })),
		);
		const facts = {
			parties: doubt.parties.join('、'),
			claims: claims.map(({ label, source }) => `${label}（${source}）`).join('；'),
		};
		return todo('two-holders', doubt.account, stake, facts, {
			about: [doubt.account, ...claims.map(({ subject }) => subject).sort()].join('|'),
			options: claims.map(({ subject, label }) => ({ subject, label })),
		});
	});

/** Nicknames that always stood for one account. Whoever holds that account may be confirmed as the nickname's holder. */
const nicknames: TodoFamily = ({ derived, volume }) =>
	derived.merged.nicknames
		.filter(({ nick }) => (volume.get(nick) ?? 0n) > 0n && !derived.parties.holder(nick, Number.POSITIVE_INFINITY))
		.map(({ nick, account, transfers }) => {
			const holder = derived.parties.holder(account, Number.POSITIVE_INFINITY)?.party;
			const facts = { account, transfers, name: holder?.name ?? '' };
			return todo('nickname', nick, volume.get(nick) ?? 0n, facts, {
				about: `${nick}|${account}`,
				...(holder ? { adopt: { account: nick, party: holder.id, name: holder.name } } : {}),
			});
		});

/** Accounts that are called as a member is: one point for each account and member, whatever it is called. */
const proposals: TodoFamily = ({ derived, volume }) => {
	const points = new Map<string, Todo>();
	for (const { account, alias, party, name, kind, how, rivals } of derived.proposals) {
		const about = `${account}|${party}`;
		if (points.has(about)) continue;
		const facts = { alias, name, kind, how, rivals };
		const adopt = { account, party, name };
		points.set(about, todo('holder-proposed', account, volume.get(account) ?? 0n, facts, { about, adopt }));
	}
	return [...points.values()];
};
