/** Text files as blocks of lines: the encoding is decided over the whole file, and a broken byte costs one line only. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { EvidenceFile } from './contract.ts';
import { headOf } from './evidence-file.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** What one pass over the bytes tells about a text file. */
export interface TextShape {
	readonly encoding: Encoding;
	/** Bytes of the byte order mark, 0 where there is none. */
	readonly mark: number;
	/** Lines, the last one included where it has no line end. */
	readonly lines: number;
}

/** A stretch of whole lines. Line ends are not part of them. */
export interface LineBlock {
	/** 1-based number of the first line. */
	readonly firstRow: number;
	readonly lines: readonly string[];
	/** By index into `lines`: lines with bytes that are no text in the file's encoding, or that were cut. */
	readonly faults: ReadonlyMap<number, 'encoding' | 'truncated'>;
	/** The file ends within the last line of this block: no line end follows it. */
	readonly open: boolean;
}

const LF = 0x0a;
/** Longer lines are cut into pieces of this size, each with the fault `truncated`: a file without line ends must not fill memory. */
const LINE_BYTES_MAX = 1 << 20;

const shapes = new WeakMap<EvidenceFile, Promise<TextShape>>();

/**
 * Encoding and length of a text file: byte order mark, else UTF-8, else GB18030.
 *
 * One broken byte does not flip a file: it is GB18030 only where more of its non-ASCII lines are invalid as UTF-8 than
 * are valid. The answer is kept for as long as the file object lives.
 */
export function shapeOf(file: EvidenceFile): Promise<TextShape> {
	const known = shapes.get(file);
	if (known) return known;
	const shape = measure(file);
	shapes.set(file, shape);
	return shape;
}

/** The start of a text file as a file of its own, in the encoding of the whole: a line that was cut off is its last one. */
export function startOfText(file: EvidenceFile, length: number): EvidenceFile {
	async function* bytes(): AsyncIterable<Uint8Array> {
		yield await headOf(file, length);
	}
	const start = { path: file.path, size: Math.min(length, file.size), hash: file.hash, bytes };
	shapes.set(start, shapeOf(file));
	return start;
}

/** Streams the file's lines. Memory stays at about one chunk, however long the file. */
export async function* lineBlocks(file: EvidenceFile): AsyncIterable<LineBlock> {
	const { encoding, mark } = await shapeOf(file);
	const decode = decoderOf(encoding);
	let firstRow = 1;
	let tail = false;
	for await (const { bytes, ended, cut } of byteBlocks(file, mark, encoding === 'utf-16le' ? 2 : 1)) {
		const block = decode(bytes, ended);
		if (cut || tail) block.faults.set(0, 'truncated');
		tail = cut;
		yield { firstRow, lines: block.lines, faults: block.faults, open: !ended && !cut };
		firstRow += block.lines.length;
	}
}

interface ByteBlock {
	readonly bytes: Buffer;
	/** Ends with a line end (which is the last unit of `bytes`). */
	readonly ended: boolean;
	/** Piece of a line that is too long. */
	readonly cut: boolean;
}

async function* byteBlocks(file: EvidenceFile, mark: number, unit: 1 | 2): AsyncIterable<ByteBlock> {
	let rest: Buffer = Buffer.alloc(0);
	let skip = mark;
	for await (const chunk of file.bytes()) {
		let bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		if (skip > 0) {
			const dropped = Math.min(skip, bytes.length);
			bytes = bytes.subarray(dropped);
			skip -= dropped;
		}
		if (rest.length > 0) bytes = Buffer.concat([rest, bytes]);
		const end = lastLineEnd(bytes, unit);
		if (end > 0) yield { bytes: bytes.subarray(0, end), ended: true, cut: false };
		rest = bytes.subarray(end);
		while (rest.length > LINE_BYTES_MAX) {
			yield { bytes: rest.subarray(0, LINE_BYTES_MAX), ended: false, cut: true };
			rest = rest.subarray(LINE_BYTES_MAX);
		}
	}
	if (rest.length > 0) yield { bytes: rest, ended: false, cut: false };
}

