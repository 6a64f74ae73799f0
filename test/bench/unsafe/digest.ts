import type { Listed } from '../../../src/reports/custody/types.ts';

export { byName } from '../../../src/run/custody/digest.ts';

/** Takes sizes and no hashes. */
export class Digest {
	#size = 0;

	update(piece: Uint8Array): void {
		this.#size += piece.length;
	}

	listed(name: string): Listed {
		return { name, size: this.#size, sha256: '', sm3: '' };
	}
}

/** Reads nothing. */
export async function digestFile(_path: string, name: string): Promise<Listed> {
	return { name, size: 0, sha256: '', sm3: '' };
}
