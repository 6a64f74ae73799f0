import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../ledger/problem.ts';
import { isPresent } from '../sources/present.ts';
import type { Neo4jPlace, StorePlace } from '../stores/place.ts';
import type { CaseFolder } from './case-folder.ts';
import { replaceFile } from './replace-file.ts';
import { secretText } from './secret-text.ts';
import { defined } from './settings.ts';

/** Environment variables: `case.yaml` may name the one that holds the password. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a case's store is, as `case.yaml` says.
 *
 * @throws Problem as {@link neo4jPlace}
 */
export async function storePlace(folder: CaseFolder, env: Environment): Promise<StorePlace> {
	const { store } = folder.file;
	return store === 'duckdb' ? folder.store : await neo4jPlace(folder, store, env);
}

/**
 * A place on the Neo4j server at an address, with the login that `neo4j` in `case.yaml` names.
 *
 * @throws Problem `case.store-login` {address}: an address that holds a login is refused, for it would end up in logs and
 * backups; `case.store-address` {scheme}; `case.password-file` {file}; `case.password-in-evidence` {file};
 * `case.password-env` {variable}
 */
export async function neo4jPlace(folder: CaseFolder, address: string, env: Environment): Promise<Neo4jPlace> {
	checkAddress(address);
	const { user, database, case: caseName, keep_runs: runs } = folder.file.neo4j;
	return {
		address,
		user,
		password: await passwordOf(folder, env),
		...defined('database', database),
		case: caseName ?? folder.file.name,
		folder: await folderId(folder),
		runs,
	};
}

/** File beside `case.yaml` that goes where the folder goes. */
const ID_FILE = 'case-id';

/** Tells this folder from another one whose case has the same name. */
async function folderId(folder: CaseFolder): Promise<string> {
	const path = join(folder.root, ID_FILE);
	// A name that cannot be read is not one to be made anew: the case would begin from nothing under it.
	const known = isPresent(path) ? (await readFile(path, 'utf8')).trim() : '';
	if (known !== '') return known;
	const made = randomUUID();
	await replaceFile(path, `${made}\n`);
	return made;
}

function checkAddress(address: string): void {
	// Also where the rest cannot be read as an address: what stands before an @ is never printed.
	const login = /^([a-z0-9+]+:\/\/).*@/.exec(address);
	if (login) throw new Problem('config', 'case.store-login', { address: address.replace(login[0], login[1] ?? '') });
	const url = URL.canParse(address) ? new URL(address) : undefined;
	// The driver passes over a path: whoever wrote a database there would work in another one.
	if (!url || url.hostname === '' || !/^\/?$/.test(url.pathname) || url.hash !== '')
		throw new Problem('config', 'case.store-address', { address });
}

const PASSWORD_CODES = { inEvidence: 'case.password-in-evidence', unreadable: 'case.password-file' };

async function passwordOf(folder: CaseFolder, env: Environment): Promise<string> {
	const { password_file: file, password_env: variable } = folder.file.neo4j;
	if (file !== undefined) {
		const password = (await secretText(folder, file, PASSWORD_CODES)).trim();
		if (password === '') throw new Problem('config', 'case.password-file', { file });
		return password;
	}
	if (variable === undefined) return '';
	const password = env[variable] ?? '';
	if (password === '') throw new Problem('config', 'case.password-env', { variable });
	return password;
}
