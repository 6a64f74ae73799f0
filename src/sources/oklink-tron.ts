/** Token transfers of one address as OKLink exports them, of TRON in English and of Ethereum in Chinese. */
import type { Moment } from '../ledger/time.ts';
import { CHINA_OFFSET_MINUTES } from '../ledger/time.ts';
import type { Row } from './row.ts';
import { type TokenExport, tokenExportSource } from './token-export.ts';
import type { TokenField } from './token-record.ts';

type Field = 'utc' | 'local' | 'confirmed';

const STATES: ReadonlyMap<string, 'done' | 'open'> = new Map([
	['true', 'done'],
	['1', 'done'],
	['', 'open'],
	['false', 'open'],
	['0', 'open'],
]);

function momentOf(row: Row<Field | TokenField>): Moment {
	const local = row.text('local') === '' ? undefined : row.moment('local', CHINA_OFFSET_MINUTES);
	if (row.text('utc') === '' && local !== undefined) return local;
	const utc = row.moment('utc', 0);
	if (local !== undefined && local.instant !== utc.instant) throw row.fault('local', 'time');
	return utc;
}

const shared: Pick<TokenExport<Field>, 'moment' | 'state' | 'required'> = {
	required: ['hash', 'utc', 'from', 'to', 'amount', 'token'],
	/** The UTC column counts; the one in Chinese time must say the same. */
	moment: momentOf,
	state(row) {
		// Tables without the column list what is in a block.
		if (!row.has('confirmed')) return 'done';
		const state = STATES.get(row.text('confirmed').toLowerCase());
		if (state === undefined) throw row.fault('confirmed', 'value');
		return state;
	},
};

/** Columns go by name: their order is not known from any published file. */
export const oklinkTron = tokenExportSource<Field>({
	...shared,
	id: 'oklink-tron',
	network: 'tron',
	columns: {
		hash: ['Tx Hash'],
		block: ['blockHeight'],
		utc: ['blockTime(UTC)'],
		local: ['blockTime(UTC+8)'],
		from: ['from'],
		to: ['to'],
		amount: ['value'],
		symbol: ['symbol'],
		token: ['tokenAddress'],
		confirmed: ['isConfirm'],
	},
});

export const oklinkEth = tokenExportSource<Field>({
	...shared,
	id: 'oklink-eth',
	network: 'eth',
	columns: {
		hash: ['交易哈希'],
		block: ['区块高度'],
		utc: ['UTC时间'],
		local: ['本地时间(UTC+8)'],
		from: ['发送方'],
		to: ['接收方'],
		amount: ['数量'],
		symbol: ['代币符号'],
		token: ['代币地址'],
		confirmed: [],
	},
});
