import { readFile } from 'node:fs/promises';
import { Problem } from '../../ledger/problem.ts';
import { splitCsvLine } from '../../sources/csv-line.ts';
import { peopleTable } from '../../sources/people-table.ts';

/**
 * The people of a list: a CSV file (UTF-8 or GB18030) with a column of identity numbers, names or both as in people.csv; or
 * the first cell of each line where no line is such a header. An identity number says more than a name.
 *
 * @throws Problem part.list {file}
 */
export async function peopleList(file: string): Promise<string[]> {
	const bytes = await readFile(file).catch(() => {
		throw new Problem('usage', 'part.list', { file });
	});
	const lines = decoded(bytes)
		.split(/\r?\n/)
		.filter((line) => line.trim() !== '')
		.map((line) => (splitCsvLine(line) ?? [line]).map((cell) => cell.trim()));
	const { person, identity } = peopleTable.columns;
	const [head = [], ...rest] = lines;
	const [names, identities] = [person, identity].map((heads) => head.findIndex((cell) => heads.includes(cell))) as [
		number,
		number,
	];
	const listed =
		names < 0 && identities < 0 ? lines.map(([cell]) => cell) : rest.map((cells) => cells[identities] || cells[names]);
	return listed.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
}

function decoded(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}
