import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileEntry, Reader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { fileTrouble } from '../../ledger/file-trouble.ts';
import type { BackedUp } from './manifest.ts';

/** Any size, any name; one date, because a restored file is as old as its restoring. */
const WRITING = { useWebWorkers: false, zip64: true, lastModDate: new Date(Date.UTC(1980, 0, 1, 12)) } as const;

/** A file to pack: its name in the archive and where it lies. */
export interface Packed {
	readonly name: string;
	readonly path: string;
}

/**
 * Packs files into a new ZIP as streams, and hashes what is packed. It is on the disk when this returns.
 *
 * @param last what comes last, made of what was packed
 * @throws Problem of a file that cannot be read or written
 */
export async function packFiles(
	archive: string,
	files: readonly Packed[],
	last: (packed: readonly BackedUp[]) => { readonly name: string; readonly text: string },
): Promise<readonly BackedUp[]> {
	const packed: BackedUp[] = [];
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	const pack = async () => {
		const zip = new ZipWriter(writable, WRITING);
		for (const { name, path } of files) {
			const counted = counter();
			const bytes = counted.through(createReadStream(path, { highWaterMark: 1 << 18 }), path);
			await zip.add(name, Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>);
			packed.push({ name, ...counted.result() });
		}
		const { name, text } = last(packed);
		await zip.add(name, new Blob([text]).stream() as ReadableStream<Uint8Array>);
		await zip.close();
	};
	const packing = pack().catch(async (cause: unknown) => {
		await writable.abort(cause).catch(() => undefined);
		throw cause;
	});
	// What went wrong with a file says more than that the stream ended for it.
	packing.catch(() => undefined);
	try {
		const write = createWriteStream(archive, { flags: 'wx', mode: 0o600, flush: true });
		await pipeline(Readable.fromWeb(readable as never), write);
	} catch (cause) {
		throw await packing.then(
			() => fileTrouble(cause, archive),
			(first: unknown) => fileTrouble(first instanceof Error ? first : cause, archive),
		);
	}
	await packing;
	return packed;
}

/** A packed file as it lies in an archive. */
export interface Entry {
	readonly name: string;
	/** As the archive declares it. */
	readonly size: number;
	/** Hands its bytes on. Throws where they are damaged, or more than declared. */
	unpack(take: (piece: Uint8Array) => Promise<void>): Promise<Omit<BackedUp, 'name'>>;
}

/** Lists an archive and hands its entries to `use`. Throws what zip.js throws where it is no ZIP, or was cut. */
export async function withArchive<T>(archive: string, use: (entries: readonly Entry[]) => Promise<T>): Promise<T> {
	const handle = await open(archive);
	try {
		const { size } = await handle.stat();
		const reader = new ZipReader(new HandleReader(handle, size), { checkSignature: true, useWebWorkers: false });
		const entries = [];
		for (const entry of await reader.getEntries()) if (!entry.directory) entries.push(entryOf(entry));
		return await use(entries);
	} finally {
		await handle.close();
	}
}

function entryOf(entry: FileEntry): Entry {
	const size = entry.uncompressedSize;
	return {
		name: entry.filename,
		size,
		async unpack(take) {
			const counted = counter();
			const sink = new WritableStream<Uint8Array>({
				async write(piece) {
					counted.add(piece);
					if (counted.size() > size) throw new Error('more bytes than declared');
					await take(piece);
				},
			});
			await entry.getData(sink, { checkSignature: true, useWebWorkers: false });
			return counted.result();
		},
	};
}

class HandleReader extends Reader<FileHandle> {
	readonly #handle: FileHandle;
	override size: number;

	constructor(handle: FileHandle, size: number) {
		super(handle);
		this.#handle = handle;
		this.size = size;
	}

	override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
		const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, index);
		return buffer.subarray(0, bytesRead);
	}
}

function counter() {
	const sha256 = createHash('sha256');
	let size = 0;
	const add = (piece: Uint8Array) => {
		sha256.update(piece);
		size += piece.length;
	};
	return {
		add,
		async *through(pieces: AsyncIterable<Uint8Array>, path: string) {
			try {
				for await (const piece of pieces) {
					add(piece);
					yield piece;
				}
			} catch (cause) {
				throw fileTrouble(cause, path);
			}
		},
		size: () => size,
		/** Once, at the end. */
		result: () => ({ size, sha256: sha256.digest('hex') }),
	};
}
