import { copyFile, mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Platform } from './platforms.ts';

/** Far above any offset at which a program's head names its machine. */
const HEAD_BYTES = 4096;
/** A Node that carries its own parts is larger than this; one that only loads them from its machine is not. */
const WHOLE_BYTES_MIN = 40 * 1024 ** 2;

/**
 * Puts Node and its licence into the bundle.
 *
 * @param given unpacked archive of Node for the platform; without one the Node that runs this goes in
 * @returns the file that was copied
 * @throws Error where that Node is for another machine, needs parts of this one, or comes without its licence
 */
export async function placeNode(platform: Platform, given: string | undefined, to: string): Promise<string> {
	const program = given === undefined ? process.execPath : join(given, platform.node);
	await checkProgram(program, platform);
	const licence = await licenceBeside(given ?? dirname(dirname(program)));
	const placed = join(to, platform.node);
	await mkdir(dirname(placed), { recursive: true });
	await copyFile(program, placed);
	await writeFile(join(to, 'LICENSE'), licence);
	return program;
}

async function checkProgram(path: string, platform: Platform): Promise<void> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
		if (!platform.isProgram(buffer.subarray(0, bytesRead)))
			throw new Error(`"${path}" is no program for ${platform.name}: give --node its unpacked archive of Node`);
	} finally {
		await file.close();
	}
	const { size } = await stat(path);
	if (size < WHOLE_BYTES_MIN)
		throw new Error(`"${path}" has ${size} bytes: it loads parts of this machine. Give --node the archive of Node`);
}

/** Node's archive has its licence on top; packages of Linux put it among the documents. */
async function licenceBeside(prefix: string): Promise<string> {
	for (const path of ['LICENSE', 'share/doc/nodejs/LICENSE', 'share/doc/node/LICENSE', 'share/licenses/node/LICENSE']) {
		const text = await readFile(join(prefix, path), 'utf8').catch(() => undefined);
		if (text?.includes('Node.js')) return text;
	}
	throw new Error(`the licence of Node is missing in "${basename(prefix)}": give --node the unpacked archive of Node`);
}
