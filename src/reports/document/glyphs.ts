/** Which characters a TrueType font can show, read from its `cmap` (formats 4 and 12, the two that fonts carry). */
export function glyphsOf(font: Uint8Array): (codePoint: number) => boolean {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const cmap = tableAt(view, 'cmap');
	const has = new Set<number>();
	for (let i = 0; i < view.getUint16(cmap + 2); i++) {
		const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
		const format = view.getUint16(at);
		if (format === 4) readSegments(view, at, has);
		if (format === 12) readGroups(view, at, has);
	}
	return (codePoint) => has.has(codePoint);
}

/** @throws RangeError where the font has no such table */
function tableAt(view: DataView, name: string): number {
	for (let i = 0; i < view.getUint16(4); i++) {
		const at = 12 + i * 16;
		const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
		if (tag === name) return view.getUint32(at + 8);
	}
	throw new RangeError(`font without ${name}`);
}

function readSegments(view: DataView, at: number, has: Set<number>): void {
	const twice = view.getUint16(at + 6);
	for (let i = 0; i < twice; i += 2) {
		const end = view.getUint16(at + 14 + i);
		const start = view.getUint16(at + 16 + twice + i);
		const delta = view.getUint16(at + 16 + 2 * twice + i);
		const offsetAt = at + 16 + 3 * twice + i;
		const offset = view.getUint16(offsetAt);
		for (let code = start; code <= end && code !== 0xffff; code++) {
			const glyph = offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsetAt + offset + (code - start) * 2);
			if (glyph !== 0) has.add(code);
		}
	}
}

function readGroups(view: DataView, at: number, has: Set<number>): void {
	for (let i = 0; i < view.getUint32(at + 12); i++) {
		const [start, end] = [view.getUint32(at + 16 + i * 12), view.getUint32(at + 20 + i * 12)];
		for (let code = start; code <= end; code++) has.add(code);
	}
}
