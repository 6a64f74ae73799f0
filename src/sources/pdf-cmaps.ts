/**
 * Character tables of fonts that a document names and does not hold, such as the STSong-Light of many Chinese programs. A
 * table leads from a code in the document to the number of a character in its collection, and a second one from there to
 * Unicode. Nothing is drawn here, so that the collection's own numbers do not matter: a character's number is its Unicode.
 */
export class CharacterTables {
	#known = false;

	/**
	 * @param request the table's name in PDF, such as `UniGB-UCS2-H`
	 * @throws Error where there is no such table here
	 */
	async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
		const table = this.#table(name.replace(/-[HV]$/, ''));
		if (table === undefined) throw new Error(`no character table ${name}`);
		return { cMapData: Buffer.from(`begincmap ${table.join('\n')} endcmap`), isCompressed: false };
	}

	#table(name: string): string[] | undefined {
		// Numbers that the document itself holds are the collection's own: only those from tables of here are Unicode.
		if (name === 'Adobe-GB1-UCS2') return this.#known ? TO_UNICODE : undefined;
		const table = /^UniGB-(?:UCS2|UTF16)$/.test(name)
			? FROM_UNICODE
			: /^GB(?:K|Kp|K2K|pc)?(?:-EUC)?$/.test(name)
				? fromGbk()
				: undefined;
		this.#known ||= table !== undefined;
		return table;
	}
}

const FROM_UNICODE = [
	'1 begincodespacerange <0000> <FFFF> endcodespacerange',
	'1 begincidrange <0000> <FFFF> 0 endcidrange',
];

const TO_UNICODE = [
	'1 begincodespacerange <0000> <FFFF> endcodespacerange',
	...Array.from({ length: 256 }, (_, high) => {
		const byte = hex(high, 2);
		return `1 beginbfrange <${byte}00> <${byte}FF> <${byte}00> endbfrange`;
	}),
];

let gbk: string[] | undefined;

function fromGbk(): string[] {
	gbk ??= [
		'2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange',
		'1 begincidrange <00> <7F> 0 endcidrange',
		...Array.from({ length: 0xfe - 0x81 + 1 }, (_, i) => rowOfGbk(0x81 + i)),
	];
	return gbk;
}

/** All characters whose first byte is `first`. */
function rowOfGbk(first: number): string {
	const decoder = new TextDecoder('gb18030');
	const entries: string[] = [];
	for (let second = 0x40; second <= 0xfe; second++) {
		const text = decoder.decode(Uint8Array.of(first, second));
		if (text.length === 1 && text !== '\ufffd') entries.push(`<${hex(first * 256 + second, 4)}> ${text.charCodeAt(0)}`);
	}
	return `${entries.length} begincidchar ${entries.join('\n')} endcidchar`;
}

function hex(value: number, digits: number): string {
	return value.toString(16).padStart(digits, '0');
}
