import { networkOf } from '../../ledger/account.ts';
import { Problem } from '../../ledger/problem.ts';
import { covers, HISTORY_KINDS, type Receipt } from '../../ledger/receipt.ts';
import type { Store } from '../../stores/contract.ts';
import { openStore } from '../../stores/open.ts';
import { openCase } from '../case-folder.ts';
import { type Progress, takeIn } from '../evidence-intake.ts';
import { loadPasswords } from '../load-passwords.ts';
import { loadDecisions, loadSettings } from '../load-settings.ts';
import type { Settings } from '../settings.ts';
import { type Environment, storePlace } from '../store-place.ts';
import { accountsAsked } from './accounts.ts';
import type { DamagedAnswers } from './restore.ts';
import { accountOn } from './settings.ts';
import { ByHistory, type HistoryName, stretchesIn } from './stretches.ts';
import { type ChainAccess, type ChainCase, fetchAccounts, restoreKept } from './take-chains.ts';

export interface FetchRequest {
	/** As a person types them; none: those of the case. */
	readonly accounts: readonly string[];
	readonly env: Environment;
	readonly chains: ChainAccess;
	readonly onProgress: Progress;
}

/** What is known of one history after a fetch. */
export interface FetchedHistory extends HistoryName {
	readonly unit: Receipt['unit'];
	/** First and last mark that is covered; undefined where none is. */
	readonly from: number | undefined;
	readonly until: number | undefined;
	readonly records: number;
	/** Records that this fetch brought. */
	readonly added: number;
	/** Answers. */
	readonly pages: number;
	readonly outcome: Receipt['outcome'];
	readonly reason: string;
}

export interface FetchedCase {
	/** By account and history. */
	readonly histories: readonly FetchedHistory[];
	/** Requests sent. */
	readonly sent: number;
	readonly pooled: readonly string[];
	readonly damaged: readonly DamagedAnswers[];
}

/**
 * Brings accounts of a case up to their chains, and derives nothing: the next run has what was brought.
 *
 * @throws Problem `chain.none` {folder}; `chain.not-asked`, `account.ambiguous` of an account; those of configuration,
 * evidence and store
 */
export async function fetchCase(root: string, request: FetchRequest): Promise<FetchedCase> {
	const folder = await openCase(root);
	const settings = await loadSettings(folder);
	if (settings.chains.length === 0) throw new Problem('config', 'chain.none', { folder: root });
	const named = request.accounts.map((text) => accountNamed(text, settings));
	const { env, chains } = request;
	const store = await openStore(await storePlace(folder, env));
	try {
		const decisions = await loadDecisions(folder);
		const passwords = named.length > 0 ? undefined : await loadPasswords(folder, env);
		const intake = passwords && (await takeIn(folder, settings, store, request, passwords));
		const filter = { hashes: intake?.hashes ?? new Set<string>() };
		const one: ChainCase = { folder, settings, store, env, decisions, filter };
		const damaged = await restoreKept(one);
		const known = await accountsAsked(store, filter, settings, decisions);
		const accounts = named.length > 0 ? [...new Set(named)].sort() : [...known.byNetwork.values()].flat();
		const before = new Set((await stretchesIn(store)).live.map(({ id }) => id));
		const on = (network: string) => accounts.filter((account) => networkOf(account) === network);
		const sent = await fetchAccounts(one, on, chains);
		return { histories: await historiesOf(store, accounts, before), sent, pooled: known.pooled, damaged };
	} finally {
		await store.close();
	}
}

/** The account that a person named, on a network of the case. */
function accountNamed(text: string, { chains }: Settings): string {
	const networks = chains.map(({ network }) => network);
	const prefix = networks.find((network) => text.startsWith(`${network}:`));
	if (prefix !== undefined) return accountOn(prefix, text);
	const fitting = text.includes(':') ? [] : networks.filter((network) => /^0x/.test(text) !== (network === 'tron'));
	const [only, ...more] = fitting;
	if (only === undefined) throw new Problem('usage', 'chain.not-asked', { text, known: networks.join(', ') });
	if (more.length > 0)
		throw new Problem('usage', 'account.ambiguous', {
			text,
			choices: fitting.map((network) => `${network}:${text}`).join(', '),
		});
	return accountOn(only, text);
}

async function historiesOf(
	store: Store,
	accounts: readonly string[],
	before: ReadonlySet<string>,
): Promise<FetchedHistory[]> {
	const held = new ByHistory((await stretchesIn(store)).live);
	return accounts.flatMap((account) =>
		HISTORY_KINDS.flatMap((history) => {
			const own = held.of({ account, history });
			return own.length > 0 ? [fetched(own, before)] : [];
		}),
	);
}

function fetched(own: readonly [Receipt, ...Receipt[]] | readonly Receipt[], before: ReadonlySet<string>) {
	const [first] = own as [Receipt];
	const full = own.filter(covers);
	const failed = own.filter((one) => !covers(one)).sort((a, b) => b.askedAt - a.askedAt)[0];
	const records = sum(full, ({ records: count }) => count);
	return {
		account: first.account,
		history: first.history,
		unit: first.unit,
		from: full[0]?.from,
		until: full.at(-1)?.until,
		records,
		added: sum(
			full.filter(({ id }) => !before.has(id)),
			({ records: count }) => count,
		),
		pages: sum(own, ({ answers }) => answers.length),
		outcome: failed?.outcome ?? (records > 0 ? ('complete' as const) : ('empty' as const)),
		reason: failed?.reason ?? full.at(-1)?.reason ?? '',
	};
}

function sum(receipts: readonly Receipt[], amount: (receipt: Receipt) => number): number {
	return receipts.reduce((total, receipt) => total + amount(receipt), 0);
}
