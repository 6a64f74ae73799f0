import { text } from '../cell.ts';
import type { Column, Desk } from './ledger.ts';

/** Columns that say in which file, sheet and row a statement stands. */
export function placed<Row extends { readonly evidence: string }>(): Column<Row>[] {
	return [
		['files', ({ evidence }, desk) => text(pathOf(parts(evidence).file, desk))],
		['sheets', ({ evidence }) => text(parts(evidence).sheet)],
		['rows', ({ evidence }) => text(parts(evidence).row)],
		['hashes', ({ evidence }) => text(parts(evidence).file)],
	];
}

/** A sheet's name may hold a colon; hash and row do not. */
function parts(evidence: string): { readonly file: string; readonly sheet: string; readonly row: string } {
	const [first, last] = [evidence.indexOf(':'), evidence.lastIndexOf(':')];
	return { file: evidence.slice(0, first), sheet: evidence.slice(first + 1, last), row: evidence.slice(last + 1) };
}

function pathOf(hash: string, { findings }: Desk): string {
	return findings.evidence.files.find((file) => file.hash === hash)?.paths[0] ?? '';
}
