import { ethAccount, ethPeer, hashFor, OWN_ETH } from './chains.ts';
import type { Expected, Layout, Movement } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

/** Of each transaction, paid by who sent it: 0.00042 ETH. */
const FEE = 420_000_000_000_000n;
const NAMES = ['Transaction Hash', 'Blockno', 'UnixTimestamp', 'DateTime (UTC)'];

export const etherscanTransactions: Layout = {
	source: 'etherscan-transactions',
	lines: (movements) => [
		csv(
			[
				...NAMES,
				'From',
				'To',
				'ContractAddress',
				'Value_IN(ETH)',
				'Value_OUT(ETH)',
				'CurrentValue @ $1650.5/Eth',
				'TxnFee(ETH)',
				'TxnFee(USD)',
				'Historical $Price/Eth',
				'Status',
				'ErrCode',
				'Method',
			],
			true,
		),
		...movements.map((movement) => {
			const rest = ['', ...values(movement), '0', decimal(FEE, 18, 2), '0.5', '1600.1', '', '', 'Transfer'];
			return csv([...place(movement), ...sides(movement), ...rest], true);
		}),
	],
	expected: (movement) => [moved(movement), { ...moved(movement), amount: FEE, to: 'eth:@fee' }],
};

export const etherscanInternal: Layout = {
	source: 'etherscan-internal',
	lines: (movements) => [
		csv(
			[
				...NAMES,
				'ParentTxFrom',
				'ParentTxTo',
				'ParentTxETH_Value',
				'From',
				'TxTo',
				'ContractAddress',
				'Value_IN(ETH)',
				'Value_OUT(ETH)',
				'CurrentValue @ $1650.5/Eth',
				'Historical $Price/Eth',
				'Status',
				'ErrCode',
				'Type',
			],
			true,
		),
		...movements.map((movement) => {
			const parent = [ethPeer(9), ethPeer(8), '2'];
			const rest = ['', ...values(movement), '0', '1600.1', '0', '', 'call'];
			return csv([...place(movement), ...parent, ...sides(movement), ...rest], true);
		}),
	],
	expected: (movement) => [moved(movement)],
};

function place({ order, instant }: Movement): string[] {
	return [`0x${hashFor(order)}`, '17000000', String(instant / 1000), clock(instant, 0)];
}

function sides({ out, peer }: Movement): [string, string] {
	return out ? [OWN_ETH, ethPeer(peer)] : [ethPeer(peer), OWN_ETH];
}

/** In and out as the exported address sees it. */
function values({ out, units, style }: Movement): [string, string] {
	const value = decimal(units, 18, style);
	return out ? ['0', value] : [value, '0'];
}

function moved(movement: Movement): Expected {
	const { units, instant, order } = movement;
	const [from, to] = sides(movement).map(ethAccount) as [string, string];
	return { amount: units, instant, own: 'neither', from, to, asset: 'eth:coin', order: `0x${hashFor(order)}` };
}
