/** ERC-20 transfers of one address as Etherscan exports them, with the headers of both its old and its new export. */
import { type Moment, parseTime } from '../ledger/time.ts';
import type { Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn, findTables, type TableLayout } from './table-rows.ts';
import { type TokenExport, tokenExportSource } from './token-export.ts';
import type { TokenField } from './token-record.ts';

type Field = 'unix' | 'utc' | 'name';

const layout: TokenExport<Field> = {
	id: 'etherscan-erc20',
	network: 'eth',
	columns: {
		hash: ['Transaction Hash', 'Txhash'],
		block: ['Blockno'],
		unix: ['UnixTimestamp'],
		utc: ['DateTime (UTC)', 'DateTime'],
		from: ['From'],
		to: ['To'],
		amount: ['TokenValue', 'Value'],
		token: ['ContractAddress'],
		name: ['TokenName'],
		symbol: ['TokenSymbol'],
	},
	required: ['hash', 'unix', 'utc', 'from', 'to', 'amount', 'token', 'symbol'],
	moment: momentOf,
	// Only transfers that took place are listed: a failed call moves no token.
	state: () => 'done',
};

/** The export of one token's page: the same look, but it does not say which token. */
const tokenPage: TableLayout<'hash' | 'unix' | 'from' | 'to' | 'quantity'> = {
	columns: {
		hash: ['Transaction Hash'],
		unix: ['UnixTimestamp'],
		from: ['From'],
		to: ['To'],
		quantity: ['Quantity'],
	},
	required: ['hash', 'unix', 'from', 'to', 'quantity'],
};

const address = tokenExportSource(layout);

/**
 * The export of one address. That of one token's page is not claimed, since nobody can tell what moved: a mapping that
 * names the token reads it. Exports of BscScan and its like have Ethereum's header and cannot be told apart from it.
 */
export const etherscanErc20: Source = {
	...address,
	identify(sample, hints) {
		const [page] = findTables(sample, tokenPage);
		return address.identify(sample, hints) ?? (page && { ...claimOn(page, 40), hint: 'hint.token-not-named' });
	},
};

/** The printed time in UTC; the Unix time beside it must be the same second. */
function momentOf(row: Row<Field | TokenField>): Moment {
	const text = row.needed('utc');
	const moment = parseTime(isoOf(text), 0);
	if (moment === undefined) throw row.fault('utc', 'time');
	const unix = row.text('unix');
	const agrees = /^\d{1,11}$/.test(unix) && Number(unix) * 1000 === moment.instant;
	if (unix !== '' && !agrees) throw row.fault('unix', 'time');
	return { ...moment, text };
}

/** Old exports print `5/18/2021 4:17:38 AM`. */
function isoOf(text: string): string {
	const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) ([AP])M$/.exec(text);
	if (!match) return text;
	const [, month, day, year, hour, minute, second, half] = match;
	if (Number(hour) < 1 || Number(hour) > 12) return text;
	return `${year}-${month}-${day} ${(Number(hour) % 12) + (half === 'P' ? 12 : 0)}:${minute}:${second}`;
}
