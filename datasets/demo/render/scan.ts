/**
 * A page that was printed, stamped and scanned: a PDF with a picture and not one letter of text. Nobody can read it
 * without optical character recognition, so a reader must say so instead of finding it empty.
 */
export function scannedPage(): Uint8Array {
	const width = 16;
	const grey = Buffer.from(Array.from({ length: width * width }, (_, index) => (index % 5 === 0 ? 0x55 : 0xf0)));
	const picture = 'q 400 0 0 600 100 120 cm /Im0 Do Q';
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> >>',
		`<< /Length ${picture.length} >>\nstream\n${picture}\nendstream`,
		`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${width} /ColorSpace /DeviceGray /BitsPerComponent 8 ` +
			`/Filter /ASCIIHexDecode /Length ${grey.length * 2 + 1} >>\nstream\n${grey.toString('hex')}>\nendstream`,
	];
	let body = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const at = body.length;
		body += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
	return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1');
}
