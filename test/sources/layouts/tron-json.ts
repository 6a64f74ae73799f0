import { hashFor, OWN_TRON, tronPeer, USDT_TRON } from './chains.ts';
import type { Encoding, Expected, Layout, Movement } from './layout.ts';

const encodings: readonly Encoding[] = ['utf-8', 'utf-8 with mark'];

export const trongrid: Layout = {
	source: 'trongrid',
	encodings,
	lines: (movements) => [
		JSON.stringify({
			data: movements.map(({ instant, units, order, ...rest }) => ({
				transaction_id: hashFor(order),
				token_info: { symbol: 'USDT', address: USDT_TRON, decimals: 6, name: 'Tether USD' },
				block_timestamp: instant,
				...sides({ ...rest }),
				type: 'Transfer',
				value: String(units),
			})),
			success: true,
			meta: { at: 1_700_000_000_000, page_size: movements.length },
		}),
	],
	expected,
};

/** What the explorer itself answers. */
export const tronscan: Layout = {
	source: 'tronscan',
	encodings,
	lines: (movements) => [
		JSON.stringify(
			{
				total: movements.length,
				token_transfers: movements.map(({ instant, units, order, ...rest }) => {
					const { from, to } = sides({ ...rest });
					return {
						transaction_id: hashFor(order),
						block_ts: instant,
						from_address: from,
						to_address: to,
						block: 49_500_400,
						contract_address: USDT_TRON,
						quant: String(units),
						event_type: 'Transfer',
						contract_type: 'trc20',
						confirmed: true,
						contractRet: 'SUCCESS',
						tokenInfo: { tokenId: USDT_TRON, tokenAbbr: 'USDT', tokenName: 'Tether USD', tokenDecimal: 6 },
					};
				}),
			},
			null,
			2,
		),
	],
	expected,
};

function sides({ out, peer }: Pick<Movement, 'out' | 'peer'>): { readonly from: string; readonly to: string } {
	return out ? { from: OWN_TRON, to: tronPeer(peer) } : { from: tronPeer(peer), to: OWN_TRON };
}

function expected(movement: Movement): Expected[] {
	const { instant, units, order } = movement;
	const { from, to } = sides(movement);
	const asset = `tron:${USDT_TRON}`;
	return [
		{ amount: units, instant, own: 'neither', from: `tron:${from}`, to: `tron:${to}`, asset, order: hashFor(order) },
	];
}