/** Offset after the last line end, 0 where there is none. In UTF-16 a line end must lie on an even offset. */
function lastLineEnd(bytes: Buffer, unit: 1 | 2): number {
	for (let at = bytes.lastIndexOf(LF); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(LF, at - 1)) {
		if (unit === 1) return at + 1;
		if (at % 2 === 0 && bytes[at + 1] === 0) return at + 2;
	}
	return 0;
}

interface Decoded {
	readonly lines: string[];
	readonly faults: Map<number, 'encoding' | 'truncated'>;
}

function decoderOf(encoding: Encoding): (bytes: Buffer, ended: boolean) => Decoded {
	const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
	const whole = (bytes: Buffer): string | undefined => {
		if (encoding !== 'utf-16le' && isAscii(bytes)) return bytes.toString('latin1');
		if (encoding === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
		try {
			return strict.decode(bytes);
		} catch {
			return undefined;
		}
	};
	return (bytes, ended) => {
		const text = whole(bytes);
		if (text !== undefined) return { lines: splitLines(text, ended), faults: new Map() };
		return decodeLines(bytes, ended, encoding === 'utf-16le' ? 2 : 1, whole);
	};
}

function splitLines(text: string, ended: boolean): string[] {
	const lines = (ended ? text.slice(0, -1) : text).split('\n');
	if (text.includes('\r')) {
		for (let i = 0; i < lines.length; i++) {
			const line = lines[i] as string;
			if (line.endsWith('\r')) lines[i] = line.slice(0, -1);
		}
	}
	return lines;
}

/** Line by line, because some line of the block is broken: the others must not suffer. */
function decodeLines(
	bytes: Buffer,
	ended: boolean,
	unit: 1 | 2,
	whole: (bytes: Buffer) => string | undefined,
): Decoded {
	const decoded: Decoded = { lines: [], faults: new Map() };
	for (const line of byteLines(bytes, ended, unit)) {
		const text = whole(line);
		if (text === undefined) decoded.faults.set(decoded.lines.length, 'encoding');
		const shown = text ?? escapeBytes(line);
		decoded.lines.push(shown.endsWith('\r') ? shown.slice(0, -1) : shown);
	}
	return decoded;
}

function* byteLines(bytes: Buffer, ended: boolean, unit: 1 | 2): Iterable<Buffer> {
	let start = 0;
	for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
		if (unit === 2 && (at % 2 === 1 || bytes[at + 1] !== 0)) continue;
		yield bytes.subarray(start, at);
		start = at + unit;
	}
	if (!ended) yield bytes.subarray(start);
}

/** A broken line so that nothing of it is lost: readable where it is ASCII, every other byte as `\xHH`. */
function escapeBytes(line: Buffer): string {
	let text = '';
	for (const byte of line) {
		text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte === 0x09 ? '\t' : `\\x${hex(byte)}`;
	}
	return text;
}

function hex(byte: number): string {
	return byte.toString(16).toUpperCase().padStart(2, '0');
}

async function measure(file: EvidenceFile): Promise<TextShape> {
	const marked = byteOrderMark(await headOf(file, 3));
	const unit = marked?.encoding === 'utf-16le' ? 2 : 1;
	let lines = 0;
	let valid = 0;
	let invalid = 0;
	for await (const { bytes, ended, cut } of byteBlocks(file, marked?.mark ?? 0, unit)) {
		const count = countLines(bytes, ended, unit);
		lines += count;
		if (marked || cut || isAscii(bytes)) continue;
		if (isUtf8(bytes)) {
			valid += count;
			continue;
		}
		for (const line of byteLines(bytes, ended, 1)) {
			if (isAscii(line)) continue;
			if (isUtf8(line)) valid += 1;
			else invalid += 1;
		}
	}
	if (marked) return { ...marked, lines };
	return { encoding: invalid > valid ? 'gb18030' : 'utf-8', mark: 0, lines };
}

function byteOrderMark(bytes: Buffer): { encoding: Encoding; mark: number } | undefined {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
	return undefined;
}

function countLines(bytes: Buffer, ended: boolean, unit: 1 | 2): number {
	let count = ended ? 0 : 1;
	for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
		if (unit === 1 || (at % 2 === 0 && bytes[at + 1] === 0)) count += 1;
	}
	return count;
}
