/** XLSX workbooks read part by part out of their ZIP, whose guard watches each part as it is inflated. */
import { Problem } from '../ledger/problem.ts';
import type { Member } from './archive.ts';
import type { TableRow } from './rows.ts';
import { sheetRows } from './xlsx-rows.ts';
import { readSharedStrings, SharedStrings } from './xlsx-strings.ts';
import { type DateFormats, readDateFormats } from './xlsx-styles.ts';
import { damaged, readElements } from './xlsx-xml.ts';

/** A sheet whose rows can be streamed any number of times. */
export interface StreamedSheet {
	readonly name: string;
	/** Bytes of its XML. */
	readonly size: number;
	/** @throws Problem `evidence.workbook-damaged`, `evidence.zip-…` */
	rows(): AsyncIterable<readonly TableRow[]>;
}

/** All shared texts of a workbook lie in memory. */
const STRINGS_BYTES_MAX = 512 << 20;

/** Relationships of a part: id -> what kind of part it leads to, and where that lies in the ZIP. */
type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

/**
 * The sheets of an XLSX, in the order of its tabs, hidden ones too.
 *
 * @returns undefined where it is another kind of workbook (XLSB), or none
 * @throws Problem `evidence.workbook-damaged`, `evidence.zip-…`
 */
export async function openXlsx(
	path: string,
	members: readonly Required<Member>[],
): Promise<readonly StreamedSheet[] | undefined> {
	const parts = new Map(members.map((member) => [member.name.toLowerCase(), member]));
	const part = (name: string) => parts.get(name.toLowerCase());
	const named = async <T>(work: () => Promise<T>): Promise<T> => {
		try {
			return await work();
		} catch (cause) {
			throw cause instanceof Problem ? cause : damaged(path, cause);
		}
	};
	return await named(async () => {
		const root = await relationsOf(part('_rels/.rels'), '');
		const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
		const book = part(main);
		if (!book || !main.endsWith('.xml')) return undefined;
		const folder = main.slice(0, main.lastIndexOf('/') + 1);
		const relations = await relationsOf(part(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
		const { sheets, date1904, spreadsheet } = await bookOf(book);
		if (!spreadsheet) return undefined;
		const leading = (kind: string) => part([...relations.values()].find(({ type }) => type === kind)?.target ?? '');
		const strings = leading('sharedStrings');
		const styles = leading('styles');
		const context = {
			strings: strings ? await readSharedStrings(strings.bytes(), STRINGS_BYTES_MAX) : new SharedStrings(),
			formats: styles ? await readDateFormats(styles.bytes()) : ([] as DateFormats),
			epochDays: date1904 ? 1462 : 0,
		};
		return sheets.map(({ name, id }): StreamedSheet => {
			const sheet = part(relations.get(id)?.target ?? '');
			if (!sheet) return { name, size: 0, rows: nothing };
			return { name, size: sheet.size, rows: () => guarded(path, sheetRows(sheet.bytes(), context)) };
		});
	});
}

async function* nothing(): AsyncIterable<readonly TableRow[]> {}

async function* guarded<T>(path: string, stream: AsyncIterable<T>): AsyncIterable<T> {
	try {
		yield* stream;
	} catch (cause) {
		throw cause instanceof Problem ? cause : damaged(path, cause);
	}
}

async function relationsOf(member: Member | undefined, folder: string): Promise<Relations> {
	const relations = new Map<string, { type: string; target: string }>();
	if (!member) return relations;
	await readElements(member.bytes(), (name, attributes) => {
		if (name !== 'Relationship') return;
		const type = attributes.get('Type') ?? '';
		const target = placeOf(folder, attributes.get('Target') ?? '');
		relations.set(attributes.get('Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target });
	});
	return relations;
}

/** `/xl/a.xml`, `a.xml` and `../xl/a.xml` from `xl/` are one place. */
function placeOf(folder: string, target: string): string {
	if (target.startsWith('/')) return target.slice(1);
	const parts: string[] = [];
	for (const part of `${folder}${target}`.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
}

interface Book {
	readonly sheets: readonly { readonly name: string; readonly id: string }[];
	readonly date1904: boolean;
	/** False for a document of another program in the same kind of container. */
	readonly spreadsheet: boolean;
}

async function bookOf(member: Member): Promise<Book> {
	const sheets: { name: string; id: string }[] = [];
	let date1904 = false;
	let spreadsheet = false;
	await readElements(member.bytes(), (name, attributes, parents) => {
		if (parents.length === 0) spreadsheet = name === 'workbook';
		else if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
		else if (name === 'sheet' && parents.at(-1) === 'sheets') {
			sheets.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '' });
		}
	});
	return { sheets, date1904, spreadsheet };
}
