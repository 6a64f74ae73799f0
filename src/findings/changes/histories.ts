import type { Findings } from '../schema.ts';
import type { Changes } from './schema.ts';
import { added, keyed, paired } from './sides.ts';

type HistoryChange = Changes['histories'][number];

interface History {
	readonly account: string;
	readonly history: string;
	readonly state: string;
}

/**
 * Histories that became complete, or stopped being it; ones that were asked for the first time, or are asked no more.
 *
 * Of a bank or platform the findings say only which returns are missing, and one is missed only while something is known
 * of the account. So a return that is no longer missed is complete where the register names a file of the account, and
 * else no more than *not missed*: the rows that made it missed may have gone.
 */
export function historyChanges(before: Findings, after: Findings): HistoryChange[] {
	const byKey = (findings: Findings) => keyed(historiesOf(findings), (h) => `${h.account}|${h.history}`);
	return paired(byKey(before), byKey(after)).flatMap(({ was, is }): HistoryChange[] => {
		const { account, history } = (is ?? was) as History;
		const became =
			history === RETURN ? returnBecame(account, is !== undefined, after) : chainBecame(was?.state, is?.state);
		if (became === undefined || was?.state === is?.state) return [];
		const told = { account, history, became };
		return [{ ...told, ...(was ? { was: was.state } : {}), ...(is ? { is: is.state } : {}) }];
	});
}

function chainBecame(was: string | undefined, is: string | undefined): HistoryChange['became'] | undefined {
	if (is === undefined) return 'unknown';
	const [whole, wholeNow] = [was !== undefined && was !== 'incomplete', is !== 'incomplete'];
	if (was === undefined) return wholeNow ? 'known' : 'incomplete';
	return whole === wholeNow ? undefined : wholeNow ? 'complete' : 'incomplete';
}

function returnBecame(account: string, missed: boolean, { evidence, people }: Findings): HistoryChange['became'] {
	if (missed) return 'incomplete';
	const holders = people.filter(({ accounts }) => accounts.some((one) => one.account === account && !one.withdrawn));
	const names = new Set([account, ...holders.map(({ name }) => name)]);
	const lies = evidence.files.some(({ register, status }) => status === 'read' && names.has(register?.holder ?? ''));
	return lies ? 'complete' : 'not-missed';
}

const RETURN = 'return';

function historiesOf(findings: Findings): History[] {
	const chains = findings.chains.histories.map(({ account, history, state }) => ({ account, history, state }));
	return [...chains, ...missingReturns(findings)];
}

function missingReturns({ people }: Findings): History[] {
	const missing = people.flatMap(({ bounds }) => [...bounds.received.missing, ...bounds.passedOn.missing]);
	const accounts = missing
		.filter(({ code }) => code.startsWith('lack-return-missing'))
		.map(({ facts }) => facts.account);
	return [...new Set(accounts)].map((account) => ({ account: String(account), history: RETURN, state: 'incomplete' }));
}

/** What was not fully given, come and gone. */
export function gapChanges(before: Findings, after: Findings): Changes['gaps'] {
	const text = ({ code, facts }: Findings['incomplete'][number]) =>
		JSON.stringify([code, Object.entries(facts).sort()]);
	return {
		come: added(before.incomplete, after.incomplete, text),
		gone: added(after.incomplete, before.incomplete, text),
	};
}

/** Transfers that a chain took back since. */
export function vanishedSince(before: Findings, after: Findings): Changes['vanished'] {
	return added(before.chains.vanished, after.chains.vanished, ({ record }) => record).map(
		({ chain, transaction, from, to, asset, amount, instant }) => ({
			...{ chain, transaction, from, to, asset, amount, instant },
		}),
	);
}
