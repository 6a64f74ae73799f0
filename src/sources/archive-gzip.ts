import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { checkRatio, checkTotal, type Member } from './archive.ts';
import { unreadable } from './archive-library.ts';
import type { EvidenceFile } from './contract.ts';

const BYTES_MAX = 16 * 2 ** 30;

/** The one member of a gzip file, called as the file is without `.gz`. */
export function gzipMember(file: EvidenceFile): Member {
	const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
	return { name, link: false, bytes: () => gunzip(file) };
}

/** Inflates a gzip file. @throws Problem `evidence.archive-unreadable`, `evidence.zip-bomb` */
export async function* gunzip(file: EvidenceFile): AsyncIterable<Uint8Array> {
	const source = Readable.from(file.bytes());
	const inflated = source.pipe(createGunzip());
	source.once('error', (cause) => inflated.destroy(cause));
	let size = 0;
	try {
		for await (const chunk of inflated as AsyncIterable<Uint8Array>) {
			size += chunk.length;
			checkTotal(file.path, size, BYTES_MAX);
			checkRatio(file.path, size, inflated.bytesWritten);
			yield chunk;
		}
	} catch (cause) {
		throw cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')
			? unreadable(file.path, cause)
			: cause;
	} finally {
		source.destroy();
		inflated.destroy();
	}
}
