/** Finds every evidence file below a folder, in ZIPs too. Nothing is followed out of the folder, nothing is dropped unnamed. */
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile } from './contract.ts';
import { diskFile, headOf, memoryFile, sha256 } from './evidence-file.ts';
import { isZip } from './form.ts';
import { type ByteSource, listZip, memorySource, nameFault, type ZipMember } from './zip.ts';

/** Something that lies in the folder and is not read, with the reason. The rest goes on. */
export interface Refusal {
	readonly path: string;
	/** `refused`: a person should know; `ignored`: files that systems and editors leave behind. */
	readonly fate: 'refused' | 'ignored';
	readonly problem: Problem;
}

export function isRefusal(found: EvidenceFile | Refusal): found is Refusal {
	return 'problem' in found;
}

/** A ZIP in a ZIP is inflated into memory up to this size. */
const NESTED_BYTES_MAX = 256 << 20;

/**
 * Every file below `root` (or `root` itself where it is a file), sorted by path in code unit order, hashed. The members
 * of a ZIP stand at the ZIP's place as `a.zip!/b`, sorted likewise.
 *
 * @throws Problem `evidence.missing` where `root` is neither file nor folder
 */
export async function* findEvidence(root: string): AsyncIterable<EvidenceFile | Refusal> {
	const state = await lstat(root).catch((cause: unknown) => {
		throw new Problem('evidence', 'evidence.missing', { file: root }, cause);
	});
	if (!state.isDirectory()) {
		yield* openFile(root, basename(root));
		return;
	}
	const found = await walk(root, await realpath(root), '');
	found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	for (const entry of found) {
		if (entry.refusal) yield entry.refusal;
		else yield* openFile(join(root, ...entry.path.split('/')), entry.path);
	}
}

interface Entry {
	readonly path: string;
	readonly refusal?: Refusal;
}

async function walk(folder: string, realRoot: string, prefix: string): Promise<Entry[]> {
	const entries: Entry[] = [];
	const items = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => asProblem(cause, prefix));
	if (items instanceof Problem) return [{ path: prefix, refusal: { path: prefix, fate: 'refused', problem: items } }];
	for (const item of items) {
		const path = `${prefix}${item.name}`;
		const absolute = join(folder, item.name);
		if (isLeftBehind(item.name)) entries.push({ path, refusal: ignored(path, 'evidence.left-behind') });
		else if (item.isSymbolicLink()) entries.push({ path, refusal: await linkRefusal(absolute, path, realRoot) });
		else if (item.isDirectory()) entries.push(...(await walk(absolute, realRoot, `${path}/`)));
		else if (item.isFile()) entries.push({ path });
		else entries.push({ path, refusal: refused(path, 'evidence.not-a-file') });
	}
	return entries;
}

/** A link out of the folder would bring in what was never received as evidence; one within it leads to a file found anyway. */
async function linkRefusal(absolute: string, path: string, realRoot: string): Promise<Refusal> {
	const target = await realpath(absolute).catch(() => undefined);
	const way = target === undefined ? '..' : relative(realRoot, target);
	const within = way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way);
	return within ? ignored(path, 'evidence.link-inside') : refused(path, 'evidence.symlink');
}

async function* openFile(absolute: string, path: string): AsyncIterable<EvidenceFile | Refusal> {
	let file: EvidenceFile;
	try {
		file = await diskFile(absolute, path);
		if (!(await isArchive(file))) {
			yield file;
			return;
		}
	} catch (cause) {
		yield { path, fate: 'refused', problem: asProblem(cause, path) };
		return;
	}
	yield* openZip(file, diskSource(absolute, file.size), 1);
}

async function isArchive(file: EvidenceFile): Promise<boolean> {
	return isZip(await headOf(file, 4));
}

async function* openZip(file: EvidenceFile, source: ByteSource, depth: 1 | 2): AsyncIterable<EvidenceFile | Refusal> {
	let members: ZipMember[];
	try {
		members = await listZip(file.path, source);
	} catch (cause) {
		// A broken workbook ends here as well: it is a broken ZIP.
		yield { path: file.path, fate: 'refused', problem: asProblem(cause, file.path) };
		return;
	}
	if (members.some((member) => member.name === '[Content_Types].xml')) {
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
		else yield* openMember(member, path, depth);
	}
}

async function* openMember(member: ZipMember, path: string, depth: 1 | 2): AsyncIterable<EvidenceFile | Refusal> {
	try {
		const file: EvidenceFile = {
			path,
			size: member.size,
			hash: await sha256(member.bytes()),
			bytes: () => member.bytes(),
		};
		if (!(await isArchive(file))) {
			yield file;
			return;
		}
		if (member.size > NESTED_BYTES_MAX) throw new Problem('evidence', 'evidence.zip-nested', { file: path });
		const content = await headOf(file, member.size);
		const inner = memoryFile(path, content);
		if (depth === 1) yield* openZip(inner, memorySource(content), 2);
		else yield* namedOnly(inner, memorySource(content));
	} catch (cause) {
		yield { path, fate: 'refused', problem: asProblem(cause, path) };
	}
}

/** Deeper than a ZIP in a ZIP nothing is opened but workbooks. */
async function* namedOnly(file: EvidenceFile, source: ByteSource): AsyncIterable<EvidenceFile | Refusal> {
	const members = await listZip(file.path, source);
	if (members.some((member) => member.name === '[Content_Types].xml')) yield file;
	else yield refused(file.path, 'evidence.zip-nested');
}

function memberRefusal(member: ZipMember, path: string, seen: ReadonlySet<string>): Refusal | undefined {
	const fault = nameFault(member.name);
	if (fault) return refused(path, 'evidence.zip-path', { fault });
	if (member.name.split('/').some(isLeftBehind)) return ignored(path, 'evidence.left-behind');
	if (member.link) return refused(path, 'evidence.symlink');
	if (member.encrypted) return refused(path, 'evidence.zip-password');
	if (seen.has(member.name)) return refused(path, 'evidence.zip-duplicate');
	return undefined;
}

/** Files that systems and editors leave behind: hidden ones, lock files of open documents, thumbnails. */
function isLeftBehind(name: string): boolean {
	return name.startsWith('.') || name.startsWith('~$') || /^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(name);
}

function diskSource(absolute: string, size: number): ByteSource {
	return {
		size,
		// Opened for each read: a member may be read long after the ZIP was listed, and no handle is left behind.
		read: async (offset, length) => {
			const handle = await open(absolute);
			try {
				const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
				return buffer.subarray(0, bytesRead);
			} finally {
				await handle.close();
			}
		},
	};
}

function refused(path: string, code: string, facts: Readonly<Record<string, string>> = {}): Refusal {
	return { path, fate: 'refused', problem: new Problem('evidence', code, { file: path, ...facts }) };
}

function ignored(path: string, code: string): Refusal {
	return { path, fate: 'ignored', problem: new Problem('evidence', code, { file: path }) };
}

function asProblem(cause: unknown, path: string): Problem {
	if (cause instanceof Problem) return cause;
	if (cause instanceof Error && 'code' in cause) {
		return new Problem('evidence', 'evidence.unreadable', { file: path, fault: String(cause.code) }, cause);
	}
	throw cause;
}
