import { existsSync } from 'node:fs';
import { isSettled } from '../../cashouts/types.ts';
import type { Findings } from '../../findings/schema.ts';
import { handleOf } from '../../ledger/account.ts';
import type { Asset } from '../../ledger/asset.ts';
import type { Parties } from '../../ledger/parties.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { Store } from '../../stores/contract.ts';
import { openStore } from '../../stores/open.ts';
import { buildGraph, type Graph } from '../../tracing/graph.ts';
import type { TraceTerms } from '../../tracing/types.ts';
import { openCase } from '../case-folder.ts';
import { lastParties } from '../last-parties.ts';
import { loadSettings } from '../load-settings.ts';
import type { Settings } from '../settings.ts';
import { type Environment, storePlace } from '../store-place.ts';
import { flowsOf } from '../trace-case.ts';
import { readTerms, TERMS_KEY } from '../trace-terms.ts';

/** The last run of a case, opened for questions. */
export interface CaseView {
	readonly folder: string;
	readonly settings: Settings;
	readonly findings: Findings;
	readonly store: Store;
	readonly transfers: readonly Transfer[];
	readonly parties: Parties;
	readonly assets: ReadonlyMap<string, Asset>;
	readonly terms: TraceTerms;
	/** By id and by every alias. */
	transfer(id: string): Transfer | undefined;
	/** Built on first use. */
	graph(): Graph;
	/** The cash-out across which value comes into a transfer; undefined where it comes from its payer. */
	cashOutInto(transfer: string): Findings['cashOuts'][number] | undefined;
	/** The swap by which a transfer came. */
	swapInto(transfer: string): Findings['swaps']['made'][number] | undefined;
	/** Accounts of the case whose handle is the text. */
	withHandle(text: string): readonly string[];
	close(): Promise<void>;
}

/**
 * Opens the last run of a case.
 *
 * @param env where `case.yaml` may find the password of the store
 * @throws Problem report.missing where it was never run
 */
export async function openView(root: string, env: Environment): Promise<CaseView> {
	const folder = await openCase(root);
	const settings = await loadSettings(folder);
	const place = await storePlace(folder, env);
	if (typeof place === 'string' && !existsSync(place)) throw new Problem('usage', 'report.missing', { folder: root });
	const store = await openStore(place, { readOnly: true });
	try {
		const [text, terms] = [await store.finding('findings'), await store.finding(TERMS_KEY)];
		if (text === undefined || terms === undefined) throw new Problem('usage', 'report.missing', { folder: root });
		const findings = JSON.parse(text) as Findings;
		const parties = await lastParties(store, findings);
		const transfers: Transfer[] = [];
		for await (const batch of store.transfers()) for (const t of batch) transfers.push(t);
		return {
			folder: root,
			settings,
			findings,
			store,
			transfers,
			parties,
			terms: readTerms(terms),
			...lookups(transfers, settings, findings),
		};
	} catch (cause) {
		await store.close();
		throw cause;
	}
}

function lookups(transfers: readonly Transfer[], settings: Settings, { cashOuts, swaps }: Findings) {
	const byId = new Map<string, Transfer>();
	for (const t of transfers) for (const id of [...t.aliases, t.id]) byId.set(id, t);
	let graph: Graph | undefined;
	let handles: Map<string, Set<string>> | undefined;
	const into = new Map(
		cashOuts.filter(isSettled).flatMap((c) => (c.side === 'sold' ? c.yuan : c.coins).map((leg) => [leg, c] as const)),
	);
	const swapped = new Map(swaps.made.flatMap((swap) => swap.gets.map((leg) => [leg, swap] as const)));
	return {
		cashOutInto: (id: string) => into.get(id),
		swapInto: (id: string) => swapped.get(id),
		assets: settings.assets,
		transfer: (id: string) => byId.get(id),
		graph: () => {
			graph ??= buildGraph(flowsOf(transfers));
			return graph;
		},
		withHandle: (text: string) => {
			handles ??= handlesOf(transfers);
			return [...(handles.get(text) ?? [])].sort();
		},
		async close(this: CaseView) {
			await this.store.close();
		},
	};
}

function handlesOf(transfers: readonly Transfer[]): Map<string, Set<string>> {
	const handles = new Map<string, Set<string>>();
	for (const account of new Set(transfers.flatMap((t) => [t.from, t.to]))) {
		const handle = handleOf(account);
		handles.set(handle, (handles.get(handle) ?? new Set()).add(account));
	}
	return handles;
}

/** The name of who held an account then, or '' where nobody is known. */
export function nameAt(view: Pick<CaseView, 'parties'>, account: string, instant: number): string {
	return view.parties.holder(account, instant)?.party.name ?? '';
}
