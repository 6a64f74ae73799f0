/** TRC-10 tokens: numbered, not contracts. */
import type { AssetId } from '../../../ledger/asset.ts';
import { Damage } from './damage.ts';
import { NETWORK, type Notes, type Subject } from './subject.ts';

const PREFIX = `${NETWORK}:trc10-`;

/** The asset of a token as a row names it: its number, or the number's digits in hex. Before 2019 it is its name. */
export function tokenIdOf(name: string): AssetId {
	const plain = /^(?:3\d){7}$/.test(name) ? Buffer.from(name, 'hex').toString('ascii') : name;
	return `${PREFIX}${plain}`;
}

/** Which TRC-10 tokens are read, and whether the node states the decimals that the case does. */
export class TokenTen {
	/** As the node states them, of the tokens that were read. */
	readonly decimals = new Map<AssetId, number>();
	readonly #precision: (token: string) => number | undefined;

	/** @param precision decimals by the token's number; undefined where the node was not asked */
	constructor(precision: (token: string) => number | undefined) {
		this.#precision = precision;
	}

	/**
	 * Whether transfers of the token are read: only of one that the case knows. Most are advertisements, and no row
	 * states their decimals; how many were passed over is noted.
	 *
	 * @throws Damage
	 */
	reads(asset: AssetId, { assets }: Subject, notes: Notes): boolean {
		const known = assets.get(asset);
		if (known === undefined) {
			notes.add('transfer of a TRC-10 token that the case does not know');
			return false;
		}
		if (this.decimals.has(asset)) return true;
		const stated = this.#precision(asset.slice(PREFIX.length));
		if (stated === undefined) return true;
		if (known.decimals !== stated) {
			throw new Damage(`${asset} has ${stated} decimals on the chain and ${known.decimals} in the case`);
		}
		this.decimals.set(asset, stated);
		return true;
	}
}
