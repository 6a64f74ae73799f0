import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Listed } from '../../reports/custody/types.ts';

/** Takes the size and both hashes of what passes through it. */
export class Digest {
	#size = 0;
	readonly #sha256 = createHash('sha256');
	readonly #sm3 = createHash('sm3');

	update(piece: Uint8Array): void {
		this.#size += piece.length;
		this.#sha256.update(piece);
		this.#sm3.update(piece);
	}

	listed(name: string): Listed {
		return { name, size: this.#size, sha256: this.#sha256.digest('hex'), sm3: this.#sm3.digest('hex') };
	}
}

/** Reads a file once, from beginning to end. One that cannot be read is listed without hashes: it is there, and unread. */
export async function digestFile(path: string, name: string): Promise<Listed> {
	const digest = new Digest();
	try {
		for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) digest.update(piece as Buffer);
		return digest.listed(name);
	} catch {
		return { name, size: 0, sha256: '', sm3: '' };
	}
}

export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
	return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
