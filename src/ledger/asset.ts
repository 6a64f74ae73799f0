/** `CNY`, or a token by its contract (`tron:TR7…`, `eth:0xdAC1…`), or a chain's coin (`eth:coin`, `tron:coin`). Never a symbol. */
export type AssetId = string;

export interface Asset {
	readonly id: AssetId;
	readonly symbol: string;
	/** How many decimals one whole unit has; amounts are integers of the smallest unit. */
	readonly decimals: number;
}

export const CNY: Asset = { id: 'CNY', symbol: 'CNY', decimals: 2 };

/** Tokens and coins whose contract and decimals are known beforehand. A case adds its own in `case.yaml`. */
export const KNOWN_ASSETS: readonly Asset[] = [
	CNY,
	{ id: 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', symbol: 'USDT', decimals: 6 },
	{ id: 'eth:0xdAC17F958D2ee523a2206206994597C13D831ec7', symbol: 'USDT', decimals: 6 },
	{ id: 'bsc:0x55d398326f99059fF775485246999027B3197955', symbol: 'USDT', decimals: 18 },
	{ id: 'polygon:0xc2132D05D31c914a87C6611C10748AEb04B58e8F', symbol: 'USDT', decimals: 6 },
	{ id: 'arbitrum:0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9', symbol: 'USDT', decimals: 6 },
	{ id: 'tron:coin', symbol: 'TRX', decimals: 6 },
	{ id: 'eth:coin', symbol: 'ETH', decimals: 18 },
	{ id: 'bsc:coin', symbol: 'BNB', decimals: 18 },
	{ id: 'polygon:coin', symbol: 'POL', decimals: 18 },
	{ id: 'arbitrum:coin', symbol: 'ETH', decimals: 18 },
];

/** Amounts of a token whose decimals nobody has stated are kept exact at this many; such a token is never counted. */
export const UNKNOWN_TOKEN_DECIMALS = 18;
