import { open } from 'node:fs/promises';

/** Where two files first differ. */
export interface Place {
	/** From 1. */
	readonly line: number;
	readonly byte: number;
	/** The line around it in either, shortened; '' where they are no text. */
	readonly first: string;
	readonly second: string;
}

const CHUNK = 1 << 16;
const AROUND = 60;

/** The first byte at which two files differ, the shorter one's end included; undefined where they are equal. */
export async function firstDifference(one: string, other: string): Promise<Place | undefined> {
	const [a, b] = [await open(one), await open(other)];
	try {
		const [left, right] = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)];
		let line = 1;
		for (let at = 0; ; at += CHUNK) {
			const [{ bytesRead: leftLength }, { bytesRead: rightLength }] = [
				await a.read(left, 0, CHUNK, at),
				await b.read(right, 0, CHUNK, at),
			];
			const [leftPart, rightPart] = [left.subarray(0, leftLength), right.subarray(0, rightLength)];
			const length = Math.min(leftLength, rightLength);
			let same = 0;
			while (same < length && leftPart[same] === rightPart[same]) if (leftPart[same++] === 0x0a) line++;
			if (same < length || leftLength !== rightLength)
				return { line, byte: at + same + 1, first: around(leftPart, same), second: around(rightPart, same) };
			if (leftLength < CHUNK) return undefined;
		}
	} finally {
		await a.close();
		await b.close();
	}
}

/** Of the line that holds the byte, what stands near it. '' where it is no text. */
function around(part: Buffer, at: number): string {
	const begin = at === 0 ? 0 : part.lastIndexOf(0x0a, at - 1) + 1;
	const from = Math.max(begin, at - AROUND);
	const end = part.indexOf(0x0a, at);
	const until = Math.min(end < 0 ? part.length : end, at + AROUND);
	const bytes = part.subarray(from, Math.max(until, at));
	return bytes.includes(0)
		? ''
		: bytes
				.toString()
				.replaceAll(/^\ufffd+|\ufffd+$/g, '')
				.trim();
}
