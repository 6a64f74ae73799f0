import { createWriteStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const BLOCK = 512;
/** What an entry's size field holds: eleven octal digits. */
const SIZE_MAX = 8 ** 11 - 1;

/** A file or folder of an archive: path with `/`, none at the start; a folder has no content. */
export interface Entry {
	readonly path: string;
	readonly executable: boolean;
	readonly content?: () => Promise<Uint8Array>;
}

/** Everything below `folder`, folders too, sorted by code unit, each path behind `prefix/`. Links are refused. */
export async function entriesBelow(folder: string, prefix: string): Promise<Entry[]> {
	const found: Entry[] = [{ path: prefix, executable: true }];
	for (const name of (await readdir(folder)).sort()) {
		const from = join(folder, name);
		const state = await lstat(from);
		const path = `${prefix}/${name}`;
		if (state.isDirectory()) found.push(...(await entriesBelow(from, path)));
		else if (state.isFile())
			found.push({ path, executable: (state.mode & 0o100) !== 0, content: () => readFile(from) });
		else throw new Error(`"${from}" is neither a file nor a folder`);
	}
	return found;
}

/**
 * Writes a `.tar.gz` (POSIX pax). Owner, times and umask leave no trace in it: same entries, same bytes, as long as the
 * zlib of Node stays the same.
 *
 * @throws Error where a file is larger than 8 GB
 */
export async function writeArchive(entries: readonly Entry[], path: string): Promise<void> {
	await pipeline(Readable.from(blocksOf(entries)), createGzip(), createWriteStream(path));
}

async function* blocksOf(entries: readonly Entry[]): AsyncGenerator<Uint8Array> {
	for (const entry of entries) {
		const content = (await entry.content?.()) ?? new Uint8Array();
		if (content.length > SIZE_MAX) throw new Error(`"${entry.path}" is too large for the archive`);
		const stored = entry.content ? entry.path : `${entry.path}/`;
		// A pax header before each entry that ustar's 100 bytes of ASCII cannot name.
		if (!/^[\x20-\x7e]{1,100}$/.test(stored)) {
			const record = paxRecord('path', stored);
			yield header({ name: 'pax', type: 'x', size: record.length, mode: 0o644 });
			yield padded(record);
		}
		const mode = entry.executable ? 0o755 : 0o644;
		yield header({ name: stored, type: entry.content ? '0' : '5', size: content.length, mode });
		if (content.length > 0) yield padded(content);
	}
	yield new Uint8Array(2 * BLOCK);
}

/** `<length> path=<value>\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): Uint8Array {
	const rest = Buffer.byteLength(` ${key}=${value}\n`);
	let length = rest + String(rest).length;
	while (length !== rest + String(length).length) length = rest + String(length).length;
	return Buffer.from(`${length} ${key}=${value}\n`);
}

function header(entry: { name: string; type: string; size: number; mode: number }): Uint8Array {
	const block = Buffer.alloc(BLOCK);
	block.write(/^[\x20-\x7e]*$/.test(entry.name) ? entry.name.slice(0, 100) : 'pax', 0, 'latin1');
	octal(block, entry.mode, 100, 8);
	octal(block, 0, 108, 8);
	octal(block, 0, 116, 8);
	octal(block, entry.size, 124, 12);
	octal(block, 0, 136, 12);
	block.write(entry.type, 156, 'latin1');
	block.write('ustar\x0000', 257, 'latin1');
	// The sum is taken with its own field full of spaces.
	block.fill(0x20, 148, 156);
	const sum = block.reduce((total, byte) => total + byte, 0);
	block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
	return block;
}

function octal(block: Buffer, value: number, at: number, length: number): void {
	block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
}

function padded(content: Uint8Array): Uint8Array {
	const rest = content.length % BLOCK;
	return rest === 0 ? content : Buffer.concat([content, new Uint8Array(BLOCK - rest)]);
}
