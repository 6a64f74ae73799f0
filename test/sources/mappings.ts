import type { Hints } from '../../src/sources/contract.ts';
import type { Mapping } from '../../src/sources/mapping.ts';
import { HINTS } from './contract.ts';

export type Columns = Partial<Mapping['columns']>;

export function mapping(name: string, when: string[], columns: Columns, rest: Partial<Mapping> = {}): Mapping {
	return { name, when, yields: 'transfers', ...rest, columns: columns as Mapping['columns'] };
}

/** Mappings of the sample folders `mapped-*`. */
export const flows = mapping(
	'flows',
	['Timestamp', 'Block', 'Tx_hash', 'From', 'To', 'Value_in_USD'],
	{
		time: 'Timestamp',
		block: 'Block',
		order: 'Tx_hash',
		from: 'From',
		fromName: 'From_label',
		to: 'To',
		toName: 'To_label',
		amount: 'Value_in_USD',
	},
	{ network: 'eth', asset: 'USD', offsetMinutes: 0, institution: 'chain:eth' },
);
export const own = mapping(
	'own',
	['流水日期', '方向', '数额'],
	{
		time: ['流水日期', '流水时刻'],
		direction: '方向',
		amount: '数额',
		counterparty: '对方',
		toName: '对方名',
		status: '结果',
		memo: '附言',
		balance: '结余',
	},
	{ inWords: ['进'], outWords: ['出'], doneWords: ['成功'] },
);
export const daily = mapping(
	'daily',
	['日期', '话务员', '引流人数'],
	{ day: '日期', caller: '话务员', count: '引流人数' },
	{ yields: 'leads' },
);
export const labels = mapping(
	'labels',
	['地址', '标签'],
	{ account: '地址', party: '标签', category: '种类', confidence: '把握' },
	{ yields: 'attributions', network: 'eth' },
);

/** What the case knows where it has these mappings, and an asset that they may name. */
export function hintsWith(...mappings: Mapping[]): Hints {
	return { ...HINTS, mappings, assets: new Map([...HINTS.assets, ['USD', { id: 'USD', symbol: 'USD', decimals: 2 }]]) };
}
