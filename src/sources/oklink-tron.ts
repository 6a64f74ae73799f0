/** Token transfers of one address as OKLink exports them, in English or Chinese, of TRON or of a network of Ethereum's kind. */
import type { Sample } from './contract.ts';
import { OKLINK_COLUMNS } from './oklink-columns.ts';
import { oklinkMoment } from './oklink-time.ts';
import type { FoundTable } from './table-rows.ts';
import { type TokenExport, tokenExportSource } from './token-export.ts';
import type { TokenField } from './token-record.ts';

type Field = 'utc' | 'local' | 'confirmed' | 'ens';

const STATES: ReadonlyMap<string, 'done' | 'open'> = new Map([
	['true', 'done'],
	['1', 'done'],
	['', 'open'],
	['false', 'open'],
	['0', 'open'],
]);

const shared: Omit<TokenExport<Field>, 'id' | 'network' | 'fits'> = {
	columns: {
		...OKLINK_COLUMNS,
		confirmed: ['isConfirm', '是否确认'],
		ens: ['发送方ENS', '接收方ENS'],
	},
	required: ['hash', 'utc', 'from', 'to', 'amount', 'token'],
	moment: oklinkMoment,
	state(row) {
		// Tables without the column list what is in a block.
		if (!row.has('confirmed')) return 'done';
		const state = STATES.get(row.text('confirmed').toLowerCase());
		if (state === undefined) throw row.fault('confirmed', 'value');
		return state;
	},
};

export const oklinkTron = tokenExportSource<Field>({
	...shared,
	id: 'oklink-tron',
	network: 'tron',
	fits: (sample, found) => isTron(sample, found),
});

export const oklinkEth = tokenExportSource<Field>({
	...shared,
	id: 'oklink-eth',
	network: 'evm',
	fits: (sample, found) => !isTron(sample, found),
});

/** The header is the same: the first contract tells. A table without rows is TRON's unless it has columns for ENS names. */
function isTron({ sheets }: Sample, { sheet, header }: FoundTable<Field | TokenField>): boolean {
	const rows = sheets.find(({ name }) => name === sheet)?.rows.slice(header.index + 1) ?? [];
	for (const cells of rows) {
		const contract = cells[header.columns.token ?? 0] ?? '';
		if (contract.startsWith('0x')) return false;
		if (contract.startsWith('T')) return true;
	}
	return header.columns.ens === undefined;
}
