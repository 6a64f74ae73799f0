import { inflateSync } from 'node:zlib';
import { Problem } from '../ledger/problem.ts';

/** A document is held in memory whole: no more than this is opened. */
export const PDF_BYTES_MAX = 64 << 20;
/** What all compressed streams of a document may unpack to. */
const UNPACKED_BYTES_MAX = 256 << 20;
/** Where the end mark must stand; some programs add a few line ends. */
const END_BYTES = 1024;

/**
 * Refuses what must not be opened: a document that was cut off, since an amount at the cut may lack digits, and one whose
 * compressed streams are a bomb.
 *
 * @throws Problem `evidence.pdf-damaged`, `evidence.pdf-too-large`
 */
export function checkPdf(path: string, bytes: Buffer): void {
	if (bytes.lastIndexOf('%%EOF') < bytes.length - END_BYTES) {
		throw new Problem('evidence', 'evidence.pdf-damaged', { file: path });
	}
	let left = UNPACKED_BYTES_MAX;
	for (const start of streamStarts(bytes)) {
		const size = unpackedSize(bytes, start, left);
		if (size > left) throw new Problem('evidence', 'evidence.pdf-too-large', { file: path });
		left -= size;
	}
}

/** Where streams that deflate packed begin: after the word and its line end, with the mark of zlib. */
function* streamStarts(bytes: Buffer): Iterable<number> {
	for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
		let start = at + 6;
		if (bytes[start] === 0x0d) start += 1;
		if (bytes[start] === 0x0a) start += 1;
		const [method = 0, flags = 0] = bytes.subarray(start, start + 2);
		if ((method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0) yield start;
	}
}

/** Bytes the stream unpacks to; beyond `most` it is not unpacked further. What is no such stream after all has none. */
function unpackedSize(bytes: Buffer, start: number, most: number): number {
	const end = bytes.indexOf('endstream', start);
	try {
		return inflateSync(bytes.subarray(start, end < 0 ? bytes.length : end), { maxOutputLength: most }).length;
	} catch (error) {
		return error instanceof RangeError ? most + 1 : 0;
	}
}
