import { gb18030 } from './text.ts';

/** 1 January 1980, the first day that ZIP knows: no clock in the demo's bytes. */
const DATE = 0x0021;
const STORED = 0;
const VERSION = 20;

/** A ZIP of stored entries, names in GB18030 without a flag that says so, as Chinese programs write them. */
export function storedZip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [path, content] of entries) {
		const name = gb18030(path);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(VERSION, 0);
		common.writeUInt16LE(STORED, 4);
		common.writeUInt16LE(DATE, 8);
		common.writeUInt32LE(crc32(content), 10);
		common.writeUInt32LE(content.length, 14);
		common.writeUInt32LE(content.length, 18);
		common.writeUInt16LE(name.length, 22);
		const central = Buffer.alloc(14);
		central.writeUInt32LE(offset, 10);
		directory.push(Buffer.from([0x50, 0x4b, 1, 2, VERSION, 0]), common, central, Buffer.from(name));
		const local = [Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), Buffer.from(content)];
		parts.push(...local);
		offset += local.reduce((sum, { length }) => sum + length, 0);
	}
	const size = directory.reduce((sum, { length }) => sum + length, 0);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.size, 8);
	end.writeUInt16LE(entries.size, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, ...directory, end]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
	let value = start;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
	return (crc ^ 0xffffffff) >>> 0;
}
