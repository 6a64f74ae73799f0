import { hash } from 'node:crypto';
import { GRADES, type Grade } from '../ledger/transfer.ts';
import { compare } from './people.ts';
import type { FindingsLink } from './schema.ts';

/** One dealing to be drawn: summed with its like into a link. */
export interface Dealing {
	/** The transfer it is, or rests on. */
	readonly transfer: string;
	readonly from: string;
	readonly to: string;
	readonly asset: string;
	readonly amount: bigint;
	readonly instant: number;
	readonly grade: Grade;
	readonly status: FindingsLink['status'];
	readonly medium: string;
	readonly kind: string;
	/** Of the amount, traced to seeds under the run's policy. */
	readonly traced: bigint;
	/** Cash-outs: yuan that came in for the coins. */
	readonly yuan?: bigint;
	readonly rate?: string;
}

/** Order of statuses from firm to weak. */
const STATUSES: readonly FindingsLink['status'][] = ['documented', 'consistent', 'proposed'];

/**
 * Sums dealings into links: same ends, asset and status. The grade of a link is its weakest dealing's; firm and weak
 * dealings of one pair are drawn apart.
 */
export function sumLinks(dealings: readonly Dealing[]): FindingsLink[] {
	const groups = new Map<string, Dealing[]>();
	for (const d of dealings) {
		const key = keyOf(d);
		const group = groups.get(key);
		if (group) group.push(d);
		else groups.set(key, [d]);
	}
	return [...groups].sort(([a], [b]) => compare(a, b)).map(([key, group]) => linkOf(key, group));
}

/** The transfers under the links, one row for each dealing. */
export function* linkRows(dealings: Iterable<Dealing>): Generator<LinkRow> {
	const ids = new Map<string, string>();
	for (const dealing of dealings) {
		const key = keyOf(dealing);
		const link = ids.get(key) ?? idOf(key);
		ids.set(key, link);
		yield { link, transfer: dealing.transfer };
	}
}

export interface LinkRow {
	readonly link: string;
	readonly transfer: string;
}

function keyOf(d: Dealing): string {
	return `${d.from}|${d.to}|${d.asset}|${d.status}|${d.yuan === undefined ? '' : 'cash-out'}`;
}

function idOf(key: string): string {
	return `l${hash('sha256', key).slice(0, 16)}`;
}

function linkOf(key: string, group: readonly Dealing[]): FindingsLink {
	const head = group[0] as Dealing;
	const yuan = group.reduce<bigint | undefined>(
		(sum, d) => (d.yuan === undefined ? sum : (sum ?? 0n) + d.yuan),
		undefined,
	);
	return {
		id: idOf(key),
		from: head.from,
		to: head.to,
		asset: head.asset,
		amount: group.reduce((sum, d) => sum + d.amount, 0n).toString(),
		count: group.length,
		first: group.reduce((least, d) => Math.min(least, d.instant), Number.POSITIVE_INFINITY),
		last: group.reduce((most, d) => Math.max(most, d.instant), Number.NEGATIVE_INFINITY),
		grade: GRADES[Math.max(...group.map((d) => GRADES.indexOf(d.grade)))] as Grade,
		status: STATUSES[Math.max(...group.map((d) => STATUSES.indexOf(d.status)))] as FindingsLink['status'],
		media: [...new Set(group.map((d) => d.medium))].sort(),
		kinds: [...new Set(group.map((d) => d.kind))].sort(),
		traced: group.reduce((sum, d) => sum + d.traced, 0n).toString(),
		...(yuan === undefined ? {} : { yuan: yuan.toString() }),
		...(group.length === 1 && head.rate !== undefined ? { rate: head.rate } : {}),
	};
}
