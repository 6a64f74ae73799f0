import { Problem } from '../../ledger/problem.ts';
import { asksFor, covers, HISTORY_KINDS, type Receipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { ChainReader, Interface } from '../../sources/chains/contract.ts';
import type { Store } from '../../stores/contract.ts';
import { answeredIn, type KeptFile, keptFiles, readKept } from './kept-answers.ts';
import { type ChainSettings, tokensWanted } from './settings.ts';
import { ByHistory, gapsIn, type HistoryName, storeStretch, stretchesIn } from './stretches.ts';
import { type FetchTerms, failedReceipt, type KeepingTerms } from './work.ts';

/** Kept answers that are not what they were. */
export interface DamagedAnswers {
	/** From the case folder. */
	readonly file: string;
	readonly reason: string;
}

/** Opens what decodes the kept answers of a receipt, whether the case still names its network or not. */
export type OpenKept = (receipt: Receipt, by: Interface) => Promise<ChainReader>;

/**
 * Brings kept answers that the store lacks back into it, decoded as they were when they came: a store that is gone is
 * rebuilt, and a run that was killed between keeping an answer and storing it asks nothing twice.
 *
 * @returns what could not be read; each such file is an alarm
 */
export async function restore(
	{ root, store, assets }: Pick<KeepingTerms, 'root' | 'store' | 'assets'>,
	open: OpenKept,
): Promise<DamagedAnswers[]> {
	const known = new Set((await store.files()).map(({ hash }) => hash));
	const damaged: DamagedAnswers[] = [];
	for (const file of await keptFiles(root)) {
		if (known.has(file.id)) continue;
		try {
			await restoreOne({ root, store, assets }, file, open);
		} catch (cause) {
			if (!(cause instanceof Problem) || cause.code !== 'chain.kept-damaged') throw cause;
			damaged.push({ file: file.path, reason: String(cause.facts.reason) });
		}
	}
	return damaged;
}

async function restoreOne(
	{ root, store, assets }: Pick<KeepingTerms, 'root' | 'store' | 'assets'>,
	file: KeptFile,
	open: OpenKept,
): Promise<void> {
	const { size, ...kept } = await readKept(root, file);
	const { receipt } = kept;
	const records: LedgerRecord[] = [];
	// What failed brought nothing, and no reader is needed to say so.
	if (covers(receipt)) {
		const reader = await open(receipt, kept.interface);
		for (const one of answeredIn(kept))
			for (const record of reader.reread(one.receipt, one.exchanges)) records.push(record);
	}
	if (covers(receipt) && records.length !== receipt.records)
		throw new Problem('evidence', 'chain.kept-damaged', { file: file.path, reason: 'records' });
	await storeStretch(store, { receipt, records, interface: kept.interface, assets, size, dropped: file.dropped });
}

/** What a run without network lacks: a receipt for each stretch, or whole history, of which nothing is kept. */
export async function noteNotKept(
	chains: readonly { readonly settings: ChainSettings; readonly accounts: readonly string[] }[],
	{ store }: Pick<FetchTerms, 'store'>,
): Promise<void> {
	const { live } = await stretchesIn(store);
	// Those of an earlier run may be of accounts or beginnings that the case has no more.
	for (const { id, outcome } of live) if (outcome === 'not-kept') await store.removeFile(id);
	const held = new ByHistory(live.filter(({ outcome }) => outcome !== 'not-kept'));
	for (const { settings, accounts } of chains)
		for (const account of accounts)
			for (const history of HISTORY_KINDS) {
				const tokens = tokensWanted(settings, history);
				const all = held.of({ account, history });
				const own = all.filter((one) => asksFor(one, tokens));
				const from = settings.from ?? 0;
				const reach = all.reduce((max, { until }) => Math.max(max, until), from);
				const first = all.reduce((min, one) => Math.min(min, one.from), reach);
				for (const gap of gapsIn(own, Math.max(from, all.length > 0 ? first : from), reach))
					await noteGap(store, settings, { account, history, ...gap });
			}
}

async function noteGap(
	store: Store,
	settings: ChainSettings,
	gap: HistoryName & { readonly from: number; readonly until: number },
): Promise<void> {
	const receipt = failedReceipt({
		...gap,
		chain: settings.network,
		tokens: tokensWanted(settings, gap.history),
		unit: settings.network === 'tron' ? 'ms' : 'block',
		outcome: 'not-kept',
		reason: '',
		// Nothing was asked: the same settings give the same bytes at any time.
		askedAt: 0,
	});
	const by = settings.endpoints[0]?.interface ?? 'rpc';
	await storeStretch(store, {
		receipt,
		records: [],
		interface: by,
		assets: new Map(),
		size: undefined,
		dropped: false,
	});
}
