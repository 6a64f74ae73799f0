import type { EvidenceFile } from './contract.ts';
import { headOf } from './evidence-file.ts';
import { isZip } from './form.ts';

/** How an archive is opened: `packed` is what the library unpacks (7z, RAR, TAR, TAR in gzip). */
export type ArchiveKind = 'zip' | 'packed' | 'gzip' | 'volume';

const SEVEN_ZIP = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]);
const RAR = Buffer.from('Rar!\x1a\x07', 'latin1');
const GZIP = Buffer.from([0x1f, 0x8b, 8]);
/** A TAR's first header is one block; its mark stands at this offset. */
const TAR_MARK_AT = 257;
const TAR_BLOCK_BYTES = 512;

/** What kind of archive a file is, by its first bytes; undefined: none. Only a part of one is told by its name as well. */
export async function archiveKind(file: EvidenceFile): Promise<ArchiveKind | undefined> {
	// Later parts of a set begin with nothing that could be recognised.
	if (isVolume(file.path) && (await headOf(file, 1 << 16)).includes(0)) return 'volume';
	const head = await headOf(file, TAR_BLOCK_BYTES);
	if (isZip(head)) return 'zip';
	if (startsWith(head, SEVEN_ZIP) || startsWith(head, RAR) || isTar(head)) return 'packed';
	return startsWith(head, GZIP) ? 'gzip' : undefined;
}

export function isTar(head: Buffer): boolean {
	return head.length >= TAR_BLOCK_BYTES && head.toString('latin1', TAR_MARK_AT, TAR_MARK_AT + 5) === 'ustar';
}

/** `a.7z.001`, `a.part2.rar`, `a.r00`, `a.z01`. */
function isVolume(path: string): boolean {
	return /\.(?:(?:7z|zip|rar)\.\d{2,4}|part\d{1,4}\.rar|[rz]\d\d)$/i.test(path);
}

function startsWith(head: Buffer, mark: Buffer): boolean {
	return head.subarray(0, mark.length).equals(mark);
}
