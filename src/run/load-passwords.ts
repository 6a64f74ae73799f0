import { Problem } from '../ledger/problem.ts';
import { Passwords } from '../sources/passwords.ts';
import type { CaseFolder } from './case-folder.ts';
import { secretText } from './secret-text.ts';
import type { Environment } from './store-place.ts';

const CODES = { inEvidence: 'case.passwords-in-evidence', unreadable: 'case.passwords-file' };

/**
 * The passwords of the case's archives, from the file or the environment variable that `case.yaml` names; none where it
 * names neither.
 *
 * @throws Problem `case.passwords-file` {file}: it cannot be read; `case.passwords-in-evidence` {file};
 * `case.passwords-env` {variable}: it is not set
 */
export async function loadPasswords(folder: CaseFolder, env: Environment): Promise<Passwords> {
	const { passwords_file: file, passwords_env: variable } = folder.file;
	if (file !== undefined) return new Passwords(await secretText(folder, file, CODES));
	if (variable === undefined) return new Passwords();
	const text = env[variable] ?? '';
	if (text === '') throw new Problem('config', 'case.passwords-env', { variable });
	return new Passwords(text);
}
