import { createHash, hash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** One file of a report folder: its name, and its content in pieces. */
export interface Output {
	readonly name: string;
	content(): Pieces;
}

/** A file as the manifest lists it. */
interface Listed {
	readonly name: string;
	readonly size: number;
	readonly sha256: string;
}

/**
 * Writes a run's folder `reports/<run>`, named by the hash of its findings, so that the same findings are the same
 * folder. The folder gets its name last: a half-written one is never seen. `reports/latest` is then turned to it.
 *
 * @param findings bytes of findings.json
 * @returns the folder's name
 */
export async function writeReportFolder(
	reports: string,
	findings: string,
	outputs: readonly Output[],
): Promise<string> {
	const name = `run-${hash('sha256', findings).slice(0, 12)}`;
	const folder = join(reports, name);
	const part = join(reports, `.${name}.part`);
	await mkdir(reports, { recursive: true, mode: 0o700 });
	await removeParts(reports);
	await mkdir(part, { mode: 0o700 });
	const listed: Listed[] = [];
	for (const output of [{ name: 'findings.json', content: () => [findings] }, ...outputs])
		listed.push(await writeOutput(part, output));
	listed.sort((a, b) => (a.name < b.name ? -1 : 1));
	await writeOutput(part, {
		name: 'manifest.json',
		content: () => [`${JSON.stringify({ files: listed }, null, '\t')}\n`],
	});
	await rm(folder, { recursive: true, force: true });
	await rename(part, folder);
	await turnLatest(reports, name);
	return name;
}

/** What runs left that were killed while they wrote: this run alone holds the store, so nobody else is writing now. */
async function removeParts(reports: string): Promise<void> {
	for (const name of await readdir(reports))
		if (/^\.run-.*\.part$/.test(name)) await rm(join(reports, name), { recursive: true, force: true });
}

async function writeOutput(folder: string, output: Output): Promise<Listed> {
	const digest = createHash('sha256');
	let size = 0;
	const measured = async function* () {
		for await (const piece of joined(output.content())) {
			digest.update(piece);
			size += piece.length;
			yield piece;
		}
	};
	await pipeline(Readable.from(measured()), createWriteStream(join(folder, output.name), { mode: 0o600, flush: true }));
	return { name: output.name, size, sha256: digest.digest('hex') };
}

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Small pieces gathered to some hundred kilobytes: a stream costs far more for each piece than for each byte, and so does
 * a step of an asynchronous loop.
 */
async function* joined(pieces: Pieces): AsyncGenerator<Uint8Array> {
	const block = new Block();
	if (Symbol.iterator in pieces) {
		for (const piece of pieces) if (block.add(piece)) yield block.take();
	} else {
		for await (const piece of pieces) if (block.add(piece)) yield block.take();
	}
	if (block.length > 0) yield block.take();
}

const BLOCK_LENGTH = 1 << 18;

class Block {
	length = 0;
	private parts: Uint8Array[] = [];
	private texts: string[] = [];

	/** Whether the block is full. */
	add(piece: string | Uint8Array): boolean {
		this.length += piece.length;
		if (typeof piece === 'string') this.texts.push(piece);
		else this.parts.push(Buffer.from(this.texts.splice(0).join('')), piece);
		return this.length >= BLOCK_LENGTH;
	}

	take(): Uint8Array {
		const bytes = Buffer.concat([...this.parts, Buffer.from(this.texts.join(''))]);
		this.length = 0;
		this.parts = [];
		this.texts = [];
		return bytes;
	}
}

/** A junction on Windows needs no privilege and an absolute target; elsewhere a relative link survives moving the case. */
async function turnLatest(reports: string, name: string): Promise<void> {
	const latest = join(reports, 'latest');
	const current = await readlink(latest).catch(() => undefined);
	if (current === name && existsSync(latest)) return;
	const fresh = join(reports, '.latest.part');
	await rm(fresh, { recursive: true, force: true });
	await symlink(name, fresh, 'dir').catch(() => symlink(join(reports, name), fresh, 'junction'));
	// Windows cannot rename over a junction.
	await rename(fresh, latest).catch(async () => {
		await rm(latest, { recursive: true, force: true });
		await rename(fresh, latest);
	});
}
