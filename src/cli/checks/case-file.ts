import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import type { CaseFile } from '../../run/case-file.ts';
import type { Check, CheckResult, Surroundings } from './check.ts';

/** Whether case.yaml can be read, and whether the Neo4j it names answers. A folder without one is no fault. */
export const checkCaseFile: Check = async (surroundings) => {
	const path = join(surroundings.folder, 'case.yaml');
	if (!existsSync(path)) return [{ ok: true, code: 'doctor.no-case', facts: { folder: surroundings.folder } }];
	try {
		const { openCase } = await import('../../run/case-folder.ts');
		const { file } = await openCase(surroundings.folder);
		return [{ ok: true, code: 'doctor.case', facts: { path } }, ...(await checkStore(file, surroundings))];
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return [{ ok: false, code: error.code, facts: error.facts }];
	}
};

async function checkStore(caseFile: CaseFile, { folder, env }: Surroundings): Promise<readonly CheckResult[]> {
	if (caseFile.store === 'duckdb') return [];
	const { tryNeo4j } = await import('./neo4j.ts');
	const { user = 'neo4j', password_file: file, password_env: variable, database } = caseFile.neo4j ?? {};
	let password = '';
	if (file !== undefined) {
		try {
			password = (await readFile(resolve(folder, file), 'utf8')).trim();
		} catch {
			return [{ ok: false, code: 'doctor.neo4j-password-file', facts: { file } }];
		}
	} else if (variable !== undefined) {
		password = env[variable] ?? '';
		if (password === '') return [{ ok: false, code: 'doctor.neo4j-password-env', facts: { variable } }];
	}
	return [await tryNeo4j({ address: caseFile.store, user, password, ...(database ? { database } : {}) })];
}
