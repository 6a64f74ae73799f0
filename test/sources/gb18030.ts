/** GB18030 of any text. Node can only decode it: the table is turned round. */

let table: Map<string, Buffer> | undefined;

export function gb18030(text: string): Buffer {
	table ??= letters();
	const parts: Buffer[] = [];
	for (const letter of text) {
		const code = letter.codePointAt(0) ?? 0;
		parts.push(
			code < 0x80
				? Buffer.of(code)
				: code > 0xffff
					? quadruple(code + 0x1e248)
					: (table.get(letter) ?? Buffer.of(0x3f)),
		);
	}
	return Buffer.concat(parts);
}

/** Every letter of two bytes, and every one of four below U+10000. */
function letters(): Map<string, Buffer> {
	const found = new Map<string, Buffer>();
	const decoder = new TextDecoder('gb18030');
	const add = (bytes: Buffer) => {
		const letter = decoder.decode(bytes);
		if ([...letter].length === 1 && letter !== '\ufffd' && !found.has(letter)) found.set(letter, bytes);
	};
	for (let high = 0x81; high <= 0xfe; high++) {
		for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) add(Buffer.of(high, low));
	}
	for (let index = 0; index < 39_420; index++) add(quadruple(index));
	return found;
}

/** Four bytes count on in digits of 10, 126, 10 and 126; U+10000 is number 189000. */
function quadruple(index: number): Buffer {
	return Buffer.of(
		0x81 + Math.floor(index / 12_600),
		0x30 + (Math.floor(index / 1_260) % 10),
		0x81 + (Math.floor(index / 10) % 126),
		0x30 + (index % 10),
	);
}
