import { local, utc } from '../calendar.ts';
import { coinText, csvLine, utf8 } from '../text.ts';
import type { CoinMove } from '../world.ts';

/** TRC-20 movements of one wallet as OKLink exports them: BOM, both times, a comma too many on data rows. */
export function oklinkTron(wallet: string, moves: readonly CoinMove[], newestFirst: boolean): Uint8Array {
	const header = 'Tx Hash,blockHeight,blockTime(UTC+8),blockTime(UTC),from,to,value,symbol,tokenAddress,isConfirm';
	const rows = ofWallet(wallet, moves).map((move) =>
		csvLine([
			move.tx,
			String(move.block),
			local(move.at).replaceAll('-', '/'),
			utc(move.at).replaceAll('-', '/'),
			move.from,
			move.to,
			coinText(move.units),
			move.symbol,
			move.contract,
			'true',
			'',
		]),
	);
	if (newestFirst) rows.reverse();
	return utf8(`${[header, ...rows].join('\r\n')}\r\n`, true);
}

/** ERC-20 movements of one wallet as Etherscan exports them: every field quoted, UTC, addresses in lower case. */
export function etherscanErc20(wallet: string, moves: readonly CoinMove[]): Uint8Array {
	const header = [
		'Transaction Hash',
		'Blockno',
		'UnixTimestamp',
		'DateTime (UTC)',
		'From',
		'To',
		'TokenValue',
		'USDValueDayOfTx',
		'ContractAddress',
		'TokenName',
		'TokenSymbol',
	];
	const rows = ofWallet(wallet, moves).map((move) => [
		move.tx,
		String(move.block),
		String(Math.floor(move.at / 1000)),
		utc(move.at),
		move.from.toLowerCase(),
		move.to.toLowerCase(),
		coinText(move.units),
		`$${coinText(move.units)}`,
		move.contract.toLowerCase(),
		'Tether USD',
		move.symbol,
	]);
	return utf8([header, ...rows].map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\r\n`).join(''));
}

function ofWallet(wallet: string, moves: readonly CoinMove[]): CoinMove[] {
	return moves.filter(({ from, to }) => from === wallet || to === wallet).sort((a, b) => a.at - b.at);
}

/** Labels of services as a GraphSense TagPack. */
export function tagPack(
	title: string,
	category: string,
	tags: readonly { address: string; label: string }[],
): Uint8Array {
	const lines = [
		`title: ${title}`,
		'creator: liuxiang demo',
		`category: ${category}`,
		'confidence: service_data',
		'source: https://labels.example.invalid/demo',
		'lastmod: 2023-06-01',
		'tags:',
	];
	for (const { address, label } of tags)
		lines.push(
			`- address: '${address}'`,
			`  currency: ${address.startsWith('T') ? 'TRX' : 'ETH'}`,
			`  label: ${label}`,
		);
	return utf8(`${lines.join('\n')}\n`);
}
