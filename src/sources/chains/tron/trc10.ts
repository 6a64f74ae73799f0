/** TRC-10 tokens: numbered, not contracts. Their decimals are asked of the node, since no row states them. */
import { type AssetId, UNKNOWN_TOKEN_DECIMALS } from '../../../ledger/asset.ts';
import { Damage } from './damage.ts';
import { NETWORK, type Notes, type Subject, wanted } from './subject.ts';

const PREFIX = `${NETWORK}:trc10-`;

/** The asset of a token as a row names it: its number, or the number's digits in hex. Before 2019 it is its name. */
export function tokenIdOf(name: string): AssetId {
	const plain = /^(?:3\d){7}$/.test(name) ? Buffer.from(name, 'hex').toString('ascii') : name;
	return `${PREFIX}${plain}`;
}

/** Brings amounts to the decimals that the case, or else the ledger, keeps a token at. */
export class TokenTen {
	/** As the node states them, of the tokens that were read. */
	readonly decimals = new Map<AssetId, number>();
	readonly #precision: (token: string) => number | undefined;
	readonly #asked = new Map<string, number | undefined>();

	/** @param precision decimals by the token's number; undefined where the node was not asked yet */
	constructor(precision: (token: string) => number | undefined) {
		this.#precision = precision;
	}

	/** The amount in the asset's smallest units; undefined where the token is not wanted, or its decimals are not known yet. */
	read(asset: AssetId, amount: bigint, subject: Subject, notes: Notes): bigint | undefined {
		if (!wanted(subject, asset)) return undefined;
		const token = asset.slice(PREFIX.length);
		if (!/^\d{7}$/.test(token)) {
			notes.add('transfer of a TRC-10 token that is named, not numbered');
			return undefined;
		}
		if (!this.#asked.has(token)) this.#asked.set(token, this.#precision(token));
		const stated = this.#asked.get(token);
		if (stated === undefined) return undefined;
		this.decimals.set(asset, stated);
		const known = subject.assets.get(asset);
		if (known === undefined) return amount * 10n ** BigInt(UNKNOWN_TOKEN_DECIMALS - stated);
		if (known.decimals === stated) return amount;
		throw new Damage(`${asset} has ${stated} decimals on the chain and ${known.decimals} in the case`);
	}
}
