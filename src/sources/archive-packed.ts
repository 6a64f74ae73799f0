/** 7z, RAR and TAR: what lies in them, unpacked in memory or, where it is too much for that, anew at each reading. */
import { Problem } from '../ledger/problem.ts';
import { checkCount, checkRatio, checkTotal, type Member } from './archive.ts';
import { locked, type PackedEntry, PackedReader, unreadable } from './archive-library.ts';
import type { EvidenceFile } from './contract.ts';
import { headOf } from './evidence-file.ts';

/** The archive lies in memory as a whole while it is unpacked. */
const PACKED_BYTES_MAX = 256 << 20;
/** Sum of all members; the library counts no further. */
const BYTES_MAX = 2 ** 32 - 1;
/** Members of up to so many bytes together are unpacked once and kept. */
const KEPT_BYTES_MAX = 256 << 20;

/**
 * Lists the members of a 7z, RAR or TAR file. Folders are left out.
 *
 * @throws Problem `evidence.archive-too-large`, `evidence.archive-unreadable`, `evidence.archive-password`, `evidence.zip-bomb`
 */
export async function listPacked(file: EvidenceFile): Promise<Member[]> {
	if (file.size > PACKED_BYTES_MAX) {
		throw new Problem('evidence', 'evidence.archive-too-large', { file: file.path, bytes: file.size });
	}
	const entries = await entriesOf(file);
	// A cut or damaged archive may look like an empty one to the library.
	if (entries.length === 0) throw unreadable(file.path);
	const total = entries.reduce((sum, { size }) => sum + size, 0);
	checkTotal(file.path, total, BYTES_MAX);
	checkRatio(file.path, total, file.size);
	let kept: Promise<readonly Content[]> | undefined;
	const keep = () => {
		kept ??= unpackAll(file);
		return kept;
	};
	return entries.flatMap(({ name, size, link, folder, encrypted }, index) => {
		if (folder) return [];
		const path = `${file.path}!/${name}`;
		const bytes = () => {
			if (encrypted) throw locked(path);
			return total <= KEPT_BYTES_MAX ? keptMember(keep, index, path) : unpackOne(file, index, path);
		};
		return [{ name, size, link, bytes }];
	});
}

/**
 * What the archive lists. Where passing a member over means unpacking it (7z, TAR in gzip), it is unpacked here and counted:
 * the sizes that are declared may lie, and hours of zeros would be passed over before anything is checked.
 */
async function entriesOf(file: EvidenceFile): Promise<PackedEntry[]> {
	const reader = await PackedReader.open(file);
	const counted = !RAR.equals((await headOf(file, RAR.length)) as Uint8Array);
	const entries: PackedEntry[] = [];
	let total = 0;
	const grown = (bytes: number) => {
		total += bytes;
		checkTotal(file.path, total, BYTES_MAX);
		checkRatio(file.path, total, file.size);
	};
	for (let entry = reader.next(); entry; entry = reader.next()) {
		entries.push(entry);
		checkCount(file.path, entries.length);
		if (counted && !entry.folder && !entry.encrypted) reader.passOver(grown);
	}
	return entries;
}

/** RAR says where a member ends, and passes over it unread. */
const RAR = Buffer.from('Rar!\x1a\x07', 'latin1');

/** The chunks of a member, or why it cannot be read. */
type Content = readonly Uint8Array[] | Problem;

async function unpackAll(file: EvidenceFile): Promise<readonly Content[]> {
	const reader = await PackedReader.open(file);
	const contents: Content[] = [];
	try {
		for (let entry = reader.next(); entry; entry = reader.next()) {
			contents.push(entry.folder || entry.link || entry.encrypted ? [] : contentOf(reader, entry));
		}
	} catch (cause) {
		if (!(cause instanceof Problem)) throw cause;
	}
	return contents;
}

function contentOf(reader: PackedReader, { size }: PackedEntry): Content {
	try {
		return [...reader.content(size)];
	} catch (cause) {
		if (cause instanceof Problem) return cause;
		throw cause;
	}
}

async function* keptMember(
	keep: () => Promise<readonly Content[]>,
	index: number,
	path: string,
): AsyncIterable<Uint8Array> {
	const content = (await keep())[index];
	if (content === undefined || content instanceof Problem) throw unreadable(path, content);
	yield* content;
}

async function* unpackOne(file: EvidenceFile, index: number, path: string): AsyncIterable<Uint8Array> {
	const reader = await PackedReader.open(file);
	let entry = reader.next();
	for (let at = 0; at < index && entry; at++) entry = reader.next();
	if (!entry) throw unreadable(path);
	yield* reader.content(entry.size);
}
