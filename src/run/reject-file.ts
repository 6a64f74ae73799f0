import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTrouble } from '../ledger/file-trouble.ts';
import type { EvidenceFile, Reject } from '../sources/contract.ts';
import { syncNames } from '../sources/present.ts';

/**
 * Unreadable rows, verbatim, one JSON object a line. Written beside its place, and renamed when it is whole and on the
 * disk: once the store has the file, it is not read again, and what was lost of its rejects would be lost for good.
 */
export class RejectFile {
	readonly #folder: string;
	readonly #file: EvidenceFile;
	readonly #path: string;
	#handle: FileHandle | undefined;

	constructor(folder: string, file: EvidenceFile) {
		this.#folder = folder;
		this.#file = file;
		this.#path = join(folder, `${file.hash.slice(0, 16)}.jsonl`);
	}

	/** @throws Problem of the reject file, never of the evidence */
	async write(rejected: readonly Reject[]): Promise<void> {
		if (rejected.length === 0) return;
		const { path: file, hash } = this.#file;
		const lines = rejected.map((reject) => `${JSON.stringify({ file, hash, ...reject })}\n`).join('');
		await this.#told(async () => {
			if (!this.#handle) {
				await mkdir(this.#folder, { recursive: true, mode: 0o700 });
				this.#handle = await open(`${this.#path}.part`, 'w', 0o600);
			}
			await this.#handle.writeFile(lines);
		});
	}

	async keep(): Promise<void> {
		await this.#told(async () => {
			if (!this.#handle) return await rm(this.#path, { force: true });
			await this.#handle.sync();
			await this.#close();
			await rename(`${this.#path}.part`, this.#path);
			await syncNames(this.#folder);
		});
	}

	/** Forgets what was written. What goes wrong here is told by whatever made it necessary. */
	async drop(): Promise<void> {
		await this.#close().catch(() => undefined);
		await rm(`${this.#path}.part`, { force: true }).catch(() => undefined);
	}

	async #close(): Promise<void> {
		const handle = this.#handle;
		this.#handle = undefined;
		await handle?.close();
	}

	async #told<T>(work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (cause) {
			throw fileTrouble(cause, this.#path);
		}
	}
}
