import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile } from './contract.ts';

/** Chunk in which files are read: some thousand rows. With 1 MB the collector fell behind and kept 100 MB more. */
const CHUNK_BYTES = 1 << 18;
/** A file of up to this size is read once and kept while it is looked at: it is hashed, recognised, measured and read. */
export const KEPT_BYTES_MAX = 8 << 20;

/**
 * A file on disk, hashed now; a large one is read again from the start at each `bytes()`, which ends with a Problem
 * `evidence.changed` {file} where it was changed meanwhile: what was read must not be kept under the hash of something else.
 * `path` is the name it goes by in the case.
 */
export async function diskFile(absolute: string, path: string): Promise<EvidenceFile> {
	const { size } = await stat(absolute);
	if (size <= KEPT_BYTES_MAX) return memoryFile(path, await readFile(absolute));
	const state = await stateOf(absolute);
	const read = () => createReadStream(absolute, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array>;
	const bytes = async function* (): AsyncIterable<Uint8Array> {
		yield* read();
		if ((await stateOf(absolute)) !== state) throw new Problem('evidence', 'evidence.changed', { file: path });
	};
	return { path, ...(await sha256(read())), bytes };
}

/** Differs once a file was written to or replaced, unless somebody took pains that it does not. */
export async function stateOf(path: string): Promise<string> {
	// Not the inode: some network shares number a file anew while it lies there unchanged.
	const { size, mtimeMs } = await stat(path);
	return `${size} ${mtimeMs}`;
}

/** Bytes held in memory, such as a member of a ZIP that itself lies in a ZIP. */
export function memoryFile(path: string, content: Uint8Array): EvidenceFile {
	return { path, size: content.length, hash: hash('sha256', content), bytes: () => pieces(content) };
}

/** SHA-256 of a stream, 64 hex digits, and its length. */
export async function sha256(bytes: AsyncIterable<Uint8Array>): Promise<{ hash: string; size: number }> {
	const digest = createHash('sha256');
	let size = 0;
	for await (const chunk of bytes) {
		digest.update(chunk);
		size += chunk.length;
	}
	return { hash: digest.digest('hex'), size };
}

/** All bytes of a stream. */
export function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
	return headOfBytes(bytes, Number.POSITIVE_INFINITY);
}

/** The first `length` bytes, fewer where the file is shorter. */
export function headOf(file: EvidenceFile, length: number): Promise<Buffer> {
	return headOfBytes(file.bytes(), length);
}

/** The first `length` bytes of a stream, fewer where it is shorter. */
export async function headOfBytes(bytes: AsyncIterable<Uint8Array>, length: number): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let have = 0;
	for await (const chunk of bytes) {
		parts.push(chunk);
		have += chunk.length;
		if (have >= length) break;
	}
	return Buffer.concat(parts).subarray(0, length);
}

async function* pieces(content: Uint8Array): AsyncIterable<Uint8Array> {
	for (let at = 0; at < content.length; at += CHUNK_BYTES) yield content.subarray(at, at + CHUNK_BYTES);
}
