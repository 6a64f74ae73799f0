import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { Problem } from '../ledger/problem.ts';
import type { CaseFolder } from './case-folder.ts';

/** Codes of the problems that a file of secrets may give. */
export interface SecretCodes {
	readonly inEvidence: string;
	readonly unreadable: string;
}

/**
 * The text of a file that `case.yaml` names and that holds what nobody may see. In `evidence/` it would be read, listed
 * and quoted as a file of the case.
 *
 * @throws Problem of the codes {file}
 */
export async function secretText(
	folder: Pick<CaseFolder, 'root' | 'evidence'>,
	file: string,
	codes: SecretCodes,
): Promise<string> {
	const path = resolve(folder.root, file);
	const way = relative(resolve(folder.evidence), path);
	if (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way)) {
		throw new Problem('config', codes.inEvidence, { file });
	}
	return await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new Problem('config', codes.unreadable, { file }, cause);
	});
}
