import { OLD_RATE_UNTIL } from './calendar.ts';
import type { Group, Role } from './world.ts';

/** The pay rules: what the gang really paid by, and what the investigators know of it (they write it into case.yaml). */

export const WAGES: Readonly<Partial<Record<Role, bigint>>> = { inspector: 400_00n, caller: 200_00n };
export const LEADS_PER_DAY_MAX = 18;
export const DAYS_MAX = 2;
export const ROUNDING_MAX = 100n;

/** What one lead really earned. */
export function trueRate(group: Group, day: string): bigint {
	if (group.style === 'eight') return 8_00n;
	if (group.style === 'band') return 7_00n;
	return day <= OLD_RATE_UNTIL ? 5_00n : 6_00n;
}

/** The rates that the case file allows: one where it is known, each whole yuan of the band where it is not. */
export function knownRates(group: Group, day: string): bigint[] {
	return group.style === 'band' ? [5_00n, 6_00n, 7_00n, 8_00n, 9_00n, 10_00n] : [trueRate(group, day)];
}

/** Yuan a coin in ten-thousandths, between which desks traded; drawn for the demo, no market's figures. */
export interface RateBand {
	readonly from: string;
	readonly until: string;
	readonly min: bigint;
	readonly max: bigint;
	readonly source: string;
}

export const RATE_BANDS: readonly RateBand[] = [
	{
		from: '2023-03-01',
		until: '2023-03-31',
		min: 68600n,
		max: 69600n,
		source: '示例平台3月C2C挂单均价固定截图（虚构）',
	},
	{
		from: '2023-04-01',
		until: '2023-04-30',
		min: 68400n,
		max: 69400n,
		source: '示例平台4月C2C挂单均价固定截图（虚构）',
	},
	{
		from: '2023-05-01',
		until: '2023-05-15',
		min: 69200n,
		max: 70200n,
		source: '示例平台5月上旬C2C挂单均价固定截图（虚构）',
	},
	{
		from: '2023-05-16',
		until: '2023-05-31',
		min: 70200n,
		max: 71200n,
		source: '示例平台5月下旬C2C挂单均价固定截图（虚构）',
	},
];
