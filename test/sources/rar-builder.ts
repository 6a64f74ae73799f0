import { crc32 } from 'node:zlib';

/** A member of a RAR as a test wants it. */
export interface RarMember {
	readonly name: string;
	readonly content: Uint8Array;
}

/** A RAR (format 5) whose members are stored as they are. Written by hand: no free program writes RARs. */
export function buildRar(members: readonly RarMember[]): Buffer {
	const files = members.flatMap(({ name, content }) => {
		const label = Buffer.from(name, 'utf8');
		const crc = Buffer.alloc(4);
		crc.writeUInt32LE(crc32(content));
		// File flags: the checksum is there. Method: stored. System: Unix, whose mode comes before the checksum.
		const fields = [vint(4), vint(content.length), vint(0o100644), crc, vint(0), vint(1), vint(label.length), label];
		return [block(2, content.length, Buffer.concat(fields)), content];
	});
	const mark = Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]);
	return Buffer.concat([mark, block(1, undefined, vint(0)), ...files, block(5, undefined, vint(0))]);
}

/** A header block, with the size of the data that follows it where some does. */
function block(type: number, dataSize: number | undefined, fields: Buffer): Buffer {
	const data = dataSize === undefined ? [vint(0)] : [vint(2), vint(dataSize)];
	const body = Buffer.concat([vint(type), ...data, fields]);
	const sized = Buffer.concat([vint(body.length), body]);
	const crc = Buffer.alloc(4);
	crc.writeUInt32LE(crc32(sized));
	return Buffer.concat([crc, sized]);
}

/** A number in groups of seven bits, lowest first, all but the last marked as having a successor. */
function vint(value: number): Buffer {
	const bytes: number[] = [];
	let rest = value;
	do {
		bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
		rest = Math.floor(rest / 128);
	} while (rest > 0);
	return Buffer.from(bytes);
}
