/** Bytes of text as the platforms' exports have them. */

const encoder = new TextEncoder();
let table: Map<string, number> | undefined;

export function utf8(text: string, bom = false): Uint8Array {
	return encoder.encode(bom ? `\uFEFF${text}` : text);
}

/**
 * GB18030 of text in its two-byte part, which holds all of GBK; Node can only decode it, so the table is turned round.
 *
 * @throws RangeError for a character outside that part (no evidence file of the demo needs one)
 */
export function gb18030(text: string): Uint8Array {
	table ??= twoByteTable();
	const bytes: number[] = [];
	for (const letter of text) {
		const code = letter.codePointAt(0) ?? 0;
		if (code < 0x80) {
			bytes.push(code);
			continue;
		}
		const pair = table.get(letter);
		if (pair === undefined) throw new RangeError(`not in GBK: ${letter}`);
		bytes.push(pair >> 8, pair & 0xff);
	}
	return Uint8Array.from(bytes);
}

function twoByteTable(): Map<string, number> {
	const decoder = new TextDecoder('gb18030');
	const found = new Map<string, number>();
	for (let high = 0x81; high <= 0xfe; high += 1) {
		for (let low = 0x40; low <= 0xfe; low += 1) {
			if (low === 0x7f) continue;
			const letter = decoder.decode(Uint8Array.of(high, low));
			if ([...letter].length === 1 && letter !== '\uFFFD') found.set(letter, (high << 8) | low);
		}
	}
	return found;
}

/** One line of CSV: cells with a comma, a quote or a line break in quotes. */
export function csvLine(cells: readonly string[]): string {
	return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** Fen as yuan with two decimals: `1234.50`. */
export function yuan(fen: bigint): string {
	const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
	return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Whole and decimal part with thousands commas and no trailing zeros, as chain explorers print: `5,586.25`. */
export function coinText(units: bigint): string {
	const whole = (units / 1_000_000n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
	const decimals = (units % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
	return decimals ? `${whole}.${decimals}` : whole;
}
