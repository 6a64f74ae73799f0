/** The library that unpacks 7z, RAR and TAR: one archive in its memory at a time, read from the first member to the last. */
import type { LibarchiveWasm } from 'libarchive-wasm';
import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile } from './contract.ts';

/** A member as the library comes upon it. */
export interface PackedEntry {
	readonly name: string;
	readonly size: number;
	readonly folder: boolean;
	readonly link: boolean;
	readonly encrypted: boolean;
}

/** Bytes asked of the library at once. */
const CHUNK_BYTES = 1 << 20;

export class PackedReader {
	readonly #path: string;
	readonly #library: LibarchiveWasm;
	readonly #archive: number;

	private constructor(path: string, library: LibarchiveWasm, archive: number) {
		this.#path = path;
		this.#library = library;
		this.#archive = archive;
	}

	/**
	 * Every opening is a library of its own: its memory only ever grows, and goes with it.
	 *
	 * @throws Problem `evidence.archive-unreadable`
	 */
	static async open(file: EvidenceFile): Promise<PackedReader> {
		const { libarchiveWasm } = await import('libarchive-wasm');
		const library = await libarchiveWasm();
		speakUtf8(library);
		try {
			const start = library.module._malloc(Math.max(1, file.size)) as number;
			let at = start;
			for await (const chunk of file.bytes()) {
				if (at + chunk.length > start + file.size) break;
				library.module.HEAPU8.set(chunk, at);
				at += chunk.length;
			}
			return new PackedReader(file.path, library, library.read_new_memory(start, at - start));
		} catch (cause) {
			throw unreadable(file.path, cause);
		}
	}

	/** The next member, its bytes not yet read; undefined at the end. @throws Problem `evidence.archive-…` */
	next(): PackedEntry | undefined {
		const library = this.#library;
		const entry = this.#guarded(() => library.read_next_entry(this.#archive));
		if (entry === 0) {
			this.#checkEnd();
			return undefined;
		}
		const type = library.entry_filetype(entry);
		const size = library.entry_size(entry);
		return {
			name: (library.entry_pathname(entry) ?? '').replaceAll('\\', '/'),
			// The library counts in 64 bits and passes on the lower 32, signed.
			size: size < 0 ? size + 2 ** 32 : size,
			folder: type === FOLDER,
			link: (type !== FILE && type !== FOLDER) || (library.entry_hardlink(entry) ?? '') !== '',
			encrypted: library.entry_is_encrypted(entry) !== 0,
		};
	}

	/** The bytes of the member that `next` gave. @throws Problem `evidence.archive-unreadable` where there are more than `size` */
	*content(size: number): Iterable<Uint8Array> {
		const { module, read_data } = this.#library;
		const buffer = module._malloc(CHUNK_BYTES) as number;
		let left = size;
		for (;;) {
			const length = this.#guarded(() => read_data.call(this.#library, this.#archive, buffer, CHUNK_BYTES));
			if (length === 0) break;
			left -= length;
			if (left < 0) throw unreadable(this.#path, new Error('more bytes than declared'));
			yield module.HEAPU8.slice(buffer, buffer + length);
		}
		module._free(buffer);
		if (left > 0) throw unreadable(this.#path, new Error('fewer bytes than declared'));
	}

	/** Unpacks the member that `next` gave without keeping it. @param grown is told how many bytes more there are */
	passOver(grown: (bytes: number) => void): void {
		const { module, read_data } = this.#library;
		const buffer = module._malloc(CHUNK_BYTES) as number;
		for (;;) {
			const length = this.#guarded(() => read_data.call(this.#library, this.#archive, buffer, CHUNK_BYTES));
			if (length === 0) break;
			grown(length);
		}
		module._free(buffer);
	}

	/** The library tells the end and an error by the same answer. */
	#checkEnd(): void {
		const error = this.#library.error_string(this.#archive) ?? '';
		if (error === '') return;
		if (/encrypt/i.test(error) || this.#library.read_has_encrypted_entries(this.#archive) === 1)
			throw locked(this.#path);
		throw unreadable(this.#path, new Error(error));
	}

	#guarded(work: () => number): number {
		try {
			return work();
		} catch (cause) {
			throw unreadable(this.#path, cause);
		}
	}
}

const FILE = 0o100000;
const FOLDER = 0o040000;

/** @param path of the archive or of its member */
export function locked(path: string): Problem {
	return new Problem('evidence', 'evidence.archive-password', { file: path });
}

export function unreadable(path: string, cause?: unknown): Problem {
	return new Problem('evidence', 'evidence.archive-unreadable', { file: path }, cause);
}

/**
 * The library turns names into the character set of its C locale, which is ASCII: 流水.csv would be called **.csv. It asks
 * that set's name of one text in its memory, and offers no other way to set it.
 */
function speakUtf8(library: LibarchiveWasm): void {
	const memory = Buffer.from(library.module.HEAPU8.buffer as ArrayBuffer);
	const at = memory.indexOf('ASCII\0');
	if (at < 0 || memory.indexOf('ASCII\0', at + 1) >= 0)
		throw new Error('libarchive-wasm names its character set otherwise');
	memory.write('UTF-8', at);
}
