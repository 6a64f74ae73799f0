import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTrouble } from '../ledger/file-trouble.ts';
import type { Listed } from '../reports/custody/types.ts';
import type { Pieces } from '../reports/report.ts';
import { Digest } from './custody/digest.ts';

/** One file of a folder: its name (`/` between folders), and its content in pieces. */
export interface Output {
	readonly name: string;
	content(): Pieces;
}

/** Writes a file where nobody else reads it yet, and hashes what is written. */
export async function writeOutput(folder: string, output: Output): Promise<Listed> {
	const digest = new Digest();
	const measured = async function* () {
		for await (const piece of joined(output.content())) {
			digest.update(piece);
			yield piece;
		}
	};
	const path = join(folder, output.name);
	try {
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		await pipeline(Readable.from(measured()), createWriteStream(path, { mode: 0o600, flush: true }));
	} catch (cause) {
		throw fileTrouble(cause, path);
	}
	return digest.listed(output.name);
}

/**
 * Small pieces gathered to some hundred kilobytes: a stream costs far more for each piece than for each byte, and so does
 * a step of an asynchronous loop.
 */
async function* joined(pieces: Pieces): AsyncGenerator<Uint8Array> {
	const block = new Block();
	if (Symbol.iterator in pieces) {
		for (const piece of pieces) if (block.add(piece)) yield block.take();
	} else {
		for await (const piece of pieces) if (block.add(piece)) yield block.take();
	}
	if (block.length > 0) yield block.take();
}

const BLOCK_LENGTH = 1 << 18;

class Block {
	length = 0;
	private parts: Uint8Array[] = [];
	private texts: string[] = [];

	/** Whether the block is full. */
	add(piece: string | Uint8Array): boolean {
		this.length += piece.length;
		if (typeof piece === 'string') this.texts.push(piece);
		else this.parts.push(Buffer.from(this.texts.splice(0).join('')), piece);
		return this.length >= BLOCK_LENGTH;
	}

	take(): Uint8Array {
		const bytes = Buffer.concat([...this.parts, Buffer.from(this.texts.join(''))]);
		this.length = 0;
		this.parts = [];
		this.texts = [];
		return bytes;
	}
}
