import type { Asset, AssetId } from '../../ledger/asset.ts';
import { covers, type Receipt, sealReceipt } from '../../ledger/receipt.ts';
import type { Stretch } from '../../sources/chains/contract.ts';
import { outcomeOf } from '../../sources/chains/outcome.ts';
import { ChainTrouble } from '../../sources/chains/transport/contract.ts';
import { underReceipt } from '../../sources/chains/under-receipt.ts';
import { checkBalances } from './balance.ts';
import { joinedEmpty, leftovers, NOT_CHECKED } from './join-empty.ts';
import { failedAlike, finalOnes, outgrown } from './plan.ts';
import { takenBack } from './reorganised.ts';
import { tokensWanted } from './settings.ts';
import { gapsIn } from './stretches.ts';
import { commit, drop, type Failure, failedReceipt, forget, instantsIn, type Work } from './work.ts';

/** Said of a balance that still differs after the whole history was asked once more: then it is asked no third time. */
const ASKED_AGAIN = ' (asked twice)';

/**
 * Brings one history up to the chain: drops what the chain took back and what was provisional, asks for what is missing up
 * to the final mark, and, where the case wants that, for what lies beyond. What is there stays: whatever stands in the way
 * leaves a receipt that says so, and the next fetch goes on from there.
 */
export async function fetchHistory(work: Work, assets: ReadonlyMap<AssetId, Asset>): Promise<void> {
	try {
		await dropStale(work);
		if (!(await fillGaps(work, assets))) return;
		await readBeyond(work);
	} catch (cause) {
		if (!(cause instanceof ChainTrouble)) throw cause;
		await fail(work, outcomeOf(cause), cause.detail);
	} finally {
		await tidy(work);
	}
}

async function dropStale(work: Work): Promise<void> {
	if (work.terms.signal.aborted) return;
	await drop(work, await takenBack(work));
	await drop(
		work,
		work.held.filter(({ provisional }) => provisional),
	);
	const differed = work.former.find(({ outcome }) => outcome === 'balance-differs');
	if (!differed || differed.reason.endsWith(ASKED_AGAIN)) return;
	// What lies before the beginning that is wanted now would not be asked for again.
	const from = firstOf(work);
	await drop(
		work,
		finalOnes(work.held, work.settings.tokens).filter((one) => one.from >= from),
	);
}

/** @returns whether all up to the final mark was asked and answered, as far as anybody can see it */
async function fillGaps(work: Work, assets: ReadonlyMap<AssetId, Asset>): Promise<boolean> {
	const { settings, head, terms } = work;
	for (const gap of gapsIn(finalOnes(work.held, settings.tokens), firstOf(work), head.final)) {
		if (terms.signal.aborted) return await interrupted(work, gap);
		if (!(await readAll(work, gap, assets))) return false;
	}
	return true;
}

/** The first mark that is wanted. */
function firstOf({ settings, by }: Work): number {
	return Math.max(settings.from ?? by.reader.first, by.reader.first);
}

async function interrupted(work: Work, gap: { from: number; until: number }): Promise<false> {
	await fail(work, 'cut', 'interrupted', gap);
	return false;
}

async function readBeyond(work: Work): Promise<void> {
	const { settings, head } = work;
	const from = Math.max(firstOf(work), head.final + 1);
	if (settings.unconfirmed && from <= head.latest) await readAll(work, { from, until: head.latest });
}

/** @returns whether nothing stood in the way; what nobody can see does not: what follows it may be seen */
async function readAll(
	work: Work,
	{ from, until }: { from: number; until: number },
	assets?: ReadonlyMap<AssetId, Asset>,
): Promise<boolean> {
	const { account, history, by, head, terms } = work;
	let next = from;
	let whole = true;
	let stopped = false;
	for await (const stretch of by.reader.read({ account, history, from, until, head, signal: terms.signal })) {
		const { receipt } = stretch;
		if (!covers(receipt)) {
			whole = false;
			stopped ||= receipt.outcome !== 'not-visible';
		} else if (receipt.from !== next && whole) throw new Error(`a stretch began at ${receipt.from}, not at ${next}`);
		if (covers(receipt) && receipt.until === head.final && history === 'tokens' && assets && whole)
			await commitChecked(work, stretch, assets);
		else await take(work, stretch);
		if (covers(receipt)) next = receipt.until + 1;
		terms.told({ account, history, mark: next - 1, until, accountsLeft: work.accountsLeft });
	}
	if (whole && next <= until) throw new Error(`the answers ended at ${next - 1}, before ${until}`);
	return !stopped;
}

