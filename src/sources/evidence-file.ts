import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { EvidenceFile } from './contract.ts';

/** Chunk in which files are read: large enough that a block of some thousand rows comes at once. */
const CHUNK_BYTES = 1 << 20;

/** A file on disk, hashed now and read again from the start at each `bytes()`. `path` is the name it goes by in the case. */
export async function diskFile(absolute: string, path: string): Promise<EvidenceFile> {
	const bytes = () => createReadStream(absolute, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array>;
	const { size } = await stat(absolute);
	return { path, size, hash: await sha256(bytes()), bytes };
}

/** Bytes held in memory, such as a member of a ZIP that itself lies in a ZIP. */
export function memoryFile(path: string, content: Uint8Array): EvidenceFile {
	return { path, size: content.length, hash: hash('sha256', content), bytes: () => pieces(content) };
}

/** SHA-256 of a stream, 64 hex digits. */
export async function sha256(bytes: AsyncIterable<Uint8Array>): Promise<string> {
	const digest = createHash('sha256');
	for await (const chunk of bytes) digest.update(chunk);
	return digest.digest('hex');
}

/** The first `length` bytes, fewer where the file is shorter. */
export async function headOf(file: EvidenceFile, length: number): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let have = 0;
	for await (const chunk of file.bytes()) {
		parts.push(chunk);
		have += chunk.length;
		if (have >= length) break;
	}
	return Buffer.concat(parts).subarray(0, length);
}

async function* pieces(content: Uint8Array): AsyncIterable<Uint8Array> {
	for (let at = 0; at < content.length; at += CHUNK_BYTES) yield content.subarray(at, at + CHUNK_BYTES);
}
