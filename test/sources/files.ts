import type { EvidenceFile } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { formOf } from '../../src/sources/form.ts';
import { shapeOf } from '../../src/sources/text.ts';
import type { Gathered } from './gathered.ts';

/** The same file, its bytes handed out in pieces of one size: characters and line ends fall apart. */
export function inPieces(file: EvidenceFile, size: number): EvidenceFile {
	return {
		...file,
		async *bytes() {
			for await (const chunk of file.bytes()) {
				for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
			}
		},
	};
}

/** A text as other programs save it: with byte order mark, with CRLF, as UTF-16. Workbooks have no such variants. */
export async function variants(file: EvidenceFile): Promise<EvidenceFile[]> {
	if ((await formOf(file)) !== 'text') return [];
	const bytes = await contentOf(file);
	const { encoding } = await shapeOf(file);
	const text = new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n');
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
	return [
		Buffer.from(text),
		Buffer.from(`\ufeff${text}`),
		Buffer.from(text.replaceAll('\n', '\r\n')),
		Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`),
		utf16,
	].map((variant) => ({ ...memoryFile(file.path, variant), hash: file.hash }));
}

/** Seeded damage: bytes overwritten here and there, nothing but noise, nothing at all, one endless line. */
export function garbage(bytes: Uint8Array): Uint8Array[] {
	const damaged = Buffer.from(bytes);
	for (let i = 11; i < damaged.length; i += 97) damaged[i] = (i * 131) % 256;
	const noise = Buffer.alloc(5000);
	let state = 12345;
	for (let i = 0; i < noise.length; i++) {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		noise[i] = state >>> 24;
	}
	const printable = noise.map((byte) => (byte % 11 === 0 ? 10 : 32 + (byte % 90)));
	return [damaged, noise, printable, Buffer.alloc(0), Buffer.from('"'.repeat(3000)), Buffer.from('\n\n\n')];
}

export async function contentOf(file: EvidenceFile): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const chunk of file.bytes()) parts.push(chunk);
	return Buffer.concat(parts);
}

/** Whether two readings say the same, but for line ends inside quoted cells, which stay as they were written. */
export function sameStatements(a: Gathered, b: Gathered): boolean {
	const plain = (said: Gathered) =>
		JSON.stringify(said, (key, value) =>
			typeof value === 'bigint' ? `${value}n` : key === 'raw' ? value.replaceAll('\r\n', '\n') : value,
		);
	return plain(a) === plain(b);
}
