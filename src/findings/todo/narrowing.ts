import { networkOf } from '../../ledger/account.ts';
import { formatDay } from '../../ledger/time.ts';
import type { PersonBounds } from '../../proceeds/bounds-types.ts';
import { highest } from '../../proceeds/highest.ts';
import type { Derived } from '../input.ts';
import { nameOf, type TodoFamily, todo } from './item.ts';

/**
 * Histories of members' accounts that the case lacks for some time, or altogether and no row showed money there: with
 * them a person's bounds would be narrower. At stake: by how much at most. Accounts on which money was seen and of which
 * nothing lies in the case are on the request list already.
 */
export const narrowing: TodoFamily = ({ derived }) => {
	const seen = accountsSeen(derived);
	return [...derived.bounds.people.values()].flatMap((bounds) => {
		const stake = hidden(bounds);
		return bounds.received.missing.concat(bounds.passedOn.missing.filter(isNew(bounds))).flatMap((lack) => {
			const account = String(lack.facts.account ?? '');
			if (!lack.code.startsWith('lack-return-missing') || (seen.has(account) && !derived.ownAccounts.has(account)))
				return [];
			const { from, until } = lack.facts;
			const span = typeof from === 'number' && typeof until === 'number' ? { from, until } : undefined;
			const [platform, holder] = [networkOf(account), nameOf(derived, account)];
			const day = (instant: number | undefined) =>
				instant === undefined ? '' : formatDay(instant, derived.case.offsetMinutes);
			const facts = { platform, name: holder, first: day(span?.from), last: day(span?.until) };
			return [
				todo('narrow-bounds', account, stake ?? 0n, facts, {
					about: [bounds.party, account, from ?? '', until ?? ''].join('|'),
					request: { platform, account, holder, ...span, want: 'history' },
				}),
			];
		});
	});
};

/** The passed-on figure names the same accounts as the received one, and sometimes further ones. */
function isNew({ received }: PersonBounds): (lack: PersonBounds['passedOn']['missing'][number]) => boolean {
	const known = new Set(received.missing.map(({ facts }) => facts.account));
	return ({ facts }) => facts.account !== undefined && !known.has(facts.account);
}

/** What of the width rows do not show, of the figure where that is most; undefined where nothing bounds it. */
function hidden({ received, passedOn }: PersonBounds): bigint | undefined {
	const parts = [received, passedOn].flatMap(({ shown, most }) =>
		shown === undefined || most === undefined || most < shown ? [] : [most - shown],
	);
	return parts.length < 2 ? undefined : highest(parts);
}

/** Accounts that a judged payment touched. */
function accountsSeen({ judged, byId }: Derived): Set<string> {
	const seen = new Set<string>();
	for (const { transfer } of judged) {
		const t = byId.get(transfer);
		if (t) seen.add(t.from).add(t.to);
	}
	return seen;
}
