import { handleOf, networkOf } from '../../../src/ledger/account.ts';
import type { Transfer } from '../../../src/ledger/transfer.ts';
import type { GraphCase, Row } from './demo-graph.ts';

/** What the queries should answer, worked out from the transfers and parties as the program's own core sees them. */

export function counted({ transfers }: GraphCase): Transfer[] {
	return transfers.filter((transfer) => transfer.exclusion === undefined);
}

export function holder({ parties }: GraphCase, account: string, instant: number) {
	return parties.holder(account, instant)?.party;
}

interface Sum {
	readonly key: readonly string[];
	total: bigint;
	transfers: Transfer[];
}

/** Sums by the texts that `keyOf` gives; undefined leaves a transfer out. */
export function sumBy(transfers: readonly Transfer[], keyOf: (t: Transfer) => string[] | undefined): Sum[] {
	const sums = new Map<string, Sum>();
	for (const t of transfers) {
		const key = keyOf(t);
		if (key === undefined) continue;
		const sum = sums.get(JSON.stringify(key)) ?? { key, total: 0n, transfers: [] };
		sum.total += t.amount;
		sum.transfers.push(t);
		sums.set(JSON.stringify(key), sum);
	}
	return [...sums.values()];
}

export function span(transfers: readonly { readonly instant: number }[]): { first: number; last: number } {
	const instants = transfers.map((t) => t.instant);
	return { first: Math.min(...instants), last: Math.max(...instants) };
}

export function whoPaysWhom(graph: GraphCase, fen: bigint): Row[] {
	const side = (account: string, instant: number) => {
		const party = holder(graph, account, instant);
		return [party?.name ?? account, party?.id ?? account];
	};
	const yuan = counted(graph).filter((t) => t.asset === 'CNY');
	return sumBy(yuan, (t) => [...side(t.from, t.instant), ...side(t.to, t.instant)])
		.filter(({ key, total }) => key[1] !== key[3] && total >= fen)
		.map(({ key: [payer, payer_id, payee, payee_id], total, transfers }) => ({
			payer,
			payer_id,
			payee,
			payee_id,
			total: total.toString(),
			transfers: String(transfers.length),
			...span(transfers),
		}));
}

export function dealings(graph: GraphCase, account: string): Row[] {
	const own = counted(graph).filter((t) => t.from === account || t.to === account);
	const sums = ['in', 'out'].flatMap((direction) =>
		sumBy(own, (t) => {
			const [mine, other] = direction === 'in' ? [t.to, t.from] : [t.from, t.to];
			return mine === account ? [direction, holder(graph, other, t.instant)?.name ?? '', other, t.asset] : undefined;
		}),
	);
	return sums.map(({ key: [direction, other, other_account, asset], total, transfers }) => ({
		direction,
		other,
		other_account,
		asset,
		total: total.toString(),
		transfers: String(transfers.length),
		...span(transfers),
	}));
}

export function ledgerOf(graph: GraphCase, party: string): Row[] {
	const payouts = new Map(graph.findings.payouts.map((payout) => [payout.id, payout]));
	const named = (account: string, t: Transfer) => holder(graph, account, t.instant)?.name;
	return graph.transfers.flatMap((t) => {
		const told = {
			time: t.instant,
			asset: t.asset,
			amount: t.amount.toString(),
			kind: payouts.get(t.id)?.kind ?? '',
			certainty: payouts.get(t.id)?.certainty ?? '',
			memo: t.memo,
			exclusion: t.exclusion ?? '',
			transfer: t.id,
		};
		const isOf = (account: string) => holder(graph, account, t.instant)?.id === party;
		return [
			...(isOf(t.to)
				? [{ ...told, direction: 'in', account: t.to, other: named(t.from, t) ?? t.fromName, other_account: t.from }]
				: []),
			...(isOf(t.from)
				? [{ ...told, direction: 'out', account: t.from, other: named(t.to, t) ?? t.toName, other_account: t.to }]
				: []),
		];
	});
}

export function unlabelledPayers(graph: GraphCase): Row[] {
	const member = (account: string, t: Transfer) => {
		const party = holder(graph, account, t.instant);
		return party && party.spells.length > 0 ? party.id : undefined;
	};
	const paid = counted(graph).filter((t) => !holder(graph, t.from, t.instant) && member(t.to, t) !== undefined);
	return sumBy(paid, (t) => [t.from, t.asset]).map(({ key: [account, asset], total, transfers }) => ({
		account,
		name: transfers
			.map((t) => t.fromName)
			.sort()
			.at(-1),
		asset,
		total: total.toString(),
		transfers: String(transfers.length),
		members: String(new Set(transfers.map((t) => member(t.to, t))).size),
		...span(transfers),
	}));
}

/** Transfers whose rows all come from the payer, or all from the payee. */
export function oneSideOnly(graph: GraphCase, fen: bigint): Row[] {
	const owns = new Map(graph.records.map((record) => [record.id, record.own]));
	return counted(graph).flatMap((t) => {
		const sides = new Set(t.records.map((id) => owns.get(id)));
		const [side] = sides;
		if (t.asset !== 'CNY' || t.amount < fen || sides.size !== 1 || side === undefined || side === 'neither') return [];
		return [
			{
				seen_by: side,
				missing: side === 'from' ? t.to : t.from,
				time: t.instant,
				payer: t.fromName,
				payee: t.toName,
				amount: t.amount.toString(),
				rows: String(t.records.length),
				transfer: t.id,
			},
		];
	});
}

/** Every standing claim on an account beside another party's. */
export function sharedAccounts(graph: GraphCase): string[] {
	const holders = new Map<string, Set<string>>();
	for (const party of graph.parties.all.values()) {
		for (const { account, withdrawn } of party.attributions) {
			if (withdrawn) continue;
			holders.set(account, (holders.get(account) ?? new Set()).add(party.id));
		}
	}
	return [...holders].flatMap(([account, parties]) => (parties.size > 1 ? [account] : []));
}

export function isOn(network: string): (row: Row) => boolean {
	return (row) => networkOf(String(row.account)) === network;
}

export const bare = handleOf;
