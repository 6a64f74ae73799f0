import { BigNumber } from 'bignumber.js';
import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { networkOf } from '../../ledger/account.ts';
import { formatTime } from '../../ledger/time.ts';
import { assetNames } from '../asset-names.ts';
import { type Look, lookOf } from '../chart/look.ts';
import type { LedgerEvidence } from '../ledger-row.ts';
import type { PackageInput } from '../package/part.ts';
import { clip } from '../text-width.ts';
import { type Words, word, wordsOf } from '../words.ts';
import { type WaysWords, waysWords } from '../words-ways.ts';

/** What the texts of a sheet are made with. */
export interface Pen {
	readonly findings: Findings;
	readonly words: Words;
	readonly own: WaysWords;
	readonly people: ReadonlyMap<string, FindingsPerson>;
	/** Accounts that the flow calls a service or an overseas payer, and which of them. */
	readonly looks: ReadonlyMap<string, Look>;
	/** All decimals that are not 0, with the unit. */
	amount(amount: bigint, asset: string): string;
	symbol(asset: string): string;
	decimals(asset: string): number;
	time(instant: number): string;
	/** `波场 T…`; '' where there is no account. */
	account(account: string): string;
	/** `境外上家甲（波场 T…）`. */
	origin(origin: string): string;
	/** File and row of a record. */
	place(evidence: LedgerEvidence): string;
}

export function penOf({ findings, terms }: Pick<PackageInput, 'findings' | 'terms'>): Pen {
	const words = wordsOf(findings.case.language);
	const own = waysWords(findings.case.language);
	const symbols = assetNames(findings.assets, (symbol, network) =>
		words.withRole(symbol, word(words.networks, network)),
	);
	const decimals = new Map(findings.assets.map((asset) => [asset.id, asset.decimals]));
	const labels = new Map(findings.seeds.map(({ origin, label }) => [origin, label]));
	const symbol = (asset: string) => symbols.get(asset) ?? asset;
	const account = (text: string) => accountText(text, words);
	const special: Readonly<Record<string, string>> = {
		'?opening': own.shares.opening,
		'?unknown': own.shares.unknown,
		'?round': own.shares.round,
	};
	return {
		findings,
		words,
		own,
		people: new Map(findings.people.map((person) => [person.id, person])),
		looks: new Map([
			...findings.flow.nodes.map((node) => [node.note, lookOf(node)] as const),
			...terms.services.map((account) => [account, 'service'] as const),
			...findings.seeds.map(({ origin }) => [origin, 'overseas'] as const),
		]),
		amount: (amount, asset) =>
			asset === 'CNY'
				? `${plain(amount, 2, 2)}${words.yuan}`
				: `${plain(amount, decimals.get(asset) ?? 0)} ${symbol(asset)}`,
		symbol,
		decimals: (asset) => (asset === 'CNY' ? 2 : (decimals.get(asset) ?? 0)),
		time: (instant) => formatTime(instant, findings.case.offsetMinutes),
		account,
		origin: (origin) => {
			const named = special[origin] ?? labels.get(origin) ?? '';
			if (special[origin] !== undefined) return named;
			return named === '' || named === origin ? account(origin) : words.withRole(named, account(origin));
		},
		place: ({ path, sheet, row }) => own.row(shortPath(path) + (sheet === '' ? '' : `[${clip(sheet, 1, 16)}]`), row),
	};
}

/** A number with its thousands, all its decimals, or at least so many. */
export function plain(amount: bigint, decimals: number, least = 0): string {
	const value = new BigNumber(amount.toString()).shiftedBy(-decimals);
	return value.toFormat(Math.max(least, value.decimalPlaces() ?? 0));
}

const PATH_MAX = 44;

/** The end of a long path, from the beginning of a folder on: it tells more than its beginning. */
function shortPath(path: string): string {
	const characters = [...path];
	if (characters.length <= PATH_MAX) return path;
	const rest = characters.slice(1 - PATH_MAX).join('');
	return `…${rest.slice(Math.max(0, rest.indexOf('/')))}`;
}

function accountText(account: string, words: Words): string {
	if (!/^[a-z][a-z0-9-]*:\S/.test(account)) return account;
	const network = networkOf(account);
	return `${word(words.networks, network)} ${account.slice(network.length + 1)}`;
}
