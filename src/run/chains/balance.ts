import { networkOf } from '../../ledger/account.ts';
import type { Asset, AssetId } from '../../ledger/asset.ts';
import type { Receipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { ChainTrouble } from '../../sources/chains/transport/contract.ts';
import { finalOnes, reachingBack } from './plan.ts';
import type { Work } from './work.ts';

/** Whether what a history brought adds up to what the chain states. */
export interface BalanceCheck {
	/** First mark of what was compared: no gap lies after it. */
	readonly from: number;
	/** Tokens whose balance is another one, with both figures; '' where none is. */
	readonly differs: string;
	/** Why some could not be compared; '' where all were. */
	readonly unchecked: string;
}

/**
 * Compares the balance of every token that the case knows at the last mark, less that before the first, with what came in
 * less what went out. Tokens that nobody named are left out: anybody can make one that states any balance.
 */
export async function checkBalances(
	work: Work,
	assets: ReadonlyMap<AssetId, Asset>,
	last: { readonly receipt: Receipt; readonly records: readonly LedgerRecord[] },
): Promise<BalanceCheck> {
	const { account, settings, by, terms } = work;
	const before = reachingBack(finalOnes(work.held, settings.tokens), last.receipt.from);
	const from = before[0]?.from ?? last.receipt.from;
	const { until } = last.receipt;
	const tokens = [...assets.keys()]
		.filter((id) => networkOf(id) === settings.network && !id.endsWith(':coin'))
		.filter((id) => settings.tokens?.includes(id) ?? true)
		.sort();
	const moved = new Moved(account);
	moved.add(last.records);
	const hashes = new Set(before.map(({ id }) => id));
	if (hashes.size > 0) for await (const batch of terms.store.records({ hashes })) moved.add(batch);
	const differs: string[] = [];
	let unchecked = '';
	for (const token of tokens) {
		try {
			const end = await stated(token, until);
			// Asking such a chain for an old balance means walking all that happened since once more, to learn nothing.
			const asks = from > by.reader.first && !(by.reader.unit === 'ms' && moved.byToken.has(token));
			const start =
				from <= by.reader.first ? 0n : asks && end !== undefined ? await stated(token, from - 1) : undefined;
			if (end === undefined || start === undefined) unchecked ||= 'the chain does not say';
			else if (end - start !== (moved.byToken.get(token) ?? 0n))
				differs.push(`${token}: ${end - start} by balance, ${moved.byToken.get(token) ?? 0n} by transfers`);
		} catch (cause) {
			if (!(cause instanceof ChainTrouble)) throw cause;
			unchecked ||= cause.detail;
		}
	}
	return { from, differs: differs.join('; '), unchecked };

	function stated(token: AssetId, mark: number): Promise<bigint | undefined> {
		return by.reader.balance(account, token, mark, terms.signal);
	}
}

/** What came in less what went out, by token. A record that two stretches hold comes twice in a row, and counts once. */
class Moved {
	readonly byToken = new Map<AssetId, bigint>();
	private last = '';
	private readonly account: string;

	constructor(account: string) {
		this.account = account;
	}

	add(records: readonly LedgerRecord[]): void {
		for (const { id, from, to, asset, amount = 0n, state, medium } of records) {
			if (id === this.last) continue;
			this.last = id;
			if (state !== 'done' || medium === 'fee') continue;
			const change = (to.account === this.account ? amount : 0n) - (from.account === this.account ? amount : 0n);
			this.byToken.set(asset, (this.byToken.get(asset) ?? 0n) + change);
		}
	}
}