async function take(work: Work, stretch: Stretch): Promise<void> {
	const { receipt } = stretch;
	// An attempt that failed as the one before did says nothing new; its time is that of the first.
	if (!covers(receipt) && stretch.exchanges.length === 0 && keepFormer(work, receipt)) return;
	const { terms, by, settings, held } = work;
	const grown = settings.keepAnswers
		? await joinedEmpty(terms.root, held, { ...stretch, interface: by.kind })
		: undefined;
	await commit(terms, grown ? { ...grown.joined, records: [] } : stretch, by.kind, settings.keepAnswers);
	held.push(grown?.joined.receipt ?? receipt);
	if (!grown) return;
	await forget(terms, grown.former);
	work.held = held.filter((one) => one !== grown.former);
}

function keepFormer(work: Work, receipt: Receipt): boolean {
	const same = work.former.find((one) => failedAlike(one, receipt));
	if (!same) return false;
	work.former = work.former.filter((one) => one !== same);
	return true;
}

/** The last stretch of a history: before it is kept, all of it is held against the balance that the chain states. */
async function commitChecked(work: Work, stretch: Stretch, assets: ReadonlyMap<AssetId, Asset>): Promise<void> {
	const { from, differs, unchecked } = await checkBalances(work, assets, stretch);
	work.compared = true;
	if (differs !== '') {
		const twice = work.former.some(({ outcome }) => outcome === 'balance-differs') ? ASKED_AGAIN : '';
		// Before the stretch: killed in between, the history must not pass for complete.
		await fail(work, 'balance-differs', `${differs}${twice}`, { from, until: work.head.final }, [stretch.receipt]);
	}
	await take(work, unchecked === '' ? stretch : noted(stretch, `${NOT_CHECKED}${unchecked}`));
}

function noted({ receipt: former, records, exchanges }: Stretch, reason: string): Stretch {
	const told = [former.reason, reason].filter((text) => text !== '').join('; ');
	const receipt = sealReceipt({ ...former, reason: told.replaceAll(/\s+/g, ' ') });
	return { receipt, records: underReceipt(records, receipt.id), exchanges };
}

async function fail(
	work: Work,
	outcome: Failure['outcome'],
	reason: string,
	span: { from: number; until: number } = missing(work),
	coming: readonly Receipt[] = [],
): Promise<void> {
	const { account, history, settings, by, head, terms } = work;
	const receipt = failedReceipt({
		account,
		history,
		chain: settings.network,
		tokens: tokensWanted(settings, history),
		unit: by.reader.unit,
		...span,
		head,
		outcome,
		reason,
		instants: instantsIn([...work.held, ...coming], new Map(work.instants)),
		askedAt: terms.clock.now(),
	});
	await take(work, { receipt, records: [], exchanges: [] });
}

/** The first marks that are not covered; where all are, the last. */
function missing(work: Work): { from: number; until: number } {
	const { settings, head } = work;
	const [gap] = gapsIn(finalOnes(work.held, settings.tokens), firstOf(work), head.final);
	return gap ?? { from: head.final, until: head.final };
}

/** Forgets former attempts, now that this one is told, and stretches that others have outgrown. */
async function tidy(work: Work): Promise<void> {
	// Where nothing new was read, nothing was compared either.
	for (const receipt of work.former)
		if (work.compared || receipt.outcome !== 'balance-differs') await forget(work.terms, receipt);
	for (const receipt of [...outgrown(work.held, work.settings.tokens), ...leftovers(work.held)])
		await forget(work.terms, receipt);
}
