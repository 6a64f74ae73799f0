/** Small invented gangs of which only payments are known: accounts are people, days count from 1 March 2023. */
import type { Transfer } from '../../src/ledger/transfer.ts';
import { proposeHierarchy } from '../../src/payroll/hierarchy/propose.ts';
import type { Hierarchy, HierarchyEvidence } from '../../src/payroll/hierarchy/types.ts';
import { at, OFFSET } from './world.ts';

const DAY_MS = 86_400_000;

/** Noon and evening of a day of the invented case, 1 being 1 March. */
export function hour(day: number, clock: string): number {
	return at(`2023-03-01 ${clock}:00`) + (day - 1) * DAY_MS;
}

export interface Paid {
	readonly from: string;
	readonly to: string;
	readonly day: number;
	readonly yuan: number;
	readonly clock?: string;
	readonly memo?: string;
	readonly medium?: Transfer['medium'];
	readonly asset?: string;
}

export function transfersOf(list: readonly Paid[]): Transfer[] {
	return list.map(
		({ from, to, day, yuan, clock = '21:00', memo = '', medium = 'chat-transfer', asset = 'CNY' }, i) => ({
			id: `t${String(i).padStart(24, '0')}`,
			aliases: [],
			records: [],
			from: from.includes(':') ? from : `wechat:${from}`,
			to: to.includes(':') ? to : `wechat:${to}`,
			fromName: '',
			toName: '',
			asset,
			amount: BigInt(Math.round(yuan * 100)),
			gross: BigInt(Math.round(yuan * 100)),
			refunded: 0n,
			instant: hour(day, clock) + (i % 50) * 1000,
			timeText: '',
			precision: 'second',
			sequence: i,
			medium,
			type: '',
			memo,
			grade: 'one-ledger',
			rule: 'single',
			certain: true,
			tied: false,
		}),
	);
}

/** From one day to another, both included. */
export function days(from: number, until: number): number[] {
	return Array.from({ length: until - from + 1 }, (_, i) => from + i);
}

/** What a caller is paid on these days: 200 and five yuan for each of a number of leads that changes from day to day. */
export function calling(head: string, caller: string, on: readonly number[], salt = caller.length): Paid[] {
	return on.map((day) => ({ from: head, to: caller, day, yuan: 200 + 5 * ((day * 7 + salt * 11) % 13) }));
}

export function propose(list: readonly Paid[], more: Partial<HierarchyEvidence> = {}): Hierarchy {
	return proposeHierarchy({
		transfers: transfersOf(list),
		holder: () => undefined,
		seeds: new Set(),
		offsetMinutes: OFFSET,
		checksMade: new Map(),
		...more,
	});
}

/** `boss>a 1-30`: who is proposed to be above whom from which day to which. */
export function superiors({ superiors: list }: Hierarchy): string[] {
	return list
		.map(({ unit, superior, from, until }) => `${short(superior)}>${short(unit)} ${stretch(from, until)}`)
		.sort();
}

/** `a caller 1-30`. */
export function roles({ roles: list }: Hierarchy): string[] {
	return list.map(({ unit, role, from, until }) => `${short(unit)} ${role} ${stretch(from, until)}`).sort();
}

function short(unit: string): string {
	return unit.replace('wechat:', '');
}

function stretch(from: number, until: number): string {
	const day = (instant: number) => Math.floor((instant - hour(1, '00:00')) / DAY_MS) + 1;
	return `${day(from)}-${day(until)}`;
}
