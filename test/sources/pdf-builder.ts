/** A text and where its baseline starts, in points from the lower left corner of the page. */
export interface PlacedText {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	/** Turned by so many degrees, as watermarks are. */
	readonly turned?: number;
}

export interface PdfMake {
	/** The font: with a table of its characters, or one that every reader must know by its name (STSong-Light). */
	readonly font?: 'tabled' | 'named';
	/** Needs a password. */
	readonly locked?: boolean;
	/** Further objects, which no page uses. */
	readonly extra?: readonly string[];
}

/** Bytes of a PDF with these pages (A4), nothing in it compressed. A page without texts holds a grey picture, as a scan does. */
export function buildPdf(pages: readonly (readonly PlacedText[])[], make: PdfMake = {}): Buffer {
	const { font = 'tabled', locked = false, extra = [] } = make;
	const first = 7;
	const kids = pages.map((_, page) => `${first + page * 2} 0 R`).join(' ');
	const bodies = [
		'<</Type/Catalog/Pages 2 0 R>>',
		`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
		...(font === 'tabled' ? TABLED_FONT : NAMED_FONT),
		'<</Type/FontDescriptor/FontName/Sample/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
		streamOf(TO_UNICODE),
	];
	for (const [page, texts] of pages.entries()) {
		bodies.push(
			`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${first + page * 2 + 1} 0 R>>`,
			streamOf(texts.length === 0 ? PICTURE : texts.map(shown).join('\n')),
		);
	}
	return assembled([...bodies, ...extra], locked);
}

const TABLED_FONT = [
	'<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>',
	'<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>',
];
const NAMED_FONT = [
	'<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
	'<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>',
];

/** Characters are numbered by their code units, so that the font's table is one range for each high byte. */
const TO_UNICODE = [
	'/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def /CMapType 2 def',
	'1 begincodespacerange <0000> <FFFF> endcodespacerange',
	...Array.from({ length: 256 }, (_, high) => {
		const byte = high.toString(16).padStart(2, '0');
		return `1 beginbfrange <${byte}00> <${byte}FF> <${byte}00> endbfrange`;
	}),
	'endcmap end end',
].join('\n');

const PICTURE = 'q 400 0 0 600 90 120 cm BI /W 2 /H 2 /BPC 8 /CS /G ID\n\u007f\u007f\u007f\u007f\nEI Q';

function shown({ text, x, y, size, turned = 0 }: PlacedText): string {
	const angle = (turned * Math.PI) / 180;
	const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
	const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
	return `BT /F ${size} Tf ${cos} ${sin} -${sin} ${cos} ${x} ${y} Tm <${codes.join('')}> Tj ET`.replace('--', '');
}

function streamOf(content: string): string {
	return `<</Length ${content.length}>>stream\n${content}\nendstream`;
}

function assembled(bodies: readonly string[], locked: boolean): Buffer {
	let file = '%PDF-1.7\n';
	const places = bodies.map((body, i) => {
		const place = file.length;
		file += `${i + 1} 0 obj\n${body}\nendobj\n`;
		return place;
	});
	const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
	file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}`;
	const lock = `/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>>>/ID[<00><00>]`;
	file += `trailer\n<</Size ${bodies.length + 1}/Root 1 0 R${locked ? lock : ''}>>\nstartxref\n${file.lastIndexOf('xref\n0 ')}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}
