/** Archives opened in place: their members stand at the archive's place as `a.zip!/b`. */
import { Problem } from '../ledger/problem.ts';
import { type Member, nameFault } from './archive.ts';
import { gunzip, gzipMember } from './archive-gzip.ts';
import { type ArchiveKind, archiveKind, isTar } from './archive-kind.ts';
import { listPacked } from './archive-packed.ts';
import type { EvidenceFile } from './contract.ts';
import { headOfBytes, KEPT_BYTES_MAX, memoryFile, sha256, wholeOf } from './evidence-file.ts';
import type { Passwords } from './passwords.ts';
import { failed, ignored, isLeftBehind, type Refusal, refused } from './refusal.ts';
import { type ByteSource, listZip, memorySource } from './zip.ts';

/** An archive in an archive is unpacked into memory up to this size. */
const NESTED_BYTES_MAX = 256 << 20;

/** A file that may be an archive, and random access to its bytes. */
export interface Openable {
	readonly file: EvidenceFile;
	readonly source: ByteSource;
	/** 1: it lies in the folder, 2: in an archive. */
	readonly depth: 1 | 2;
}

/** The file itself, or what lies in it where it is an archive, sorted by name. */
export async function* openedOf(found: Openable, passwords: Passwords): AsyncIterable<EvidenceFile | Refusal> {
	const { file, depth } = found;
	let members: Member[] | undefined;
	try {
		const kind = await archiveKind(file);
		members = kind && (await membersOf(kind, found, passwords.for(file.path)));
	} catch (cause) {
		// A broken workbook ends here as well: it is a broken ZIP.
		yield failed(file.path, cause);
		return;
	}
	if (!members || isWorkbook(members)) {
		yield file;
		return;
	}
	members.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	const seen = new Set<string>();
	for (const member of members) {
		const path = `${file.path}!/${member.name}`;
		const refusal = memberRefusal(member, path, seen);
		seen.add(member.name);
		if (refusal) yield refusal;
		else yield* openMember(member, path, depth, passwords);
	}
}

async function membersOf(kind: ArchiveKind, { file, source }: Openable, passwords: readonly string[]) {
	switch (kind) {
		case 'zip':
			return await listZip(file.path, source, passwords);
		case 'packed':
			return await listPacked(file);
		case 'gzip':
			return isTar(await headOfBytes(gunzip(file), 512)) ? await listPacked(file) : [gzipMember(file)];
		case 'volume':
			throw new Problem('evidence', 'evidence.archive-split', { file: file.path });
	}
}

function isWorkbook(members: readonly Member[]): boolean {
	return members.some((member) => member.name === '[Content_Types].xml');
}

async function* openMember(
	member: Member,
	path: string,
	depth: 1 | 2,
	passwords: Passwords,
): AsyncIterable<EvidenceFile | Refusal> {
	try {
		const file = await memberFile(member, path);
		const kind = await archiveKind(file);
		if (!kind) {
			yield file;
			return;
		}
		if (file.size > NESTED_BYTES_MAX) throw new Problem('evidence', 'evidence.zip-nested', { file: path });
		const content = await wholeOf(file.bytes());
		const inner = memoryFile(path, content);
		const source = memorySource(content);
		if (depth === 1) yield* openedOf({ file: inner, source, depth: 2 }, passwords);
		// Deeper than an archive in an archive nothing is opened but workbooks.
		else if (kind === 'zip' && isWorkbook(await listZip(path, source))) yield inner;
		else yield refused(path, 'evidence.zip-nested');
	} catch (cause) {
		yield failed(path, cause);
	}
}

/** A small member is unpacked once and kept, a large one unpacked at each reading. */
async function memberFile(member: Member, path: string): Promise<EvidenceFile> {
	// To its end, where its checksum is compared.
	if (member.size !== undefined && member.size <= KEPT_BYTES_MAX)
		return memoryFile(path, await wholeOf(member.bytes()));
	const { hash, size } = await sha256(member.bytes());
	return { path, size, hash, bytes: () => member.bytes() };
}

function memberRefusal(member: Member, path: string, seen: ReadonlySet<string>): Refusal | undefined {
	const fault = nameFault(member.name);
	if (fault) return refused(path, 'evidence.zip-path', { fault });
	if (member.name.split('/').some(isLeftBehind)) return ignored(path, 'evidence.left-behind');
	if (member.link) return refused(path, 'evidence.symlink');
	if (seen.has(member.name)) return refused(path, 'evidence.zip-duplicate');
	return undefined;
}
