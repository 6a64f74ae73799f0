import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import { caseFileJsonSchema } from '../../run/case-file.ts';
import { caseYaml } from './case-yaml.ts';
import { CASE_TABLES, tableFile, WORKBOOK_TABLES } from './tables.ts';

/**
 * Makes a new case folder: a commented `case.yaml` with its schema for editors, empty tables, a folder for evidence.
 *
 * @param workbook bytes of `case.xlsx`; given, it takes the place of the tables it holds
 * @returns names of what was made, relative to the folder
 * @throws Problem `init.not-empty`: nothing is ever written over
 */
export async function makeCaseFolder(folder: string, workbook?: Uint8Array): Promise<string[]> {
	await refuseUnlessEmpty(folder);
	const files = new Map<string, string | Uint8Array>([
		['case.yaml', caseYaml(basename(resolve(folder)))],
		['case.schema.json', `${JSON.stringify(caseFileJsonSchema(), undefined, '\t')}\n`],
	]);
	for (const [name, header] of Object.entries(CASE_TABLES)) {
		if (workbook === undefined || !WORKBOOK_TABLES.includes(name)) files.set(name, tableFile(header));
	}
	if (workbook !== undefined) files.set('case.xlsx', workbook);
	await mkdir(join(folder, 'evidence'), { recursive: true });
	for (const [name, content] of files) await writeFile(join(folder, name), content);
	return [...files.keys(), 'evidence/'];
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
	const found = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
		if (error.code === 'ENOENT') return [];
		throw new Problem('usage', 'init.not-a-folder', { folder }, error);
	});
	const [first] = found;
	if (first !== undefined) throw new Problem('usage', 'init.not-empty', { folder, first });
}
