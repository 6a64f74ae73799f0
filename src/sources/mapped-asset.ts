/** The asset that a row of a mapped table means: by its id or contract, or by a coin's name together with a chain. */
import { isChain } from '../ledger/account.ts';
import { type Asset, CNY, UNKNOWN_TOKEN_DECIMALS } from '../ledger/asset.ts';
import { currencyOf } from './bank-words.ts';
import { isCoin } from './coin-exchange.ts';
import { networkOfWord, tokenOn } from './coin-network.ts';
import { type MappedContext, mappedAccount } from './mapped-row.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';

type MappedRow = Row<MappedField>;

/** @throws RowFault `value`, `missing` */
export function assetIn(row: MappedRow, context: MappedContext): Asset {
	const { mapping, hints } = context;
	const text = row.text('asset');
	if (text !== '') return namedAsset(row, text, context);
	if (row.has('coin')) return coinAsset(row, context);
	const asset = hints.assets.get(mapping.asset ?? CNY.id);
	if (asset === undefined) throw row.fault('asset', 'value');
	return asset;
}

/** A symbol is no asset, but 人民币 is one thing only. */
function namedAsset(row: MappedRow, text: string, { mapping, hints }: MappedContext): Asset {
	if (currencyOf(text) === CNY.id) return CNY;
	const contract = mappedAccount(row, 'asset', chainIn(row) ?? mapping.network);
	const asset = hints.assets.get(text) ?? (contract.ok ? hints.assets.get(contract.account) : undefined);
	if (asset !== undefined) return asset;
	if (!contract.ok || !isChain(contract.account)) throw row.fault('asset', 'value');
	return { id: contract.account, symbol: '', decimals: UNKNOWN_TOKEN_DECIMALS };
}

/**
 * What an exchange means by a coin: on the chain that it names the one known asset of that name; without a chain the
 * mapping's asset where it goes by the name, else the exchange's own coin (`okx:USDT`). No other coin is taken for the
 * mapping's asset.
 */
function coinAsset(row: MappedRow, { mapping, hints }: MappedContext): Asset {
	const fixed = mapping.asset === undefined ? undefined : hints.assets.get(mapping.asset);
	const text = row.text('coin');
	if (text === '' && fixed) return fixed;
	if (currencyOf(row.needed('coin')) === CNY.id) return CNY;
	const { coin, chain: written } = coinAndChain(text);
	const chain = chainIn(row) ?? written;
	const token = chain === undefined ? undefined : hints.assets.get(tokenOn(chain, coin, hints.assets) ?? '');
	if (token) return token;
	if (chain === undefined && fixed?.symbol.toUpperCase() === coin) return fixed;
	const exchange = mapping.network;
	if (exchange === undefined || isChain(`${exchange}:`) || !isCoin(coin)) throw row.fault('coin', 'value');
	const id = `${exchange}:${coin}`;
	return hints.assets.get(id) ?? { id, symbol: coin, decimals: UNKNOWN_TOKEN_DECIMALS };
}

/** `USDT-TRC20`, `USDT(TRC20)`: a coin with its chain in one word. */
function coinAndChain(text: string): { readonly coin: string; readonly chain?: string } {
	const [coin = '', ...more] = text
		.toUpperCase()
		.split(/[-_()（）\s]/)
		.filter((part) => part !== '');
	const chain = more.map(networkOfWord).find(isFollowed);
	return chain === undefined ? { coin: text.toUpperCase() } : { coin, chain };
}

/** The network that the row's chain column names; one that is not followed by its own word. @throws RowFault `value` */
export function chainIn(row: MappedRow): string | undefined {
	const text = row.text('chain');
	if (text === '') return undefined;
	// `USDT-TRC20` stands in columns of chains as well.
	const network = text.split(/[-_]/).map(networkOfWord).find(isFollowed) ?? networkOfWord(text);
	if (network === undefined) throw row.fault('chain', 'value');
	return network;
}

function isFollowed(network: string | undefined): boolean {
	return network !== undefined && isChain(`${network}:`);
}
