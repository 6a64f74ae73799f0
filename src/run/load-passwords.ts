import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { Problem } from '../ledger/problem.ts';
import { Passwords } from '../sources/passwords.ts';
import type { CaseFolder } from './case-folder.ts';
import type { Environment } from './store-place.ts';

/**
 * The passwords of the case's archives, from the file or the environment variable that `case.yaml` names; none where it
 * names neither.
 *
 * @throws Problem `case.passwords-file` {file}: it cannot be read; `case.passwords-in-evidence` {file};
 * `case.passwords-env` {variable}: it is not set
 */
export async function loadPasswords(folder: CaseFolder, env: Environment): Promise<Passwords> {
	const { passwords_file: file, passwords_env: variable } = folder.file;
	if (file !== undefined) return new Passwords(await textOf(folder, file));
	if (variable === undefined) return new Passwords();
	const text = env[variable] ?? '';
	if (text === '') throw new Problem('config', 'case.passwords-env', { variable });
	return new Passwords(text);
}

async function textOf(folder: CaseFolder, file: string): Promise<string> {
	const path = resolve(folder.root, file);
	const way = relative(resolve(folder.evidence), path);
	// There it would be read, listed and quoted as a file of the case.
	if (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way)) {
		throw new Problem('config', 'case.passwords-in-evidence', { file });
	}
	return await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new Problem('config', 'case.passwords-file', { file }, cause);
	});
}
