import { type CashOutResult, type CoinLeg, isSettled } from '../cashouts/types.ts';
import type { ChainFacts } from '../findings/input.ts';
import type { Findings } from '../findings/schema.ts';
import { holdsMoney, isChain, parseAccount, vagueness } from '../ledger/account.ts';
import type { BalanceGap } from '../ledger/balances.ts';
import { chainHistories, wholeOnChain } from '../ledger/chain-histories.ts';
import { type Coverage, type FileStanding, readCoverage } from '../ledger/coverage.ts';
import type { MergeResult } from '../ledger/merge/merge.ts';
import type { Parties, Party } from '../ledger/parties.ts';
import { Problem } from '../ledger/problem.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { ActedTransfer, DayLeads, Judged } from '../payroll/types.ts';
import { type BoundsResult, boundsOf } from '../proceeds/bounds.ts';
import type { BoundPerson } from '../proceeds/bounds-types.ts';
import { actedTransfers } from './acted.ts';
import { defined, type Settings } from './settings.ts';

/** What a run has derived by the time bounds are asked for. */
export interface BoundFacts {
	readonly records: readonly LedgerRecord[];
	readonly evidence: Findings['evidence'];
	readonly gaps: readonly BalanceGap[];
	readonly merged: MergeResult;
	readonly parties: Parties;
	readonly judged: readonly Judged[];
	readonly acted: ReadonlyMap<string, ActedTransfer>;
	readonly cashOuts: CashOutResult;
	readonly coins: readonly CoinLeg[];
	readonly leads: readonly DayLeads[];
	readonly chains: ChainFacts;
}

/**
 * Everybody's bounds, from what a run derived and what the case states.
 *
 * @throws Problem `person.unknown` where `bounds.accounts_known` names nobody of the people list
 */
export function caseBounds(facts: BoundFacts, settings: Settings): BoundsResult {
	const { merged, parties, judged, acted, leads, coins } = facts;
	const members = [...parties.all.values()].filter((party) => party.spells.length > 0);
	const owners = new Map(
		merged.owners.flatMap(({ bill, account }) => (account === undefined ? [] : [[bill, account] as const])),
	);
	const excluded = merged.transfers.filter((t) => t.exclusion === 'unconfirmed' || t.exclusion === 'unknown-amount');
	const why = new Map(excluded.map((t) => [t.id, t.exclusion]));
	const apart = excluded.map(({ exclusion: _exclusion, ...t }) => t);
	const { from, until } = settings;
	return boundsOf({
		judged,
		acted,
		apart: actedTransfers(apart, parties, [], new Map(), []).map((one) => ({
			...one,
			transfer: { ...one.transfer, ...defined('exclusion', why.get(one.transfer.id)) },
		})),
		people: members.map((party) => personOf(party, parties)),
		coverage: readCoverage(
			facts.records,
			standingOf(facts.evidence),
			facts.gaps,
			owners,
			onChain(facts.chains, settings),
		),
		contested: new Set(parties.doubts.filter((d) => d.kind === 'two-holders').map((d) => d.account)),
		firmCashOuts: firmCashOuts(facts.cashOuts),
		coins: coins.filter((leg) => leg.side === 'sold'),
		unmatched: unmatched(facts.cashOuts, coins),
		crossed: crossed(facts.cashOuts),
		priced: (asset) => STABLE.has(settings.assets.get(asset)?.symbol ?? ''),
		rates: settings.cashOuts.rates,
		lag: { beforeMs: settings.cashOuts.beforeMs, afterMs: settings.cashOuts.afterMs },
		leads,
		pay: settings.pay,
		offsetMinutes: settings.offsetMinutes,
		caps: {
			...(from !== undefined && until !== undefined && { period: { from, until } }),
			...settings.bounds,
			accountsKnown: accountsKnown(settings.bounds.accountsKnown, members, parties),
		},
	});
}

/** When chains showed all of an account, and no answer contradicts another. */
function onChain({ receipts, disagreements }: ChainFacts, settings: Settings): Coverage {
	const whole = wholeOnChain(chainHistories(receipts), settings.assets.keys());
	const doubted = new Set(disagreements.flatMap((one) => one.receipts));
	for (const { id, account } of receipts) if (doubted.has(id)) whole.delete(account);
	return whole;
}

/** Coins of a dollar: the rates of the case are for these. */
const STABLE: ReadonlySet<string> = new Set(['USDT', 'USDC']);

function firmCashOuts({ cashOuts }: CashOutResult): Set<string> {
	return new Set(cashOuts.filter((c) => isSettled(c) && c.grade !== 'inferred').flatMap((c) => c.yuan));
}

function unmatched({ unmatchedCoins }: CashOutResult, coins: readonly CoinLeg[]): Map<string, number> {
	const left = new Set(unmatchedCoins);
	const counts = new Map<string, number>();
	for (const { transfer, party, side } of coins)
		if (side === 'sold' && left.has(transfer)) counts.set(party, (counts.get(party) ?? 0) + 1);
	return counts;
}

/** Whose coins became yuan of another, and who that was. */
function crossed({ cashOuts }: CashOutResult): Set<string> {
	return new Set(cashOuts.filter(isSettled).flatMap(({ party, payee }) => (payee === undefined ? [] : [party, payee])));
}

function personOf(party: Party, parties: Parties): BoundPerson {
	const held = party.attributions.filter((a) => !a.withdrawn && holdsMoney(a.account));
	const superiors = party.spells.flatMap((spell) =>
		spell.superior === undefined ? [] : parties.named(spell.superior),
	);
	return {
		party: party.id,
		spells: party.spells,
		superiors: [...new Set(superiors.map((superior) => superior.id))],
		// A nickname is how somebody is called in another's bill: no account of which there could be a history.
		accounts: held.filter((a) => !isChain(a.account) && vagueness(a.account) < 2),
		wallets: held.filter((a) => isChain(a.account)).map((a) => a.account),
	};
}

function accountsKnown(
	{ people, except }: Settings['bounds']['accountsKnown'],
	members: readonly Party[],
	parties: Parties,
): Set<string> {
	const idsOf = (texts: readonly string[]) =>
		texts.flatMap((text) => {
			if (text === '*') return members.map((party) => party.id);
			const named = parties.named(text).filter((party) => party.spells.length > 0);
			if (named.length === 0) throw new Problem('config', 'person.unknown', { text });
			return named.map((party) => party.id);
		});
	const left = new Set(idsOf(except));
	return new Set(idsOf(people).filter((id) => !left.has(id)));
}

/** What the evidence list says of each file as a whole. */
function standingOf(evidence: Findings['evidence']): FileStanding[] {
	return evidence.files
		.filter((file) => file.hash !== '')
		.map(({ hash, status, hashCheck, register }) => {
			const reading = parseAccount(register?.holder ?? '');
			return {
				hash,
				whole: status === 'read' && hashCheck !== 'different',
				byHolder: register?.obtained === BY_HOLDER,
				...(reading.ok && { account: reading.account }),
				...defined('from', register?.from),
				...defined('until', register?.until),
			};
		});
}

/** How the register says that the person concerned handed a file in (取得方式). */
const BY_HOLDER = '当事人提供';
