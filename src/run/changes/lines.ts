import { closeSync, openSync, readSync } from 'node:fs';

/** A line and where it begins, in bytes. */
export interface Line {
	readonly at: number;
	readonly text: string;
}

const CHUNK = 1 << 20;
const WINDOW = 1 << 16;
const END = 0x0a;

/** A file of lines, read from the beginning in batches or at a place. Holds no more of it than a window. */
export class Lines {
	readonly #file: number;
	#window: Buffer = Buffer.alloc(0);
	#windowAt = 0;

	constructor(path: string) {
		this.#file = openSync(path, 'r');
	}

	/** @param onBytes is given all bytes as they are read */
	*batches(onBytes: (bytes: Uint8Array) => void = () => {}): Generator<readonly Line[]> {
		let at = 0;
		let rest: Buffer = Buffer.alloc(0);
		for (;;) {
			const chunk = this.#read(at + rest.length, CHUNK);
			onBytes(chunk);
			const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
			const batch: Line[] = [];
			let from = 0;
			for (let end = bytes.indexOf(END); end >= 0; end = bytes.indexOf(END, from)) {
				batch.push({ at: at + from, text: bytes.toString('utf8', from, end) });
				from = end + 1;
			}
			if (chunk.length === 0 && from < bytes.length) {
				batch.push({ at: at + from, text: bytes.toString('utf8', from) });
				from = bytes.length;
			}
			yield batch;
			if (chunk.length === 0) return;
			rest = bytes.subarray(from);
			at += from;
		}
	}

	/** The line that begins at a byte. */
	line(at: number): string {
		const from = at - this.#windowAt;
		const end = from >= 0 && from < this.#window.length ? this.#window.indexOf(END, from) : -1;
		if (end >= 0) return this.#window.toString('utf8', from, end);
		for (let size = WINDOW; ; size *= 2) {
			this.#window = this.#read(at, size);
			this.#windowAt = at;
			const length = this.#window.indexOf(END);
			if (length >= 0) return this.#window.toString('utf8', 0, length);
			if (this.#window.length < size) return this.#window.toString('utf8');
		}
	}

	close(): void {
		closeSync(this.#file);
	}

	#read(at: number, length: number): Buffer {
		const bytes = Buffer.allocUnsafe(length);
		let done = 0;
		while (done < length) {
			const read = readSync(this.#file, bytes, done, length - done, at + done);
			if (read === 0) break;
			done += read;
		}
		return bytes.subarray(0, done);
	}
}
