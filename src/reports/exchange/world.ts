import { hash } from 'node:crypto';
import { handleOf, networkOf } from '../../ledger/account.ts';
import { UNKNOWN_TOKEN_DECIMALS } from '../../ledger/asset.ts';
import { formatAmount } from '../../ledger/money.ts';
import type { LedgerEvidence, LedgerRow } from '../ledger-row.ts';
import type { ReportInput } from '../report.ts';

/** Somebody who holds accounts; where nobody is known, whoever holds the one account. */
export interface Holder {
	readonly id: string;
	readonly name: string;
	readonly kind: 'person' | 'other' | 'unknown';
	readonly role: string;
	readonly group: string;
}

export interface ExchangedAccount {
	readonly id: string;
	/** `network:handle`, masked where the package is. */
	readonly account: string;
	readonly network: string;
	readonly handle: string;
	readonly kind: 'wallet' | 'bank' | 'user';
	/** Everybody who held it at one of its payments, by id. */
	readonly holders: readonly string[];
}

/** One payment, between two accounts of the world. */
export interface Payment {
	readonly row: LedgerRow;
	readonly from: ExchangedAccount;
	readonly to: ExchangedAccount;
	readonly payer: string;
	readonly payee: string;
	/** With all decimals of the asset: exact. */
	readonly amount: string;
	readonly symbol: string;
}

/** Coins given for yuan, or the other way round: an inferred link between accounts, which has no amount of its own. */
export interface Conversion {
	readonly id: string;
	readonly from: ExchangedAccount;
	readonly to: ExchangedAccount;
	/** Who held the accounts then: whoever held them at another time has no part in it. */
	readonly givers: readonly string[];
	readonly takers: readonly string[];
	readonly instant: number;
	readonly rate: string;
}

/** A file of the evidence, named once, so that a payment needs but its number. */
export interface ExchangedFile {
	/** Its number in 附表6, as rows are told by it: `F12`. */
	readonly number: string;
	readonly path: string;
	/** SHA-256. */
	readonly hash: string;
}

/** What other programs are given of a case: accounts, holders and every payment that is traced and counted. */
export interface World {
	/** Sorted by account. */
	readonly accounts: readonly ExchangedAccount[];
	/** Sorted by id. */
	readonly holders: readonly Holder[];
	readonly conversions: readonly Conversion[];
	/** In the order of 附表6. */
	readonly files: readonly ExchangedFile[];
	/** Where the rows of a payment stand: `F12 › sheet › row`, several with `; ` between. */
	evidenceOf(row: LedgerRow): string;
	/** In order of time, made anew at each reading. */
	payments(): Iterable<Payment>;
}

const CHAINS = /^(?:tron|eth|bsc|polygon|arbitrum|evm-\d+)$/;

/**
 * Payments that are kept apart (failed, unconfirmed, double) are no payments and are not in it; 附表5 lists them.
 *
 * @param unknownHolder what whoever holds an account is called where nobody is known
 */
