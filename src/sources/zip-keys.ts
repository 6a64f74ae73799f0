import { Problem } from '../ledger/problem.ts';

/** Bytes of a member, unpacked with a password. */
type Open = (password: string) => AsyncIterable<Uint8Array>;

/** Finds out which password opens which member of one ZIP. */
export class ZipKeys {
	/** The one that opened the last member comes first: most archives have one for all. */
	#candidates: readonly string[];

	constructor(passwords: readonly string[]) {
		this.#candidates = passwords;
	}

	/**
	 * The member's bytes under whichever password opens it, tried out at the first reading.
	 *
	 * @param path of the member, for messages
	 */
	opened(path: string, open: Open): () => AsyncIterable<Uint8Array> {
		let key: Promise<string> | undefined;
		const find = () => this.#keyOf(path, open);
		return async function* () {
			key ??= find();
			yield* open(await key);
		};
	}

	/**
	 * Reads the member whole under one candidate after the other: ZipCrypto lets one wrong password in 256 begin, and only
	 * the checksum at the end tells.
	 *
	 * @throws Problem `evidence.zip-password` with `tried`: how many candidates there were
	 */
	async #keyOf(path: string, open: Open): Promise<string> {
		let last: unknown;
		for (const candidate of this.#candidates) {
			try {
				for await (const _ of open(candidate));
			} catch (cause) {
				last = cause;
				continue;
			}
			this.#candidates = [candidate, ...this.#candidates.filter((other) => other !== candidate)];
			return candidate;
		}
		throw new Problem('evidence', 'evidence.zip-password', { file: path, tried: this.#candidates.length }, last);
	}
}
