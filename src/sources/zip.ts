/** ZIPs read in place, with every limit checked before and while their members are inflated. */
import type { FileEntry } from '@zip.js/zip.js';
import { Problem } from '../ledger/problem.ts';

/** Random access to the bytes of an archive. */
export interface ByteSource {
	readonly size: number;
	read(offset: number, length: number): Promise<Uint8Array>;
}

export interface ZipMember {
	/** With `/` between parts, decoded as UTF-8, else GB18030. Not yet checked: see `nameFault`. */
	readonly name: string;
	/** As the archive declares it, within the limits; `bytes` enforces it. */
	readonly size: number;
	readonly encrypted: boolean;
	readonly link: boolean;
	/** Inflates the member from its start. @throws Problem `evidence.zip-damaged`, also where it is larger than declared */
	bytes(): AsyncIterable<Uint8Array>;
}

const MEMBERS_MAX = 50_000;
/** Sum of all members of one archive. A return of some million rows is a few GB. */
const BYTES_MAX = 16 * 2 ** 30;
/** DEFLATE reaches 1032:1 on zeros; text tables stay below 50:1. Small members may be as repetitive as they like. */
const RATIO_MAX = 250;
const RATIO_FREE_BYTES = 8 << 20;

/**
 * Lists the members of a ZIP. Directories are left out.
 *
 * @param path for messages
 * @throws Problem `evidence.zip-damaged`, `evidence.zip-bomb` (too many members, too many bytes, too high a ratio, overlaps)
 */
export async function listZip(path: string, source: ByteSource): Promise<ZipMember[]> {
	const entries = await entriesOf(path, source);
	const files = entries.filter((entry): entry is FileEntry => !entry.directory);
	checkDeclared(path, files);
	return files.map((entry) => ({
		name: decodeName(entry.rawFilename, entry.filenameUTF8).replaceAll('\\', '/'),
		size: entry.uncompressedSize,
		encrypted: entry.encrypted,
		link: entry.symlink,
		bytes: () => inflate(path, entry),
	}));
}

/** Inflates every member and throws it away: for a workbook, whose own reader trusts what the archive declares. */
export async function checkZip(path: string, bytes: Uint8Array): Promise<void> {
	for (const member of await listZip(path, memorySource(bytes))) {
		if (member.encrypted) throw new Problem('evidence', 'evidence.zip-password', { file: path });
		for await (const _ of member.bytes());
	}
}

export function memorySource(bytes: Uint8Array): ByteSource {
	return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/** Why a member's name must not be used as a path, if it must not: it is absolute, or leads out of the folder. */
export function nameFault(name: string): 'absolute' | 'escape' | 'malformed' | undefined {
	if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'absolute';
	const parts = name.split('/');
	if (parts.includes('..')) return 'escape';
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	if (parts.some((part) => part === '' || part === '.') || /[\u0000-\u001f\u007f]/.test(name)) return 'malformed';
	return undefined;
}

async function entriesOf(path: string, source: ByteSource) {
	const { configure, Reader, ZipReader } = await import('@zip.js/zip.js');
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
			if (entries.length > MEMBERS_MAX) throw bomb(path, 'members', entries.length, MEMBERS_MAX);
		}
	} catch (cause) {
		if (cause instanceof Problem) throw cause;
		throw new Problem('evidence', 'evidence.zip-damaged', { file: path }, cause);
	}
	return entries;
}

function checkDeclared(path: string, entries: readonly FileEntry[]): void {
	let total = 0;
	for (const entry of entries) {
		total += entry.uncompressedSize;
		checkRatio(path, entry.uncompressedSize, entry.compressedSize);
	}
	if (total > BYTES_MAX) throw bomb(path, 'bytes', total, BYTES_MAX);
	// Overlapping members inflate the same bytes many times over: a small archive of petabytes.
	const ordered = [...entries].sort((a, b) => a.offset - b.offset);
	for (let i = 1; i < ordered.length; i++) {
		const before = ordered[i - 1] as FileEntry;
		const end = before.offset + LOCAL_HEADER_BYTES + before.rawFilename.length + before.compressedSize;
		if ((ordered[i] as FileEntry).offset < end) throw bomb(path, 'overlap', i, 0);
	}
}

const LOCAL_HEADER_BYTES = 30;

function checkRatio(path: string, size: number, compressed: number): void {
	if (size > RATIO_FREE_BYTES && size > compressed * RATIO_MAX) {
		throw bomb(path, 'ratio', Math.round(size / Math.max(1, compressed)), RATIO_MAX);
	}
}

async function* inflate(path: string, entry: FileEntry): AsyncIterable<Uint8Array> {
	let fail: (cause: unknown) => void = () => undefined;
	const pipe = new TransformStream<Uint8Array, Uint8Array>({
		start(controller) {
			fail = (cause) => controller.error(cause);
		},
	});
	const stop = new AbortController();
	const done = entry.getData(pipe.writable, { signal: stop.signal, checkSignature: true });
	// The library leaves the stream open where the member's own header is damaged: reading would wait for ever.
	done.catch(fail);
	try {
		// More bytes than declared, and within the limits, never come out: the library checks at each chunk.
		yield* pipe.readable;
		await done;
	} catch (cause) {
		throw new Problem('evidence', 'evidence.zip-damaged', { file: path }, cause);
	} finally {
		stop.abort();
	}
}

function bomb(path: string, limit: 'members' | 'bytes' | 'ratio' | 'overlap', found: number, most: number): Problem {
	return new Problem('evidence', 'evidence.zip-bomb', { file: path, limit, found, most });
}

function decodeName(raw: Uint8Array, declaredUtf8: boolean): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(raw);
	} catch {
		return new TextDecoder(declaredUtf8 ? 'utf-8' : 'gb18030').decode(raw);
	}
}
