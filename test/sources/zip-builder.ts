import { crc32, deflateRawSync } from 'node:zlib';

/** A member as a test wants it, honest or not. */
export interface Member {
	/** Text for UTF-8, or the raw bytes of the name. */
	readonly name: string | Uint8Array;
	readonly content?: Uint8Array;
	readonly encrypted?: boolean;
	/** Marked as a symbolic link, as Unix writers do. */
	readonly link?: boolean;
	/** What the directory claims instead of the truth. */
	readonly declaredSize?: number;
	/** Points at the data of this other member (by index): an overlap. */
	readonly sharesDataOf?: number;
}

/** A ZIP with exactly these members, deflated. Written by hand, because no honest writer makes what must be refused. */
export function buildZip(members: readonly Member[]): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	const places: { offset: number; fields: Buffer }[] = [];
	let at = 0;
	members.forEach((member, index) => {
		const name = typeof member.name === 'string' ? Buffer.from(member.name, 'utf8') : Buffer.from(member.name);
		const shared = member.sharesDataOf === undefined ? undefined : places[member.sharesDataOf];
		const content = Buffer.from(member.content ?? []);
		const data = deflateRawSync(content);
		const fields = shared?.fields ?? commonFields(member, content, data.length, name.length);
		places[index] = { offset: shared?.offset ?? at, fields };
		if (!shared) {
			const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, data]);
			parts.push(local);
			at += local.length;
		}
		directory.push(directoryEntry(member, fields, name, places[index]?.offset ?? 0));
	});
	const entries = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(members.length, 8);
	end.writeUInt16LE(members.length, 10);
	end.writeUInt32LE(entries.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, entries, end]);
}

/** The 26 bytes that the local header and the directory share, from the version needed on. */
function commonFields(member: Member, content: Buffer, compressed: number, nameLength: number): Buffer {
	const fields = Buffer.alloc(26);
	fields.writeUInt16LE(20, 0);
	fields.writeUInt16LE((member.encrypted ? 1 : 0) | (typeof member.name === 'string' ? 0x800 : 0), 2);
	fields.writeUInt16LE(8, 4);
	fields.writeUInt16LE(0x21, 8);
	fields.writeUInt32LE(crc32(content), 10);
	fields.writeUInt32LE(compressed, 14);
	fields.writeUInt32LE(member.declaredSize ?? content.length, 18);
	fields.writeUInt16LE(nameLength, 22);
	return fields;
}

function directoryEntry(member: Member, fields: Buffer, name: Buffer, offset: number): Buffer {
	const own = Buffer.from(fields);
	own.writeUInt16LE(name.length, 22);
	const rest = Buffer.alloc(14);
	rest.writeUInt32LE(member.link ? (0xa1ff << 16) >>> 0 : (0x81a4 << 16) >>> 0, 6);
	rest.writeUInt32LE(offset, 10);
	return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), own, rest, name]);
}
