import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const FULL = 1 << 18;

/** A table being written, a JSON object a line, at once and not as a stream: rows come in the middle of a comparison. */
export class RowFile {
	readonly #file: number;
	#lines: string[] = [];
	#length = 0;

	constructor(path: string) {
		this.#file = openSync(path, 'w', 0o600);
	}

	add(row: object): void {
		const line = `${JSON.stringify(row)}\n`;
		this.#length += line.length;
		this.#lines.push(line);
		if (this.#length >= FULL) this.#flush();
	}

	/** It is on the disk when this returns. */
	close(): void {
		try {
			this.#flush();
			fsyncSync(this.#file);
		} finally {
			closeSync(this.#file);
		}
	}

	#flush(): void {
		const bytes = Buffer.from(this.#lines.join(''));
		for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
		this.#lines = [];
		this.#length = 0;
	}
}
