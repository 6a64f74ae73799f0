/** ERC-20 transfers of one address as Etherscan exports them, with the headers of both its old and its new export. */
import type { Source } from './contract.ts';
import { ETHERSCAN_COLUMNS } from './etherscan-columns.ts';
import { etherscanMoment } from './etherscan-time.ts';
import { claimOn, findTables, type TableLayout } from './table-rows.ts';
import { type TokenExport, tokenExportSource } from './token-export.ts';

type Field = 'unix' | 'utc' | 'name';

const layout: TokenExport<Field> = {
	id: 'etherscan-erc20',
	network: 'evm',
	columns: {
		...ETHERSCAN_COLUMNS,
		from: ['From'],
		to: ['To'],
		amount: ['TokenValue', 'Value'],
		token: ['ContractAddress'],
		name: ['TokenName'],
		symbol: ['TokenSymbol'],
	},
	required: ['hash', 'unix', 'utc', 'from', 'to', 'amount', 'token', 'symbol'],
	moment: etherscanMoment,
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
 * names the token reads it. Exports of BscScan and its like have Ethereum's header: a known contract tells them apart.
 */
export const etherscanErc20: Source = {
	...address,
	identify(sample, hints) {
		const [page] = findTables(sample, tokenPage);
		return address.identify(sample, hints) ?? (page && { ...claimOn(page, 40), hint: 'hint.token-not-named' });
	},
};
