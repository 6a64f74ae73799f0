/** ZIPs read in place, with every limit checked before and while their members are inflated. */
import type { FileEntry } from '@zip.js/zip.js';
import { Problem } from '../ledger/problem.ts';
import { bomb, checkCount, checkRatio, checkTotal, type Member } from './archive.ts';
import { ZipKeys } from './zip-keys.ts';

/** Random access to the bytes of an archive. */
export interface ByteSource {
	readonly size: number;
	read(offset: number, length: number): Promise<Uint8Array>;
}

/** Sum of all members of one archive. A return of some million rows is a few GB. */
const BYTES_MAX = 16 * 2 ** 30;

/**
 * Lists the members of a ZIP, names decoded as UTF-8, else GB18030. Directories are left out.
 *
 * @param path for messages
 * @param passwords to try on members that have one
 * @throws Problem `evidence.zip-damaged`, `evidence.zip-bomb` (too many members, too many bytes, too high a ratio, overlaps)
 */
export async function listZip(
	path: string,
	source: ByteSource,
	passwords: readonly string[] = [],
): Promise<Required<Member>[]> {
	const entries = await entriesOf(path, source);
	const files = entries.filter((entry): entry is FileEntry => !entry.directory);
	checkDeclared(path, files);
	const keys = new ZipKeys(passwords);
	return files.map((entry) => {
		const name = decodeName(entry.rawFilename, entry.filenameUTF8).replaceAll('\\', '/');
		const open = (password?: string) => inflate(path, entry, password);
		const bytes = entry.encrypted ? keys.opened(`${path}!/${name}`, open) : open;
		return { name, size: entry.uncompressedSize, link: entry.symlink, bytes: () => bytes() };
	});
}

/** Inflates every member and throws it away: for a workbook, whose own reader trusts what the archive declares. */
export async function checkZip(path: string, bytes: Uint8Array): Promise<void> {
	for (const member of await listZip(path, memorySource(bytes))) {
		for await (const _ of member.bytes());
	}
}

export function memorySource(bytes: Uint8Array): ByteSource {
	return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

async function entriesOf(path: string, source: ByteSource) {
	const { configure, ERR_SPLIT_ZIP_FILE, Reader, ZipReader } = await import('@zip.js/zip.js');
	configure({ useWebWorkers: false });
	class SourceReader extends Reader<ByteSource> {
		override size = source.size;
		override readUint8Array(index: number, length: number): Promise<Uint8Array> {
			return source.read(index, length);
		}
	}
	const reader = new ZipReader(new SourceReader(source), {
		checkSignature: true,
		filenameValidation: 'tolerant',
	});
	const entries = [];
	try {
		for await (const entry of reader.getEntriesGenerator()) {
			entries.push(entry);
			checkCount(path, entries.length);
		}
	} catch (cause) {
		if (cause instanceof Problem) throw cause;
		const split = cause instanceof Error && cause.message === ERR_SPLIT_ZIP_FILE;
		throw new Problem('evidence', split ? 'evidence.archive-split' : 'evidence.zip-damaged', { file: path }, cause);
	}
	return entries;
}

function checkDeclared(path: string, entries: readonly FileEntry[]): void {
	let total = 0;
	for (const entry of entries) {
		total += entry.uncompressedSize;
		checkRatio(path, entry.uncompressedSize, entry.compressedSize);
	}
	checkTotal(path, total, BYTES_MAX);
	// Overlapping members inflate the same bytes many times over: a small archive of petabytes.
	const ordered = [...entries].sort((a, b) => a.offset - b.offset);
	for (let i = 1; i < ordered.length; i++) {
		const before = ordered[i - 1] as FileEntry;
		const end = before.offset + LOCAL_HEADER_BYTES + before.rawFilename.length + before.compressedSize;
		if ((ordered[i] as FileEntry).offset < end) throw bomb(path, 'overlap', i, 0);
	}
}

const LOCAL_HEADER_BYTES = 30;

async function* inflate(path: string, entry: FileEntry, password: string | undefined): AsyncIterable<Uint8Array> {
	let fail: (cause: unknown) => void = () => undefined;
	const pipe = new TransformStream<Uint8Array, Uint8Array>({
		start(controller) {
			fail = (cause) => controller.error(cause);
		},
	});
	const stop = new AbortController();
	const key = password === undefined ? {} : { password };
	const done = entry.getData(pipe.writable, { signal: stop.signal, checkSignature: true, ...key });
	// The library leaves the stream open where the member's own header is damaged: reading would wait for ever.
	done.catch(fail);
	try {
		// More bytes than declared, and within the limits, never come out: the library checks at each chunk.
		yield* pipe.readable;
		await done;
	} catch (cause) {
		throw isUnsupported(cause)
			? new Problem('evidence', 'evidence.archive-unreadable', { file: path }, cause)
			: new Problem('evidence', 'evidence.zip-damaged', { file: path }, cause);
	} finally {
		stop.abort();
	}
}

/** A compression or encryption that the library does not know: the ZIP itself may be whole. */
function isUnsupported(cause: unknown): boolean {
	return cause instanceof Error && /method not supported/i.test(cause.message);
}

function decodeName(raw: Uint8Array, declaredUtf8: boolean): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(raw);
	} catch {
		return new TextDecoder(declaredUtf8 ? 'utf-8' : 'gb18030').decode(raw);
	}
}
