import type { EvidenceFile } from './contract.ts';
import { headOf } from './evidence-file.ts';

export type Form = 'text' | 'workbook' | 'pdf' | 'binary';

const HEAD_BYTES = 1 << 16;
const forms = new WeakMap<EvidenceFile, Promise<Form>>();

/** What kind of file it is, by its first bytes and never by its name. ZIPs met here are workbooks: others were opened. */
export function formOf(file: EvidenceFile): Promise<Form> {
	const known = forms.get(file);
	if (known) return known;
	const form = headOf(file, HEAD_BYTES).then(formOfBytes);
	forms.set(file, form);
	return form;
}

/** `PK..`: a ZIP, which an XLSX is as well. */
export function isZip(head: Uint8Array): boolean {
	return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

function formOfBytes(head: Buffer): Form {
	if (isZip(head) || isCompoundFile(head)) return 'workbook';
	if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
	if (head[0] === 0xff && head[1] === 0xfe) return 'text';
	return head.includes(0) ? 'binary' : 'text';
}

/** The container of old `.xls` files. */
function isCompoundFile(head: Buffer): boolean {
	return head.length >= 4 && head.readUInt32BE(0) === 0xd0cf11e0;
}
