import { networkOf } from '../account.ts';
import type { LedgerRecord } from '../record.ts';
import type { Transfer } from '../transfer.ts';
import { type BlockPlace, blockPlaces, byPlace, comparable } from './places.ts';
import { fileOf } from './slot.ts';

/** A transfer not yet in order, with the record that gives it its time. `inOrder` fills in `tied` and may move `instant`. */
export interface Unordered {
	readonly transfer: Omit<Transfer, 'tied' | 'instant'> & { tied: boolean; instant: number };
	readonly lead: LedgerRecord;
}

/**
 * Puts transfers into the one total order of tracing: instant; on one chain, block and place in it (a transaction as a
 * whole stands where the first of it does); rows of one file in their order; id. Rows that a chain's interface answered
 * are no file: how they were asked for, page by page, says nothing of their order. A chain's own order beats its printed
 * times: where a later block prints an earlier time, its time is taken from the block before.
 *
 * Two transfers of one instant, of which one brings money to an account and the other takes it from there, are *tied*
 * where nothing says which came first.
 */
export function inOrder(items: readonly Unordered[]): Transfer[] {
	const instants = chainInstants(items);
	const places = blockPlaces(items);
	const keyed = items.map(({ transfer, lead }, index) => {
		transfer.instant = instants[index] as number;
		const row = lead.evidence.kind === 'file' ? lead.sequence : 0;
		return { transfer, lead, file: fileOf(lead), row, place: places(lead) };
	});
	keyed.sort(
		(a, b) =>
			a.transfer.instant - b.transfer.instant ||
			(a.transfer.block?.number ?? -1) - (b.transfer.block?.number ?? -1) ||
			byPlace(a.place, b.place) ||
			(a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
			a.row - b.row ||
			(a.transfer.id < b.transfer.id ? -1 : 1),
	);
	let start = 0;
	while (start < keyed.length) {
		let end = start + 1;
		while (end < keyed.length && keyed[end]?.transfer.instant === keyed[start]?.transfer.instant) end++;
		if (end - start > 1) for (const { transfer } of tiedIn(keyed.slice(start, end))) transfer.tied = true;
		start = end;
	}
	return keyed.map(({ transfer }) => transfer);
}

function chainInstants(items: readonly Unordered[]): number[] {
	const instants = items.map((item) => item.transfer.instant);
	const onChain = items.flatMap((item, index) =>
		item.transfer.block ? [{ index, network: networkOf(item.transfer.to), block: item.transfer.block.number }] : [],
	);
	onChain.sort((a, b) => a.block - b.block || (instants[a.index] as number) - (instants[b.index] as number));
	const latest = new Map<string, number>();
	for (const { index, network } of onChain) {
		const instant = Math.max(latest.get(network) ?? Number.NEGATIVE_INFINITY, instants[index] as number);
		latest.set(network, instant);
		instants[index] = instant;
	}
	return instants;
}

type Keyed = Unordered & { readonly file: string; readonly row: number; readonly place: BlockPlace | undefined };

/** Those of one instant that meet another in an account, one bringing and one taking, without evidence of order. */
function tiedIn(group: readonly Keyed[]): Set<Keyed> {
	const leaving = new Map<string, Keyed[]>();
	for (const item of group) {
		const door = `${item.transfer.from}|${item.transfer.asset}`;
		leaving.set(door, [...(leaving.get(door) ?? []), item]);
	}
	const tied = new Set<Keyed>();
	for (const item of group) {
		for (const next of leaving.get(`${item.transfer.to}|${item.transfer.asset}`) ?? []) {
			if (next === item || ordered(item, next)) continue;
			tied.add(item);
			tied.add(next);
		}
	}
	return tied;
}

/** Whether the evidence says which of two transfers of one instant came first. */
function ordered(a: Keyed, b: Keyed): boolean {
	const [x, y] = [a.transfer.block, b.transfer.block];
	if (x && y) return x.number !== y.number || (comparable(a.place, b.place) && byPlace(a.place, b.place) !== 0);
	return a.file === b.file && a.lead.evidence.kind === 'file' && !x && !y;
}
