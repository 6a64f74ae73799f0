import { networkOf } from '../../ledger/account.ts';
import type { Asset, AssetId } from '../../ledger/asset.ts';
import type { Receipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { ChainTrouble } from '../../sources/chains/transport/contract.ts';
import { finalOnes } from './plan.ts';
import type { Work } from './work.ts';

/** Whether what a history brought adds up to what the chain states. */
export interface BalanceCheck {
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
	const covering = [...finalOnes(work.held, settings.tokens), last.receipt];
	const from = Math.min(...covering.map((one) => one.from));
	const { until } = last.receipt;
	const tokens = [...assets.keys()]
		.filter((id) => networkOf(id) === settings.network && !id.endsWith(':coin'))
		.filter((id) => settings.tokens?.includes(id) ?? true)
		.sort();
	const moved = movedBy(account, last.records);
	const hashes = new Set(finalOnes(work.held, settings.tokens).map(({ id }) => id));
	if (hashes.size > 0) for await (const batch of terms.store.records({ hashes })) movedBy(account, batch, moved);
	const differs: string[] = [];
	let unchecked = '';
	for (const token of tokens) {
		try {
			const end = await stated(token, until);
			// Asking such a chain for an old balance means walking all that happened since once more, to learn nothing.
			const asks = from > by.reader.first && !(by.reader.unit === 'ms' && moved.has(token));
			const start =
				from <= by.reader.first ? 0n : asks && end !== undefined ? await stated(token, from - 1) : undefined;
			if (end === undefined || start === undefined) unchecked ||= 'the chain does not say';
			else if (end - start !== (moved.get(token) ?? 0n))
				differs.push(`${token}: ${end - start} by balance, ${moved.get(token) ?? 0n} by transfers`);
		} catch (cause) {
			if (!(cause instanceof ChainTrouble)) throw cause;
			unchecked ||= cause.detail;
		}
	}
	return { differs: differs.join('; '), unchecked };

	function stated(token: AssetId, mark: number): Promise<bigint | undefined> {
		return by.reader.balance(account, token, mark, terms.signal);
	}
}

/** What came in less what went out, by token. */
function movedBy(
	account: string,
	records: readonly LedgerRecord[],
	moved = new Map<AssetId, bigint>(),
): Map<AssetId, bigint> {
	for (const { from, to, asset, amount = 0n, state, medium } of records) {
		if (state !== 'done' || medium === 'fee') continue;
		const change = (to.account === account ? amount : 0n) - (from.account === account ? amount : 0n);
		moved.set(asset, (moved.get(asset) ?? 0n) + change);
	}
	return moved;
}