export function worldOf({ findings, rows }: ReportInput, unknownHolder: (account: string) => string): World {
	const assets = new Map(findings.assets.map((asset) => [asset.id, asset]));
	const people = new Map(findings.people.map((person) => [person.id, person]));
	const holders = new Map<string, Holder>();
	const held = new Map<string, Set<string>>();
	const meet = (account: string, party: string, name: string): string => {
		const id = holderAt(account, party);
		if (!holders.has(id))
			holders.set(id, holderOf(id, party === '' ? unknownHolder(account) : name, party === '', people));
		held.set(account, (held.get(account) ?? new Set()).add(id));
		return id;
	};
	const legs = new Map<string, LedgerRow>();
	const wanted = new Set(findings.cashOuts.filter(isSettled).flatMap(({ coins, yuan }) => [...coins, ...yuan]));
	for (const row of counted(rows)) {
		meet(row.payerAccount, row.payerId, row.payer);
		meet(row.payeeAccount, row.payeeId, row.payee);
		if (wanted.has(row.id)) legs.set(row.id, row);
	}
	const accounts = new Map(
		[...held]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([account, by]) => [account, accountOf(account, [...by].sort())]),
	);
	const at = (account: string) => accounts.get(account) as ExchangedAccount;
	const files = findings.evidence.files.map(({ paths, hash: sha256 }, index) => ({
		...{ number: `F${index + 1}`, path: paths[0] ?? sha256, hash: sha256 },
	}));
	const numbers = new Map(files.map((file) => [file.hash, file.number]));
	return {
		files,
		evidenceOf: ({ evidence }) => evidence.map((place) => placeOf(place, numbers)).join('; '),
		accounts: [...accounts.values()],
		holders: [...holders.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
		conversions: findings.cashOuts.filter(isSettled).flatMap((match) => conversionsOf(match, legs, at)),
		*payments() {
			for (const row of counted(rows)) {
				const asset = assets.get(row.asset);
				yield {
					row,
					from: at(row.payerAccount),
					to: at(row.payeeAccount),
					payer: holderAt(row.payerAccount, row.payerId),
					payee: holderAt(row.payeeAccount, row.payeeId),
					amount: formatAmount(row.amount, asset?.decimals ?? UNKNOWN_TOKEN_DECIMALS),
					symbol: asset?.symbol ?? row.asset,
				};
			}
		},
	};
}

function placeOf({ path, sheet, row, hash: sha256 }: LedgerEvidence, numbers: ReadonlyMap<string, string>): string {
	return [numbers.get(sha256) ?? path, sheet, row].filter((part) => part !== '').join(' › ');
}

/** Accepted by rule or confirmed by a person: what is only proposed is no link. */
function isSettled({ status }: ReportInput['findings']['cashOuts'][number]): boolean {
	return status === 'accepted' || status === 'confirmed';
}

function* counted(rows: Iterable<LedgerRow>): Generator<LedgerRow> {
	for (const row of rows) if (row.exclusion === '') yield row;
}

function holderOf(
	id: string,
	name: string,
	unknown: boolean,
	people: ReadonlyMap<string, { readonly name: string; readonly role: string; readonly group: string }>,
): Holder {
	const person = people.get(id);
	if (person) return { id, name: person.name, kind: 'person', role: person.role, group: person.group };
	return { id, name, kind: unknown ? 'unknown' : 'other', role: '', group: '' };
}

function accountOf(account: string, holders: readonly string[]): ExchangedAccount {
	const network = networkOf(account);
	const kind = CHAINS.test(network) ? 'wallet' : network === 'bank' ? 'bank' : 'user';
	return { id: idOf('a', account), account, network, handle: handleOf(account), kind, holders };
}

/** @param party '' where nobody is known */
function holderAt(account: string, party: string): string {
	return party === '' ? idOf('u', account) : party;
}

/** Letters and digits, as every program takes them; the same for the same text. */
function idOf(kind: 'a' | 'u', text: string): string {
	return `${kind}${hash('sha256', text).slice(0, 24)}`;
}

function conversionsOf(
	match: ReportInput['findings']['cashOuts'][number],
	legs: ReadonlyMap<string, LedgerRow>,
	at: (account: string) => ExchangedAccount,
): Conversion[] {
	const [gives, gets] = match.side === 'sold' ? [match.coins, match.yuan] : [match.yuan, match.coins];
	const from = gives.flatMap((id) => legs.get(id) ?? []);
	const to = gets.flatMap((id) => legs.get(id) ?? []);
	const pairs = new Map<string, Conversion & { readonly givers: string[]; readonly takers: string[] }>();
	for (const { payerAccount, payerId, instant } of from)
		for (const { payeeAccount, payeeId } of to) {
			const [giving, taking] = [at(payerAccount), at(payeeAccount)];
			const id = `${match.id}-${giving.id}-${taking.id}`;
			const pair = pairs.get(id) ?? { id, from: giving, to: taking, givers: [], takers: [], instant, rate: match.rate };
			pairs.set(id, pair);
			note(pair.givers, holderAt(payerAccount, payerId));
			note(pair.takers, holderAt(payeeAccount, payeeId));
		}
	return [...pairs.values()];
}

function note(holders: string[], holder: string): void {
	if (!holders.includes(holder)) holders.push(holder);
}
